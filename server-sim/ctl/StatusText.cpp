// SPDX-License-Identifier: Apache-2.0
#include "server-sim/ctl/StatusText.h"

#include <QJsonArray>

#include "server-sim/ctl/Rendering.h"

namespace Parlour::Ctl {
namespace {

constexpr double kMegabyte = 1'048'576;
constexpr int kNameWidth = 16;

QJsonObject partOf(const QJsonObject& object, const char* key) { return object.value(QLatin1String(key)).toObject(); }

QString amount(const QJsonObject& object, const char* key, int decimals = 0) {
  return QString::number(object.value(QLatin1String(key)).toDouble(), 'f', decimals);
}

QString line(const char* name, const QString& text) {
  return QString::fromLatin1(name).leftJustified(kNameWidth) + text + QLatin1Char('\n');
}

QString megabytes(const QJsonObject& share) {
  return QStringLiteral("%1 of %2 MB")
      .arg(share.value(QStringLiteral("value")).toDouble() / kMegabyte, 0, 'f', 0)
      .arg(share.value(QStringLiteral("limit")).toDouble() / kMegabyte, 0, 'f', 0);
}

QString figures(const QJsonObject& report) {
  const QJsonObject tiles = partOf(report, "tiles");
  const QJsonObject load = partOf(report, "load");
  const QJsonObject sessions = partOf(tiles, "sessions");
  const QJsonObject rooms = partOf(tiles, "rooms");
  const QJsonObject queue = partOf(tiles, "queue");
  const QJsonObject lag = partOf(report, "loopLagMs");
  QString text = line("health", partOf(report, "health").value(QStringLiteral("status")).toString());
  text +=
      line("sessions", QStringLiteral("%1, peak today %2").arg(amount(sessions, "now"), amount(sessions, "peakToday")));
  text += line("rooms in use", QStringLiteral("%1 of %2").arg(amount(rooms, "inUse"), amount(rooms, "active")));
  text += line("messages/s", amount(partOf(tiles, "messages"), "perSecond", 1));
  text += line("queue", QStringLiteral("%1 of %2").arg(amount(queue, "length"), amount(queue, "limit")));
  text += line("requests shed", amount(partOf(tiles, "shed"), "total"));
  text += line("processor", amount(partOf(load, "processor"), "value") + QLatin1Char('%'));
  text += line("memory", megabytes(partOf(load, "memory")));
  text += line("database", megabytes(partOf(load, "database")));
  const QJsonObject compliance = partOf(report, "compliance");
  if (compliance.value(QStringLiteral("recording")).toBool()) {
    text += line("compliance", QStringLiteral("%1 of %2 events wait, the oldest %3 s")
                                   .arg(amount(compliance, "waiting"), amount(compliance, "limit"),
                                        amount(compliance, "oldestSeconds")));
  }
  return text +
         line("loop lag", QStringLiteral("p50 %1 ms, p99 %2 ms").arg(amount(lag, "p50", 2), amount(lag, "p99", 2)));
}

}  // namespace

QString renderStatus(const QJsonObject& report, Harmless harmless) {
  QString text = figures(report);
  QList<QStringList> rooms;
  for (const auto& item : report.value(QStringLiteral("rooms")).toArray()) {
    const QJsonObject room = item.toObject();
    rooms.append({harmless(room.value(QStringLiteral("name")).toString()), amount(room, "here"),
                  amount(room, "messagesPerSecond", 1), amount(room, "fanOutPerSecond", 1), amount(room, "p95Ms", 1)});
  }
  const QStringList columns{QStringLiteral("room"), QStringLiteral("here"), QStringLiteral("messages/s"),
                            QStringLiteral("fan-out/s"), QStringLiteral("p95 ms")};
  if (!rooms.isEmpty()) text += QLatin1Char('\n') + renderTable(columns, rooms);
  text += QLatin1Char('\n');
  for (const auto& item : report.value(QStringLiteral("events")).toArray()) {
    const QJsonObject event = item.toObject();
    text += QStringLiteral("%1  %2  %3\n")
                .arg(event.value(QStringLiteral("time")).toString(),
                     event.value(QStringLiteral("severity")).toString().leftJustified(7),
                     harmless(event.value(QStringLiteral("text")).toString()));
  }
  return text;
}

QString renderDoctor(const QJsonObject& result, Harmless harmless) {
  QString text;
  for (const auto& item : result.value(QStringLiteral("checks")).toArray()) {
    const QJsonObject check = item.toObject();
    text += QStringLiteral("%1  %2%3\n")
                .arg(check.value(QStringLiteral("result")).toString().leftJustified(4),
                     check.value(QStringLiteral("check")).toString().leftJustified(kNameWidth),
                     harmless(check.value(QStringLiteral("text")).toString()));
    const QString advice = harmless(check.value(QStringLiteral("advice")).toString());
    if (!advice.isEmpty()) text += QString(kNameWidth + 6, QLatin1Char(' ')) + advice + QLatin1Char('\n');
  }
  return text + QStringLiteral("\n%1 failed, %2 warned.\n").arg(amount(result, "failed"), amount(result, "warned"));
}

}  // namespace Parlour::Ctl
