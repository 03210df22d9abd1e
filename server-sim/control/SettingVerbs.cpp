// SPDX-License-Identifier: Apache-2.0
// Add-ins, policies, and configuration of the chat and of the compliance service.
#include <algorithm>
#include <array>

#include "server-sim/channel/TypeWords.h"
#include "server-sim/channel/changes/ConfigurationPlans.h"
#include "server-sim/channel/changes/PolicyPlans.h"
#include "server-sim/control/AdminJson.h"
#include "server-sim/control/AdminLookup.h"
#include "server-sim/control/VerbTable.h"

namespace Parlour::Server::Verbs {
namespace {

void saveAddInVerb(const AdminContext& context, const AdminCall& call, const AddInDraft& draft) {
  context.change(call, [draft, actor = call.actor, now = context.clock.now()](const ChannelState& state) {
    return saveAddIn(state, actor, draft, now);
  });
}

void addAddIn(const AdminContext& context, const AdminCall& call) {
  saveAddInVerb(context, call, {{}, call.arguments.text("name"), call.arguments.text("url")});
}

void setAddIn(const AdminContext& context, const AdminCall& call) {
  const auto known = AdminLookup::addIn(context.state(), call.arguments.text("addin"));
  if (!known) return call.fail(known.error());
  const AddIn& addIn = **known;
  saveAddInVerb(context, call,
                {addIn.guid, call.arguments.optionalText("name").value_or(addIn.name),
                 call.arguments.optionalText("url").value_or(addIn.url)});
}

void removeAddInVerb(const AdminContext& context, const AdminCall& call) {
  const auto known = AdminLookup::addIn(context.state(), call.arguments.text("addin"));
  if (!known) return call.fail(known.error());
  context.change(call, [guid = (*known)->guid, actor = call.actor, now = context.clock.now()](
                           const ChannelState& state) { return removeAddIn(state, actor, guid, now); });
}

void listAddIns(const AdminContext& context, const AdminCall& call) {
  const auto& rooms = context.state().rooms().byName();
  QJsonArray lines;
  for (const AddIn& addIn : context.state().addIns()) {
    const auto used = std::count_if(rooms.begin(), rooms.end(),
                                    [&](const IndexedRoom* indexed) { return indexed->room.addIn == addIn.guid; });
    lines.append(QJsonObject{{QStringLiteral("name"), addIn.name},
                             {QStringLiteral("url"), addIn.url},
                             {QStringLiteral("id"), QString::fromUtf8(addIn.guid)},
                             {QStringLiteral("rooms"), static_cast<qint64>(used)}});
  }
  call.succeed(lines);
}

template <typename Scope>
std::optional<Scope> scopeOf(const QString& word, std::initializer_list<Scope> scopes) {
  for (const Scope scope : scopes) {
    if (TypeWords::word(scope) == word) return scope;
  }
  return std::nullopt;
}

void addPolicy(const AdminContext& context, const AdminCall& call) {
  const auto scope = scopeOf(call.arguments.text("scope"), {PolicyScope::Global, PolicyScope::Site, PolicyScope::User});
  if (!scope) {
    return call.fail(
        Error::make(ErrorCode::InvalidArgument, QStringLiteral("A policy has scope global, site or user.")));
  }
  const QString name = call.arguments.text("name");
  if (context.state().policy(name.trimmed())) {
    return call.fail(Error::make(ErrorCode::Conflict, QStringLiteral("There is already a policy \"%1\".").arg(name)));
  }
  const Policy policy{name, *scope, *call.arguments.onOff("enabled")};
  context.change(call, [policy, actor = call.actor, now = context.clock.now()](const ChannelState& state) {
    return savePolicy(state, actor, policy, now);
  });
}

void setPolicy(const AdminContext& context, const AdminCall& call) {
  const Policy* known = context.state().policy(call.arguments.text("name").trimmed());
  if (!known) {
    return call.fail(Error::make(ErrorCode::NotFound,
                                 QStringLiteral("There is no policy \"%1\".").arg(call.arguments.text("name"))));
  }
  Policy policy = *known;
  policy.enabled = *call.arguments.onOff("enabled");
  context.change(call, [policy, actor = call.actor, now = context.clock.now()](const ChannelState& state) {
    return savePolicy(state, actor, policy, now);
  });
}

void removePolicyVerb(const AdminContext& context, const AdminCall& call) {
  context.change(call, [name = call.arguments.text("name"), actor = call.actor, now = context.clock.now()](
                           const ChannelState& state) { return removePolicy(state, actor, name, now); });
}

void grantPolicyVerb(const AdminContext& context, const AdminCall& call) {
  const auto user = AdminLookup::person(context.state(), call.arguments.text("user"));
  if (!user) return call.fail(user.error());
  context.change(
      call, [uri = (*user)->uri, name = call.arguments.text("name"), actor = call.actor, now = context.clock.now()](
                const ChannelState& state) { return grantPolicy(state, actor, uri, name, now); });
}

void listPolicies(const AdminContext& context, const AdminCall& call) {
  const auto& grants = context.state().grants();
  QJsonArray lines;
  for (const Policy& policy : context.state().policies()) {
    const auto granted = std::count_if(grants.begin(), grants.end(), [&](const auto& grant) {
      return grant.second.compare(policy.name, Qt::CaseInsensitive) == 0;
    });
    lines.append(QJsonObject{{QStringLiteral("name"), policy.name},
                             {QStringLiteral("scope"), TypeWords::word(policy.scope)},
                             {QStringLiteral("enabled"), policy.enabled},
                             {QStringLiteral("grants"), static_cast<qint64>(granted)}});
  }
  call.succeed(lines);
}

QJsonObject settingLine(const ChannelState& state, const ConfigurationKey& key) {
  QJsonObject line{{QStringLiteral("key"), QLatin1String(key.name)}, {QStringLiteral("range"), rangeOf(key)}};
  for (const ConfigurationValue& value : state.configuration()) {
    if (value.key == key.name && value.value) {
      line.insert(TypeWords::word(value.scope), QString::fromUtf8(*value.value));
    }
  }
  const auto effective = state.configured(key.name);
  line.insert(QStringLiteral("effective"), effective ? QString::fromUtf8(*effective) : QStringLiteral("(default)"));
  return line;
}

template <ConfigurationGroup group>
void listSettings(const AdminContext& context, const AdminCall& call) {
  QJsonArray lines;
  for (const ConfigurationKey& key : configurationKeys()) {
    if (key.group == group) lines.append(settingLine(context.state(), key));
  }
  call.succeed(lines);
}

// Null, and the call answered, when there is no such setting in the group.
const ConfigurationKey* settingOf(const AdminCall& call, ConfigurationGroup group) {
  const QString name = call.arguments.text("key");
  for (const ConfigurationKey& key : configurationKeys()) {
    if (key.group == group && name.compare(QLatin1String(key.name), Qt::CaseInsensitive) == 0) return &key;
  }
  call.fail(Error::make(ErrorCode::NotFound, QStringLiteral("There is no setting \"%1\".").arg(name)));
  return nullptr;
}

template <ConfigurationGroup group>
void getSetting(const AdminContext& context, const AdminCall& call) {
  if (const ConfigurationKey* key = settingOf(call, group)) call.succeed(settingLine(context.state(), *key));
}

void changeSetting(const AdminContext& context, const AdminCall& call, const ConfigurationKey& key,
                   const std::optional<QByteArray>& text) {
  const QString word = call.arguments.optionalText("scope").value_or(QStringLiteral("pool"));
  const auto scope = scopeOf(word, {ConfigurationScope::Global, ConfigurationScope::Site, ConfigurationScope::Pool});
  if (!scope) {
    return call.fail(
        Error::make(ErrorCode::InvalidArgument, QStringLiteral("A setting has scope global, site or pool.")));
  }
  const ConfigurationValue value{*scope, key.name, text};
  context.change(call, [value, actor = call.actor, now = context.clock.now()](const ChannelState& state) {
    return setConfiguration(state, actor, value, now);
  });
}

template <ConfigurationGroup group>
void setSetting(const AdminContext& context, const AdminCall& call) {
  if (const auto* key = settingOf(call, group))
    changeSetting(context, call, *key, call.arguments.text("value").toUtf8());
}

template <ConfigurationGroup group>
void removeSetting(const AdminContext& context, const AdminCall& call) {
  if (const auto* key = settingOf(call, group)) changeSetting(context, call, *key, std::nullopt);
}

constexpr auto kChat = ConfigurationGroup::Chat;
constexpr auto kCompliance = ConfigurationGroup::Compliance;

constexpr std::array kSettingVerbs{
    VerbRow{"addin add", addAddIn},
    VerbRow{"addin list", listAddIns},
    VerbRow{"addin set", setAddIn},
    VerbRow{"addin rm", removeAddInVerb},
    VerbRow{"policy add", addPolicy},
    VerbRow{"policy list", listPolicies},
    VerbRow{"policy set", setPolicy},
    VerbRow{"policy rm", removePolicyVerb},
    VerbRow{"policy grant", grantPolicyVerb},
    VerbRow{"config get", getSetting<kChat>},
    VerbRow{"config list", listSettings<kChat>},
    VerbRow{"config set", setSetting<kChat>},
    VerbRow{"config rm", removeSetting<kChat>},
    VerbRow{"compliance config get", getSetting<kCompliance>},
    VerbRow{"compliance config list", listSettings<kCompliance>},
    VerbRow{"compliance config set", setSetting<kCompliance>},
    VerbRow{"compliance config rm", removeSetting<kCompliance>},
};

}  // namespace

Run settingVerb(const QString& name) { return runOf(kSettingVerbs, name); }

}  // namespace Parlour::Server::Verbs
