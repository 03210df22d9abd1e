// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/xccos/Blocks.h"
#include "server-sim/channel/ChannelState.h"
#include "server-sim/channel/changes/Plan.h"

// Users, groups and who belongs to which group (product.md 1.1); for administrators. Nobody is ever deleted, because
// messages keep their authors: people who leave are disabled. Who may chat is for
// policies to say (PolicyPlans). Pure functions of the state; loop thread.
namespace Parlour::Server {

struct UserDraft {
  QByteArray uri;  // "sip:ada@orchard.example"
  QString displayName;
  QString email;
  QString company;
};

// What is absent stays.
struct UserEdit {
  QByteArray uri;
  std::optional<QString> displayName;
  std::optional<QString> email;
  std::optional<QString> company;
  std::optional<bool> enabled;  // false: ends the user's sessions and keeps the user out
};

struct GroupDraft {
  QString displayName;  // members follow with modifyGroup, once the group has its number
};

struct GroupEdit {
  QByteArray uri;
  std::optional<QString> displayName;
  Xccos::RoleOp op = Xccos::RoleOp::Add;
  std::optional<std::vector<QByteArray>> members;  // what to do with them says `op`
};

Plan createUser(const ChannelState& state, const Actor& actor, const UserDraft& draft, Timestamp now);
Plan modifyUser(const ChannelState& state, const Actor& actor, const UserEdit& edit, Timestamp now);
// The address is made from a new guid: "ma-grp:<guid>@u.g".
Plan createGroup(const ChannelState& state, const Actor& actor, const GroupDraft& draft, Timestamp now);
// A group may not come to contain itself.
Plan modifyGroup(const ChannelState& state, const Actor& actor, const GroupEdit& edit, Timestamp now);

}  // namespace Parlour::Server
