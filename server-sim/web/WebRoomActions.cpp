// SPDX-License-Identifier: Apache-2.0
// What people ask for about rooms.
#include <QJsonArray>
#include <algorithm>
#include <map>

#include "server-sim/channel/AccessPolicy.h"
#include "server-sim/channel/Eligible.h"
#include "server-sim/channel/TypeWords.h"
#include "server-sim/channel/changes/RoomPlans.h"
#include "server-sim/control/AdminJson.h"
#include "server-sim/control/AdminLookup.h"
#include "server-sim/web/WebCall.h"
#include "server-sim/web/WebJson.h"
#include "server-sim/web/WebRules.h"

namespace Parlour::Server {
namespace {

constexpr qsizetype kRoomsPerPage = 50;
constexpr size_t kMostSuggestions = 12;

Error wrongField(const QString& text) { return Error::make(ErrorCode::InvalidArgument, text); }

struct RoomFilter {
  QString words;
  QString category;  // key
  QString privacy;
  QString type;
  QString state;

  bool accepts(const ChannelState& all, const Room& room) const {
    const Category* of = all.category(room.category);
    if (!category.isEmpty() && (!of || QString::fromUtf8(of->uri.key()) != category)) return false;
    if (!privacy.isEmpty() && TypeWords::word(room.privacy) != privacy) return false;
    if (!type.isEmpty() && TypeWords::word(room.type) != type) return false;
    if (!state.isEmpty() && room.disabled != (state == QLatin1String("disabled"))) return false;
    return words.isEmpty() || mentions(all, room);
  }

 private:
  bool mentions(const ChannelState& all, const Room& room) const {
    const QString wanted = foldedForSearch(words);
    const auto holds = [&](const QString& text) { return foldedForSearch(text).contains(wanted); };
    if (holds(room.name) || holds(room.description) || holds(room.topic)) return true;
    return std::any_of(room.managers.begin(), room.managers.end(), [&](PrincipalId id) {
      const Principal* manager = all.directory().find(id);
      return manager && holds(manager->displayName);
    });
  }
};

QJsonObject countsOf(const ChannelState& state, const std::vector<const Room*>& rooms) {
  std::map<CategoryId, qint64> byCategory;
  qint64 disabled = 0;
  for (const Room* room : rooms) {
    ++byCategory[room->category];
    disabled += room->disabled ? 1 : 0;
  }
  QList<std::pair<QString, QJsonObject>> sorted;
  for (const auto& [id, count] : byCategory) {
    const Category* category = state.category(id);
    if (!category) continue;
    QJsonObject line = WebJson::choice(*category);
    line.insert(QStringLiteral("rooms"), count);
    sorted.append({category->name.toCaseFolded(), line});
  }
  std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  QJsonArray categories;
  for (const auto& item : sorted) categories.append(item.second);
  const auto all = static_cast<qint64>(rooms.size());
  return {{QStringLiteral("all"), all},
          {QStringLiteral("active"), all - disabled},
          {QStringLiteral("disabled"), disabled},
          {QStringLiteral("categories"), categories}};
}

void listRooms(const WebContext& context, const WebCall& call) {
  const ChannelState& state = context.state();
  const RoomFilter filter{call.text("words").simplified(), call.text("category"), call.text("privacy"),
                          call.text("type"), call.text("state")};
  const std::vector<const Room*> managed = WebRules::managedRooms(state, call.actor);
  std::vector<const Room*> wanted;
  std::copy_if(managed.begin(), managed.end(), std::back_inserter(wanted),
               [&](const Room* room) { return filter.accepts(state, *room); });
  const auto total = std::ssize(wanted);
  const bool everything = call.text("page") == QLatin1String("all");
  const qsizetype size = everything ? std::max<qsizetype>(total, 1) : kRoomsPerPage;
  const qsizetype pages = std::max<qsizetype>(1, (total + size - 1) / size);
  const qsizetype page = std::clamp<qsizetype>(call.text("page").toInt(), 1, pages);
  QJsonArray lines;
  for (qsizetype i = (page - 1) * size; i < std::min<qsizetype>(total, page * size); ++i) {
    lines.append(WebJson::line(state, *wanted[static_cast<size_t>(i)]));
  }
  call.succeed(QJsonObject{{QStringLiteral("rooms"), lines},
                           {QStringLiteral("total"), static_cast<qint64>(total)},
                           {QStringLiteral("page"), static_cast<qint64>(page)},
                           {QStringLiteral("pages"), static_cast<qint64>(pages)},
                           {QStringLiteral("pageSize"), static_cast<qint64>(size)},
                           {QStringLiteral("counts"), countsOf(state, managed)}});
}

QJsonArray choices(const std::vector<const Category*>& categories) {
  QJsonArray list;
  for (const Category* category : categories) list.append(WebJson::choice(*category));
  return list;
}

void showRoom(const WebContext& context, const WebCall& call) {
  const ChannelState& state = context.state();
  const auto room = WebRules::managedRoom(state, call.actor, call.text("key"));
  if (!room) return call.fail(room.error());
  QJsonObject object = WebJson::whole(state, **room);
  object.insert(QStringLiteral("categories"), choices(WebRules::creatableCategories(state, call.actor)));
  object.insert(QStringLiteral("mayEnable"), call.actor.administrator);
  object.insert(QStringLiteral("mayRemove"), call.actor.administrator);
  object.insert(QStringLiteral("present"), static_cast<qint64>(context.service.present((*room)->id).size()));
  call.succeed(object);
}

// What a new room may be made of.
void newRoom(const WebContext& context, const WebCall& call) {
  const auto categories = WebRules::creatableCategories(context.state(), call.actor);
  if (categories.empty()) {
    return call.fail(Error::make(
        ErrorCode::PermissionDenied,
        QStringLiteral("You may not create rooms. Ask an administrator to make you a creator of a category.")));
  }
  call.succeed(QJsonObject{{QStringLiteral("categories"), choices(categories)},
                           {QStringLiteral("addIns"), WebJson::addIns(context.state())}});
}

Result<QByteArray> addInNamed(const ChannelState& state, const QString& name) {
  if (name.isEmpty()) return QByteArray();
  const auto addIn = AdminLookup::addIn(state, name);
  if (!addIn) return addIn.error();
  return (*addIn)->guid;
}

Status readProperties(const ChannelState& state, const WebCall& call, RoomEdit& edit) {
  edit.name = call.optionalText("name");
  edit.description = call.optionalText("description");
  edit.topic = call.optionalText("topic");
  if (call.has("privacy") && !(edit.privacy = TypeWords::privacyOf(call.text("privacy")))) {
    return wrongField(QStringLiteral("The privacy is open, closed or secret."));
  }
  if (call.has("type") && !(edit.type = TypeWords::typeOf(call.text("type")))) {
    return wrongField(QStringLiteral("The type is normal or auditorium."));
  }
  if (call.has("invitations")) {
    const bool off = call.text("invitations") == QLatin1String("off");
    edit.invitations = off ? Xccos::InviteSetting::Off : Xccos::InviteSetting::Inherit;
  }
  if (call.has("addIn")) {
    const auto addIn = addInNamed(state, call.text("addIn"));
    if (!addIn) return addIn.error();
    edit.addIn = *addIn;
  }
  return success();
}

Result<RoleEdit> roleEdit(const ChannelState& state, Role role, Xccos::RoleOp op, const QStringList& people) {
  auto addresses = AdminLookup::addresses(state, people);
  if (!addresses) return addresses.error();
  return RoleEdit{role, op, std::move(*addresses)};
}

Status readRoles(const ChannelState& state, const WebCall& call, std::vector<RoleEdit>& roles) {
  constexpr std::pair<const char*, Role> kLists[] = {
      {"members", Role::Member}, {"managers", Role::Manager}, {"presenters", Role::Presenter}};
  for (const auto& [name, role] : kLists) {
    const QStringList people = call.list(name);
    if (people.isEmpty()) continue;
    const auto edit = roleEdit(state, role, Xccos::RoleOp::Add, people);
    if (!edit) return edit.error();
    roles.push_back(*edit);
  }
  return success();
}

void createRoomAction(const WebContext& context, const WebCall& call) {
  const auto category = WebRules::creatableCategory(context.state(), call.actor, call.text("category"));
  if (!category) return call.fail(category.error());
  RoomEdit given;
  if (const Status read = readProperties(context.state(), call, given); !read) return call.fail(read.error());
  RoomDraft draft;
  draft.category = (*category)->uri;
  draft.name = given.name.value_or(QString());
  draft.description = given.description.value_or(QString());
  draft.topic = given.topic.value_or(QString());
  draft.privacy = given.privacy.value_or(draft.privacy);
  draft.type = given.type.value_or(draft.type);
  draft.invitations = given.invitations.value_or(draft.invitations);
  draft.addIn = given.addIn.value_or(QByteArray());
  if (const Status read = readRoles(context.state(), call, draft.roles); !read) return call.fail(read.error());
  const auto plan = [draft, actor = call.actor, now = context.clock.now()](const ChannelState& state) {
    return createRoom(state, actor, draft, now);
  };
  context.change(call, plan, {});
}

// Begins a change of a room that the caller manages.
Result<RoomEdit> editOf(const WebContext& context, const WebCall& call) {
  const auto room = WebRules::managedRoom(context.state(), call.actor, call.text("key"));
  if (!room) return room.error();
  RoomEdit edit;
  edit.room = (*room)->uri;
  if (!call.has("asOf")) return edit;
  bool number = false;
  edit.asOf = Timestamp{call.text("asOf").toLongLong(&number)};
  return number ? Result<RoomEdit>(edit) : wrongField(QStringLiteral("The form is broken. Reload the page."));
}

void submitEdit(const WebContext& context, const WebCall& call, const RoomEdit& edit) {
  const auto plan = [edit, actor = call.actor, now = context.clock.now()](const ChannelState& state) {
    return modifyRoom(state, actor, edit, now);
  };
  context.change(call, plan, {{QStringLiteral("key"), call.text("key")}});
}

void editRoom(const WebContext& context, const WebCall& call) {
  const ChannelState& state = context.state();
  auto edit = editOf(context, call);
  if (!edit) return call.fail(edit.error());
  if (const Status read = readProperties(state, call, *edit); !read) return call.fail(read.error());
  const Room* room = state.rooms().find(edit->room);
  const Category* current = state.category(room->category);
  if (call.has("category") && QString::fromUtf8(current->uri.key()) != call.text("category")) {
    const auto target = WebRules::creatableCategory(state, call.actor, call.text("category"));
    if (!target) return call.fail(target.error());
    edit->category = (*target)->uri;
  }
  submitEdit(context, call, *edit);
}

void editPeople(const WebContext& context, const WebCall& call) {
  auto edit = editOf(context, call);
  if (!edit) return call.fail(edit.error());
  const QString role = call.text("role");
  const QString op = call.text("op");
  if (role != QLatin1String("member") && role != QLatin1String("manager") && role != QLatin1String("presenter")) {
    return call.fail(wrongField(QStringLiteral("The role is member, manager or presenter.")));
  }
  if (op != QLatin1String("add") && op != QLatin1String("remove")) {
    return call.fail(wrongField(QStringLiteral("People are added or removed.")));
  }
  const QStringList people = call.list("people");
  if (people.isEmpty()) return call.fail(wrongField(QStringLiteral("Name a person or a group first.")));
  const Role which = role == QLatin1String("member")    ? Role::Member
                     : role == QLatin1String("manager") ? Role::Manager
                                                        : Role::Presenter;
  const auto list =
      roleEdit(context.state(), which, op == QLatin1String("add") ? Xccos::RoleOp::Add : Xccos::RoleOp::Remove, people);
  if (!list) return call.fail(list.error());
  edit->roles = {*list};
  submitEdit(context, call, *edit);
}

void switchRoom(const WebContext& context, const WebCall& call) {
  auto edit = editOf(context, call);
  if (!edit) return call.fail(edit.error());
  const QString wanted = call.text("state");
  if (wanted != QLatin1String("active") && wanted != QLatin1String("disabled")) {
    return call.fail(wrongField(QStringLiteral("A room is active or disabled.")));
  }
  edit->disabled = wanted == QLatin1String("disabled");
  submitEdit(context, call, *edit);
}

void deleteRoom(const WebContext& context, const WebCall& call) {
  const auto edit = editOf(context, call);
  if (!edit) return call.fail(edit.error());
  const auto plan = [uri = edit->room, actor = call.actor, now = context.clock.now()](const ChannelState& state) {
    return removeRoom(state, actor, uri, now);
  };
  context.change(call, plan, {});
}

Result<EligibleTest> eligibleHere(const ChannelState& state, const WebCall& call) {
  const auto role =
      call.text("role") == QLatin1String("presenter") ? Xccos::RoleType::Presenter : Xccos::RoleType::Member;
  if (call.has("key")) {
    const auto room = WebRules::managedRoom(state, call.actor, call.text("key"));
    return room ? Result<EligibleTest>(eligibleInRoom(state, **room, role)) : room.error();
  }
  if (call.has("category")) {
    const auto category = WebRules::creatableCategory(state, call.actor, call.text("category"));
    if (!category) return category.error();
    return eligibleInCategory(state, **category, Xccos::RoleType::Member);
  }
  if (const Status allowed = WebRules::administrator(call.actor); !allowed) return allowed.error();
  return EligibleTest([](PrincipalId) { return true; });
}

void suggestPeople(const WebContext& context, const WebCall& call) {
  const ChannelState& state = context.state();
  const auto test = eligibleHere(state, call);
  if (!test) return call.fail(test.error());
  context.directory.follow(state.directory().all());
  const DirectoryQuery query{call.text("words"), {}, {}, {}, kMostSuggestions};
  QJsonArray lines;
  for (const PrincipalId id : context.directory.find(query, *test).principals) {
    lines.append(WebJson::person(*state.directory().find(id)));
  }
  call.succeed(lines);
}

}  // namespace

std::vector<WebAction> webRoomActions() {
  return {
      {"rooms", "words category privacy type state page", listRooms},
      {"room", "key", showRoom},
      {"room.new", "", newRoom},
      {"room.create", "name category description topic privacy type invitations addIn members* managers* presenters*",
       createRoomAction},
      {"room.edit", "key asOf name category description topic privacy type invitations addIn", editRoom},
      {"room.people", "key asOf role op people*", editPeople},
      {"room.state", "key asOf state", switchRoom},
      {"room.remove", "key asOf", deleteRoom},
      {"eligible", "key category role words", suggestPeople},
  };
}

}  // namespace Parlour::Server
