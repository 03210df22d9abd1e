// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/Environment.h"
#include "app/core/files/TransferService.h"
#include "app/core/preferences/Preferences.h"
#include "app/core/presence/OwnPresence.h"
#include "app/core/presence/RoomPresence.h"
#include "app/core/rooms/RoomAdmin.h"
#include "app/core/rooms/RoomUpdates.h"
#include "app/core/search/MessageSearch.h"
#include "app/core/search/SearchService.h"
#include "app/core/session/ConnectionKeeper.h"
#include "app/core/signin/ConnectSteps.h"
#include "app/core/signin/RoomSteps.h"

namespace Parlour::Core {

// All services of one client, made and connected with each other; holds no behaviour of its own. Order
// of members is order of dependence: what is declared later may refer to what is declared earlier.
struct ClientServices {
  explicit ClientServices(Environment given);
  ~ClientServices();

  Environment environment;
  Preferences preferences;
  AccountSettings settings;
  Account account;
  EnvIds envIds;
  SipLink link;
  Registrar registrar;
  ChatSession session;
  RoomList rooms;
  CategoryNames categories;
  FollowedRooms followed;
  OpenedRooms opened;
  Invitations invitations;
  JoinRequests joinRequests;
  ReadMarks readMarks;
  RoomJoiner joiner;
  RoomCache roomCache;
  HistoryPager pager;
  Outbox outbox;
  TransferService transfers;
  RoomUpdates updates;
  RoomMembership membership;
  SearchService search;
  MessageSearch messageSearch;
  RoomAdmin admin;
  OwnPresence ownPresence;
  RoomPresence roomPresence;
  SignInFlow flow;
  ConnectSteps connectSteps;
  RoomSteps roomSteps;
  ConnectionKeeper keeper;

 private:
  void connectSession();
  void connectRooms();
  void connectSignIn();
};

}  // namespace Parlour::Core
