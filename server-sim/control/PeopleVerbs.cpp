// SPDX-License-Identifier: Apache-2.0
// People and groups.
#include <algorithm>
#include <array>

#include "server-sim/channel/changes/PrincipalPlans.h"
#include "server-sim/control/AdminJson.h"
#include "server-sim/control/AdminLookup.h"
#include "server-sim/control/VerbTable.h"

namespace Parlour::Server::Verbs {
namespace {

constexpr qint64 kPrincipalsListed = 1'000;

bool mentions(const Principal& principal, const QString& words) {
  return words.isEmpty() || principal.displayName.contains(words, Qt::CaseInsensitive) ||
         QString::fromUtf8(principal.uri).contains(words, Qt::CaseInsensitive) ||
         principal.email.contains(words, Qt::CaseInsensitive);
}

// Answers with the principals that `accepts` and the words of the call let through, in the order of their names.
template <typename Accepts, typename Line>
void listPrincipals(const AdminContext& context, const AdminCall& call, Accepts accepts, Line line) {
  const QString words = call.arguments.text("words").trimmed();
  std::vector<const Principal*> found = context.state().directory().all();
  std::erase_if(found, [&](const Principal* each) { return !accepts(*each) || !mentions(*each, words); });
  std::sort(found.begin(), found.end(), [](const Principal* a, const Principal* b) {
    const int order = a->displayName.compare(b->displayName, Qt::CaseInsensitive);
    return order != 0 ? order < 0 : a->id < b->id;
  });
  const auto limit = static_cast<size_t>(call.arguments.number("limit").value_or(kPrincipalsListed));
  QJsonArray lines;
  for (size_t i = 0; i < std::min(limit, found.size()); ++i) lines.append(line(*found[i]));
  call.succeedInPart(lines, found.size() > limit);
}

void addUser(const AdminContext& context, const AdminCall& call) {
  const auto address = SipUri::parse(call.arguments.text("address").trimmed().toUtf8());
  if (!address) return call.fail(address.error());
  const UserDraft draft{address->bytes(), call.arguments.text("name"), call.arguments.text("email"),
                        call.arguments.text("company")};
  context.change(call, [draft, actor = call.actor, now = context.clock.now()](const ChannelState& state) {
    return createUser(state, actor, draft, now);
  });
}

void listUsers(const AdminContext& context, const AdminCall& call) {
  const auto disabled = call.arguments.onOff("disabled");
  listPrincipals(
      context, call, [&](const Principal& each) { return each.isUser() && (!disabled || each.enabled != *disabled); },
      [](const Principal& person) { return AdminJson::line(person); });
}

void showUser(const AdminContext& context, const AdminCall& call) {
  const auto user = AdminLookup::person(context.state(), call.arguments.text("user"));
  if (!user) return call.fail(user.error());
  call.succeed(AdminJson::whole(context.state(), **user));
}

void modify(const AdminContext& context, const AdminCall& call, UserEdit edit) {
  const auto user = AdminLookup::person(context.state(), call.arguments.text("user"));
  if (!user) return call.fail(user.error());
  edit.uri = (*user)->uri;
  context.change(call, [edit = std::move(edit), actor = call.actor, now = context.clock.now()](
                           const ChannelState& state) { return modifyUser(state, actor, edit, now); });
}

void setUser(const AdminContext& context, const AdminCall& call) {
  UserEdit edit;
  edit.displayName = call.arguments.optionalText("name");
  edit.email = call.arguments.optionalText("email");
  edit.company = call.arguments.optionalText("company");
  modify(context, call, std::move(edit));
}

template <bool enabled>
void switchUser(const AdminContext& context, const AdminCall& call) {
  UserEdit edit;
  edit.enabled = enabled;
  modify(context, call, std::move(edit));
}

void addGroup(const AdminContext& context, const AdminCall& call) {
  const GroupDraft draft{call.arguments.text("name")};
  context.change(call, [draft, actor = call.actor, now = context.clock.now()](const ChannelState& state) {
    return createGroup(state, actor, draft, now);
  });
}

std::vector<PrincipalId> membersOf(const Directory& directory, PrincipalId group) {
  std::vector<PrincipalId> members;
  for (auto it = directory.memberships().lower_bound({group, 0});
       it != directory.memberships().end() && it->group == group; ++it) {
    members.push_back(it->member);
  }
  return members;
}

QJsonObject groupLine(const Directory& directory, const Principal& group) {
  return {{QStringLiteral("name"), group.displayName},
          {QStringLiteral("address"), QString::fromUtf8(group.uri)},
          {QStringLiteral("members"), static_cast<qint64>(membersOf(directory, group.id).size())}};
}

void listGroups(const AdminContext& context, const AdminCall& call) {
  listPrincipals(
      context, call, [](const Principal& each) { return !each.isUser(); },
      [&](const Principal& group) { return groupLine(context.state().directory(), group); });
}

void showGroup(const AdminContext& context, const AdminCall& call) {
  const auto group = AdminLookup::group(context.state(), call.arguments.text("group"));
  if (!group) return call.fail(group.error());
  const Directory& directory = context.state().directory();
  QJsonObject object = groupLine(directory, **group);
  object.insert(QStringLiteral("members"), AdminJson::named(context.state(), membersOf(directory, (*group)->id)));
  object.insert(QStringLiteral("memberOf"), AdminJson::named(context.state(), directory.groupsOf((*group)->id)));
  call.succeed(object);
}

void modifyGroupVerb(const AdminContext& context, const AdminCall& call, GroupEdit edit) {
  const auto group = AdminLookup::group(context.state(), call.arguments.text("group"));
  if (!group) return call.fail(group.error());
  edit.uri = (*group)->uri;
  context.change(call, [edit = std::move(edit), actor = call.actor, now = context.clock.now()](
                           const ChannelState& state) { return modifyGroup(state, actor, edit, now); });
}

void setGroup(const AdminContext& context, const AdminCall& call) {
  GroupEdit edit;
  edit.displayName = call.arguments.text("name");
  modifyGroupVerb(context, call, std::move(edit));
}

template <Xccos::RoleOp op>
void editGroup(const AdminContext& context, const AdminCall& call) {
  auto addresses = AdminLookup::addresses(context.state(), call.arguments.list("principal"));
  if (!addresses) return call.fail(addresses.error());
  GroupEdit edit;
  edit.op = op;
  edit.members = std::move(*addresses);
  modifyGroupVerb(context, call, std::move(edit));
}

constexpr std::array kPeopleVerbs{
    VerbRow{"user add", addUser},
    VerbRow{"user list", listUsers},
    VerbRow{"user show", showUser},
    VerbRow{"user set", setUser},
    VerbRow{"user enable", switchUser<true>},
    VerbRow{"user disable", switchUser<false>},
    VerbRow{"group add", addGroup},
    VerbRow{"group list", listGroups},
    VerbRow{"group show", showGroup},
    VerbRow{"group set", setGroup},
    VerbRow{"group member add", editGroup<Xccos::RoleOp::Add>},
    VerbRow{"group member rm", editGroup<Xccos::RoleOp::Remove>},
};

}  // namespace

Run peopleVerb(const QString& name) { return runOf(kPeopleVerbs, name); }

}  // namespace Parlour::Server::Verbs
