// SPDX-License-Identifier: Apache-2.0
// The status page, made of what /api/status answers; its script only puts the next one in its place.
#include <QDateTime>
#include <QLocale>
#include <algorithm>

#include "protocol/support/Clock.h"
#include "server-sim/web/StatusFigures.h"
#include "server-sim/web/WebPages.h"

namespace Parlour::Server::WebPages {
namespace {

using namespace StatusFigures;

constexpr double kTileWidth = 72;
constexpr double kTileHeight = 26;
constexpr double kChartWidth = 698;
constexpr double kChartHeight = 160;
constexpr Field kPlot{30, 8, 664, 128, 0, 1};
constexpr int kTimeMarks = 5;
constexpr qsizetype kEventsShown = 7;
constexpr int kMinuteSeconds = 60;

double amountIn(const QJsonObject& object, const char* key) { return object.value(QLatin1String(key)).toDouble(); }

QJsonObject partOf(const QJsonObject& object, const char* key) { return object.value(QLatin1String(key)).toObject(); }

QJsonArray listIn(const QJsonObject& object, const char* key) { return object.value(QLatin1String(key)).toArray(); }

QString decimal(double value) { return QString::number(value); }

// Where the server stands; the page says so by its own clock, with scripts and without.
QDateTime localTime(const QString& time) {
  const auto parsed = Timestamp::parse(time.toUtf8());
  return parsed ? QDateTime::fromMSecsSinceEpoch(parsed->toMs()) : QDateTime();
}

QString minuteText(const QDateTime& time) { return time.toString(QStringLiteral("HH:mm")); }

// "08:52", "Sat" within the week, "12 Nov".
QString dayText(const QDateTime& time, const QDateTime& now) {
  const qint64 days = time.date().daysTo(now.date());
  if (days == 0) return minuteText(time);
  return QLocale::c().toString(time.date(), days < 7 ? QStringLiteral("ddd") : QStringLiteral("d MMM"));
}

void sparkline(PageWriter& page, const Points& points) {
  const Field field = fieldFor(points, kTileWidth, kTileHeight);
  page.open("svg", {{"class", QStringLiteral("sparkline")},
                    {"viewBox", QStringLiteral("0 0 72 26")},
                    {"aria-hidden", QStringLiteral("true")}});
  page.open("path", {{"class", QStringLiteral("curve")}, {"d", linePath(points, field)}}).close().close();
}

// Bars on a dotted line, for what should not happen.
void sparkBars(PageWriter& page, const Points& points) {
  const double top = std::max(1.0, highest(points));
  const Field field{0, 4, kTileWidth, kTileHeight - 6, 0, top};
  page.open("svg", {{"class", QStringLiteral("sparkline")},
                    {"viewBox", QStringLiteral("0 0 72 26")},
                    {"aria-hidden", QStringLiteral("true")}});
  page.open("path", {{"class", QStringLiteral("ground")}, {"d", QStringLiteral("M0 24.5H72")}}).close();
  for (size_t index = 0; index < points.size(); ++index) {
    if (points[index].value_or(0) <= 0) continue;
    const double height = field.y + field.height - yAt(field, *points[index]);
    page.open("rect", {{"class", QStringLiteral("bar")},
                       {"x", decimal(xAt(field, index, points.size() + 1))},
                       {"y", decimal(24 - height)},
                       {"width", QStringLiteral("3")},
                       {"height", decimal(height)}});
    page.close();
  }
  page.close();
}

struct Tile {
  QString label;
  QString figure;
  QString note;
  QJsonArray series;
  bool bars = false;
};

void tile(PageWriter& page, const Tile& content) {
  page.open("section", {{"class", QStringLiteral("tile")}});
  page.element("h2", content.label);
  page.element("strong", content.figure);
  page.element("small", content.note);
  const Points points = pointsOf(content.series);
  content.bars ? sparkBars(page, points) : sparkline(page, points);
  page.close();
}

QString shedNote(const QJsonObject& shed, const QDateTime& now) {
  const QDateTime last = localTime(textIn(shed, "last"));
  if (!last.isValid()) return QStringLiteral("none since the start");
  if (last.secsTo(now) < kMinuteSeconds) return QStringLiteral("going on");
  const QString when = (flagIn(shed, "inOneGo") ? QStringLiteral("all at %1") : QStringLiteral("last at %1"));
  return when.arg(dayText(last, now)) + QStringLiteral(", none since");
}

void tiles(PageWriter& page, const QJsonObject& report) {
  const QJsonObject all = partOf(report, "tiles");
  const QDateTime now = localTime(textIn(report, "time"));
  const QJsonObject sessions = partOf(all, "sessions");
  const QJsonObject rooms = partOf(all, "rooms");
  const QJsonObject messages = partOf(all, "messages");
  const QJsonObject queue = partOf(all, "queue");
  const QJsonObject shed = partOf(all, "shed");
  page.open("div", {{"class", QStringLiteral("tiles")}});
  tile(page, {QStringLiteral("Sessions"), number(amountIn(sessions, "now")),
              QStringLiteral("peak today ") + number(amountIn(sessions, "peakToday")), listIn(sessions, "series")});
  tile(page, {QStringLiteral("Rooms in use"), number(amountIn(rooms, "inUse")),
              QStringLiteral("of %1 active").arg(number(amountIn(rooms, "active"))), listIn(rooms, "series")});
  tile(page, {QStringLiteral("Messages per second"), rate(amountIn(messages, "perSecond")),
              QStringLiteral("average, last minute"), listIn(messages, "series")});
  tile(page, {QStringLiteral("Queue length"), number(amountIn(queue, "length")),
              QStringLiteral("limit ") + number(amountIn(queue, "limit")), listIn(queue, "series")});
  tile(page, {QStringLiteral("Requests shed (503)"), number(amountIn(shed, "total")), shedNote(shed, now),
              listIn(shed, "series"), true});
  page.close();
}

void cardHead(PageWriter& page, const QString& title, const QString& note) {
  page.open("header").element("h2", title);
  if (!note.isEmpty()) page.element("span", note);
  page.close();
}

void svgText(PageWriter& page, double x, double y, const char* anchor, const QString& words) {
  page.element("text", {{"x", decimal(x)}, {"y", decimal(y)}, {"text-anchor", QLatin1String(anchor)}}, words);
}

void chartGrid(PageWriter& page, const Field& plot, const QDateTime& now, int seconds) {
  for (int step = 0; step <= 4; ++step) {
    const double value = plot.high * step / 4;
    const double y = yAt(plot, value);
    page.open("path", {{"class", QStringLiteral("grid")},
                       {"d", QStringLiteral("M%1 %2H%3").arg(plot.x).arg(y).arg(plot.x + plot.width)}});
    page.close();
    const bool whole = plot.high >= 4;
    svgText(page, plot.x - 8, y + 4, "end", number(value, whole ? (plot.high == 10 ? 1 : 0) : 1));
  }
  for (int mark = 0; mark <= kTimeMarks; ++mark) {
    const char* anchor = mark == 0 ? "start" : (mark == kTimeMarks ? "end" : "middle");
    const QDateTime time = now.addSecs(-seconds + seconds * mark / kTimeMarks);
    svgText(page, plot.x + plot.width * mark / kTimeMarks, plot.y + plot.height + 17, anchor, minuteText(time));
  }
}

void shedMark(PageWriter& page, const Field& plot, double share, const QString& words) {
  constexpr double letter = 6.1;
  const double x = plot.x + plot.width * share;
  const double width = static_cast<double>(words.size()) * letter + 12;
  const double left = x + 6 + width > plot.x + plot.width ? x - 6 - width : x + 6;
  page.open("path", {{"class", QStringLiteral("mark-line")},
                     {"d", QStringLiteral("M%1 %2V%3").arg(x).arg(plot.y).arg(plot.y + plot.height)}});
  page.close();
  page.open("rect", {{"class", QStringLiteral("mark-box")},
                     {"x", decimal(left)},
                     {"y", decimal(plot.y + 1)},
                     {"width", decimal(width)},
                     {"height", QStringLiteral("19")},
                     {"rx", QStringLiteral("4")}});
  page.close();
  page.element(
      "text", {{"class", QStringLiteral("mark-text")}, {"x", decimal(left + 6)}, {"y", decimal(plot.y + 14.5)}}, words);
}

QString shedWords(qint64 count) {
  return count == 1 ? QStringLiteral("1 request shed") : QStringLiteral("%1 requests shed").arg(number(count));
}

void chart(PageWriter& page, const QJsonObject& report) {
  const QJsonObject chart = partOf(report, "chart");
  const QDateTime now = localTime(textIn(report, "time"));
  const auto seconds = static_cast<int>(amountIn(chart, "seconds"));
  const Points points = pointsOf(listIn(chart, "messagesPerSecond"));
  Field plot = kPlot;
  plot.high = axisTop(highest(points));
  page.open("section", {{"class", QStringLiteral("panel chart")}});
  cardHead(page, QStringLiteral("Messages per second"), QStringLiteral("Last %1 minutes").arg(seconds / 60));
  const QString spoken =
      QStringLiteral("Messages per second over %1 minutes, at most %2").arg(seconds / 60).arg(rate(highest(points)));
  page.open("svg", {{"viewBox", QStringLiteral("0 0 %1 %2").arg(kChartWidth).arg(kChartHeight)},
                    {"role", QStringLiteral("img")},
                    {"aria-label", spoken}});
  page.open("path", {{"class", QStringLiteral("area")}, {"d", areaPath(points, plot)}}).close();
  chartGrid(page, plot, now, seconds);
  page.open("path", {{"class", QStringLiteral("curve")}, {"d", linePath(points, plot)}}).close();
  for (const auto& item : listIn(chart, "marks")) {
    const QJsonObject mark = item.toObject();
    const double age = static_cast<double>(localTime(textIn(mark, "time")).secsTo(now));
    const double share = 1 - age / std::max(1, seconds);
    if (share >= 0 && share <= 1) shedMark(page, plot, share, shedWords(numberIn(mark, "shed")));
  }
  page.close().close();
}

void loadBar(PageWriter& page, const QString& label, const QString& figure, const QJsonObject& share) {
  const double limit = amountIn(share, "limit");
  const double part = limit > 0 ? std::clamp(amountIn(share, "value") / limit, 0.0, 1.0) : 0;
  page.open("div", {{"class", QStringLiteral("load-line")}});
  page.element("dt", label).element("dd", figure);
  page.open("svg", {{"aria-hidden", QStringLiteral("true")}});
  page.open("rect", {{"class", QStringLiteral("track")},
                     {"width", QStringLiteral("100%")},
                     {"height", QStringLiteral("4")},
                     {"rx", QStringLiteral("2")}});
  page.close();
  const QString width = QStringLiteral("%1%").arg(std::max(part * 100, part > 0 ? 1.0 : 0.0), 0, 'f', 1);
  page.open("rect", {{"class", QStringLiteral("fill")},
                     {"width", width},
                     {"height", QStringLiteral("4")},
                     {"rx", QStringLiteral("2")}});
  page.close().close().close();
}

void load(PageWriter& page, const QJsonObject& report) {
  const QJsonObject all = partOf(report, "load");
  const QJsonObject processor = partOf(all, "processor");
  const QJsonObject memory = partOf(all, "memory");
  const QJsonObject sendQueue = partOf(all, "sendQueue");
  const QJsonObject database = partOf(all, "database");
  const auto cores = static_cast<int>(amountIn(processor, "cores"));
  const auto bytes = [](const QJsonObject& share) {
    return bytesOf(amountIn(share, "value"), amountIn(share, "limit"));
  };
  page.open("section", {{"class", QStringLiteral("panel load")}});
  cardHead(page, QStringLiteral("Load"), QString());
  page.open("dl");
  loadBar(page, QStringLiteral("Processor, %1 %2").arg(cores).arg(cores == 1 ? u"core" : u"cores"),
          number(amountIn(processor, "value")) + QLatin1Char('%'), processor);
  loadBar(page, QStringLiteral("Memory"), bytes(memory), memory);
  loadBar(page, QStringLiteral("Send queue"),
          QStringLiteral("%1 of %2").arg(number(amountIn(sendQueue, "value")), number(amountIn(sendQueue, "limit"))),
          sendQueue);
  loadBar(page, QStringLiteral("History database"), bytes(database), database);
  const QJsonObject compliance = partOf(report, "compliance");
  if (compliance.value(QLatin1String("recording")).toBool()) {
    const QJsonObject queue{{QStringLiteral("value"), compliance.value(QLatin1String("waiting"))},
                            {QStringLiteral("limit"), compliance.value(QLatin1String("limit"))}};
    loadBar(page, QStringLiteral("Compliance queue"),
            QStringLiteral("%1 events, oldest %2 s")
                .arg(number(amountIn(queue, "value")), number(amountIn(compliance, "oldestSeconds"))),
            queue);
  }
  page.close().close();
}

void roomLine(PageWriter& page, const QJsonObject& room) {
  page.open("tr").open("th", {{"scope", QStringLiteral("row")}});
  page.open("a", {{"href", QStringLiteral("/rooms/") + encodePercent(textIn(room, "key"))}});
  page.icon(roomIcon(room));
  page.element("bdi", textIn(room, "name")).close().close();
  const double fanOut = amountIn(room, "fanOutPerSecond");
  const QString cells[] = {
      number(amountIn(room, "here")), rate(amountIn(room, "messagesPerSecond")), number(fanOut, fanOut < 10 ? 1 : 0),
      number(amountIn(room, "p95Ms"), amountIn(room, "p95Ms") < 10 ? 1 : 0) + QStringLiteral(" ms")};
  for (const QString& cell : cells) page.element("td", {{"class", QStringLiteral("number")}}, cell);
  page.close();
}

void busiestRooms(PageWriter& page, const QJsonObject& report) {
  page.open("section", {{"class", QStringLiteral("panel busiest")}});
  cardHead(page, QStringLiteral("Busiest rooms"), QStringLiteral("Last minute"));
  page.open("table").open("thead").open("tr");
  page.element("th", {{"scope", QStringLiteral("col")}}, QStringLiteral("Room"));
  for (const char* column : {"Here", "Messages/s", "Fan-out/s", "p95 delivery"}) {
    page.element("th", {{"scope", QStringLiteral("col")}, {"class", QStringLiteral("number")}}, QLatin1String(column));
  }
  page.close().close().open("tbody");
  const QJsonArray rooms = listIn(report, "rooms");
  for (const auto& room : rooms) roomLine(page, room.toObject());
  if (rooms.isEmpty()) {
    page.open("tr").element("td", {{"colspan", QStringLiteral("5")}},
                            QStringLiteral("No messages in the last minute."));
    page.close();
  }
  page.close().close().close();
}

struct EventSign {
  const char* icon;
  const char* cssClass;
  const char* spoken;
};

EventSign signOf(const QJsonObject& event) {
  const QString severity = textIn(event, "severity");
  if (severity == QLatin1String("good")) return {"check", "good", "Good: "};
  if (severity == QLatin1String("warning")) return {"warning", "caution", "Warning: "};
  if (severity == QLatin1String("failure")) return {"warning", "failure", "Failed: "};
  const QString topic = textIn(event, "topic");
  if (topic == QLatin1String("load")) return {"upload", "notice", ""};
  if (topic == QLatin1String("storage")) return {"database", "notice", ""};
  if (topic == QLatin1String("server")) return {"server", "notice", ""};
  return {"user", "notice", ""};
}

void recentEvents(PageWriter& page, const QJsonObject& report) {
  const QDateTime now = localTime(textIn(report, "time"));
  page.open("section", {{"class", QStringLiteral("panel events")}});
  cardHead(page, QStringLiteral("Recent events"), QString());
  page.open("ol");
  const QJsonArray events = listIn(report, "events");
  for (qsizetype index = 0; index < std::min(events.size(), kEventsShown); ++index) {
    const QJsonObject event = events.at(index).toObject();
    const EventSign sign = signOf(event);
    const QString time = textIn(event, "time");
    page.open("li", {{"class", QLatin1String(sign.cssClass)}});
    page.element("time", {{"datetime", time}}, dayText(localTime(time), now));
    page.icon(sign.icon);
    page.open("span");
    if (*sign.spoken != 0) page.element("span", {{"class", QStringLiteral("unseen")}}, QLatin1String(sign.spoken));
    page.text(textIn(event, "text")).close().close();
  }
  page.close().close();
}

void titleRow(PageWriter& page, const QJsonObject& report) {
  const bool healthy = textIn(partOf(report, "health"), "status") == QLatin1String("ok");
  page.open("div", {{"class", QStringLiteral("title-row")}});
  page.heading(QStringLiteral("Server status"));
  page.open("span", {{"class", healthy ? QStringLiteral("chip healthy") : QStringLiteral("chip unhealthy")}});
  page.icon(healthy ? "check" : "warning");
  page.text(healthy ? QStringLiteral("Healthy") : QStringLiteral("Not healthy")).close();
  const QDateTime now = localTime(textIn(report, "time"));
  page.open("span", {{"class", QStringLiteral("live")}, {"data-keep", QString()}});
  page.element("span", {{"class", QStringLiteral("live-text")}},
               QStringLiteral("As of %1").arg(now.toString(QStringLiteral("HH:mm:ss"))));
  page.close();
  page.open("button", {{"type", QStringLiteral("button")},
                       {"class", QStringLiteral("live-button")},
                       {"hidden", QString()},
                       {"data-keep", QString()}});
  page.icon("pause").element("span", QStringLiteral("Pause")).close().close();
}

void troubles(PageWriter& page, const QJsonObject& report) {
  const QJsonObject checks = partOf(partOf(report, "health"), "checks");
  for (const auto& check : checks) {
    if (check.toString() == QLatin1String("ok")) continue;
    page.open("p", {{"class", QStringLiteral("message failed")}});
    page.icon("warning").text(check.toString()).close();
  }
}

}  // namespace

QByteArray status(const PageFrame& frame, const QJsonObject& report) {
  PageWriter page(frame);
  page.open("div", {{"class", QStringLiteral("status")}, {"data-live", QStringLiteral("2000")}});
  titleRow(page, report);
  troubles(page, report);
  tiles(page, report);
  page.open("div", {{"class", QStringLiteral("panels")}});
  chart(page, report);
  load(page, report);
  busiestRooms(page, report);
  recentEvents(page, report);
  page.close().close();
  return page.finish(PageFoot::None);
}

}  // namespace Parlour::Server::WebPages
