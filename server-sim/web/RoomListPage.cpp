// SPDX-License-Identifier: Apache-2.0
#include "server-sim/web/WebPages.h"

namespace Parlour::Server::WebPages {
namespace {

constexpr const char* kFilters[] = {"words", "category", "privacy", "type", "state"};

QString capitalised(const QString& word) { return word.left(1).toUpper() + word.mid(1); }

// The list with one filter changed; other pages begin anew.
QString listAddress(const FormData& query, const char* key, const QString& value, const char* page = "/rooms") {
  QString address = QLatin1String(page);
  QChar separator = QLatin1Char('?');
  const auto add = [&](const char* name, const QString& text) {
    if (text.isEmpty()) return;
    address += separator + QLatin1String(name) + QLatin1Char('=') + encodePercent(text);
    separator = QLatin1Char('&');
  };
  for (const char* filter : kFilters) add(filter, qstrcmp(filter, key) == 0 ? value : query.value(filter));
  if (qstrcmp(key, "page") == 0) add("page", value);
  return address;
}

void sideLink(PageWriter& page, const FormData& query, const char* key, const QString& value, const QString& words,
              qint64 count) {
  const bool current = query.value(key) == value;
  page.open("li").open("a",
                       {{"href", listAddress(query, key, value)}, {"aria-current", QStringLiteral("true"), current}});
  page.element("bdi", words).element("span", QString::number(count)).close().close();
}

void side(PageWriter& page, const QJsonObject& counts, const FormData& query) {
  page.open("aside");
  page.element("h2", QStringLiteral("Category")).open("ul");
  sideLink(page, query, "category", QString(), QStringLiteral("All rooms"), numberIn(counts, "all"));
  for (const auto& item : counts.value(QStringLiteral("categories")).toArray()) {
    const QJsonObject category = item.toObject();
    sideLink(page, query, "category", textIn(category, "key"), textIn(category, "name"), numberIn(category, "rooms"));
  }
  page.close();
  page.element("h2", QStringLiteral("State")).open("ul");
  sideLink(page, query, "state", QStringLiteral("active"), QStringLiteral("Active"), numberIn(counts, "active"));
  sideLink(page, query, "state", QStringLiteral("disabled"), QStringLiteral("Disabled"), numberIn(counts, "disabled"));
  page.close().close();
}

void filterSelect(PageWriter& page, const char* name, const QString& label, const QString& value,
                  std::initializer_list<const char*> words) {
  page.open("label").element("span", label).open("select", {{"name", QLatin1String(name)}});
  page.element("option", {{"value", QString()}}, QStringLiteral("Any"));
  for (const char* word : words) {
    const QString key = QLatin1String(word);
    page.element("option", {{"value", key}, {"selected", QString(), key == value}}, capitalised(key));
  }
  page.close().close();
}

void filters(PageWriter& page, const FormData& query) {
  page.open("form", {{"class", QStringLiteral("filters")},
                     {"method", QStringLiteral("get")},
                     {"action", QStringLiteral("/rooms")},
                     {"role", QStringLiteral("search")}});
  for (const char* kept : {"category", "state"}) {
    if (!query.value(kept).isEmpty()) page.hidden(kept, query.value(kept));
  }
  page.icon("search");
  page.single("input", {{"type", QStringLiteral("search")},
                        {"name", QStringLiteral("words")},
                        {"value", query.value("words")},
                        {"maxlength", QStringLiteral("200")},
                        {"placeholder", QStringLiteral("Find by name, description or person")},
                        {"aria-label", QStringLiteral("Find by name, description or person")}});
  filterSelect(page, "privacy", QStringLiteral("Privacy"), query.value("privacy"), {"open", "closed", "secret"});
  filterSelect(page, "type", QStringLiteral("Type"), query.value("type"), {"normal", "auditorium"});
  page.button(QStringLiteral("Find"), "plain");
  page.open("a",
            {{"class", QStringLiteral("button plain")}, {"href", listAddress(query, "", QString(), "/rooms.csv")}});
  page.icon("download").text(QStringLiteral("Export CSV")).close().close();
}

QString managersOf(const QJsonObject& room) {
  const QJsonArray names = room.value(QStringLiteral("managerNames")).toArray();
  if (names.isEmpty()) return QStringLiteral("none");
  const qint64 more = numberIn(room, "managers") - 1;
  return more > 0 ? QStringLiteral("%1 +%2").arg(names.first().toString()).arg(more) : names.first().toString();
}

QString privacyOf(const QJsonObject& room) {
  const QString privacy = capitalised(textIn(room, "privacy"));
  const bool auditorium = textIn(room, "type") == QLatin1String("auditorium");
  return auditorium ? privacy + QStringLiteral(", auditorium") : privacy;
}

void roomRow(PageWriter& page, const QJsonObject& room, qint64 nowMs) {
  const bool disabled = room.value(QStringLiteral("disabled")).toBool();
  const bool open = textIn(room, "privacy") == QLatin1String("open");
  const QString address = QStringLiteral("/rooms/") + encodePercent(textIn(room, "key"));
  page.open("tr", {{"class", QStringLiteral("disabled"), disabled}});
  page.open("th", {{"scope", QStringLiteral("row")}});
  page.open("a", {{"href", address}, {"title", textIn(room, "description"), !textIn(room, "description").isEmpty()}});
  page.icon(roomIcon(room)).element("bdi", textIn(room, "name")).close();
  if (disabled) page.element("span", {{"class", QStringLiteral("chip")}}, QStringLiteral("Disabled"));
  page.close();
  page.open("td").element("bdi", textIn(room, "category")).close();
  page.element("td", privacyOf(room));
  page.element("td", {{"class", QStringLiteral("number")}},
               open ? QStringLiteral("all") : QString::number(numberIn(room, "members")));
  page.open("td").element("bdi", managersOf(room)).close();
  const QString last = textIn(room, "lastMessageOn");
  page.open("td").element("time", {{"datetime", last, !last.isEmpty()}}, timeInWords(last, nowMs)).close();
  page.open("td", {{"class", QStringLiteral("edit")}});
  page.open("a", {{"href", address}, {"aria-label", QStringLiteral("Edit ") + textIn(room, "name")}});
  page.icon("pencil").close().close().close();
}

void table(PageWriter& page, const QJsonArray& rooms, qint64 nowMs) {
  page.open("table").open("thead").open("tr");
  for (const char* column : {"Room", "Category", "Privacy", "Members", "Managers", "Last message"}) {
    const bool number = qstrcmp(column, "Members") == 0;
    page.element("th", {{"scope", QStringLiteral("col")}, {"class", QStringLiteral("number"), number}},
                 QLatin1String(column));
  }
  page.open("th", {{"scope", QStringLiteral("col")}});
  page.element("span", {{"class", QStringLiteral("unseen")}}, QStringLiteral("Edit"));
  page.close().close().close().open("tbody");
  for (const auto& room : rooms) roomRow(page, room.toObject(), nowMs);
  page.close().close();
}

void foot(PageWriter& page, const QJsonObject& result, const FormData& query) {
  const qint64 total = numberIn(result, "total");
  const qint64 current = numberIn(result, "page");
  const qint64 pages = numberIn(result, "pages");
  const qint64 first = (current - 1) * numberIn(result, "pageSize") + 1;
  const qint64 last = first + result.value(QStringLiteral("rooms")).toArray().size() - 1;
  page.open("div", {{"class", QStringLiteral("pager")}});
  page.element("span", QStringLiteral("Showing %1 to %2 of %3").arg(first).arg(last).arg(total));
  page.open("span");
  const auto step = [&](qint64 to, const QString& words, const char* icon) {
    page.open("a", {{"href", listAddress(query, "page", QString::number(to))}, {"aria-label", words}});
    page.icon(icon).close();
  };
  if (current > 1) step(current - 1, QStringLiteral("Page before"), "chevron-left");
  page.element("span", QStringLiteral("Page %1 of %2").arg(current).arg(pages));
  if (current < pages) step(current + 1, QStringLiteral("Next page"), "chevron-right");
  page.close().close();
}

void nothing(PageWriter& page, bool filtered) {
  page.open("div", {{"class", QStringLiteral("empty")}});
  page.icon("door");
  page.element("strong", filtered ? QStringLiteral("No room matches") : QStringLiteral("No rooms yet"));
  page.element("p", filtered ? QStringLiteral("Try other words, or show all rooms.")
                             : QStringLiteral("Rooms that you manage are listed here."));
  if (filtered) page.link(QStringLiteral("/rooms"), QStringLiteral("Show all rooms"), "button plain");
  page.close();
}

// Spreadsheets take cells that begin so for formulas.
QByteArray csvCell(QString text) {
  if (!text.isEmpty() && QStringLiteral("=+-@\t\r").contains(text.front())) text.prepend(QLatin1Char('\''));
  return '"' + text.replace(QLatin1Char('"'), QStringLiteral("\"\"")).toUtf8() + '"';
}

}  // namespace

QByteArray rooms(const PageFrame& frame, const QJsonObject& result, const FormData& query, qint64 nowMs) {
  PageWriter page(frame);
  page.open("div", {{"class", QStringLiteral("with-side")}});
  side(page, result.value(QStringLiteral("counts")).toObject(), query);
  page.open("section").open("div", {{"class", QStringLiteral("title-row")}});
  page.heading(QStringLiteral("Rooms"));
  if (frame.me.value(QStringLiteral("mayCreate")).toBool()) {
    page.open("a", {{"class", QStringLiteral("button primary")}, {"href", QStringLiteral("/rooms/new")}});
    page.icon("plus").text(QStringLiteral("New room")).close();
  }
  page.close();
  filters(page, query);
  const QJsonArray list = result.value(QStringLiteral("rooms")).toArray();
  if (list.isEmpty()) {
    const bool filtered = result.value(QStringLiteral("counts")).toObject().value(QStringLiteral("all")).toInt() > 0;
    nothing(page, filtered);
  } else {
    table(page, list, nowMs);
    foot(page, result, query);
  }
  page.close().close();
  return page.finish();
}

QByteArray roomsAsCsv(const QJsonObject& result) {
  QByteArray csv =
      "\"Room\",\"Category\",\"Privacy\",\"Type\",\"Disabled\",\"Members\",\"Managers\",\"Last message\"\r\n";
  for (const auto& item : result.value(QStringLiteral("rooms")).toArray()) {
    const QJsonObject room = item.toObject();
    const bool disabled = room.value(QStringLiteral("disabled")).toBool();
    const QByteArrayList cells{csvCell(textIn(room, "name")),    csvCell(textIn(room, "category")),
                               csvCell(textIn(room, "privacy")), csvCell(textIn(room, "type")),
                               disabled ? "\"yes\"" : "\"no\"",  QByteArray::number(numberIn(room, "members")),
                               csvCell(managersOf(room)),        csvCell(textIn(room, "lastMessageOn"))};
    csv += cells.join(',') + "\r\n";
  }
  return csv;
}

}  // namespace Parlour::Server::WebPages
