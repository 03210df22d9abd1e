// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/rooms/RoomMembership.h"
#include "app/core/signin/SignInFlow.h"

namespace Parlour::Core {

// The second half of a sign-in: limits, the user's rooms, joins, recent messages, invitations (xccos 3.6, steps 3
// to 9). GUI thread; borrows everything.
class RoomSteps {
 public:
  struct Services {
    ChatSession& session;
    RoomList& rooms;
    RoomJoiner& joiner;
    FollowedRooms& followed;
    OpenedRooms& opened;
    Invitations& invitations;
    RoomMembership& membership;
    Account& account;
    bool reopenRooms = true;
  };
  explicit RoomSteps(const Services& services) : s_(services) {}

  void install(SignInFlow& flow);
  void newAccount();  // the next sign-in is the first one: opened rooms come from the settings
  const QList<RoomSummary>& memberRooms() const { return member_; }
  const QList<RoomSummary>& managedRooms() const { return managed_; }
  void learnManaged(const RoomSummary& room);  // created here, after the server told the others
  void forgetRoom(const RoomUri& room);
  int missedMessages() const { return missedMessages_; }
  int missedRooms() const { return missedRooms_; }

  std::function<void()> onLimits;

 private:
  using StepDone = SignInFlow::StepDone;
  void serverInfo(const StepDone& done);
  void associations(Xccos::AssociationType type, const StepDone& done);
  void joinFollowed(const StepDone& done);
  void joinOpened(const StepDone& done);
  void recentHistory(const StepDone& done);
  void invitations(const StepDone& done);

  Services s_;
  bool firstTime_ = true;
  QList<RoomSummary> member_;
  QList<RoomSummary> managed_;
  int missedMessages_ = 0;
  int missedRooms_ = 0;
};

}  // namespace Parlour::Core
