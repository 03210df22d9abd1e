// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/RosterNotices.h"

#include <algorithm>
#include <functional>

#include "protocol/xccos/Codec.h"
#include "server-sim/channel/RoomBlocks.h"

namespace Parlour::Server {
namespace {

constexpr qint64 kGatherMs = 500;
constexpr size_t kRecipientsPerTick = 256;

}  // namespace

RosterNotices::RosterNotices(ChannelContext& context)
    : context_(context),
      envelopes_(context.settings.noticesPerSecond, context.settings.noticesPerSecond, context.clock.monotonicMs()),
      collectedMs_(context.clock.monotonicMs() - kGatherMs) {}

void RosterNotices::entered(const Session& session, const Rooms& rooms, bool batch) {
  if (gather(session, rooms)) return;
  tell(session, rooms, [&](const Rooms& shared) -> Xccos::Notice {
    std::vector<Xccos::UserInfo> users{entry(session, shared)};
    if (batch) return Xccos::BatchJoinNotice{std::move(users)};
    return Xccos::JoinNotice{std::move(users)};
  });
}

void RosterNotices::left(const Session& session, const Rooms& rooms) {
  const Principal* principal = context_.state.directory().find(session.user);
  if (!principal) return;
  if (gather(session, rooms)) return;
  tell(session, rooms, [&](const Rooms& shared) -> Xccos::Notice {
    Xccos::PartNotice notice;
    for (const Room* room : shared) {
      notice.rooms.push_back(Xccos::RoomUsers{room->uri, {RoomBlocks::person(*principal)}});
    }
    return notice;
  });
}

bool RosterNotices::gather(const Session& about, const Rooms& rooms) {
  size_t recipients = 0;
  for (const Room* room : rooms) {
    const bool told = !context_.participants.rosterSuppressed(room->id);
    if (told) recipients += context_.participants.sessions(room->id).size() - (about.hasJoined(room->id) ? 1 : 0);
  }
  const qint64 now = context_.clock.monotonicMs();
  bool allowed = gathered_.empty() && untold_.empty();  // what is gathered must not be overtaken
  for (size_t i = 0; i < recipients && allowed; ++i) allowed = envelopes_.take(now);
  if (allowed) return false;
  for (const Room* room : rooms) gathered_[room->id].insert(about.user);
  return true;
}

void RosterNotices::tick() {
  if (untold_.empty()) collect();
  for (size_t told = 0; told < kRecipientsPerTick && !untold_.empty(); ++told) {
    if (const Session* recipient = context_.sessions.find(untold_.back())) tellNews(*recipient);
    untold_.pop_back();
  }
}

void RosterNotices::collect() {
  const qint64 now = context_.clock.monotonicMs();
  if (gathered_.empty() || now < collectedMs_ + kGatherMs) return;
  collectedMs_ = now;
  news_.clear();
  for (const auto& [room, users] : std::exchange(gathered_, {})) {
    if (context_.participants.rosterSuppressed(room)) continue;
    news_[room] = newsOf(room, users);
    const auto& present = context_.participants.sessions(room);
    untold_.insert(untold_.end(), present.begin(), present.end());
  }
  std::sort(untold_.begin(), untold_.end(), std::greater<>());
  untold_.erase(std::unique(untold_.begin(), untold_.end()), untold_.end());
}

RosterNotices::RoomNews RosterNotices::newsOf(RoomId room, const std::set<PrincipalId>& users) const {
  RoomNews news;
  const auto& present = context_.participants.users(room);
  for (const PrincipalId user : users) {
    if (const auto there = present.find(user); there != present.end()) {
      news.entered.emplace_back(user, there->second.mask);
    } else {
      news.left.push_back(user);
    }
  }
  return news;
}

void RosterNotices::tellNews(const Session& recipient) {
  std::map<PrincipalId, std::vector<Xccos::RoomEntry>> entered;
  Xccos::PartNotice gone;
  for (const auto& [id, boundary] : recipient.joins) {
    const auto news = news_.find(id);
    const Room* room = news == news_.end() ? nullptr : context_.state.rooms().find(id);
    if (!room) continue;
    for (const auto& [user, mask] : news->second.entered) {
      if (user != recipient.user) entered[user].push_back(Xccos::RoomEntry{mask, room->uri});
    }
    if (news->second.left.empty()) continue;
    gone.rooms.push_back(Xccos::RoomUsers{room->uri, {}});
    for (const PrincipalId user : news->second.left) gone.rooms.back().users.push_back(person(user));
  }
  Xccos::BatchJoinNotice come;
  for (auto& [user, rooms] : entered) {
    come.users.push_back(person(user));
    come.users.back().entered = std::move(rooms);
  }
  const auto send = [this, &recipient](Xccos::Notice notice) {
    context_.deliver(recipient.id,
                     Xccos::serialize(Xccos::Envelope::ofNotice(context_.nextEnvId(), std::move(notice))));
  };
  if (!gone.rooms.empty()) send(std::move(gone));
  if (!come.users.empty()) send(std::move(come));
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
