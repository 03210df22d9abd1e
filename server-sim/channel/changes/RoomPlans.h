// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/xccos/Blocks.h"
#include "server-sim/channel/ChannelState.h"
#include "server-sim/channel/changes/Plan.h"

// Creating, changing, staffing and removing rooms under the rules of product.md 1.4 and xccos 6.4, 7.15, 7.17, 11.2.
// Pure functions of the state; loop thread.
//
// Names are unique in the pool, without regard to case, among rooms and categories. A creator becomes manager, and
// member where the room has a member list. An open room has no members and a normal room no presenters: a change to
// open or normal drops that list, naming people for it is refused. Whoever loses membership loses the presenter's role
// with it. Whoever becomes a member has his request to join ended. Principals of a list are only checked against the
// category when they are new in it.
namespace Parlour::Server {

inline constexpr qsizetype kMaxNodeName = 256;
inline constexpr qsizetype kMaxNodeDescription = 256;
inline constexpr qsizetype kMaxTopic = 512;
inline constexpr size_t kMaxListEntries = 5'000;  // of one list of a room or category

// A change of one list by addresses ("sip:…", "ma-grp:…"). Adding one principal that is there already is refused, of
// several those are skipped; removing what is not there changes nothing.
struct RoleEdit {
  Role role = Role::Member;
  Xccos::RoleOp op = Xccos::RoleOp::Set;
  std::vector<QByteArray> principals;
};

struct RoomDraft {
  QString name;
  CategoryUri category;
  QString description;
  QString topic;
  RoomType type = RoomType::Normal;
  Privacy privacy = Privacy::Closed;
  bool disabled = false;
  Xccos::InviteSetting invitations = Xccos::InviteSetting::Inherit;
  QByteArray addIn;  // guid of a registered one, or empty
  std::vector<RoleEdit> roles;
};

// What is absent stays.
struct RoomEdit {
  RoomUri room;
  std::optional<QString> name;
  std::optional<CategoryUri> category;  // moves; entries that the target does not allow are dropped
  std::optional<QString> description;
  std::optional<QString> topic;
  std::optional<RoomType> type;
  std::optional<Privacy> privacy;
  std::optional<bool> disabled;
  std::optional<Xccos::InviteSetting> invitations;
  std::optional<QByteArray> addIn;  // empty takes it away
  std::vector<RoleEdit> roles;
  std::optional<Timestamp> asOf;  // updatedOn as last read; DataCollision when the room has changed since
};

Plan createRoom(const ChannelState& state, const Actor& actor, const RoomDraft& draft, Timestamp now);
Plan modifyRoom(const ChannelState& state, const Actor& actor, const RoomEdit& edit, Timestamp now);
Plan setRoomRoles(const ChannelState& state, const Actor& actor, const RoomUri& room,
                  const std::vector<RoleEdit>& roles, std::optional<Timestamp> asOf, Timestamp now);
// Administrators.
Plan removeRoom(const ChannelState& state, const Actor& actor, const RoomUri& room, Timestamp now);

// What a room would lose in another category: entries of its lists, and who of those present would have to leave.
struct MovePreview {
  std::vector<PrincipalId> members;
  std::vector<PrincipalId> managers;
  std::vector<PrincipalId> presenters;
  std::vector<PrincipalId> losingAccess;
  bool isEmpty() const { return members.empty() && managers.empty() && presenters.empty() && losingAccess.empty(); }
};
MovePreview previewMove(const ChannelState& state, const Room& room, const Category& target,
                        const std::vector<PrincipalId>& present);

}  // namespace Parlour::Server
