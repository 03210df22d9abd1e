// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/RosterNotices.h"

#include "protocol/xccos/Codec.h"
#include "server-sim/channel/RoomBlocks.h"

namespace Parlour::Server {

RosterNotices::RosterNotices(ChannelContext& context)
    : context_(context),
      envelopes_(context.settings.noticesPerSecond, context.settings.noticesPerSecond, context.clock.monotonicMs()) {}

void RosterNotices::entered(const Session& session, const Rooms& rooms, bool batch) {
  const auto recipients = recipientsOf(session, rooms);
  if (gather(session, rooms, recipients.size())) return;
  tell(recipients, [&](const Rooms& shared) -> Xccos::Notice {
    std::vector<Xccos::UserInfo> users{entry(session, shared)};
    if (batch) return Xccos::BatchJoinNotice{std::move(users)};
    return Xccos::JoinNotice{std::move(users)};
  });
}

void RosterNotices::left(const Session& session, const Rooms& rooms) {
  const Principal* principal = context_.state.directory().find(session.user);
  if (!principal) return;
  const auto recipients = recipientsOf(session, rooms);
  if (gather(session, rooms, recipients.size())) return;
  tell(recipients, [&](const Rooms& shared) -> Xccos::Notice {
    Xccos::PartNotice notice;
    for (const Room* room : shared) {
      notice.rooms.push_back(Xccos::RoomUsers{room->uri, {RoomBlocks::person(*principal)}});
    }
    return notice;
  });
}

bool RosterNotices::gather(const Session& about, const Rooms& rooms, size_t recipients) {
  const qint64 now = context_.clock.monotonicMs();
  bool allowed = gathered_.empty();  // what is gathered must not be overtaken
  for (size_t i = 0; i < recipients && allowed; ++i) allowed = envelopes_.take(now);
  if (allowed) return false;
  for (const Room* room : rooms) {
    gathered_[room->id].insert(about.user);
  }
  return true;
}

void RosterNotices::flush() {
  NewsBySession news;
  for (const auto& [room, users] : std::exchange(gathered_, {})) collect(room, users, news);
  for (const auto& [recipient, one] : news) tell(recipient, one);
}

void RosterNotices::collect(RoomId room, const std::set<PrincipalId>& users, NewsBySession& news) const {
  const Room* found = context_.state.rooms().find(room);
  if (!found || context_.participants.rosterSuppressed(room)) return;
  const auto& present = context_.participants.users(room);
  for (const auto& [reader, participant] : present) {
    for (const SessionId recipient : participant.sessions) {
      News& own = news[recipient];
      for (const PrincipalId user : users) {
        if (user == reader) continue;
        const auto there = present.find(user);
        if (there == present.end()) {
          own.left[room].push_back(user);
        } else {
          own.entered[user].push_back(Xccos::RoomEntry{there->second.mask, found->uri});
        }
      }
    }
  }
}

void RosterNotices::tell(SessionId recipient, const News& news) {
  const auto send = [this, recipient](Xccos::Notice notice) {
    context_.deliver(recipient, Xccos::serialize(Xccos::Envelope::ofNotice(context_.nextEnvId(), std::move(notice))));
  };
  if (!news.left.empty()) {
    Xccos::PartNotice notice;
    for (const auto& [id, users] : news.left) {
      Xccos::RoomUsers gone{context_.state.rooms().find(id)->uri, {}};
      for (const PrincipalId user : users) gone.users.push_back(person(user));
      notice.rooms.push_back(std::move(gone));
    }
    send(std::move(notice));
  }
  if (news.entered.empty()) return;
  Xccos::BatchJoinNotice notice;
  for (const auto& [id, entries] : news.entered) {
    notice.users.push_back(person(id));
    notice.users.back().entered = entries;
  }
  send(std::move(notice));
}

Xccos::UserInfo RosterNotices::person(PrincipalId user) const {
  const Principal* principal = context_.state.directory().find(user);
  return principal ? RoomBlocks::person(*principal) : Xccos::UserInfo{};
}

Xccos::UserInfo RosterNotices::entry(const Session& session, const Rooms& rooms) const {
  Xccos::UserInfo user = person(session.user);
  for (const Room* room : rooms) {
    const auto& present = context_.participants.users(room->id);
    if (const auto found = present.find(session.user); found != present.end()) {
      user.entered.push_back(Xccos::RoomEntry{found->second.mask, room->uri});
    }
  }
  return user;
}

std::map<SessionId, RosterNotices::Rooms> RosterNotices::recipientsOf(const Session& about, const Rooms& rooms) const {
  std::map<SessionId, Rooms> recipients;
  for (const Room* room : rooms) {
    if (context_.participants.rosterSuppressed(room->id)) continue;
    for (const SessionId recipient : context_.participants.sessions(room->id)) {
      if (recipient != about.id) recipients[recipient].push_back(room);
    }
  }
  return recipients;
}

void RosterNotices::tell(const std::map<SessionId, Rooms>& recipients,
                         const std::function<Xccos::Notice(const Rooms&)>& notice) {
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
