// SPDX-License-Identifier: Apache-2.0
#include "app/core/rooms/JoinRequests.h"

#include <algorithm>

#include "app/core/Words.h"
#include "protocol/xccos/Names.h"

namespace Parlour::Core {
namespace {

JoinRequestState toJoinRequestState(Xccos::JoinRequestState state) {
  switch (state) {
    case Xccos::JoinRequestState::Pending:
      return JoinRequestState::Pending;
    case Xccos::JoinRequestState::Granted:
      return JoinRequestState::Granted;
    case Xccos::JoinRequestState::Declined:
      return JoinRequestState::Declined;
    case Xccos::JoinRequestState::Withdrawn:
      return JoinRequestState::Withdrawn;
  }
  Q_UNREACHABLE();
}

Xccos::JoinRequestState toWireState(JoinRequestState state) {
  switch (state) {
    case JoinRequestState::Pending:
      return Xccos::JoinRequestState::Pending;
    case JoinRequestState::Granted:
      return Xccos::JoinRequestState::Granted;
    case JoinRequestState::Declined:
      return Xccos::JoinRequestState::Declined;
    case JoinRequestState::Withdrawn:
      return Xccos::JoinRequestState::Withdrawn;
  }
  Q_UNREACHABLE();
}

Error explainedRequestError(Error error) {
  if (error.code == ErrorCode::NotSupported) error.text = Words::tr("This server takes no requests to join.");
  return error;
}

auto sameRequest(const JoinRequest& request) {
  return [&request](const JoinRequest& other) { return other.room == request.room && other.user == request.user; };
}

}  // namespace

void JoinRequests::signedIn() {
  supported_ = session_.supports(Xccos::kJoinRequestTag);
  if (supported_) return refresh();
  clear();
}

void JoinRequests::refresh() {
  if (!supported_ || !session_.isOpen()) return;
  session_.ask<Xccos::JoinRequestsReply>(Xccos::GetJoinRequests{}, [this](const auto& reply) { listed(reply); });
}

// What was known stays when the server cannot tell now.
void JoinRequests::listed(const Result<Xccos::JoinRequestsReply>& reply) {
  if (!reply && reply.error().code == ErrorCode::NotSupported) return clear();
  if (!reply || !supported_) return;
  mine_.clear();
  toAnswer_.clear();
  for (const Xccos::JoinRequest& told : reply->requests) {
    const JoinRequest request = received(told);
    QList<JoinRequest>& list = isMine(request) ? mine_ : toAnswer_;
    if (request.state == JoinRequestState::Pending && list.size() < kMostKept) list.append(request);
  }
  changed();
}

void JoinRequests::clear() {
  supported_ = false;
  mine_.clear();
  toAnswer_.clear();
  changed();
}

void JoinRequests::changed() const {
  if (onChanged) onChanged();
}

// A server may leave out who asks when that is the user.
JoinRequest JoinRequests::received(const Xccos::JoinRequest& request) const {
  JoinRequest received;
  received.room = request.room;
  received.roomName = request.roomName;
  received.user = request.user.isEmpty() ? account_.me : request.user;
  received.userName = request.userName.isEmpty() ? QString::fromUtf8(received.user.address()) : request.userName;
  received.words = request.words.simplified().left(kMostWords);
  received.askedOn = request.askedOn.value_or(Timestamp());
  received.state = toJoinRequestState(request.state);
  return received;
}

void JoinRequests::notice(const Xccos::JoinRequestNotice& notice) {
  if (!supported_) return;
  for (const Xccos::JoinRequest& told : notice.requests) {
    const JoinRequest request = received(told);
    if (request.state == JoinRequestState::Pending) {
      pending(request);
    } else {
      ended(request);
    }
  }
}

void JoinRequests::pending(const JoinRequest& request) {
  QList<JoinRequest>& list = isMine(request) ? mine_ : toAnswer_;
  const auto known = std::find_if(list.begin(), list.end(), sameRequest(request));
  const bool fresh = known == list.end();
  if (fresh && list.size() >= kMostKept) return;
  if (fresh) {
    list.append(request);
  } else {
    *known = request;
  }
  changed();
  if (fresh && !isMine(request) && onArrived) onArrived(request);
}

void JoinRequests::ended(const JoinRequest& request) {
  QList<JoinRequest>& list = isMine(request) ? mine_ : toAnswer_;
  const auto known = std::find_if(list.begin(), list.end(), sameRequest(request));
  if (known == list.end()) return;
  JoinRequest over = *known;
  over.state = request.state;
  if (!request.roomName.isEmpty()) over.roomName = request.roomName;
  list.erase(known);
  changed();
  if (isMine(over) && over.state != JoinRequestState::Withdrawn && onEnded) onEnded(over);
}

void JoinRequests::roomGone(const RoomUri& room) {
  const auto inRoom = [&room](const JoinRequest& request) { return request.room == room; };
  if (mine_.removeIf(inRoom) + toAnswer_.removeIf(inRoom) > 0) changed();
}

std::optional<JoinRequest> JoinRequests::mineTo(const RoomUri& room) const {
  for (const JoinRequest& request : mine_) {
    if (request.room == room) return request;
  }
  return std::nullopt;
}

QList<JoinRequest> JoinRequests::toAnswerIn(const RoomUri& room) const {
  QList<JoinRequest> requests = toAnswer_;
  requests.removeIf([&room](const JoinRequest& request) { return request.room != room; });
  return requests;
}

QFuture<Result<JoinRequest>> JoinRequests::ask(const RoomUri& room, const QString& words) {
  Xccos::AskToJoin command;
  command.request.room = room;
  command.request.words = words.simplified();
  if (command.request.words.size() > kMostWords) {
    return settledWith<Result<JoinRequest>>(Error::make(
        ErrorCode::InvalidArgument, Words::tr("A request takes up to %n characters of text.", nullptr, kMostWords)));
  }
  auto [future, settle] = makePromise<Result<JoinRequest>>();
  session_.ask<Xccos::AskToJoinReply>(command, [this, asked = command.request, settle = settle](const auto& reply) {
    if (!reply) return settle(explainedRequestError(reply.error()));
    const JoinRequest request = received(reply->requests.empty() ? asked : reply->requests.front());
    pending(request);
    settle(request);
  });
  return future;
}

QFuture<Status> JoinRequests::answer(const RoomUri& room, const SipUri& user, bool granted) {
  JoinRequest request;
  request.room = room;
  request.user = user;
  request.state = granted ? JoinRequestState::Granted : JoinRequestState::Declined;
  return end(request);
}

QFuture<Status> JoinRequests::withdraw(const RoomUri& room) {
  JoinRequest request;
  request.room = room;
  request.user = account_.me;
  request.state = JoinRequestState::Withdrawn;
  return end(request);
}

// A refusal mostly means that the request is no longer what is shown here: another manager was faster.
QFuture<Status> JoinRequests::end(const JoinRequest& request) {
  Xccos::AnswerJoinRequest command;
  command.request.room = request.room;
  command.request.user = request.user;
  command.request.state = toWireState(request.state);
  auto [future, settle] = makePromise<Status>();
  session_.ask<Xccos::AnswerJoinRequestReply>(command, [this, request, settle = settle](const auto& reply) {
    if (!reply) {
      if (reply.error().wireCode != 0) refresh();
      return settle(explainedRequestError(reply.error()));
    }
    ended(request);
    settle(success());
  });
  return future;
}

}  // namespace Parlour::Core
