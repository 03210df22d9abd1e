// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/JoinHandler.h"

#include <set>

#include "protocol/xccos/Codec.h"
#include "server-sim/channel/RoomBlocks.h"

namespace Parlour::Server {
namespace {

// Users named in one join reply: some 150 bytes each, so that the reply stays below the receivers' limit.
constexpr size_t kMaxUsersInJoinReply = 2'500;
// A whole roster leaves names out when it is longer than this, and is refused when it still gets too large.
constexpr size_t kMaxNamesInRoster = 4'000;
constexpr size_t kMaxUsersInRoster = 40'000;

}  // namespace

Decision JoinHandler::mayJoin(const Session& session, const Room* room) const {
  if (!room) return AccessPolicy::noSuchNode();
  const Decision decision = AccessPolicy::join(context_.standing(session, *room), RoomTraits::of(*room));
  if (decision.allowed() && !context_.recorder.mayBegin()) return {Xccos::ResponseCode::Busy, {}};
  return decision;
}

bool JoinHandler::enter(Session& session, const Room& room) {
  const quint32 mask = AccessPolicy::mask(context_.standing(session, room), RoomTraits::of(room));
  context_.counters.joins.add();
  session.joins[room.id] = room.lastChatId;
  return context_.participants.enter(room.id, session.user, mask, session.id);
}

bool JoinHandler::leave(Session& session, RoomId room) {
  session.joins.erase(room);
  return context_.participants.leave(room, session.user, session.id);
}

void JoinHandler::join(Session& session, const Xccos::Join& command, Xccos::CommandRef ref) {
  const Room* room = context_.state.rooms().find(command.room.uri);
  const Decision decision = mayJoin(session, room);
  if (!decision.allowed()) return context_.refuse<Xccos::JoinReply>(session.id, ref, decision.code);
  const bool entered = enter(session, *room);
  if (entered) context_.recorder.entered(session.user, {room});
  Xccos::JoinReply reply;
  reply.header = Xccos::replyHeader(ref);
  RosterMap roster(kMaxUsersInJoinReply);
  Xccos::ChanInfo block = RoomBlocks::joined(context_, *room);
  if (!context_.participants.rosterSuppressed(room->id)) roster.add(context_, room->id, block);
  reply.rooms.push_back(std::move(block));
  reply.users = roster.takeUsers();
  context_.reply(session.id, std::move(reply));
  if (entered) notices_.entered(session, {room}, false);
}

void JoinHandler::batchJoin(Session& session, const Xccos::BatchJoin& command, Xccos::CommandRef ref) {
  if (command.rooms.empty() || command.rooms.size() > static_cast<size_t>(context_.settings.roomsPerBatchJoin)) {
    const auto code = command.rooms.empty() ? Xccos::ResponseCode::InvalidArgument : Xccos::ResponseCode::LimitExceeded;
    return context_.refuse<Xccos::BatchJoinReply>(session.id, ref, code);
  }
  Xccos::BatchJoinReply reply;
  reply.header = Xccos::replyHeader(ref);
  std::vector<const Room*> joined;
  std::vector<const Room*> entered;
  std::set<RoomUri> named;
  for (const Xccos::ChannelRef& wanted : command.rooms) {
    if (!named.insert(wanted.uri).second) continue;
    const Room* room = context_.state.rooms().find(wanted.uri);
    if (!mayJoin(session, room).allowed()) {
      reply.failed.push_back(Xccos::FailedItem{"OPERATION_FAILED", wanted.uri});
      continue;
    }
    joined.push_back(room);
    if (enter(session, *room)) entered.push_back(room);
  }
  context_.recorder.entered(session.user, entered);
  RosterMap roster(kMaxUsersInJoinReply);
  for (const Room* room : joined) {
    Xccos::ChanInfo block = RoomBlocks::joined(context_, *room);
    if (!context_.participants.rosterSuppressed(room->id)) roster.add(context_, room->id, block);
    reply.rooms.push_back(std::move(block));
  }
  reply.users = roster.takeUsers();
  context_.reply(session.id, std::move(reply));
  notices_.entered(session, entered, true);
}

void JoinHandler::part(Session& session, const Xccos::Part& command, Xccos::CommandRef ref) {
  const Room* room = context_.state.rooms().find(command.room);
  if (!room || !session.hasJoined(room->id)) {
    return context_.refuse<Xccos::PartReply>(session.id, ref, context_.notJoined(session, room).code);
  }
  const bool left = leave(session, room->id);
  if (left) context_.recorder.left(session.user, {room});
  Xccos::PartReply reply;
  reply.header = Xccos::replyHeader(ref);
  reply.room = room->uri;
  context_.reply(session.id, std::move(reply));
  if (left) notices_.left(session, {room});
}

void JoinHandler::getUsers(const Session& session, const Xccos::GetUsers& command, Xccos::CommandRef ref) {
  const Room* room = context_.state.rooms().find(command.room);
  if (!room || !session.hasJoined(room->id)) {
    return context_.refuse<Xccos::GetUsersReply>(session.id, ref, context_.notJoined(session, room).code);
  }
  Xccos::GetUsersReply reply;
  reply.header = Xccos::replyHeader(ref);
  RosterMap roster(kMaxUsersInRoster, context_.participants.userCount(room->id) <= kMaxNamesInRoster);
  Xccos::ChanInfo block;
  block.uri = room->uri;
  const bool listed = roster.add(context_, room->id, block);
  reply.rooms.push_back(std::move(block));
  reply.users = roster.takeUsers();
  QByteArray body = Xccos::serialize(Xccos::Envelope::ofReply(context_.nextEnvId(), std::move(reply)));
  if (!listed || body.size() > context_.settings.replyBytes) {
    return context_.refuse<Xccos::GetUsersReply>(session.id, ref, Xccos::ResponseCode::NoParticipantList);
  }
  context_.deliver(session.id, std::move(body));
}

void JoinHandler::leaveAll(Session& session) {
  std::vector<const Room*> left;
  const auto joins = std::exchange(session.joins, {});
  for (const auto& [room, boundary] : joins) {
    if (leave(session, room)) left.push_back(context_.state.rooms().find(room));
  }
  context_.recorder.left(session.user, left);
  notices_.left(session, left);
}

}  // namespace Parlour::Server
