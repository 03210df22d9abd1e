// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unordered_map>

#include "server-sim/channel/AccessPolicy.h"
#include "server-sim/channel/Directory.h"
#include "server-sim/channel/RoomIndex.h"

namespace Parlour::Server {

// Categories, rooms and principals in memory, from the store's snapshot. Loop thread; no locks.
class ChannelState {
 public:
  explicit ChannelState(Snapshot snapshot);

  const QByteArray& domain() const { return domain_; }
  const QByteArray& databaseVersion() const { return databaseVersion_; }
  const CategoryUri& rootCategory() const { return rootCategory_; }
  const Directory& directory() const { return directory_; }
  const RoomIndex& rooms() const { return rooms_; }
  const std::vector<Category>& categories() const { return categories_; }
  const Category* category(CategoryId id) const;
  const Category* category(const CategoryUri& uri) const;

  // Effective switches: those of the category, narrowed by the room (product.md F11).
  bool keepsHistory(const Room& room) const;
  bool invites(const Room& room) const;
  bool allowsFiles(const Room& room) const;

  // What the user is to a category alone: active, inScope and creator are set.
  Standing standing(PrincipalId user, const Category& category) const;
  Standing standing(PrincipalId user, const Room& room) const;
  // `inCategory` as above; spares working it out again for every room of one category.
  Standing standing(PrincipalId user, const Room& room, const Standing& inCategory) const;

  void noteMessage(RoomId room, ChatId chatId, Timestamp time) { rooms_.noteMessage(room, chatId, time); }

 private:
  QByteArray domain_;
  QByteArray databaseVersion_;
  CategoryUri rootCategory_;
  Directory directory_;
  RoomIndex rooms_;
  std::vector<Category> categories_;  // role lists ascending
  std::unordered_map<CategoryId, size_t> categoriesById_;
};

// What one user is to many rooms, with each category's part worked out once. For one search; the state outlives it.
class UserView {
 public:
  UserView(const ChannelState& state, PrincipalId user) : state_(state), user_(user) {}
  Standing standing(const Room& room);

 private:
  const ChannelState& state_;
  PrincipalId user_;
  std::unordered_map<CategoryId, Standing> categories_;
};

}  // namespace Parlour::Server
