// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/changes/PrincipalPlans.h"

#include <QJsonArray>

#include "server-sim/channel/ListTools.h"
#include "server-sim/channel/changes/Planning.h"

namespace Parlour::Server {
namespace {

using Planning::Checked;
using Planning::quoted;
using Planning::refusal;
using Code = Xccos::ResponseCode;

constexpr qsizetype kMaxPrincipalText = 256;

QJsonObject describePrincipal(const Principal& principal) {
  return {{QStringLiteral("name"), principal.displayName},
          {QStringLiteral("email"), principal.email},
          {QStringLiteral("company"), principal.company},
          {QStringLiteral("enabled"), principal.enabled}};
}

Checked setTexts(Principal& principal, const std::optional<QString>& name, const std::optional<QString>& email,
                 const std::optional<QString>& company) {
  const auto set = [](QString& text, const std::optional<QString>& wanted, const QString& what) -> Checked {
    if (!wanted) return std::nullopt;
    text = *wanted;
    return Planning::checkText(text, kMaxPrincipalText, what);
  };
  if (auto refused = set(principal.displayName, name, QStringLiteral("name"))) return refused;
  if (auto refused = set(principal.email, email, QStringLiteral("mail address"))) return refused;
  if (auto refused = set(principal.company, company, QStringLiteral("company"))) return refused;
  if (!principal.displayName.isEmpty()) return std::nullopt;
  return refusal(Code::InvalidArgument, QStringLiteral("A name is needed."));
}

std::variant<const Principal*, Refusal> principalOf(const ChannelState& state, const QByteArray& uri, bool user) {
  const Principal* principal = state.directory().find(uri.trimmed().toLower());
  if (principal && principal->isUser() == user) return principal;
  const QString what = user ? QStringLiteral("There is no person %1.") : QStringLiteral("There is no group %1.");
  return refusal(Code::NoSuchPrincipal, what.arg(quoted(QString::fromUtf8(uri))));
}

// The principals as members of the group, which may not stand below any of them.
Checked checkCycles(const ChannelState& state, const Principal& group, const std::vector<PrincipalId>& members) {
  const auto& above = state.directory().affiliations(group.id);
  for (const PrincipalId member : members) {
    if (!std::binary_search(above.begin(), above.end(), member)) continue;
    return refusal(Code::InvalidArgument,
                   QStringLiteral("%1 cannot become a member of %2: the group would contain itself.")
                       .arg(quoted(Planning::nameOf(state, member)), quoted(group.displayName)));
  }
  return std::nullopt;
}

std::vector<PrincipalId> directMembers(const ChannelState& state, PrincipalId group) {
  std::vector<PrincipalId> members;
  for (const GroupMembership& membership : state.directory().memberships()) {
    if (membership.group == group) members.push_back(membership.member);
  }
  return members;
}

QJsonArray addressesOf(const ChannelState& state, const std::vector<PrincipalId>& principals) {
  QJsonArray array;
  for (const PrincipalId id : principals) {
    if (const Principal* principal = state.directory().find(id)) array.append(QString::fromUtf8(principal->uri));
  }
  return array;
}

ChangeSet principalSet(const Actor& actor, Timestamp now, const QByteArray& action, const Principal* before,
                       const Principal& after) {
  ChangeSet set;
  set.principals.push_back(after);
  set.audit.push_back(Planning::entry(actor, now, action, after.uri,
                                      before ? describePrincipal(*before) : QJsonObject{}, describePrincipal(after)));
  return set;
}

}  // namespace

Plan createUser(const ChannelState& state, const Actor& actor, const UserDraft& draft, Timestamp now) {
  if (auto refused = Planning::administratorsOnly(actor, QStringLiteral("create users"))) return *refused;
  const auto uri = SipUri::parse(draft.uri);
  if (!uri) {
    return refusal(Code::InvalidArgument,
                   QStringLiteral("%1 is no sign-in address.").arg(quoted(QString::fromUtf8(draft.uri))));
  }
  if (state.directory().find(uri->bytes())) {
    return refusal(Code::PrincipalAlreadyDefined,
                   QStringLiteral("There is already somebody with the address %1.").arg(quoted(uri->toString())));
  }
  if (state.poolEndpoints().contains(uri->bytes())) {
    return refusal(Code::PrincipalAlreadyDefined,
                   QStringLiteral("%1 is an address of the pool.").arg(quoted(uri->toString())));
  }
  Principal user;
  user.uri = uri->bytes();
  user.guid = Planning::newGuid();
  if (auto refused = setTexts(user, draft.displayName, draft.email, draft.company)) return *refused;
  return principalSet(actor, now, "user.create", nullptr, user);
}

Plan modifyUser(const ChannelState& state, const Actor& actor, const UserEdit& edit, Timestamp now) {
  if (auto refused = Planning::administratorsOnly(actor, QStringLiteral("change users"))) return *refused;
  const auto found = principalOf(state, edit.uri, true);
  if (const auto* refused = std::get_if<Refusal>(&found)) return *refused;
  const Principal& before = *std::get<const Principal*>(found);
  Principal user = before;
  if (auto refused = setTexts(user, edit.displayName, edit.email, edit.company)) return *refused;
  user.enabled = edit.enabled.value_or(user.enabled);
  if (describePrincipal(before) == describePrincipal(user)) return ChangeSet{};
  return principalSet(actor, now, "user.set", &before, user);
}

Plan createGroup(const ChannelState& state, const Actor& actor, const GroupDraft& draft, Timestamp now) {
  if (auto refused = Planning::administratorsOnly(actor, QStringLiteral("create groups"))) return *refused;
  Principal group;
  group.guid = Planning::newGuid();
  group.uri = "ma-grp:" + group.guid + "@u.g";
  group.type = PrincipalType::Group;
  if (auto refused = setTexts(group, draft.displayName, std::nullopt, std::nullopt)) return *refused;
  for (const Principal* other : state.directory().all()) {
    if (other->isUser() || !Lists::isSameName(other->displayName, group.displayName)) continue;
    return refusal(Code::PrincipalAlreadyDefined,
                   QStringLiteral("There is already a group %1.").arg(quoted(other->displayName)));
  }
  return principalSet(actor, now, "group.create", nullptr, group);
}

Plan modifyGroup(const ChannelState& state, const Actor& actor, const GroupEdit& edit, Timestamp now) {
  if (auto refused = Planning::administratorsOnly(actor, QStringLiteral("change groups"))) return *refused;
  const auto found = principalOf(state, edit.uri, false);
  if (const auto* refused = std::get_if<Refusal>(&found)) return *refused;
  const Principal& before = *std::get<const Principal*>(found);
  ChangeSet set;
  Principal group = before;
  if (auto refused = setTexts(group, edit.displayName, std::nullopt, std::nullopt)) return *refused;
  if (group.displayName != before.displayName) set = principalSet(actor, now, "group.set", &before, group);
  if (!edit.members) return set;
  const auto members = directMembers(state, group.id);
  auto result = Planning::edited(state, members, edit.op, *edit.members);
  if (const auto* refused = std::get_if<Refusal>(&result)) return *refused;
  const auto& wanted = std::get<std::vector<PrincipalId>>(result);
  const auto added = Lists::lost(wanted, members);
  const auto removed = Lists::lost(members, wanted);
  if (auto refused = checkCycles(state, group, added)) return *refused;
  if (added.empty() && removed.empty()) return set;
  for (const PrincipalId member : added) set.addedMemberships.push_back({group.id, member});
  for (const PrincipalId member : removed) set.removedMemberships.push_back({group.id, member});
  set.audit.push_back(Planning::entry(actor, now, "group.members", group.uri,
                                      {{QStringLiteral("members"), addressesOf(state, removed)}},
                                      {{QStringLiteral("members"), addressesOf(state, added)}}));
  return set;
}

}  // namespace Parlour::Server
