// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/JoinRequestHandler.h"

#include "server-sim/channel/ChangeReply.h"
#include "server-sim/channel/RoomBlocks.h"
#include "server-sim/channel/changes/JoinRequestPlans.h"

namespace Parlour::Server {
namespace {

// Nothing for a state that does not end a request.
std::optional<RequestEnd> endOf(Xccos::JoinRequestState state) {
  switch (state) {
    case Xccos::JoinRequestState::Granted:
      return RequestEnd::Granted;
    case Xccos::JoinRequestState::Declined:
      return RequestEnd::Declined;
    case Xccos::JoinRequestState::Withdrawn:
      return RequestEnd::Withdrawn;
    case Xccos::JoinRequestState::Pending:
      break;
  }
  return std::nullopt;
}

}  // namespace

void JoinRequestHandler::ask(const Session& session, const Xccos::AskToJoin& command, Xccos::CommandRef ref) {
  const auto plan = [this, asked = command.request](const ChannelState& state, const Actor& actor) {
    return askToJoin(state, actor, asked.room, asked.words, context_.clock.now());
  };
  const auto fill = [this](Xccos::AskToJoinReply& reply, const Outcome& outcome) {
    for (const JoinRequest& request : outcome.set.joinRequests) {
      const Room* room = context_.state.rooms().find(request.room);
      if (room) reply.requests.push_back(RoomBlocks::joinRequest(context_.state, room, request));
    }
  };
  changeAndReply<Xccos::AskToJoinReply>(context_, changes_, session, ref, plan, fill);
}

void JoinRequestHandler::list(Session& session, Xccos::CommandRef ref) {
  session.wantsJoinRequests = true;
  Xccos::JoinRequestsReply reply;
  reply.header = Xccos::replyHeader(ref);
  for (const JoinRequest& request : context_.state.joinRequests().all()) {
    const Room* room = context_.state.rooms().find(request.room);
    if (!room) continue;
    const bool own = request.user == session.user &&
                     AccessPolicy::find(context_.standing(session, *room), RoomTraits::of(*room)).allowed();
    if (own || answersRequests(context_.state, session.user, *room)) {
      reply.requests.push_back(RoomBlocks::joinRequest(context_.state, room, request));
    }
  }
  context_.reply(session.id, std::move(reply));
}

void JoinRequestHandler::answer(const Session& session, const Xccos::AnswerJoinRequest& command,
                                Xccos::CommandRef ref) {
  const auto plan = [this, answer = command.request](const ChannelState& state, const Actor& actor) -> Plan {
    const auto end = endOf(answer.state);
    if (!end) {
      return Refusal{Xccos::ResponseCode::InvalidArgument,
                     QStringLiteral("A request can be granted, declined or withdrawn.")};
    }
    return endJoinRequest(state, actor, answer.room, answer.user.bytes(), *end, context_.clock.now());
  };
  const auto fill = [answer = command.request](Xccos::AnswerJoinRequestReply& reply, const Outcome&) {
    Xccos::JoinRequest ended;
    ended.room = answer.room;
    ended.user = answer.user;
    ended.state = answer.state;
    reply.requests.push_back(std::move(ended));
  };
  changeAndReply<Xccos::AnswerJoinRequestReply>(context_, changes_, session, ref, plan, fill);
}

}  // namespace Parlour::Server
