// SPDX-License-Identifier: Apache-2.0
#include "server-sim/web/WebRules.h"

#include <algorithm>

#include "server-sim/channel/AccessActions.h"
#include "server-sim/channel/changes/Planning.h"

namespace Parlour::Server::WebRules {
namespace {

Error absentRoom() {
  return Error::make(ErrorCode::NotFound,
                     QStringLiteral("There is no such room, or you may not see it. Go back to the list of rooms."));
}

Error absentCategory() {
  return Error::make(ErrorCode::NotFound, QStringLiteral("There is no such category, or you may not use it."));
}

Decision mayManage(const ChannelState& state, const Actor& actor, const Room& room) {
  return AccessPolicy::manage(Planning::standingOf(state, actor, room), RoomTraits::of(room));
}

QStringList namesOfManagers(const ChannelState& state, const Room& room) {
  QStringList names;
  for (const PrincipalId id : room.managers) names.append(Planning::nameOf(state, id));
  return names;
}

void sortByName(std::vector<const Category*>& categories) {
  std::sort(categories.begin(), categories.end(),
            [](const Category* a, const Category* b) { return a->name.compare(b->name, Qt::CaseInsensitive) < 0; });
}

}  // namespace

Result<const Room*> managedRoom(const ChannelState& state, const Actor& actor, const QString& key) {
  const auto uri = RoomUri::fromParts(state.domain(), key.toUtf8());
  const Room* room = uri ? state.rooms().find(*uri) : nullptr;
  if (!room) return absentRoom();
  const Decision manage = mayManage(state, actor, *room);
  if (manage.allowed()) return room;
  const Decision see = AccessPolicy::see(Planning::standingOf(state, actor, *room), RoomTraits::of(*room));
  if (!see.allowed()) return absentRoom();
  return Error::make(ErrorCode::PermissionDenied, explain(manage, namesOfManagers(state, *room)));
}

std::vector<const Room*> managedRooms(const ChannelState& state, const Actor& actor) {
  std::vector<const Room*> rooms;
  UserView view(state, actor.user);
  for (const IndexedRoom* indexed : state.rooms().byName()) {
    const Room& room = indexed->room;
    if (AccessPolicy::manage(view.standing(room), RoomTraits::of(room)).allowed()) rooms.push_back(&room);
  }
  return rooms;
}

std::vector<const Category*> creatableCategories(const ChannelState& state, const Actor& actor) {
  std::vector<const Category*> found;
  for (const Category& category : state.categories()) {
    if (category.uri == state.rootCategory()) continue;
    if (AccessPolicy::createRooms(Planning::standingOf(state, actor, category)).allowed()) found.push_back(&category);
  }
  sortByName(found);
  return found;
}

Result<const Category*> creatableCategory(const ChannelState& state, const Actor& actor, const QString& key) {
  for (const Category* category : creatableCategories(state, actor)) {
    if (category->uri.key() == key.toUtf8().toLower()) return category;
  }
  return absentCategory();
}

Result<const Category*> category(const ChannelState& state, const Actor& actor, const QString& key) {
  if (const Status allowed = administrator(actor); !allowed) return allowed.error();
  const auto uri = CategoryUri::fromParts(state.domain(), key.toUtf8());
  const Category* found = uri ? state.category(*uri) : nullptr;
  if (found && found->uri != state.rootCategory()) return found;
  return absentCategory();
}

Status administrator(const Actor& actor) {
  if (actor.administrator) return success();
  return Error::make(ErrorCode::PermissionDenied, QStringLiteral("Only administrators may see this page."));
}

}  // namespace Parlour::Server::WebRules
