// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/RoomBlocks.h"

#include "server-sim/channel/PrincipalBlocks.h"

namespace Parlour::Server {
namespace RoomBlocks {
namespace {

std::optional<Timestamp> timeIfSet(Timestamp time) {
  return time.isNull() ? std::nullopt : std::optional<Timestamp>(time);
}

}  // namespace

Xccos::Behavior behavior(RoomType type) {
  return type == RoomType::Auditorium ? Xccos::Behavior::Auditorium : Xccos::Behavior::Normal;
}

Xccos::Visibility visibility(Privacy privacy) {
  switch (privacy) {
    case Privacy::Open:
      return Xccos::Visibility::Open;
    case Privacy::Closed:
      return Xccos::Visibility::Scoped;
    case Privacy::Secret:
      break;
  }
  return Xccos::Visibility::Private;
}

Xccos::UserInfo person(const Principal& principal) {
  Xccos::UserInfo user;
  user.uri = principal.uri;
  user.dispname = principal.displayName;
  return user;
}

Xccos::ChanInfo searchResult(const ChannelContext& context, const Room& room) {
  Xccos::ChanInfo block;
  block.uri = room.uri;
  block.name = room.name;
  block.description = room.description;
  block.behavior = behavior(room.type);
  if (room.disabled) block.disabled = true;
  block.participantCount = static_cast<quint32>(context.participants.userCount(room.id));
  block.visibility = visibility(room.privacy);
  block.filePost = context.state.allowsFiles(room);
  block.invite = context.state.invites(room) ? Xccos::InviteSetting::On : Xccos::InviteSetting::Off;
  block.logged = context.state.keepsHistory(room);
  return block;
}

Xccos::ChanInfo joined(const ChannelContext& context, const Room& room) {
  Xccos::ChanInfo block = searchResult(context, room);
  if (!room.topic.isEmpty()) block.topic = room.topic;
  if (const Category* parent = context.state.category(room.category)) block.parent = parent->uri;
  block.disabled = room.disabled;
  if (const AddIn* addIn = context.state.addIn(room.addIn)) {
    block.addIn = Xccos::AddIn{addIn->guid, addIn->name, addIn->url};
  }
  Xccos::Audit audit;
  audit.createdBy = QString::fromUtf8(room.audit.createdBy);
  audit.createdOn = timeIfSet(room.audit.createdOn);
  audit.updatedBy = QString::fromUtf8(room.audit.updatedBy);
  audit.updatedOn = timeIfSet(room.audit.updatedOn);
  block.audit = audit;
  return block;
}

Xccos::ChanInfo full(const ChannelContext& context, const Room& room) {
  Xccos::ChanInfo block = joined(context, room);
  block.invite = room.inheritInvitations ? Xccos::InviteSetting::Inherit : Xccos::InviteSetting::Off;
  return block;
}

Xccos::NodeInfo category(const ChannelState& state, const Category& category) {
  Xccos::NodeInfo node;
  node.uri = category.uri;
  node.name = category.name;
  node.description = category.description;
  node.parent = state.rootCategory();
  node.invite = category.invitations ? Xccos::InviteSetting::On : Xccos::InviteSetting::Off;
  node.filePost = category.files;
  node.logged = category.history;
  return node;
}

Xccos::Invitation invitation(const ChannelContext& context, const Room& room, const StoredInvitation& stored) {
  Xccos::Invitation block;
  block.inviteId = static_cast<quint32>(stored.number);
  block.domain = context.state.domain();
  block.createdOn = stored.createdOn;
  block.room = searchResult(context, room);
  return block;
}

Xccos::JoinRequest joinRequest(const ChannelState& state, const Room* room, const JoinRequest& request) {
  Xccos::JoinRequest block;
  if (room) {
    block.room = room->uri;
    block.roomName = room->name;
  }
  block.words = request.words;
  block.askedOn = request.askedOn;
  if (const Principal* user = state.directory().find(request.user)) {
    block.user = SipUri::fromTrusted(user->uri);
    block.userName = user->displayName;
  }
  return block;
}

std::vector<Xccos::RoleList> roles(const ChannelState& state, const Room& room) {
  const Directory& directory = state.directory();
  return {PrincipalBlocks::roleList(directory, Xccos::RoleType::Member, room.members),
          PrincipalBlocks::roleList(directory, Xccos::RoleType::Manager, room.managers),
          PrincipalBlocks::roleList(directory, Xccos::RoleType::Presenter, room.presenters)};
}

}  // namespace RoomBlocks

bool RosterMap::add(const ChannelContext& context, RoomId room, Xccos::ChanInfo& block) {
  const auto& present = context.participants.users(room);
  if (users_.size() + present.size() > maxUsers_) return false;
  std::map<quint32, std::vector<quint32>> byMask;
  for (const auto& [user, participant] : present) byMask[participant.mask].push_back(numberOf(context, user));
  for (auto& [mask, numbers] : byMask) block.maskMap.push_back(Xccos::MaskEntry{mask, std::move(numbers)});
  return true;
}

quint32 RosterMap::numberOf(const ChannelContext& context, PrincipalId user) {
  const auto [place, added] = numbers_.try_emplace(user, static_cast<quint32>(users_.size()));
  if (added) {
    const Principal* principal = context.state.directory().find(user);
    Xccos::UserInfo block = principal ? RoomBlocks::person(*principal) : Xccos::UserInfo{};
    block.id = place->second;
    if (!names_) block.dispname.clear();
    users_.push_back(std::move(block));
  }
  return place->second;
}

}  // namespace Parlour::Server
