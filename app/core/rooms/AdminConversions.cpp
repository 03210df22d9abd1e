// SPDX-License-Identifier: Apache-2.0
#include "app/core/rooms/AdminConversions.h"

#include "app/core/Words.h"
#include "app/core/rooms/Conversions.h"

namespace Parlour::Core {

namespace {

Error badAddress(const QByteArray& address) {
  return Error::make(ErrorCode::InvalidArgument,
                     Words::tr("\"%1\" is no address of a person or a group.").arg(QString::fromUtf8(address)));
}

Status appendRole(std::vector<Xccos::RoleList>& roles, RoomRole role, Xccos::RoleOp op,
                  const QList<QByteArray>& addresses) {
  if (addresses.isEmpty()) return success();
  Xccos::RoleList list;
  list.type = toRoleType(role);
  list.op = op;
  for (const QByteArray& address : addresses) {
    const bool person = address.startsWith("sip:") && !SipUri::fromTrusted(address).isEmpty();
    if (!person && !address.startsWith("ma-grp:")) return badAddress(address);
    Xccos::UserInfo user;
    user.uri = address;
    list.users.push_back(user);
  }
  roles.push_back(list);
  return success();
}

Result<Xccos::ChanInfo> toProperties(const RoomEdit& edit) {
  Xccos::ChanInfo info;
  if (edit.name) info.name = edit.name->trimmed();
  info.description = edit.description;
  info.topic = edit.topic;
  info.disabled = edit.disabled;
  if (edit.category) {
    const auto category = CategoryUri::parse(*edit.category);
    if (!category) return category.error();
    info.parent = *category;
  }
  if (edit.privacy) info.visibility = toVisibility(*edit.privacy);
  if (edit.kind) {
    info.behavior = *edit.kind == RoomKind::Auditorium ? Xccos::Behavior::Auditorium : Xccos::Behavior::Normal;
  }
  if (edit.invitationsInherited) {
    info.invite = *edit.invitationsInherited ? Xccos::InviteSetting::Inherit : Xccos::InviteSetting::Off;
  }
  if (edit.addIn) info.addIn = Xccos::AddIn{edit.addIn->isEmpty() ? Xccos::kNoAddIn : *edit.addIn, {}, {}};
  return info;
}

}  // namespace

Principal toPrincipal(const Xccos::UserInfo& user) {
  Principal principal;
  principal.uri = user.uri;
  principal.name = user.dispname.isEmpty() ? user.uname : user.dispname;
  if (principal.name.isEmpty()) {
    principal.name = QString::fromUtf8(principal.isPerson() ? user.uri.mid(4) : user.uri);
  }
  principal.email = user.email;
  principal.company = user.company;
  principal.disabled = user.disabled.value_or(false);
  return principal;
}

QList<Principal> toPrincipals(const std::vector<Xccos::UserInfo>& users) {
  QList<Principal> principals;
  principals.reserve(static_cast<qsizetype>(users.size()));
  for (const Xccos::UserInfo& user : users) principals.append(toPrincipal(user));
  return principals;
}

Xccos::RoleType toRoleType(RoomRole role) {
  switch (role) {
    case RoomRole::Member:
      return Xccos::RoleType::Member;
    case RoomRole::Manager:
      return Xccos::RoleType::Manager;
    case RoomRole::Presenter:
      return Xccos::RoleType::Presenter;
  }
  return Xccos::RoleType::Member;
}

void takeRoles(RoomDetails& details, const std::vector<Xccos::RoleList>& roles) {
  bool members = false;
  bool managers = false;
  for (const Xccos::RoleList& role : roles) {
    if (role.type == Xccos::RoleType::Presenter) details.presenters = toPrincipals(role.users);
    if (role.type == Xccos::RoleType::Member) {
      details.members = toPrincipals(role.users);
      members = true;
    } else if (role.type == Xccos::RoleType::Manager) {
      details.managers = toPrincipals(role.users);
      managers = true;
    }
  }
  details.listed = details.listed || (members && managers);
}

void takeSettings(RoomDetails& details, const Xccos::ChanInfo& room) {
  if (room.invite) details.invitationsInherited = *room.invite != Xccos::InviteSetting::Off;
  if (room.addIn && !room.addIn->id.isEmpty() && room.addIn->id != Xccos::kNoAddIn) {
    details.addIn = RoomAddIn{room.addIn->id, room.addIn->name, room.addIn->url};
  }
  takeRoles(details, room.roles);
}

Result<Xccos::ChanInfo> toNewRoom(const RoomEdit& edit) {
  if (edit.name.value_or(QString()).trimmed().isEmpty()) {
    return Error::make(ErrorCode::InvalidArgument, Words::tr("A room needs a name."));
  }
  if (edit.category.value_or(QByteArray()).isEmpty()) {
    return Error::make(ErrorCode::InvalidArgument, Words::tr("A room needs a category."));
  }
  Result<Xccos::ChanInfo> info = toProperties(edit);
  if (!info) return info;
  if (edit.addIn && edit.addIn->isEmpty()) info->addIn.reset();
  for (const RoleEdit& role : edit.roles) {
    const Status added = appendRole(info->roles, role.role, Xccos::RoleOp::Set, role.add);
    if (!added) return added.error();
  }
  return info;
}

Result<Xccos::ChanInfo> toChanges(const RoomUri& room, const RoomEdit& edit) {
  Result<Xccos::ChanInfo> info = toProperties(edit);
  if (!info) return info;
  info->uri = room;
  if (!edit.readOn.isNull()) {
    info->audit = Xccos::Audit{};
    info->audit->updatedOn = edit.readOn;
  }
  for (const RoleEdit& role : edit.roles) {
    const Status added = appendRole(info->roles, role.role, Xccos::RoleOp::Add, role.add);
    if (!added) return added.error();
    const Status removed = appendRole(info->roles, role.role, Xccos::RoleOp::Remove, role.remove);
    if (!removed) return removed.error();
  }
  return info;
}

RoomSummary withEdit(RoomSummary summary, const RoomEdit& edit) {
  if (edit.name) summary.name = edit.name->trimmed();
  if (edit.description) summary.description = *edit.description;
  if (edit.topic) summary.topic = *edit.topic;
  if (edit.privacy) summary.privacy = *edit.privacy;
  if (edit.kind) summary.kind = *edit.kind;
  if (edit.disabled) summary.disabled = *edit.disabled;
  if (edit.category && *edit.category != summary.category) {
    summary.category = *edit.category;
    summary.categoryName.clear();
  }
  return summary;
}

}  // namespace Parlour::Core
