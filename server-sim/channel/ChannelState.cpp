// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/ChannelState.h"

#include <algorithm>

namespace Parlour::Server {

ChannelState::ChannelState(Snapshot snapshot)
    : domain_(std::move(snapshot.domain)),
      databaseVersion_(std::move(snapshot.databaseVersion)),
      rootCategory_(std::move(snapshot.rootCategory)),
      directory_(std::move(snapshot.principals), snapshot.memberships, domain_),
      rooms_(std::move(snapshot.rooms)),
      categories_(std::move(snapshot.categories)) {
  for (size_t row = 0; row < categories_.size(); ++row) {
    Category& category = categories_[row];
    for (auto* list : {&category.allowed, &category.denied, &category.creators}) std::sort(list->begin(), list->end());
    categoriesById_.emplace(category.id, row);
  }
}

const Category* ChannelState::category(CategoryId id) const {
  const auto found = categoriesById_.find(id);
  return found == categoriesById_.end() ? nullptr : &categories_[found->second];
}

const Category* ChannelState::category(const CategoryUri& uri) const {
  const auto found =
      std::find_if(categories_.begin(), categories_.end(), [&](const Category& c) { return c.uri == uri; });
  return found == categories_.end() ? nullptr : &*found;
}

bool ChannelState::keepsHistory(const Room& room) const {
  const Category* parent = category(room.category);
  return parent && parent->history;
}

bool ChannelState::invites(const Room& room) const {
  const Category* parent = category(room.category);
  return parent && parent->invitations && room.inheritInvitations;
}

bool ChannelState::allowsFiles(const Room& room) const {
  const Category* parent = category(room.category);
  return parent && parent->files;
}

Standing ChannelState::standing(PrincipalId user, const Category& category) const {
  const Principal* principal = directory_.find(user);
  Standing standing;
  standing.active = principal && principal->isUser() && principal->enabled && principal->chatEnabled;
  standing.inScope = directory_.isIn(user, category.allowed) && !directory_.isIn(user, category.denied);
  standing.creator = directory_.isIn(user, category.creators);
  return standing;
}

Standing ChannelState::standing(PrincipalId user, const Room& room) const {
  const Category* parent = category(room.category);
  return standing(user, room, parent ? standing(user, *parent) : Standing{});
}

Standing ChannelState::standing(PrincipalId user, const Room& room, const Standing& inCategory) const {
  Standing standing = inCategory;
  standing.member = directory_.isIn(user, room.members);
  standing.manager = directory_.isIn(user, room.managers);
  standing.presenter = directory_.isIn(user, room.presenters);
  return standing;
}

Standing UserView::standing(const Room& room) {
  auto found = categories_.find(room.category);
  if (found == categories_.end()) {
    const Category* parent = state_.category(room.category);
    found = categories_.emplace(room.category, parent ? state_.standing(user_, *parent) : Standing{}).first;
  }
  return state_.standing(user_, room, found->second);
}

}  // namespace Parlour::Server
