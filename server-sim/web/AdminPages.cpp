// SPDX-License-Identifier: Apache-2.0
#include "server-sim/web/WebPages.h"

namespace Parlour::Server::WebPages {
namespace {

constexpr int kLongestCategoryText = 256;

void columns(PageWriter& page, std::initializer_list<const char*> names) {
  page.open("table").open("thead").open("tr");
  for (const char* name : names) page.element("th", {{"scope", QStringLiteral("col")}}, QLatin1String(name));
  page.close().close().open("tbody");
}

QString onOff(bool on) { return on ? QStringLiteral("on") : QStringLiteral("off"); }

void categoryFieldset(PageWriter& page, const QJsonObject& category, const FormData& entered) {
  const bool again = entered.has("name");
  const auto text = [&](const char* key) { return again ? entered.value(key) : textIn(category, key); };
  const auto flag = [&](const char* key) { return again ? entered.has(key) : flagIn(category, key); };
  page.field(QStringLiteral("Name"), "name", text("name"), kLongestCategoryText);
  page.field(QStringLiteral("Description"), "description", text("description"), kLongestCategoryText);
  page.check(QStringLiteral("Invite new members of rooms"), "invitations", flag("invitations"));
  page.check(QStringLiteral("Keep messages"), "history", flag("history"));
  page.check(QStringLiteral("Allow files"), "files", flag("files"));
}

void scopeList(PageWriter& page, const QJsonObject& category, const char* list, const char* verb, const QString& title,
               const FormData& entered) {
  const QString action = QStringLiteral("/categories/%1/lists").arg(encodePercent(textIn(category, "key")));
  const QJsonArray people = category.value(QLatin1String(list)).toArray();
  page.open("section", {{"class", QStringLiteral("people")}});
  page.element("h3", QStringLiteral("%1 (%2)").arg(title).arg(people.size())).open("ul");
  for (const auto& item : people) {
    const QJsonObject person = item.toObject();
    const QString name = textIn(person, "name");
    page.open("li").open("span", {{"class", QStringLiteral("who")}});
    page.element("bdi", name.isEmpty() ? textIn(person, "address") : name);
    page.element("small", textIn(person, "kind")).close();
    page.form(action).hidden("list", QLatin1String(verb)).hidden("op", QStringLiteral("remove"));
    page.hidden("people", textIn(person, "address"));
    page.element("button",
                 {{"type", QStringLiteral("submit")},
                  {"class", QStringLiteral("quiet")},
                  {"aria-label", QStringLiteral("Remove ") + name}},
                 QStringLiteral("Remove"));
    page.close().close();
  }
  page.close();
  page.form(action, "add").hidden("list", QLatin1String(verb)).hidden("op", QStringLiteral("add"));
  const bool refused = entered.value("list") == QLatin1String(verb) && entered.value("op") == QLatin1String("add");
  page.peopleField(QStringLiteral("Add"), "people", refused ? entered.value("people") : QString(), QString());
  page.button(QStringLiteral("Add"), "plain").close().close();
}

void removeCard(PageWriter& page, const QJsonObject& category) {
  page.open("section", {{"class", QStringLiteral("card")}});
  page.element("h2", QStringLiteral("Delete"));
  const qint64 rooms = category.value(QStringLiteral("rooms")).toInteger();
  if (rooms > 0) {
    page.element("p", QStringLiteral("The category holds %1 rooms. Move or delete them first.").arg(rooms));
  } else {
    page.element("p", QStringLiteral("The category holds no rooms."));
    page.form(QStringLiteral("/categories/%1/remove").arg(encodePercent(textIn(category, "key"))));
    page.button(QStringLiteral("Delete category"), "danger").close();
  }
  page.close();
}

void names(PageWriter& page, const QString& label, const QJsonArray& list) {
  page.element("dt", label).open("dd");
  if (list.isEmpty()) page.text(QStringLiteral("none"));
  for (qsizetype i = 0; i < list.size(); ++i) {
    if (i > 0) page.text(QStringLiteral(", "));
    page.element("bdi", list.at(i).toString());
  }
  page.close();
}

}  // namespace

QByteArray categories(const PageFrame& frame, const QJsonArray& categories) {
  PageWriter page(frame);
  page.open("div", {{"class", QStringLiteral("title-row")}});
  page.heading(QStringLiteral("Categories"));
  page.open("a", {{"class", QStringLiteral("button primary")}, {"href", QStringLiteral("/categories/new")}});
  page.icon("plus").text(QStringLiteral("New category")).close().close();
  columns(page, {"Category", "Rooms", "Invitations", "Messages", "Files", "Description"});
  for (const auto& item : categories) {
    const QJsonObject category = item.toObject();
    page.open("tr").open("th", {{"scope", QStringLiteral("row")}});
    page.open("a", {{"href", QStringLiteral("/categories/") + encodePercent(textIn(category, "key"))}});
    page.element("bdi", textIn(category, "name")).close().close();
    page.element("td", QString::number(category.value(QStringLiteral("rooms")).toInteger()));
    page.element("td", onOff(flagIn(category, "invitations")));
    page.element("td", flagIn(category, "history") ? QStringLiteral("kept") : QStringLiteral("not kept"));
    page.element("td", onOff(flagIn(category, "files")));
    page.open("td").element("bdi", textIn(category, "description")).close().close();
  }
  page.close().close();
  return page.finish();
}

QByteArray category(const PageFrame& frame, const QJsonObject& category, const FormData& entered) {
  PageWriter page(frame);
  page.open("p", {{"class", QStringLiteral("back")}});
  page.link(QStringLiteral("/categories"), QStringLiteral("Categories")).close();
  page.open("h1").element("bdi", textIn(category, "name")).close();
  page.open("div", {{"class", QStringLiteral("columns")}});
  page.open("section", {{"class", QStringLiteral("card")}});
  page.element("h2", QStringLiteral("Properties"));
  page.form(QStringLiteral("/categories/") + encodePercent(textIn(category, "key")));
  categoryFieldset(page, category, entered);
  page.button(QStringLiteral("Save")).close().close();
  page.open("section", {{"class", QStringLiteral("card")}});
  page.element("h2", QStringLiteral("People"));
  page.element("p", {{"class", QStringLiteral("secondary")}},
               QStringLiteral("Rooms lose the people whom the category does not allow any more."));
  scopeList(page, category, "allowed", "allowed", QStringLiteral("Allowed"), entered);
  scopeList(page, category, "denied", "denied", QStringLiteral("Kept out"), entered);
  scopeList(page, category, "creators", "creator", QStringLiteral("May create rooms"), entered);
  page.close().close();
  removeCard(page, category);
  return page.finish();
}

QByteArray newCategory(const PageFrame& frame, const FormData& entered) {
  PageWriter page(frame);
  page.open("p", {{"class", QStringLiteral("back")}});
  page.link(QStringLiteral("/categories"), QStringLiteral("Categories")).close();
  page.heading(QStringLiteral("New category"));
  page.open("section", {{"class", QStringLiteral("card narrow")}});
  page.form(QStringLiteral("/categories/new"));
  const QJsonObject usual{{QStringLiteral("invitations"), true}, {QStringLiteral("history"), true}};
  categoryFieldset(page, usual, entered);
  page.peopleField(QStringLiteral("Allowed"), "allowed", entered.value("allowed"), QString());
  page.peopleField(QStringLiteral("May create rooms"), "creator", entered.value("creator"), QString());
  page.button(QStringLiteral("Create category")).close().close();
  return page.finish();
}

QByteArray people(const PageFrame& frame, const QJsonArray& people, const QString& words) {
  PageWriter page(frame);
  page.heading(QStringLiteral("People"));
  page.open("form", {{"class", QStringLiteral("filters")},
                     {"method", QStringLiteral("get")},
                     {"action", QStringLiteral("/people")},
                     {"role", QStringLiteral("search")}});
  page.icon("search");
  page.single("input", {{"type", QStringLiteral("search")},
                        {"name", QStringLiteral("words")},
                        {"value", words},
                        {"maxlength", QStringLiteral("200")},
                        {"placeholder", QStringLiteral("Find by name or address")},
                        {"aria-label", QStringLiteral("Find by name or address")}});
  page.button(QStringLiteral("Find"), "plain").close();
  columns(page, {"Person", "Address", "State", "Chat rooms"});
  for (const auto& item : people) {
    const QJsonObject person = item.toObject();
    page.open("tr", {{"class", QStringLiteral("disabled"), !flagIn(person, "enabled")}});
    page.open("th", {{"scope", QStringLiteral("row")}});
    page.open("a", {{"href", QStringLiteral("/people/") + encodePercent(textIn(person, "address"))}});
    page.element("bdi", textIn(person, "name")).close().close();
    page.element("td", textIn(person, "address"));
    page.element("td", flagIn(person, "enabled") ? QStringLiteral("active") : QStringLiteral("disabled"));
    page.element("td", onOff(flagIn(person, "chat"))).close();
  }
  page.close().close();
  page.element("p", {{"class", QStringLiteral("secondary")}},
               QStringLiteral("At most 200 people are shown. Find others by name."));
  return page.finish();
}

QByteArray person(const PageFrame& frame, const QJsonObject& person) {
  PageWriter page(frame);
  page.open("p", {{"class", QStringLiteral("back")}});
  page.link(QStringLiteral("/people"), QStringLiteral("People")).close();
  page.open("h1").element("bdi", textIn(person, "name")).close();
  page.open("section", {{"class", QStringLiteral("card narrow")}}).open("dl");
  const auto line = [&](const char* label, const QString& value) {
    page.element("dt", QLatin1String(label)).element("dd", value);
  };
  line("Address", textIn(person, "address"));
  line("Mail", textIn(person, "email"));
  line("Company", textIn(person, "company"));
  line("Administrator", flagIn(person, "administrator") ? QStringLiteral("yes") : QStringLiteral("no"));
  line("Chat rooms", onOff(flagIn(person, "chat")));
  names(page, QStringLiteral("Groups"), person.value(QStringLiteral("groups")).toArray());
  names(page, QStringLiteral("Manages"), person.value(QStringLiteral("managerOf")).toArray());
  names(page, QStringLiteral("Member of"), person.value(QStringLiteral("memberOf")).toArray());
  page.close();
  const bool enabled = flagIn(person, "enabled");
  page.element("p", enabled ? QStringLiteral("Disabling ends the person's sessions and keeps the person out.")
                            : QStringLiteral("The person is disabled and cannot sign in."));
  page.form(QStringLiteral("/people/") + encodePercent(textIn(person, "address")));
  page.hidden("state", enabled ? QStringLiteral("disabled") : QStringLiteral("enabled"));
  page.button(enabled ? QStringLiteral("Disable person") : QStringLiteral("Enable person"),
              enabled ? "danger" : "primary");
  page.close().close();
  return page.finish();
}

}  // namespace Parlour::Server::WebPages
