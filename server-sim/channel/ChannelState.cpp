// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/ChannelState.h"

#include <QByteArrayList>
#include <algorithm>
#include <set>

#include "server-sim/channel/ListTools.h"

namespace Parlour::Server {
namespace {

QByteArrayList wordsOf(const QByteArray& text) {
  const QByteArray tidy = text.simplified();
  return tidy.isEmpty() ? QByteArrayList() : tidy.split(' ');
}

}  // namespace

ChannelState::ChannelState(Snapshot snapshot)
    : domain_(std::move(snapshot.domain)),
      databaseVersion_(std::move(snapshot.databaseVersion)),
      rootCategory_(std::move(snapshot.rootCategory)),
      directory_(std::move(snapshot.principals), snapshot.memberships, domain_),
      rooms_(std::move(snapshot.rooms)),
      addIns_(std::move(snapshot.addIns)),
      policies_(std::move(snapshot.policies)),
      configuration_(std::move(snapshot.configuration)) {
  for (Category& category : snapshot.categories) addCategory(std::move(category));
  for (const PolicyGrant& grant : snapshot.grants) grants_[grant.user] = grant.policy;
  for (JoinRequest& request : snapshot.joinRequests) joinRequests_.put(std::move(request));
  holds_ = std::move(snapshot.holds);
}

void ChannelState::addCategory(Category category) {
  for (auto* list : {&category.allowed, &category.denied, &category.creators}) std::sort(list->begin(), list->end());
  const auto [place, added] = categoriesById_.emplace(category.id, categories_.size());
  if (added) {
    categories_.push_back(std::move(category));
  } else {
    categories_[place->second] = std::move(category);
  }
}

const Category* ChannelState::category(CategoryId id) const {
  const auto found = categoriesById_.find(id);
  return found == categoriesById_.end() ? nullptr : &categories_[found->second];
}

const Category* ChannelState::category(const CategoryUri& uri) const {
  return Lists::findWhere(categories_, [&](const Category& category) { return category.uri == uri; });
}

const Category* ChannelState::categoryNamed(const QString& name) const {
  const QString folded = name.toCaseFolded();
  return Lists::findWhere(categories_,
                          [&](const Category& category) { return category.name.toCaseFolded() == folded; });
}

const AddIn* ChannelState::addIn(const QByteArray& guid) const {
  return Lists::findWhere(addIns_, [&](const AddIn& addIn) { return addIn.guid == guid; });
}

const LegalHold* ChannelState::hold(const QString& name) const {
  return Lists::findWhere(holds_, [&](const LegalHold& hold) { return Lists::isSameName(hold.name, name); });
}

const Policy* ChannelState::policy(const QString& name) const {
  return Lists::findWhere(policies_, [&](const Policy& policy) { return Lists::isSameName(policy.name, name); });
}

QByteArrayList ChannelState::poolEndpoints() const {
  return wordsOf(configured(PoolSetting::kEndpoints).value_or(QByteArray()));
}

bool ChannelState::isActiveServer(const QByteArray& name) const {
  const auto active = configured(PoolSetting::kActiveServers);
  return !active || wordsOf(*active).contains(name.toLower());
}

std::optional<QByteArray> ChannelState::configured(const QByteArray& key) const {
  const ConfigurationValue* best = nullptr;
  for (const ConfigurationValue& value : configuration_) {
    if (value.key == key && value.value && (!best || value.scope > best->scope)) best = &value;
  }
  return best ? best->value : std::nullopt;
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

void ChannelState::setAdministrators(const std::vector<QByteArray>& addresses) {
  administrators_.clear();
  for (const QByteArray& address : addresses) administrators_.push_back(address.toLower());
  std::sort(administrators_.begin(), administrators_.end());
}

bool ChannelState::isAdministrator(PrincipalId user) const {
  if (administrators_.empty()) return false;
  const Principal* principal = directory_.find(user);
  return principal && std::binary_search(administrators_.begin(), administrators_.end(), principal->uri);
}

bool ChannelState::inScope(PrincipalId principal, const Category& category) const {
  return directory_.isIn(principal, category.allowed) && !directory_.isIn(principal, category.denied);
}

Standing ChannelState::standing(PrincipalId user, const Category& category) const {
  const Principal* principal = directory_.find(user);
  Standing standing;
  standing.active = principal && principal->isUser() && principal->enabled && principal->chatEnabled;
  standing.inScope = inScope(user, category);
  standing.creator = directory_.isIn(user, category.creators);
  standing.administrator = standing.active && isAdministrator(user);
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

AppliedChange ChannelState::apply(const ChangeSet& set, const ChangeReceipt& receipt) {
  applySettings(set);
  AppliedChange applied;
  applied.principals = directory_.apply(changedPrincipals(set, receipt), set.addedMemberships, set.removedMemberships);
  applyCategories(set, receipt);
  applyRooms(set, receipt);
  applyJoinRequests(set);
  return applied;
}

bool ChannelState::mayChat(PrincipalId user) const {
  const auto ofScope = [this](PolicyScope scope) {
    return Lists::findWhere(policies_, [scope](const Policy& policy) { return policy.scope == scope; });
  };
  const auto granted = grants_.find(user);
  const Policy* decisive = granted == grants_.end() ? nullptr : policy(granted->second);
  if (!decisive) decisive = ofScope(PolicyScope::Site);
  if (!decisive) decisive = ofScope(PolicyScope::Global);
  return decisive && decisive->enabled;
}

// Those of the set, with the right to chat as the store will load it, and all whose right the set's policies change.
std::vector<Principal> ChannelState::changedPrincipals(const ChangeSet& set, const ChangeReceipt& receipt) const {
  std::vector<Principal> changed = set.principals;
  std::set<PrincipalId> named;
  for (size_t i = 0; i < changed.size(); ++i) {
    Principal& principal = changed[i];
    principal.id = receipt.principals[i];
    const Principal* known = directory_.find(principal.id);
    principal.chatEnabled = principal.isUser() && (known ? known->chatEnabled : mayChat(principal.id));
    named.insert(principal.id);
  }
  if (set.policies.empty() && set.removedPolicies.empty() && set.grants.empty()) return changed;
  for (const Principal* principal : directory_.all()) {
    if (principal->isUser() && !named.contains(principal->id)) changed.push_back(*principal);
  }
  for (Principal& principal : changed) principal.chatEnabled = principal.isUser() && mayChat(principal.id);
  std::erase_if(changed, [&](const Principal& principal) {
    const Principal* known = directory_.find(principal.id);
    return known && !named.contains(principal.id) && known->chatEnabled == principal.chatEnabled;
  });
  return changed;
}

void ChannelState::applyCategories(const ChangeSet& set, const ChangeReceipt& receipt) {
  for (size_t i = 0; i < set.categories.size(); ++i) {
    Category category = set.categories[i];
    category.id = receipt.categories[i];
    addCategory(std::move(category));
  }
  if (set.removedCategories.empty()) return;
  std::erase_if(categories_,
                [&](const Category& category) { return Lists::contains(set.removedCategories, category.id); });
  categoriesById_.clear();
  for (size_t row = 0; row < categories_.size(); ++row) categoriesById_.emplace(categories_[row].id, row);
}

void ChannelState::applyRooms(const ChangeSet& set, const ChangeReceipt& receipt) {
  for (size_t i = 0; i < set.rooms.size(); ++i) {
    Room room = set.rooms[i];
    room.id = receipt.rooms[i];
    rooms_.put(std::move(room));
  }
  for (const RoomId room : set.removedRooms) rooms_.remove(room);
}

void ChannelState::applySettings(const ChangeSet& set) {
  for (const AddIn& addIn : set.addIns) {
    std::erase_if(addIns_, [&](const AddIn& known) { return known.guid == addIn.guid; });
    addIns_.push_back(addIn);
  }
  std::erase_if(addIns_, [&](const AddIn& addIn) { return Lists::contains(set.removedAddIns, addIn.guid); });
  for (const Policy& policy : set.policies) {
    std::erase_if(policies_, [&](const Policy& known) { return Lists::isSameName(known.name, policy.name); });
    policies_.push_back(policy);
  }
  for (const QString& name : set.removedPolicies) {
    std::erase_if(policies_, [&](const Policy& policy) { return Lists::isSameName(policy.name, name); });
    std::erase_if(grants_, [&](const auto& grant) { return Lists::isSameName(grant.second, name); });
  }
  for (const PolicyGrant& grant : set.grants) {
    if (grant.policy.isEmpty()) {
      grants_.erase(grant.user);
    } else {
      grants_[grant.user] = grant.policy;
    }
  }
  for (const ConfigurationValue& value : set.configuration) {
    std::erase_if(configuration_, [&](const ConfigurationValue& known) {
      return known.key == value.key && known.scope == value.scope;
    });
    if (value.value) configuration_.push_back(value);
  }
  std::erase_if(holds_, [&](const LegalHold& hold) {
    return Lists::findWhere(set.removedHolds, [&](const QString& name) { return Lists::isSameName(name, hold.name); });
  });
  holds_.insert(holds_.end(), set.holds.begin(), set.holds.end());
}

void ChannelState::applyJoinRequests(const ChangeSet& set) {
  for (const JoinRequest& request : set.joinRequests) joinRequests_.put(request);
  for (const EndedJoinRequest& ended : set.endedJoinRequests) joinRequests_.end(ended.user, ended.room);
  for (const RoomId room : set.removedRooms) joinRequests_.removeRoom(room);
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
