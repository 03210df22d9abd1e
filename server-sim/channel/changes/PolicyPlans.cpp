// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/changes/PolicyPlans.h"

#include "server-sim/channel/ListTools.h"
#include "server-sim/channel/TypeWords.h"
#include "server-sim/channel/changes/Planning.h"

namespace Parlour::Server {
namespace {

using Planning::Checked;
using Planning::quoted;
using Planning::refusal;
using Code = Xccos::ResponseCode;

constexpr qsizetype kMaxPolicyName = 256;

QJsonObject describePolicy(const Policy& policy) {
  return {{QStringLiteral("name"), policy.name},
          {QStringLiteral("scope"), TypeWords::word(policy.scope)},
          {QStringLiteral("enabled"), policy.enabled}};
}

QJsonObject describeAddIn(const AddIn& addIn) {
  return {{QStringLiteral("name"), addIn.name}, {QStringLiteral("url"), addIn.url}};
}

Checked checkPolicy(const ChannelState& state, const Policy& policy) {
  if (policy.name.isEmpty() || policy.name.size() > kMaxPolicyName) {
    return refusal(Code::InvalidArgument,
                   QStringLiteral("A policy needs a name of at most %1 characters.").arg(kMaxPolicyName));
  }
  const Policy* known = state.policy(policy.name);
  if (known && known->scope != policy.scope) {
    return refusal(Code::InvalidArgument,
                   QStringLiteral("The policy %1 cannot get another scope.").arg(quoted(known->name)));
  }
  if (known || policy.scope == PolicyScope::User) return std::nullopt;
  for (const Policy& other : state.policies()) {
    if (other.scope != policy.scope) continue;
    return refusal(Code::InvalidArgument,
                   QStringLiteral("There is already a policy for this scope: %1.").arg(quoted(other.name)));
  }
  return std::nullopt;
}

Checked checkAddIn(const ChannelState& state, const AddIn& addIn) {
  if (addIn.name.isEmpty() || addIn.name.size() > kMaxAddInName) {
    return refusal(Code::InvalidArgument,
                   QStringLiteral("An add-in needs a name of at most %1 characters.").arg(kMaxAddInName));
  }
  if (addIn.url.size() > kMaxAddInUrl || !Planning::isWebAddress(addIn.url)) {
    return refusal(
        Code::InvalidArgument,
        QStringLiteral("The address of an add-in must be a web page (http or https) of at most %1 characters.")
            .arg(kMaxAddInUrl));
  }
  const AddIn* same = Lists::findWhere(state.addIns(), [&](const AddIn& other) {
    return other.guid != addIn.guid && Lists::isSameName(other.name, addIn.name);
  });
  if (!same) return std::nullopt;
  return refusal(Code::DuplicateAddInName, QStringLiteral("There is already an add-in %1.").arg(quoted(same->name)));
}

}  // namespace

Plan savePolicy(const ChannelState& state, const Actor& actor, const Policy& wanted, Timestamp now) {
  if (auto refused = Planning::administratorsOnly(actor, QStringLiteral("change policies"))) return *refused;
  Policy policy = wanted;
  policy.name = policy.name.trimmed();
  if (auto refused = checkPolicy(state, policy)) return *refused;
  const Policy* known = state.policy(policy.name);
  if (known) policy.name = known->name;
  if (known && *known == policy) return ChangeSet{};
  ChangeSet set;
  set.policies.push_back(policy);
  set.audit.push_back(Planning::entry(actor, now, "policy.set", policy.name.toUtf8(),
                                      known ? describePolicy(*known) : QJsonObject{}, describePolicy(policy)));
  return set;
}

Plan removePolicy(const ChannelState& state, const Actor& actor, const QString& name, Timestamp now) {
  if (auto refused = Planning::administratorsOnly(actor, QStringLiteral("delete policies"))) return *refused;
  const Policy* known = state.policy(name.trimmed());
  if (!known) return refusal(Code::InvalidArgument, QStringLiteral("There is no policy %1.").arg(quoted(name)));
  ChangeSet set;
  set.removedPolicies.push_back(known->name);
  set.audit.push_back(Planning::entry(actor, now, "policy.remove", known->name.toUtf8(), describePolicy(*known), {}));
  return set;
}

Plan grantPolicy(const ChannelState& state, const Actor& actor, const QByteArray& user, const QString& policy,
                 Timestamp now) {
  if (auto refused = Planning::administratorsOnly(actor, QStringLiteral("grant policies"))) return *refused;
  const Principal* principal = state.directory().find(user.trimmed().toLower());
  if (!principal || !principal->isUser()) {
    return refusal(Code::NoSuchPrincipal,
                   QStringLiteral("There is no person %1.").arg(quoted(QString::fromUtf8(user))));
  }
  const Policy* known = policy.isEmpty() ? nullptr : state.policy(policy);
  if (!policy.isEmpty() && (!known || known->scope != PolicyScope::User)) {
    return refusal(Code::InvalidArgument,
                   QStringLiteral("There is no policy %1 that can be granted to a person.").arg(quoted(policy)));
  }
  const auto granted = state.grants().find(principal->id);
  const QString before = granted == state.grants().end() ? QString() : granted->second;
  const QString name = known ? known->name : QString();
  if (before == name) return ChangeSet{};
  ChangeSet set;
  set.grants.push_back({principal->id, name});
  set.audit.push_back(Planning::entry(actor, now, "policy.grant", principal->uri, {{QStringLiteral("policy"), before}},
                                      {{QStringLiteral("policy"), name}}));
  return set;
}

Plan saveAddIn(const ChannelState& state, const Actor& actor, const AddInDraft& draft, Timestamp now) {
  if (auto refused = Planning::administratorsOnly(actor, QStringLiteral("register add-ins"))) return *refused;
  const AddIn* known = draft.guid.isEmpty() ? nullptr : state.addIn(draft.guid);
  if (!draft.guid.isEmpty() && !known)
    return refusal(Code::InvalidArgument, QStringLiteral("There is no such add-in."));
  const AddIn addIn{known ? known->guid : Planning::newGuid(), draft.name.trimmed(), draft.url.trimmed()};
  if (auto refused = checkAddIn(state, addIn)) return *refused;
  if (known && *known == addIn) return ChangeSet{};
  ChangeSet set;
  set.addIns.push_back(addIn);
  set.audit.push_back(Planning::entry(actor, now, "addin.set", addIn.guid,
                                      known ? describeAddIn(*known) : QJsonObject{}, describeAddIn(addIn)));
  return set;
}

Plan removeAddIn(const ChannelState& state, const Actor& actor, const QByteArray& guid, Timestamp now) {
  if (auto refused = Planning::administratorsOnly(actor, QStringLiteral("remove add-ins"))) return *refused;
  const AddIn* known = state.addIn(guid);
  if (!known) return refusal(Code::InvalidArgument, QStringLiteral("There is no such add-in."));
  ChangeSet set;
  set.removedAddIns.push_back(guid);
  set.audit.push_back(Planning::entry(actor, now, "addin.remove", guid, describeAddIn(*known), {}));
  for (const IndexedRoom* indexed : state.rooms().byName()) {
    if (indexed->room.addIn != guid) continue;
    Room room = indexed->room;
    room.addIn.clear();
    Planning::stamp(room.audit, actor, now);
    set.rooms.push_back(std::move(room));
  }
  return set;
}

}  // namespace Parlour::Server
