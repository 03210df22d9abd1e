// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/PrincipalBlocks.h"

namespace Parlour::Server::PrincipalBlocks {

Xccos::UserInfo named(const Principal& principal) {
  Xccos::UserInfo block;
  block.uri = principal.uri;
  block.type = static_cast<Xccos::PrincipalType>(principal.type);
  block.dispname = principal.displayName;
  // Older clients show only this one of what is no person.
  if (!principal.isUser()) block.uname = principal.displayName;
  return block;
}

Xccos::UserInfo found(const Principal& principal) {
  Xccos::UserInfo block = named(principal);
  block.guid = principal.guid;
  block.email = principal.email;
  block.company = principal.company;
  return block;
}

Xccos::UserInfo full(const Directory& directory, const Principal& principal) {
  Xccos::UserInfo block = found(principal);
  block.disabled = !principal.enabled;
  for (const PrincipalId id : directory.affiliations(principal.id)) {
    const Principal* group = id == principal.id ? nullptr : directory.find(id);
    if (group) block.memberOf.push_back(Xccos::GroupRef{group->uri, group->displayName});
  }
  return block;
}

Xccos::RoleList roleList(const Directory& directory, Xccos::RoleType type, const std::vector<PrincipalId>& list) {
  Xccos::RoleList role;
  role.type = type;
  for (const PrincipalId id : list) {
    if (const Principal* principal = directory.find(id)) role.users.push_back(named(*principal));
  }
  return role;
}

}  // namespace Parlour::Server::PrincipalBlocks
