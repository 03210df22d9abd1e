// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/changes/RoomPlans.h"

#include "server-sim/channel/ListTools.h"
#include "server-sim/channel/changes/HoldPlans.h"
#include "server-sim/channel/changes/Planning.h"
#include "server-sim/channel/changes/RoomLists.h"

namespace Parlour::Server {
namespace {

using Planning::Checked;
using Planning::quoted;
using Planning::refusal;
using Code = Xccos::ResponseCode;

// One room on its way from what it is to what is wished. Each step says no or goes on.
class RoomChange {
 public:
  RoomChange(const ChannelState& state, const Actor& actor, Timestamp now) : state_(state), actor_(actor), now_(now) {}

  Checked begin(const RoomDraft& draft);
  Checked begin(const RoomUri& uri, std::optional<Timestamp> asOf);
  Checked moveTo(const CategoryUri& uri);
  Checked setProperties(const RoomEdit& edit);
  Checked setLists(const std::vector<RoleEdit>& edits);
  void addCreator();
  Plan finish(const QByteArray& action);

 private:
  Checked chooseCategory(const CategoryUri& uri);
  Checked setTexts(const RoomEdit& edit);
  Checked setDisabled(bool disabled);
  Checked setInvitations(Xccos::InviteSetting setting);
  Checked setAddIn(const QByteArray& guid);
  Checked checkManagers() const;
  bool isUnchanged() const;

  const ChannelState& state_;
  const Actor& actor_;
  Timestamp now_;
  const Room* before_ = nullptr;
  const Category* category_ = nullptr;
  Room room_;
};

Checked RoomChange::chooseCategory(const CategoryUri& uri) {
  if (uri == state_.rootCategory() && !uri.isEmpty()) {
    return refusal(
        Code::HierarchyViolation,
        QStringLiteral("Rooms cannot be placed directly below the root category. Choose one of its categories."));
  }
  const auto known = Planning::knownCategory(state_, actor_, uri);
  if (const auto* refused = std::get_if<Refusal>(&known)) return *refused;
  category_ = std::get<const Category*>(known);
  if (AccessPolicy::createRooms(Planning::standingOf(state_, actor_, *category_)).allowed()) return std::nullopt;
  return refusal(
      Code::UnableToCreateRoom,
      QStringLiteral("Only creators of the category %1 may place rooms there.").arg(quoted(category_->name)));
}

Checked RoomChange::begin(const RoomDraft& draft) {
  if (auto refused = chooseCategory(draft.category)) return refused;
  room_.category = category_->id;
  room_.uri = *RoomUri::fromParts(state_.domain(), Planning::newGuid());
  RoomEdit edit;
  edit.name = draft.name;
  edit.description = draft.description;
  edit.topic = draft.topic;
  edit.type = draft.type;
  edit.privacy = draft.privacy;
  edit.disabled = draft.disabled;
  edit.invitations = draft.invitations;
  edit.addIn = draft.addIn;
  if (auto refused = setProperties(edit)) return refused;
  room_.audit.createdBy = actor_.name;
  room_.audit.createdOn = now_;
  return std::nullopt;
}

Checked RoomChange::begin(const RoomUri& uri, std::optional<Timestamp> asOf) {
  before_ = state_.rooms().find(uri);
  if (!before_) return Planning::noSuchRoom();
  const Decision decision =
      AccessPolicy::manage(Planning::standingOf(state_, actor_, *before_), RoomTraits::of(*before_));
  if (!decision.allowed()) return refusal(state_, decision, *before_);
  if (asOf && *asOf != before_->audit.updatedOn) {
    return refusal(
        Code::DataCollision,
        QStringLiteral("The room %1 was changed meanwhile. Reload it and try again.").arg(quoted(before_->name)));
  }
  category_ = state_.category(before_->category);
  if (!category_) return Planning::noSuchCategory();
  room_ = *before_;
  return std::nullopt;
}

Checked RoomChange::moveTo(const CategoryUri& uri) {
  if (category_->uri == uri) return std::nullopt;
  if (auto refused = chooseCategory(uri)) return refused;
  room_.category = category_->id;
  RoomLists::dropForbidden(state_, *category_, room_);
  return std::nullopt;
}

Checked RoomChange::setTexts(const RoomEdit& edit) {
  if (edit.name) {
    room_.name = *edit.name;
    if (auto refused = Planning::checkName(state_, room_.name, room_.id, 0)) return refused;
  }
  if (edit.description) {
    room_.description = *edit.description;
    if (auto refused = Planning::checkText(room_.description, kMaxNodeDescription, QStringLiteral("description"))) {
      return refused;
    }
  }
  if (!edit.topic) return std::nullopt;
  room_.topic = *edit.topic;
  return Planning::checkText(room_.topic, kMaxTopic, QStringLiteral("topic"));
}

Checked RoomChange::setProperties(const RoomEdit& edit) {
  if (auto refused = setTexts(edit)) return refused;
  if (edit.type) room_.type = *edit.type;
  if (edit.privacy) room_.privacy = *edit.privacy;
  if (edit.disabled) {
    if (auto refused = setDisabled(*edit.disabled)) return refused;
  }
  if (edit.invitations) {
    if (auto refused = setInvitations(*edit.invitations)) return refused;
  }
  return edit.addIn ? setAddIn(*edit.addIn) : std::nullopt;
}

Checked RoomChange::setDisabled(bool disabled) {
  if (room_.disabled && !disabled && !actor_.administrator) {
    return refusal(Code::Permission,
                   QStringLiteral("Only administrators may enable the room %1 again.").arg(quoted(room_.name)));
  }
  room_.disabled = disabled;
  return std::nullopt;
}

Checked RoomChange::setInvitations(Xccos::InviteSetting setting) {
  if (setting == Xccos::InviteSetting::On && !category_->invitations) {
    return refusal(Code::InvalidArgument,
                   QStringLiteral("The category %1 has invitations switched off, so its rooms cannot switch them on.")
                       .arg(quoted(category_->name)));
  }
  room_.inheritInvitations = setting != Xccos::InviteSetting::Off;
  return std::nullopt;
}

Checked RoomChange::setAddIn(const QByteArray& guid) {
  if (!guid.isEmpty() && !state_.addIn(guid)) {
    return refusal(Code::InvalidArgument, QStringLiteral("There is no such add-in."));
  }
  room_.addIn = guid;
  return std::nullopt;
}

Checked RoomChange::setLists(const std::vector<RoleEdit>& edits) {
  if (auto refused = RoomLists::edit(state_, *category_, room_, edits)) return refused;
  return checkManagers();
}

// Without this a room could be left with nobody who may change it.
Checked RoomChange::checkManagers() const {
  if (!before_ || actor_.administrator || room_.managers == before_->managers) return std::nullopt;
  if (RoomLists::hasActiveManager(state_, *category_, room_)) return std::nullopt;
  return refusal(Code::Permission,
                 QStringLiteral("The room %1 would be left without a manager. Make somebody else manager first.")
                     .arg(quoted(room_.name)));
}

void RoomChange::addCreator() {
  if (actor_.user == 0 || !state_.inScope(actor_.user, *category_)) return;
  const auto add = [&](std::vector<PrincipalId>& list) {
    if (!state_.directory().isIn(actor_.user, list)) {
      list.insert(std::lower_bound(list.begin(), list.end(), actor_.user), actor_.user);
    }
  };
  add(room_.managers);
  if (room_.privacy != Privacy::Open) add(room_.members);
}

bool RoomChange::isUnchanged() const {
  const Room& a = *before_;
  const Room& b = room_;
  return a.name == b.name && a.description == b.description && a.topic == b.topic && a.category == b.category &&
         a.type == b.type && a.privacy == b.privacy && a.inheritInvitations == b.inheritInvitations &&
         a.disabled == b.disabled && a.addIn == b.addIn && a.members == b.members && a.managers == b.managers &&
         a.presenters == b.presenters;
}

Plan RoomChange::finish(const QByteArray& action) {
  if (before_ && isUnchanged()) return ChangeSet{};
  Planning::stamp(room_.audit, actor_, now_);
  ChangeSet set;
  const auto newMembers = RoomLists::newMembers(state_, before_, room_);
  set.invitations = RoomLists::invitations(state_, *category_, newMembers, room_, actor_.user);
  if (before_) {
    // Who asked to be let in is in now, or cannot get in by asking any more.
    for (const JoinRequest& request : state_.joinRequests().ofRoom(room_.id)) {
      const bool isIn = Lists::contains(newMembers, request.user);
      if (isIn || room_.privacy != Privacy::Closed) set.endedJoinRequests.push_back({request.user, room_.id});
    }
  }
  set.audit.push_back(Planning::entry(actor_, now_, action, room_.uri.bytes(),
                                      before_ ? Planning::describe(state_, *before_) : QJsonObject{},
                                      Planning::describe(state_, room_)));
  set.rooms.push_back(std::move(room_));
  return set;
}

}  // namespace

Plan createRoom(const ChannelState& state, const Actor& actor, const RoomDraft& draft, Timestamp now) {
  RoomChange change(state, actor, now);
  if (auto refused = change.begin(draft)) return *refused;
  if (auto refused = change.setLists(draft.roles)) return *refused;
  change.addCreator();
  return change.finish("room.create");
}

Plan modifyRoom(const ChannelState& state, const Actor& actor, const RoomEdit& edit, Timestamp now) {
  RoomChange change(state, actor, now);
  if (auto refused = change.begin(edit.room, edit.asOf)) return *refused;
  if (edit.category) {
    if (auto refused = change.moveTo(*edit.category)) return *refused;
  }
  if (auto refused = change.setProperties(edit)) return *refused;
  if (auto refused = change.setLists(edit.roles)) return *refused;
  return change.finish("room.set");
}

Plan setRoomRoles(const ChannelState& state, const Actor& actor, const RoomUri& room,
                  const std::vector<RoleEdit>& roles, std::optional<Timestamp> asOf, Timestamp now) {
  RoomChange change(state, actor, now);
  if (auto refused = change.begin(room, asOf)) return *refused;
  if (auto refused = change.setLists(roles)) return *refused;
  return change.finish("room.roles");
}

Plan removeRoom(const ChannelState& state, const Actor& actor, const RoomUri& uri, Timestamp now) {
  const Room* room = state.rooms().find(uri);
  if (!room) return Planning::noSuchRoom();
  const Decision seen = AccessPolicy::see(Planning::standingOf(state, actor, *room), RoomTraits::of(*room));
  if (seen.code == Code::NoSuchNode) return refusal(seen);
  if (auto refused = Planning::administratorsOnly(actor, QStringLiteral("delete rooms"))) return *refused;
  if (auto held = refuseHeldRoom(state, *room, true)) return *held;
  ChangeSet set;
  set.removedRooms.push_back(room->id);
  set.audit.push_back(Planning::entry(actor, now, "room.remove", uri.bytes(), Planning::describe(state, *room), {}));
  return set;
}

MovePreview previewMove(const ChannelState& state, const Room& room, const Category& target,
                        const std::vector<PrincipalId>& present) {
  Room moved = room;
  moved.category = target.id;
  RoomLists::dropForbidden(state, target, moved);
  RoomLists::dropImpossible(state, moved);
  MovePreview preview;
  preview.members = Lists::lost(room.members, moved.members);
  preview.managers = Lists::lost(room.managers, moved.managers);
  preview.presenters = Lists::lost(room.presenters, moved.presenters);
  for (const PrincipalId user : present) {
    const Standing standing = state.standing(user, moved, state.standing(user, target));
    if (!AccessPolicy::join(standing, RoomTraits::of(moved)).allowed()) preview.losingAccess.push_back(user);
  }
  return preview;
}

}  // namespace Parlour::Server
