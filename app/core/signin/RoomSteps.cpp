// SPDX-License-Identifier: Apache-2.0
#include "app/core/signin/RoomSteps.h"

#include <algorithm>

#include "app/core/Words.h"
#include "app/core/rooms/Conversions.h"

namespace Parlour::Core {

namespace {

constexpr qint32 kMostAssociations = 1000;
constexpr quint32 kSaneLimit = 16 * 1024 * 1024;

// Counts down what a step still waits for; the last one calls `done`.
struct Countdown {
  int open = 0;
  int good = 0;
  int bad = 0;
  Error error;
  void take(const Status& status) {
    --open;
    ++(status ? good : bad);
    if (!status) error = status.error();
  }
};

StepResult joinResult(int joined, int failed, const std::optional<Error>& error) {
  if (joined == 0 && failed > 0 && error) return StepResult::failed(*error);
  if (failed == 0) return StepResult::done(Words::tr("%n rooms joined", nullptr, joined));
  return StepResult::done(Words::tr("%n rooms joined, %1 not available", nullptr, joined).arg(failed));
}

void takeLimit(const std::optional<quint32>& told, int& limit) {
  if (told && *told > 0 && *told < kSaneLimit) limit = static_cast<int>(*told);
}

}  // namespace

void RoomSteps::install(SignInFlow& flow) {
  using Type = Xccos::AssociationType;
  flow.setWork(SignInStep::ServerInfo, [this](const StepDone& done) { serverInfo(done); });
  flow.setWork(SignInStep::MemberRooms, [this](const StepDone& done) { associations(Type::Member, done); });
  flow.setWork(SignInStep::ManagedRooms, [this](const StepDone& done) { associations(Type::Manager, done); });
  flow.setWork(SignInStep::JoinFollowed, [this](const StepDone& done) { joinFollowed(done); });
  flow.setWork(SignInStep::JoinOpened, [this](const StepDone& done) { joinOpened(done); });
  flow.setWork(SignInStep::RecentHistory, [this](const StepDone& done) { recentHistory(done); });
  flow.setWork(SignInStep::Invitations, [this](const StepDone& done) { invitations(done); });
}

void RoomSteps::newAccount() {
  firstTime_ = true;
  member_.clear();
  managed_.clear();
}

void RoomSteps::learnManaged(const RoomSummary& room) {
  const auto same = [&](const RoomSummary& other) { return other.uri == room.uri; };
  if (std::none_of(managed_.cbegin(), managed_.cend(), same)) managed_.append(room);
}

void RoomSteps::forgetRoom(const RoomUri& room) {
  const auto same = [&](const RoomSummary& other) { return other.uri == room; };
  member_.removeIf(same);
  managed_.removeIf(same);
}

void RoomSteps::serverInfo(const StepDone& done) {
  Xccos::GetServerInfo command;
  command.domain = s_.account.domain();
  s_.session.ask<Xccos::ServerInfoReply>(command, [this, done](const Result<Xccos::ServerInfoReply>& reply) {
    if (!reply) return done(StepResult::failed(reply.error()));
    ServerLimits& limits = s_.account.limits;
    takeLimit(reply->info.messageSizeLimit, limits.messageBytes);
    takeLimit(reply->info.storySizeLimit, limits.storyBytes);
    takeLimit(reply->info.searchLimit, limits.searchResults);
    limits.displayName = reply->info.displayName;
    limits.roomManagementUrl = reply->info.roomManagementUrl.toUtf8();
    if (onLimits) onLimits();
    done(StepResult::done(limits.displayName));
  });
}

// Known to Lync 2013 servers only; a sign-in does without.
void RoomSteps::associations(Xccos::AssociationType type, const StepDone& done) {
  Xccos::GetAssociations command{s_.account.domain(), type, kMostAssociations};
  s_.session.ask<Xccos::AssociationsReply>(command, [this, type, done](const Result<Xccos::AssociationsReply>& reply) {
    if (!reply && reply.error().code == ErrorCode::NotSupported) return done(StepResult::skipped(reply.error().text));
    if (!reply) return done(StepResult::failed(reply.error()));
    QList<RoomSummary> found;
    for (const Xccos::ChanInfo& info : reply->rooms) {
      found.append(toSummary(info));
      Room* room = s_.rooms.find(info.uri);
      if (room != nullptr) room->setSummary(mergedSummary(room->summary(), info));
    }
    (type == Xccos::AssociationType::Member ? member_ : managed_) = found;
    done(StepResult::done(Words::tr("%n rooms", nullptr, static_cast<int>(found.size()))));
  });
}

void RoomSteps::joinFollowed(const StepDone& done) {
  QList<RoomUri> uris;
  for (const FollowedRooms::Entry& entry : s_.followed.rooms()) uris.append(entry.room);
  s_.membership.syncFollowed();  // rooms of the last time may be followed no more
  s_.membership.setJoinsAtOnce(true);
  if (uris.isEmpty()) return done(StepResult::skipped(Words::tr("no room is followed")));
  s_.joiner.joinBatch(uris, [done](const RoomJoiner::BatchOutcome& outcome) {
    done(joinResult(outcome.joined, outcome.failed, outcome.error));
  });
}

void RoomSteps::joinOpened(const StepDone& done) {
  if (std::exchange(firstTime_, false) && s_.reopenRooms) {
    for (const OpenedRooms::Entry& entry : s_.opened.rooms()) s_.rooms.ensure(entry.room, entry.name)->setOpen(true);
  }
  QList<RoomUri> uris;
  for (const Room* room : s_.rooms.rooms()) {
    if (room->isOpen() && !room->isFollowed()) uris.append(room->uri());
  }
  if (uris.isEmpty()) return done(StepResult::skipped(Words::tr("no room was open")));
  auto countdown = std::make_shared<Countdown>();
  countdown->open = static_cast<int>(uris.size());
  for (const RoomUri& uri : uris) {
    s_.joiner.join(uri, [countdown, done](const Status& status) {
      countdown->take(status);
      if (countdown->open == 0) done(joinResult(countdown->good, countdown->bad, countdown->error));
    });
  }
}

void RoomSteps::recentHistory(const StepDone& done) {
  missedMessages_ = 0;
  missedRooms_ = 0;
  QList<Room*> joined;
  for (Room* room : s_.rooms.rooms()) {
    if (room->joinState() == JoinState::Joined) joined.append(room);
  }
  if (joined.isEmpty()) return done(StepResult::skipped(Words::tr("no room is joined")));
  auto countdown = std::make_shared<Countdown>();
  countdown->open = static_cast<int>(joined.size());
  for (Room* room : joined) {
    s_.membership.settle(*room, [this, countdown, done](const Result<int>& missed) {
      countdown->take(missed ? success() : Status(missed.error()));
      missedMessages_ += missed ? *missed : 0;
      missedRooms_ += missed && *missed > 0 ? 1 : 0;
      if (countdown->open > 0) return;
      if (countdown->good == 0) return done(StepResult::failed(countdown->error));
      done(StepResult::done(Words::tr("%n rooms up to date", nullptr, countdown->good)));
    });
  }
}

void RoomSteps::invitations(const StepDone& done) {
  const Xccos::GetInvitations command{s_.invitations.lastSeen(), s_.account.domain()};
  s_.session.ask<Xccos::InvitationsReply>(command, [this, done](const Result<Xccos::InvitationsReply>& reply) {
    if (!reply && reply.error().code == ErrorCode::NotSupported) return done(StepResult::skipped(reply.error().text));
    if (!reply) return done(StepResult::failed(reply.error()));
    s_.invitations.add(reply->invitations, [this](const RoomUri& uri) { return s_.rooms.find(uri) != nullptr; });
    done(StepResult::done(Words::tr("%n new", nullptr, static_cast<int>(reply->invitations.size()))));
  });
}

}  // namespace Parlour::Core
