// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server-sim/channel/ChannelContext.h"
#include "server-sim/channel/changes/ChangeService.h"

namespace Parlour::Server {

// The commands that change rooms, their lists and their messages (xccos 7.15, 7.17, 7.18). Each is planned when its
// turn comes; a refusal says in its reply why.
class RoomAdminHandler {
 public:
  RoomAdminHandler(ChannelContext& context, ChangeService& changes) : context_(context), changes_(changes) {}

  void create(const Session& session, const Xccos::CreateChannel& command, Xccos::CommandRef ref);
  void modify(const Session& session, const Xccos::ModifyChannel& command, Xccos::CommandRef ref);
  void remove(const Session& session, const Xccos::DeleteChannel& command, Xccos::CommandRef ref);
  // Of a room.
  void setRoles(const Session& session, const Xccos::SetRoles& command, Xccos::CommandRef ref);
  void deleteMessages(const Session& session, const Xccos::DeleteMessages& command, Xccos::CommandRef ref);

 private:
  // The room as the user may see it now; only its address when he may not.
  Xccos::ChanInfo blockFor(SessionId session, const RoomUri& uri) const;

  ChannelContext& context_;
  ChangeService& changes_;
};

}  // namespace Parlour::Server
