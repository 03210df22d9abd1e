// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server-sim/channel/ChannelContext.h"

namespace Parlour::Server {

// Role lists of rooms and categories, and the caller's own permissions (xccos 7.17). Whoever sees a room sees who is
// member and who manages it; who presents is for managers, the lists of a category are for administrators.
// When one of the lists wanted is not for the caller, none is given.
class RoleQueryHandler {
 public:
  explicit RoleQueryHandler(ChannelContext& context) : context_(context) {}

  void roles(const Session& session, const Xccos::GetRoles& command, Xccos::CommandRef ref);
  void permissions(const Session& session, const Xccos::GetPermissions& command, Xccos::CommandRef ref);

 private:
  using Lists = std::vector<Xccos::RoleList>;
  Decision roomRoles(const Session& session, const RoomUri& uri, const std::vector<Xccos::RoleType>& wanted,
                     Lists& lists) const;
  Decision categoryRoles(const Session& session, const CategoryUri& uri, const std::vector<Xccos::RoleType>& wanted,
                         Lists& lists) const;

  ChannelContext& context_;
};

}  // namespace Parlour::Server
