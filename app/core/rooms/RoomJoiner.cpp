// SPDX-License-Identifier: Apache-2.0
#include "app/core/rooms/RoomJoiner.h"

#include <QSet>

#include "app/core/Words.h"
#include "app/core/rooms/Conversions.h"

namespace Parlour::Core {

namespace {

constexpr qsizetype kRoomsPerBatch = 100;  // well below what servers take in one command (xccos 16)

Error notAvailable() { return Error::make(ErrorCode::NotFound, Words::tr("The room is not available.")); }

}  // namespace

void RoomJoiner::setJoining(const QList<RoomUri>& rooms) {
  for (const RoomUri& uri : rooms) {
    if (Room* room = rooms_.find(uri)) room->setJoinState(JoinState::Joining);
  }
}

void RoomJoiner::joinBatch(const QList<RoomUri>& rooms, std::function<void(const BatchOutcome&)> done) {
  struct Progress {
    BatchOutcome outcome;
    qsizetype open = 0;
  };
  auto progress = std::make_shared<Progress>();
  setJoining(rooms);
  progress->open = (rooms.size() + kRoomsPerBatch - 1) / kRoomsPerBatch;
  for (qsizetype first = 0; first < rooms.size(); first += kRoomsPerBatch) {
    const QList<RoomUri> part = rooms.mid(first, kRoomsPerBatch);
    const auto command = Xccos::BatchJoin::of(std::vector<RoomUri>(part.begin(), part.end()));
    session_.ask<Xccos::BatchJoinReply>(command, [this, part, progress, done](const auto& reply) {
      applyBatch(part, reply, progress->outcome);
      if (--progress->open == 0) done(progress->outcome);
    });
  }
}

void RoomJoiner::applyBatch(const QList<RoomUri>& asked, const Result<Xccos::BatchJoinReply>& reply,
                            BatchOutcome& outcome) {
  QSet<RoomUri> missing(asked.begin(), asked.end());
  if (reply) {
    for (const Xccos::ChanInfo& info : reply->rooms) {
      if (!missing.remove(info.uri)) continue;
      joined(info, reply->users);
      ++outcome.joined;
    }
  } else {
    outcome.error = reply.error();
  }
  outcome.failed += static_cast<int>(missing.size());
  for (const RoomUri& uri : missing) failed(uri, reply ? notAvailable() : reply.error());
}

void RoomJoiner::join(const RoomUri& room, OnStatus done) {
  setJoining({room});
  session_.ask<Xccos::JoinReply>(Xccos::Join{{0, room}}, [this, room, done = std::move(done)](const auto& reply) {
    if (!reply) {
      failed(room, reply.error());
      return done(reply.error());
    }
    for (const Xccos::ChanInfo& info : reply->rooms) {
      if (info.uri != room) continue;
      joined(info, reply->users);
      return done(success());
    }
    failed(room, notAvailable());
    done(notAvailable());
  });
}

void RoomJoiner::joined(const Xccos::ChanInfo& info, const std::vector<Xccos::UserInfo>& users) {
  for (const Xccos::UserInfo& user : users) account_.learnName(user.sipUri(), user.dispname);
  Room* room = rooms_.find(info.uri);
  if (room == nullptr) return;
  room->setSummary(categories_.named(mergedSummary(room->summary(), info)));
  const QList<Participant> participants = participantsOf(info, users);
  room->setParticipants(participants, info.maskMap.empty());
  quint32 mask = 0;
  for (const Participant& participant : participants) {
    if (participant.uri == account_.me) mask = participant.mask;
  }
  room->setOwnMask(mask);
  room->setJoinState(JoinState::Joined);
  if (onJoined) onJoined(*room);
}

void RoomJoiner::failed(const RoomUri& uri, const Error& error) {
  if (Room* room = rooms_.find(uri)) room->setJoinState(JoinState::Failed, error);
}

void RoomJoiner::part(const RoomUri& uri, OnStatus done) {
  session_.ask<Xccos::PartReply>(Xccos::Part{uri}, [this, uri, done = std::move(done)](const auto& reply) {
    if (!reply) return done(reply.error());
    if (Room* room = rooms_.find(uri)) {
      room->setJoinState(JoinState::NotJoined);
      room->setParticipants({}, false);
    }
    done(success());
  });
}

void RoomJoiner::fetchParticipants(const RoomUri& uri, std::function<void(const Result<QList<Participant>>&)> done) {
  session_.ask<Xccos::GetUsersReply>(Xccos::GetUsers{uri}, [uri, done = std::move(done)](const auto& reply) {
    if (!reply) return done(reply.error());
    for (const Xccos::ChanInfo& info : reply->rooms) {
      if (info.uri == uri || info.uri.isEmpty()) return done(participantsOf(info, reply->users));
    }
    done(QList<Participant>());
  });
}

void RoomJoiner::allLeft() {
  for (Room* room : rooms_.rooms()) {
    if (room->joinState() != JoinState::NotJoined) room->setJoinState(JoinState::NotJoined);
  }
}

}  // namespace Parlour::Core
