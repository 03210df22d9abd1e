// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/RosterNotices.h"

#include "protocol/xccos/Codec.h"
#include "server-sim/channel/RoomBlocks.h"

namespace Parlour::Server {

void RosterNotices::entered(const Session& session, const Rooms& rooms, bool batch) {
  tell(session, rooms, [&](const Rooms& shared) -> Xccos::Notice {
    std::vector<Xccos::UserInfo> users{entry(session, shared)};
    if (batch) return Xccos::BatchJoinNotice{std::move(users)};
    return Xccos::JoinNotice{std::move(users)};
  });
}

void RosterNotices::left(const Session& session, const Rooms& rooms) {
  const Principal* principal = context_.state.directory().find(session.user);
  if (!principal) return;
  tell(session, rooms, [&](const Rooms& shared) -> Xccos::Notice {
    Xccos::PartNotice notice;
    for (const Room* room : shared) {
      notice.rooms.push_back(Xccos::RoomUsers{room->uri, {RoomBlocks::person(*principal)}});
    }
    return notice;
  });
}

Xccos::UserInfo RosterNotices::entry(const Session& session, const Rooms& rooms) const {
  const Principal* principal = context_.state.directory().find(session.user);
  Xccos::UserInfo user = principal ? RoomBlocks::person(*principal) : Xccos::UserInfo{};
  for (const Room* room : rooms) {
    const auto& present = context_.participants.users(room->id);
    if (const auto found = present.find(session.user); found != present.end()) {
      user.entered.push_back(Xccos::RoomEntry{found->second.mask, room->uri});
    }
  }
  return user;
}

void RosterNotices::tell(const Session& about, const Rooms& rooms,
                         const std::function<Xccos::Notice(const Rooms&)>& notice) {
  std::map<SessionId, Rooms> recipients;
  for (const Room* room : rooms) {
    if (context_.participants.rosterSuppressed(room->id)) continue;
    for (const SessionId recipient : context_.participants.sessions(room->id)) {
      if (recipient != about.id) recipients[recipient].push_back(room);
    }
  }
  std::map<Rooms, SharedEnvelope> envelopes;
  for (const auto& [recipient, shared] : recipients) {
    SharedEnvelope& envelope = envelopes[shared];
    if (!envelope) {
      envelope = std::make_shared<const QByteArray>(
          Xccos::serialize(Xccos::Envelope::ofNotice(context_.nextEnvId(), notice(shared))));
    }
    context_.deliver(recipient, envelope);
  }
}

}  // namespace Parlour::Server
