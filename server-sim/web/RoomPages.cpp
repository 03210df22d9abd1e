// SPDX-License-Identifier: Apache-2.0
#include "server-sim/web/WebPages.h"

namespace Parlour::Server::WebPages {
namespace {

constexpr int kLongestName = 256;
constexpr int kLongestDescription = 256;
constexpr int kLongestTopic = 512;

using Choices = QList<std::pair<QString, QString>>;

// What was typed in a refused form, else what counts.
QString valueOf(const QJsonObject& room, const FormData& entered, const char* key) {
  return entered.has("privacy") && entered.has(key) ? entered.value(key) : textIn(room, key);
}

Choices categoryChoices(const QJsonArray& categories, const QJsonObject& room) {
  Choices choices;
  const QString current = textIn(room, "categoryKey");
  bool known = current.isEmpty();
  for (const auto& item : categories) {
    const QString key = textIn(item.toObject(), "key");
    known = known || key == current;
    choices.append({key, textIn(item.toObject(), "name")});
  }
  if (!known) choices.prepend({current, textIn(room, "category")});
  return choices;
}

Choices addInChoices(const QJsonArray& addIns) {
  Choices choices{{QString(), QStringLiteral("None")}};
  for (const auto& name : addIns) choices.append({name.toString(), name.toString()});
  return choices;
}

const Choices& privacyChoices() {
  static const Choices choices{
      {QStringLiteral("open"), QStringLiteral("Open \u2013 everybody in the category may join")},
      {QStringLiteral("closed"), QStringLiteral("Closed \u2013 everybody finds it, members join")},
      {QStringLiteral("secret"), QStringLiteral("Secret \u2013 only members know of it")}};
  return choices;
}

const Choices& typeChoices() {
  static const Choices choices{
      {QStringLiteral("normal"), QStringLiteral("Normal \u2013 everybody in the room posts")},
      {QStringLiteral("auditorium"), QStringLiteral("Auditorium \u2013 presenters post, the others read")}};
  return choices;
}

void properties(PageWriter& page, const QJsonObject& room, const QJsonArray& categories, const QJsonArray& addIns,
                const FormData& entered) {
  const auto value = [&](const char* key) { return valueOf(room, entered, key); };
  page.field(QStringLiteral("Name"), "name", value("name"), kLongestName);
  const QString category = entered.has("privacy") ? entered.value("category") : textIn(room, "categoryKey");
  page.choice(
      QStringLiteral("Category"), "category", category, categoryChoices(categories, room),
      room.isEmpty() ? QString() : QStringLiteral("Moving a room drops people whom the new category does not allow."));
  page.field(QStringLiteral("Description"), "description", value("description"), kLongestDescription);
  page.field(QStringLiteral("Topic"), "topic", value("topic"), kLongestTopic);
  const QString privacy = value("privacy");
  page.choice(QStringLiteral("Privacy"), "privacy", privacy.isEmpty() ? QStringLiteral("closed") : privacy,
              privacyChoices());
  page.choice(QStringLiteral("Type"), "type", value("type"), typeChoices());
  page.choice(QStringLiteral("Add-in"), "addIn", value("addIn"), addInChoices(addIns));
  const bool invites =
      entered.has("privacy") ? entered.has("invitations") : textIn(room, "invitations") != QLatin1String("off");
  page.check(QStringLiteral("Invite new members"), "invitations", invites,
             QStringLiteral("Only where the category has invitations on."));
}

void personLine(PageWriter& page, const QJsonObject& person, const QString& action, const QString& role) {
  const QString name = textIn(person, "name");
  const QString address = textIn(person, "address");
  const bool group = textIn(person, "kind") != QLatin1String("person");
  page.open("li");
  const QString colour = QStringLiteral("avatar avatar-%1").arg(avatarColour(address));
  page.open("span", {{"class", colour}, {"aria-hidden", QStringLiteral("true")}});
  if (group) {
    page.icon("users");
  } else {
    page.text(initialsOf(name));
  }
  page.close();
  page.open("span", {{"class", QStringLiteral("who")}});
  page.element("bdi", name.isEmpty() ? address : name);
  page.element("small", group ? QStringLiteral("Group") : address).close();
  page.form(action).hidden("role", role).hidden("op", QStringLiteral("remove")).hidden("people", address);
  page.element("button",
               {{"type", QStringLiteral("submit")},
                {"class", QStringLiteral("quiet")},
                {"aria-label", QStringLiteral("Remove ") + name}},
               QStringLiteral("Remove"));
  page.close().close();
}

void peopleList(PageWriter& page, const QJsonObject& room, const char* list, const QString& role, const QString& title,
                const FormData& entered) {
  const QString key = encodePercent(textIn(room, "key"));
  const QString action = QStringLiteral("/rooms/%1/people").arg(key);
  const QJsonArray people = room.value(QLatin1String(list)).toArray();
  page.open("section", {{"class", QStringLiteral("people")}});
  page.element("h3", QStringLiteral("%1 (%2)").arg(title).arg(people.size()));
  page.open("ul");
  for (const auto& person : people) personLine(page, person.toObject(), action, role);
  page.close();
  page.form(action, "add").hidden("role", role).hidden("op", QStringLiteral("add"));
  const bool refused = entered.value("role") == role && entered.value("op") == QLatin1String("add");
  page.peopleField(QStringLiteral("Add"), "people", refused ? entered.value("people") : QString(),
                   QStringLiteral("key=%1&role=%2").arg(key, role));
  page.button(QStringLiteral("Add"), "plain").close().close();
}

void staffing(PageWriter& page, const QJsonObject& room, const FormData& entered) {
  page.open("section", {{"class", QStringLiteral("card")}, {"id", QStringLiteral("people")}});
  page.element("h2", QStringLiteral("People"));
  peopleList(page, room, "managers", QStringLiteral("manager"), QStringLiteral("Managers"), entered);
  if (textIn(room, "type") == QLatin1String("auditorium")) {
    peopleList(page, room, "presenters", QStringLiteral("presenter"), QStringLiteral("Presenters"), entered);
  }
  if (textIn(room, "privacy") == QLatin1String("open")) {
    page.element("p", QStringLiteral("An open room has no list of members: everybody in the category may join."));
  } else {
    peopleList(page, room, "members", QStringLiteral("member"), QStringLiteral("Members"), entered);
  }
  page.close();
}

void stateCard(PageWriter& page, const QJsonObject& room) {
  const QString address = QStringLiteral("/rooms/") + encodePercent(textIn(room, "key"));
  page.open("section", {{"class", QStringLiteral("card")}});
  page.element("h2", QStringLiteral("State"));
  if (!room.value(QStringLiteral("disabled")).toBool()) {
    page.element(
        "p", QStringLiteral("The room is active. A disabled room keeps its messages, but nobody finds or enters it."));
    page.link(address + QStringLiteral("/disable"), QStringLiteral("Disable room\u2026"), "button plain");
  } else if (room.value(QStringLiteral("mayEnable")).toBool()) {
    page.element("p", QStringLiteral("The room is disabled."));
    page.form(address + QStringLiteral("/state")).hidden("state", QStringLiteral("active"));
    page.button(QStringLiteral("Enable room"), "plain").close();
  } else {
    page.element("p", QStringLiteral("The room is disabled. Only administrators may enable it again."));
  }
  if (room.value(QStringLiteral("mayRemove")).toBool()) {
    page.text(QStringLiteral(" "));
    page.link(address + QStringLiteral("/remove"), QStringLiteral("Delete room\u2026"), "button danger-outline");
  }
  page.close();
}

// "rafael@northgate.example"; what is not known is left out.
QString changeLine(const QJsonObject& room) {
  const auto who = [&](const char* key) {
    const QString name = textIn(room, key);
    return name.startsWith(QLatin1String("sip:")) ? name.mid(4) : name;
  };
  QStringList parts;
  if (!who("createdBy").isEmpty()) parts.append(QStringLiteral("Created by %1.").arg(who("createdBy")));
  if (!who("updatedBy").isEmpty()) parts.append(QStringLiteral("Last changed by %1.").arg(who("updatedBy")));
  parts.append(QStringLiteral("%1 present now.").arg(room.value(QStringLiteral("present")).toInteger()));
  return parts.join(QLatin1Char(' '));
}

}  // namespace

QByteArray room(const PageFrame& frame, const QJsonObject& room, const FormData& entered) {
  PageFrame titled = frame;
  titled.title = textIn(room, "name");
  PageWriter page(titled);
  page.open("p", {{"class", QStringLiteral("back")}});
  page.link(QStringLiteral("/rooms"), QStringLiteral("Rooms")).close();
  page.open("div", {{"class", QStringLiteral("title-row")}});
  page.open("h1").element("bdi", textIn(room, "name")).close();
  if (room.value(QStringLiteral("disabled")).toBool()) {
    page.element("span", {{"class", QStringLiteral("chip")}}, QStringLiteral("Disabled"));
  }
  page.close();
  page.element("p", {{"class", QStringLiteral("secondary")}}, changeLine(room));
  page.open("div", {{"class", QStringLiteral("columns")}});
  page.open("section", {{"class", QStringLiteral("card")}});
  page.element("h2", QStringLiteral("Properties"));
  page.form(QStringLiteral("/rooms/") + encodePercent(textIn(room, "key")));
  page.hidden("asOf", textIn(room, "asOf"));
  properties(page, room, room.value(QStringLiteral("categories")).toArray(),
             room.value(QStringLiteral("addIns")).toArray(), entered);
  page.button(QStringLiteral("Save")).close().close();
  staffing(page, room, entered);
  page.close();
  stateCard(page, room);
  return page.finish();
}

QByteArray newRoom(const PageFrame& frame, const QJsonObject& offer, const FormData& entered) {
  PageWriter page(frame);
  page.open("p", {{"class", QStringLiteral("back")}});
  page.link(QStringLiteral("/rooms"), QStringLiteral("Rooms")).close();
  page.heading(QStringLiteral("New room"));
  page.open("section", {{"class", QStringLiteral("card narrow")}});
  page.form(QStringLiteral("/rooms/new"));
  const QJsonArray categories = offer.value(QStringLiteral("categories")).toArray();
  properties(page, {}, categories, offer.value(QStringLiteral("addIns")).toArray(), entered);
  const QString chosen =
      entered.has("category") ? entered.value("category") : textIn(categories.first().toObject(), "key");
  const QString source = QStringLiteral("category=") + encodePercent(chosen);
  page.peopleField(QStringLiteral("Members"), "members", entered.value("members"), source);
  page.peopleField(QStringLiteral("More managers"), "managers", entered.value("managers"), source);
  page.element("p", {{"class", QStringLiteral("secondary")}},
               QStringLiteral("You become manager, and member of a closed or secret room."));
  page.open("p", {{"class", QStringLiteral("buttons")}});
  page.link(QStringLiteral("/rooms"), QStringLiteral("Cancel"), "button plain").button(QStringLiteral("Create room"));
  page.close().close().close();
  return page.finish();
}

QByteArray confirmRoom(const PageFrame& frame, const QJsonObject& room, const QString& deed) {
  const bool removes = deed == QLatin1String("remove");
  const QString address = QStringLiteral("/rooms/") + encodePercent(textIn(room, "key"));
  const QString name = textIn(room, "name");
  PageWriter page(frame);
  page.open("section", {{"class", QStringLiteral("card narrow")}});
  page.heading(removes ? QStringLiteral("Delete %1?").arg(name) : QStringLiteral("Disable %1?").arg(name));
  const QString loss = removes ? QStringLiteral("The room and all its messages are gone for good.")
                               : QStringLiteral(
                                     "Everybody has to leave, and nobody finds the room. Its messages are "
                                     "kept. Only administrators may enable it again.");
  page.element("p", loss);
  page.element("p", QStringLiteral("%1 present now.").arg(room.value(QStringLiteral("present")).toInteger()));
  page.form(address + (removes ? QStringLiteral("/remove") : QStringLiteral("/state")));
  page.hidden("asOf", textIn(room, "asOf"));
  if (!removes) page.hidden("state", QStringLiteral("disabled"));
  page.open("p", {{"class", QStringLiteral("buttons")}});
  page.link(address, QStringLiteral("Cancel"), "button plain");
  page.button(removes ? QStringLiteral("Delete room") : QStringLiteral("Disable room"), "danger");
  page.close().close().close();
  return page.finish();
}

}  // namespace Parlour::Server::WebPages
