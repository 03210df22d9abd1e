// SPDX-License-Identifier: Apache-2.0
#include "server-sim/org/OrgTime.h"

#include <QDateTime>
#include <QRegularExpression>

namespace Parlour::Server {
namespace {

constexpr int kMaxDaysBack = 3660;

QDate workingDaysBack(QDate today, int count) {
  QDate day = today;
  while (count > 0) {
    day = day.addDays(-1);
    if (day.dayOfWeek() <= Qt::Friday) --count;
  }
  return day;
}

std::optional<Timestamp> beforeNow(const QRegularExpressionMatch& match, Timestamp now) {
  const qint64 count = match.captured(1).toLongLong();
  const QString unit = match.captured(2);
  const qint64 seconds = unit == QLatin1String("h") ? 3600 : unit == QLatin1String("m") ? 60 : 1;
  return Timestamp::fromMs(now.toMs() - count * seconds * 1000);
}

std::optional<Timestamp> onDay(const QRegularExpressionMatch& match, const OrgMoment& moment) {
  const int count = match.captured(1).toInt();
  const QTime time(match.captured(3).toInt(), match.captured(4).toInt(), match.captured(5).toInt());
  if (count < 1 || count > kMaxDaysBack || !time.isValid()) return std::nullopt;
  const QDate today = QDateTime::fromMSecsSinceEpoch(moment.now.toMs(), moment.zone).date();
  const bool working = match.captured(2) == QLatin1String("wd");
  const QDate day = working ? workingDaysBack(today, count) : today.addDays(-count);
  return Timestamp::fromMs(QDateTime(day, time, moment.zone).toMSecsSinceEpoch());
}

}  // namespace

std::optional<Timestamp> parseOrgTime(const QString& text, const OrgMoment& moment) {
  if (!text.startsWith(QLatin1Char('-'))) return Timestamp::parse(text.toUtf8());
  static const QRegularExpression offset(QStringLiteral("^-([0-9]{1,9})([smh])$"));
  static const QRegularExpression day(QStringLiteral("^-([0-9]{1,5})(d|wd) ([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?$"));
  if (const auto match = offset.match(text); match.hasMatch()) return beforeNow(match, moment.now);
  if (const auto match = day.match(text); match.hasMatch()) return onDay(match, moment);
  return std::nullopt;
}

}  // namespace Parlour::Server
