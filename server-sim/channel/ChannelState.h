// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <unordered_map>

#include "server-sim/channel/AccessPolicy.h"
#include "server-sim/channel/ChangeSet.h"
#include "server-sim/channel/Directory.h"
#include "server-sim/channel/JoinRequests.h"
#include "server-sim/channel/RoomIndex.h"

namespace Parlour::Server {

// What a change set did to memory, for those who must be told.
struct AppliedChange {
  std::vector<PrincipalId> principals;  // ascending; whose data or groups are not what they were
};

// Categories, rooms, principals and settings in memory: the store's snapshot, then what the change sets made of it.
// Loop thread; no locks.
class ChannelState {
 public:
  explicit ChannelState(Snapshot snapshot);

  const QByteArray& domain() const { return domain_; }
  const QByteArray& databaseVersion() const { return databaseVersion_; }
  const CategoryUri& rootCategory() const { return rootCategory_; }
  const Directory& directory() const { return directory_; }
  const RoomIndex& rooms() const { return rooms_; }
  // Addresses of categories do not outlive a change.
  const std::vector<Category>& categories() const { return categories_; }
  const Category* category(CategoryId id) const;
  const Category* category(const CategoryUri& uri) const;
  // By name, without regard to case.
  const Category* categoryNamed(const QString& name) const;

  const std::vector<AddIn>& addIns() const { return addIns_; }
  const AddIn* addIn(const QByteArray& guid) const;
  const std::vector<Policy>& policies() const { return policies_; }
  const Policy* policy(const QString& name) const;
  // User → name of the policy granted.
  const std::map<PrincipalId, QString>& grants() const { return grants_; }
  const std::vector<ConfigurationValue>& configuration() const { return configuration_; }
  const JoinRequests& joinRequests() const { return joinRequests_; }
  const std::vector<LegalHold>& holds() const { return holds_; }
  const LegalHold* hold(const QString& name) const;
  // As it takes effect: that of the pool, else of the site, else the global one.
  std::optional<QByteArray> configured(const QByteArray& key) const;
  // Friendly SIP addresses of the pool, for older clients.
  QByteArrayList poolEndpoints() const;
  // Whether the server takes new sessions.
  bool isActiveServer(const QByteArray& name) const;

  // Effective switches: those of the category, narrowed by the room (product.md F11).
  bool keepsHistory(const Room& room) const;
  bool invites(const Room& room) const;
  bool allowsFiles(const Room& room) const;

  // Who administers the chat service, by address.
  void setAdministrators(const std::vector<QByteArray>& addresses);
  bool isAdministrator(PrincipalId user) const;
  // Whether a principal is within what the category allows and denies; a group by itself and the groups above it.
  bool inScope(PrincipalId principal, const Category& category) const;

  // What the user is to a category alone: active, inScope, creator and administrator are set.
  Standing standing(PrincipalId user, const Category& category) const;
  Standing standing(PrincipalId user, const Room& room) const;
  // `inCategory` as above; spares working it out again for every room of one category.
  Standing standing(PrincipalId user, const Room& room, const Standing& inCategory) const;

  void noteMessage(RoomId room, ChatId chatId, Timestamp time) { rooms_.noteMessage(room, chatId, time); }
  // What the store has committed, with the numbers it gave. Afterwards the state equals that of a fresh load.
  AppliedChange apply(const ChangeSet& set, const ChangeReceipt& receipt);

 private:
  // What the policies say; without any that speaks for the user: no.
  bool mayChat(PrincipalId user) const;
  std::vector<Principal> changedPrincipals(const ChangeSet& set, const ChangeReceipt& receipt) const;
  void addCategory(Category category);
  void applyCategories(const ChangeSet& set, const ChangeReceipt& receipt);
  void applyRooms(const ChangeSet& set, const ChangeReceipt& receipt);
  void applySettings(const ChangeSet& set);
  void applyJoinRequests(const ChangeSet& set);

  QByteArray domain_;
  QByteArray databaseVersion_;
  CategoryUri rootCategory_;
  Directory directory_;
  RoomIndex rooms_;
  std::vector<Category> categories_;  // role lists ascending
  std::unordered_map<CategoryId, size_t> categoriesById_;
  std::vector<AddIn> addIns_;
  std::vector<Policy> policies_;
  std::map<PrincipalId, QString> grants_;
  std::vector<ConfigurationValue> configuration_;
  JoinRequests joinRequests_;
  std::vector<LegalHold> holds_;
  std::vector<QByteArray> administrators_;  // ascending
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
