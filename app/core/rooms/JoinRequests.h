// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFuture>
#include <QList>

#include "app/core/session/Account.h"
#include "app/core/session/ChatSession.h"

namespace Parlour::Core {

// The open requests to join closed rooms: those of the user, and those of others to rooms that the user manages. The
// server keeps them; they are asked for after each sign-in when it says that it has them (protocol/xccos/README.md),
// and nothing is sent otherwise. Refusals come as errors in the server's words. GUI thread; session and account must
// outlive it.
class JoinRequests {
 public:
  static constexpr qsizetype kMostWords = 256;  // characters of the text that goes with a request
  static constexpr qsizetype kMostKept = 1000;  // of either kind; what a server tells beyond that is left out

  JoinRequests(ChatSession& session, const Account& account) : session_(session), account_(account) {}

  void signedIn();  // a session is up, the first one or a new one after a loss
  void refresh();   // asks again for all
  void clear();
  void notice(const Xccos::JoinRequestNotice& notice);
  void roomGone(const RoomUri& room);

  bool isSupported() const { return supported_; }
  const QList<JoinRequest>& mine() const { return mine_; }
  const QList<JoinRequest>& toAnswer() const { return toAnswer_; }
  std::optional<JoinRequest> mineTo(const RoomUri& room) const;
  QList<JoinRequest> toAnswerIn(const RoomUri& room) const;

  // Asking again replaces the words.
  QFuture<Result<JoinRequest>> ask(const RoomUri& room, const QString& words);
  QFuture<Status> answer(const RoomUri& room, const SipUri& user, bool granted);
  QFuture<Status> withdraw(const RoomUri& room);

  std::function<void()> onChanged;
  std::function<void(const JoinRequest&)> onArrived;  // just made, by another person
  std::function<void(const JoinRequest&)> onEnded;    // the user's own, granted or declined by a manager

 private:
  void listed(const Result<Xccos::JoinRequestsReply>& reply);
  void pending(const JoinRequest& request);
  void ended(const JoinRequest& request);
  QFuture<Status> end(const JoinRequest& request);
  bool isMine(const JoinRequest& request) const { return request.user == account_.me; }
  JoinRequest received(const Xccos::JoinRequest& request) const;
  void changed() const;

  ChatSession& session_;
  const Account& account_;
  QList<JoinRequest> mine_;
  QList<JoinRequest> toAnswer_;
  bool supported_ = false;
};

}  // namespace Parlour::Core
