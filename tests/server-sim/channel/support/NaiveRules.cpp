// SPDX-License-Identifier: Apache-2.0
#include "tests/server-sim/channel/support/NaiveRules.h"

#include <algorithm>
#include <set>

namespace Parlour::Server::Testing {
namespace {

constexpr int kDeepestGroup = 12;

auto fieldsOf(const Room& r) {
  return std::make_tuple(r.id, r.uri, r.name, r.description, r.topic, r.category, r.type, r.privacy,
                         r.inheritInvitations, r.disabled, r.addIn);
}

auto stampsOf(const Room& r) {
  return std::make_tuple(r.audit.createdBy, r.audit.createdOn, r.audit.updatedBy, r.audit.updatedOn, r.lastChatId);
}

auto listsOf(const Room& r) { return std::make_tuple(r.members, r.managers, r.presenters); }

auto fieldsOf(const Category& c) {
  return std::make_tuple(c.id, c.uri, c.name, c.description, c.invitations, c.files, c.history, c.allowed, c.denied,
                         c.creators);
}

auto fieldsOf(const Principal& p) {
  return std::make_tuple(p.id, p.uri, p.guid, p.type, p.displayName, p.email, p.company, p.enabled, p.chatEnabled);
}

QString roomDifference(const ChannelState& state, const ChannelState& fresh) {
  if (state.rooms().size() != fresh.rooms().size()) return QStringLiteral("number of rooms");
  const auto& a = state.rooms().byName();
  const auto& b = fresh.rooms().byName();
  for (size_t i = 0; i < a.size(); ++i) {
    const Room& is = a[i]->room;
    const Room& should = b[i]->room;
    if (fieldsOf(is) != fieldsOf(should)) return QStringLiteral("room ") + should.name;
    if (stampsOf(is) != stampsOf(should)) return QStringLiteral("stamps of room ") + should.name;
    if (listsOf(is) != listsOf(should)) return QStringLiteral("lists of room ") + should.name;
    if (a[i]->foldedName != b[i]->foldedName) return QStringLiteral("search name of ") + should.name;
    if (state.rooms().find(should.id) != &is || state.rooms().find(should.uri) != &is) return QStringLiteral("index");
    if (state.rooms().findName(should.name.toUpper()) != &is) return QStringLiteral("index of names");
  }
  return {};
}

QString peopleDifference(const ChannelState& state, const ChannelState& fresh) {
  const auto is = state.directory().all();
  const auto should = fresh.directory().all();
  if (is.size() != should.size()) return QStringLiteral("number of principals");
  for (size_t i = 0; i < is.size(); ++i) {
    const QString name = should[i]->displayName;
    if (fieldsOf(*is[i]) != fieldsOf(*should[i])) return QStringLiteral("principal ") + name;
    if (state.directory().find(should[i]->uri) != is[i]) return QStringLiteral("address of ") + name;
    const PrincipalId id = should[i]->id;
    if (state.directory().affiliations(id) != fresh.directory().affiliations(id)) {
      return QStringLiteral("groups above ") + name;
    }
  }
  return state.directory().memberships() == fresh.directory().memberships() ? QString() : QStringLiteral("memberships");
}

QString categoryDifference(const ChannelState& state, const ChannelState& fresh) {
  if (state.categories().size() != fresh.categories().size()) return QStringLiteral("number of categories");
  for (const Category& should : fresh.categories()) {
    const Category* is = state.category(should.id);
    if (!is || fieldsOf(*is) != fieldsOf(should)) return QStringLiteral("category ") + should.name;
  }
  return {};
}

template <typename T>
bool sameInAnyOrder(const std::vector<T>& a, const std::vector<T>& b) {
  return std::is_permutation(a.begin(), a.end(), b.begin(), b.end());
}

QString settingsDifference(const ChannelState& state, const ChannelState& fresh) {
  if (!sameInAnyOrder(state.addIns(), fresh.addIns())) return QStringLiteral("add-ins");
  if (!sameInAnyOrder(state.policies(), fresh.policies())) return QStringLiteral("policies");
  if (!sameInAnyOrder(state.configuration(), fresh.configuration())) return QStringLiteral("configuration");
  if (state.joinRequests().all() != fresh.joinRequests().all()) return QStringLiteral("requests to join");
  return state.grants() == fresh.grants() ? QString() : QStringLiteral("grants");
}

}  // namespace

bool NaiveRules::isActive(PrincipalId user) const {
  const Principal* principal = state_.directory().find(user);
  return principal && principal->enabled && principal->chatEnabled;
}

bool NaiveRules::isBelow(PrincipalId principal, PrincipalId group, int depth) const {
  if (principal == group) return true;
  if (depth == kDeepestGroup) return false;
  const auto& memberships = state_.directory().memberships();
  return std::any_of(memberships.begin(), memberships.end(), [&](const GroupMembership& membership) {
    return membership.member == principal && isBelow(membership.group, group, depth + 1);
  });
}

bool NaiveRules::isIn(PrincipalId user, const std::vector<PrincipalId>& list) const {
  return std::any_of(list.begin(), list.end(), [&](PrincipalId entry) { return isBelow(user, entry, 0); });
}

bool NaiveRules::isInScope(PrincipalId user, const Room& room) const {
  const Category* category = state_.category(room.category);
  return category && isIn(user, category->allowed) && !isIn(user, category->denied);
}

bool NaiveRules::isListedMember(PrincipalId user, const Room& room) const { return isIn(user, room.members); }

bool NaiveRules::knows(PrincipalId user, const Room& room) const {
  if (!isActive(user)) return false;
  if (user == administrator_) return true;
  if (!isInScope(user, room)) return false;
  return room.privacy != Privacy::Secret || isListedMember(user, room) || isIn(user, room.managers);
}

bool NaiveRules::reads(PrincipalId user, const Room& room) const {
  if (!isActive(user) || room.disabled || !isInScope(user, room)) return false;
  return room.privacy == Privacy::Open || isListedMember(user, room);
}

QString differenceOf(const ChannelState& state, const Snapshot& loaded) {
  const ChannelState fresh(loaded);
  for (const auto& part : {peopleDifference, categoryDifference, roomDifference, settingsDifference}) {
    const QString difference = part(state, fresh);
    if (!difference.isEmpty()) return difference;
  }
  return {};
}

}  // namespace Parlour::Server::Testing
