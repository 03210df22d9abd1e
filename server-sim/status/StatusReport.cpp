// SPDX-License-Identifier: Apache-2.0
// What /api/status answers.
#include <QJsonArray>
#include <cmath>

#include "server-sim/status/StatusBoard.h"

namespace Parlour::Server {
namespace {

constexpr int kSparklineParts = 30;
constexpr int kChartParts = 90;
constexpr size_t kEventsTold = 20;

using Series = std::vector<std::optional<double>>;

QString timeText(Timestamp time) { return QString::fromLatin1(time.toXccosSeconds()); }

qint64 number(quint64 value) { return static_cast<qint64>(value); }

double rounded(double value) { return std::round(value * 100) / 100; }

QJsonArray seriesJson(const Series& series) {
  QJsonArray values;
  for (const auto& value : series) values.append(value ? QJsonValue(rounded(*value)) : QJsonValue());
  return values;
}

QString severityName(Severity severity) {
  switch (severity) {
    case Severity::Good:
      return QStringLiteral("good");
    case Severity::Notice:
      return QStringLiteral("notice");
    case Severity::Warning:
      return QStringLiteral("warning");
    case Severity::Failure:
      return QStringLiteral("failure");
  }
  return {};
}

QString topicName(EventTopic topic) {
  switch (topic) {
    case EventTopic::Server:
      return QStringLiteral("server");
    case EventTopic::Load:
      return QStringLiteral("load");
    case EventTopic::Storage:
      return QStringLiteral("storage");
    case EventTopic::People:
      return QStringLiteral("people");
    case EventTopic::Administration:
      return QStringLiteral("administration");
  }
  return {};
}

QJsonArray eventsJson(const std::vector<Event>& events) {
  QJsonArray lines;
  for (const Event& event : events) {
    lines.append(QJsonObject{{QStringLiteral("time"), timeText(event.time)},
                             {QStringLiteral("severity"), severityName(event.severity)},
                             {QStringLiteral("topic"), topicName(event.topic)},
                             {QStringLiteral("text"), event.text}});
  }
  return lines;
}

QJsonArray roomsJson(const std::vector<BusyRoom>& rooms) {
  constexpr double seconds = 60;
  QJsonArray lines;
  for (const BusyRoom& room : rooms) {
    lines.append(
        QJsonObject{{QStringLiteral("name"), room.name},
                    {QStringLiteral("key"), room.key},
                    {QStringLiteral("privacy"), room.privacy},
                    {QStringLiteral("type"), room.type},
                    {QStringLiteral("here"), number(room.here)},
                    {QStringLiteral("posts"), number(room.posts)},
                    {QStringLiteral("messagesPerSecond"), rounded(static_cast<double>(room.posts) / seconds)},
                    {QStringLiteral("deliveries"), number(room.deliveries)},
                    {QStringLiteral("fanOutPerSecond"), rounded(static_cast<double>(room.deliveries) / seconds)},
                    {QStringLiteral("p95Ms"), rounded(room.p95Us / 1'000)}});
  }
  return lines;
}

QJsonObject shareOf(double value, double limit) {
  return {{QStringLiteral("value"), value}, {QStringLiteral("limit"), limit}};
}

}  // namespace

QJsonObject StatusBoard::tiles(const StatusDetails& details) const {
  using Value = LoadHistory::Value;
  const LoadSample& latest = history_.latest();
  const auto series = [this](Value value) { return seriesJson(history_.series(value, kSparklineParts)); };
  QJsonObject shed{{QStringLiteral("total"), number(latest.shed)}, {QStringLiteral("series"), series(Value::Shed)}};
  if (const auto last = history_.lastShed()) {
    shed.insert(QStringLiteral("last"), timeText(last->last));
    shed.insert(QStringLiteral("inOneGo"), history_.shedInOneGo());
  }
  return {{QStringLiteral("sessions"), QJsonObject{{QStringLiteral("now"), number(latest.sessions)},
                                                   {QStringLiteral("peakToday"), number(history_.sessionsPeakToday())},
                                                   {QStringLiteral("series"), series(Value::Sessions)}}},
          {QStringLiteral("rooms"), QJsonObject{{QStringLiteral("inUse"), number(latest.roomsInUse)},
                                                {QStringLiteral("active"), number(details.activeRooms)},
                                                {QStringLiteral("series"), series(Value::RoomsInUse)}}},
          {QStringLiteral("messages"), QJsonObject{{QStringLiteral("perSecond"), rounded(history_.messagesPerSecond())},
                                                   {QStringLiteral("total"), number(latest.messages)},
                                                   {QStringLiteral("series"), series(Value::Messages)}}},
          {QStringLiteral("queue"), QJsonObject{{QStringLiteral("length"), number(latest.waiting)},
                                                {QStringLiteral("limit"), number(latest.waitingLimit)},
                                                {QStringLiteral("series"), series(Value::Waiting)}}},
          {QStringLiteral("shed"), shed}};
}

QJsonObject StatusBoard::chart() const {
  QJsonArray marks;
  for (const LoadHistory::ShedBurst& burst : history_.shedBursts()) {
    marks.append(
        QJsonObject{{QStringLiteral("time"), timeText(burst.first)}, {QStringLiteral("shed"), number(burst.count)}});
  }
  return {{QStringLiteral("seconds"), LoadHistory::kSeconds},
          {QStringLiteral("messagesPerSecond"), seriesJson(history_.series(LoadHistory::Value::Messages, kChartParts))},
          {QStringLiteral("marks"), marks}};
}

QJsonObject StatusBoard::loadBars(const StatusDetails& details) const {
  const ProcessUsage usage = ProcessUsage::now();
  const LoadSample& latest = history_.latest();
  QJsonObject processor = shareOf(rounded(cpu_.share(usage.cores) * 100), 100);
  processor.insert(QStringLiteral("cores"), usage.cores);
  return {{QStringLiteral("processor"), processor},
          {QStringLiteral("memory"),
           shareOf(static_cast<double>(usage.memoryBytes), static_cast<double>(usage.memoryLimitBytes))},
          {QStringLiteral("sendQueue"),
           shareOf(static_cast<double>(latest.sendQueue), static_cast<double>(latest.sendQueueLimit))},
          {QStringLiteral("database"), shareOf(static_cast<double>(details.databaseBytes),
                                               static_cast<double>(details.databaseBytes + details.diskFreeBytes))}};
}

QJsonObject StatusBoard::report() const {
  const StatusDetails details = details_ ? details_() : StatusDetails{};
  const HistogramCounts lag = loop_.lagUs();
  return {{QStringLiteral("time"), timeText(clock_.now())},
          {QStringLiteral("version"), QStringLiteral(PARLOUR_VERSION)},
          {QStringLiteral("uptimeSeconds"), (clock_.monotonicUs() - startedUs_) / 1'000'000},
          {QStringLiteral("health"), health().json},
          {QStringLiteral("loopLagMs"), QJsonObject{{QStringLiteral("p50"), rounded(lag.percentile(0.5) / 1'000)},
                                                    {QStringLiteral("p99"), rounded(lag.percentile(0.99) / 1'000)}}},
          {QStringLiteral("tiles"), tiles(details)},
          {QStringLiteral("chart"), chart()},
          {QStringLiteral("compliance"), details.compliance},
          {QStringLiteral("load"), loadBars(details)},
          {QStringLiteral("rooms"), roomsJson(details.rooms)},
          {QStringLiteral("events"), eventsJson(events_.newest(kEventsTold))}};
}

}  // namespace Parlour::Server
