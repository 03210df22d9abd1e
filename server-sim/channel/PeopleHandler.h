// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server-sim/channel/ChannelContext.h"
#include "server-sim/channel/DirectorySearch.h"
#include "server-sim/channel/Eligible.h"

namespace Parlour::Server {

// The directory of people and groups (xccos 7.17): everybody who may use the chat may search it. With a node and a
// role only those are found who may get the role there; the caller must see the node.
class PeopleHandler {
 public:
  explicit PeopleHandler(ChannelContext& context);

  void search(const Session& session, const Xccos::SearchUsers& command, Xccos::CommandRef ref);
  void userInfo(const Session& session, const Xccos::GetUserInfo& command, Xccos::CommandRef ref);

 private:
  // A refusal, or who is wanted.
  struct Wanted {
    Decision decision;
    EligibleTest test;
  };
  Wanted wantedBy(const Session& session, const Xccos::SearchUsers& command) const;
  Wanted wantedInRoom(const Session& session, const RoomUri& uri, Xccos::RoleType role) const;
  Wanted wantedInCategory(const Session& session, const CategoryUri& uri, Xccos::RoleType role) const;

  const DirectorySearch& directory();

  ChannelContext& context_;
  DirectorySearch directory_;
  quint64 revision_ = 0;  // of the directory that directory_ follows
};

}  // namespace Parlour::Server
