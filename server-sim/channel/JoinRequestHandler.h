// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server-sim/channel/ChannelContext.h"
#include "server-sim/channel/changes/ChangeService.h"

namespace Parlour::Server {

// Asking to join closed rooms, and answering (protocol/xccos/README.md "Requests to join"). Parlour's own.
class JoinRequestHandler {
 public:
  JoinRequestHandler(ChannelContext& context, ChangeService& changes) : context_(context), changes_(changes) {}

  void ask(const Session& session, const Xccos::AskToJoin& command, Xccos::CommandRef ref);
  // From now on the session is told of requests.
  void list(Session& session, Xccos::CommandRef ref);
  void answer(const Session& session, const Xccos::AnswerJoinRequest& command, Xccos::CommandRef ref);

 private:
  ChannelContext& context_;
  ChangeService& changes_;
};

}  // namespace Parlour::Server
