// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server-sim/channel/ChannelContext.h"
#include "server-sim/channel/changes/ChangeService.h"

namespace Parlour::Server {

// The commands that change categories and their lists (xccos 7.16, 7.17), for administrators. A refusal says in its
// reply why.
class CategoryAdminHandler {
 public:
  CategoryAdminHandler(ChannelContext& context, ChangeService& changes) : context_(context), changes_(changes) {}

  void create(const Session& session, const Xccos::CreateNode& command, Xccos::CommandRef ref);
  void modify(const Session& session, const Xccos::ModifyNode& command, Xccos::CommandRef ref);
  void remove(const Session& session, const Xccos::DeleteNode& command, Xccos::CommandRef ref);
  // Of a category.
  void setRoles(const Session& session, const Xccos::SetRoles& command, Xccos::CommandRef ref);

 private:
  Xccos::NodeInfo block(const CategoryUri& uri) const;

  ChannelContext& context_;
  ChangeService& changes_;
};

}  // namespace Parlour::Server
