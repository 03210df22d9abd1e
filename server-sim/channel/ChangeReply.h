// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server-sim/channel/ChannelContext.h"
#include "server-sim/channel/changes/ChangeService.h"

namespace Parlour::Server {

// The code for what the store says to a set of changes.
Xccos::ResponseCode changeFailureCode(const Error& error);

// Has a change made for a session and answers its command: `plan` gets the state and the actor, `fill` completes the
// reply of a change that was made. Sessions that end meanwhile get nothing.
template <typename Reply, typename PlanFor, typename Fill>
void changeAndReply(ChannelContext& context, ChangeService& changes, const Session& session, Xccos::CommandRef ref,
                    PlanFor plan, Fill fill) {
  const auto planned = [user = session.user, plan](const ChannelState& state) {
    return plan(state, actorOf(state, user));
  };
  const auto done = [&context, id = session.id, ref, fill](const Outcome& outcome) {
    if (outcome.refusal) return context.refuse<Reply>(id, ref, outcome.refusal->code, outcome.refusal->reason);
    if (outcome.error) return context.refuse<Reply>(id, ref, changeFailureCode(*outcome.error));
    Reply reply;
    reply.header = Xccos::replyHeader(ref);
    fill(reply, outcome);
    context.reply(id, std::move(reply));
  };
  changes.submit(planned, done);
}

}  // namespace Parlour::Server
