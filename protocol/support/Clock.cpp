// SPDX-License-Identifier: Apache-2.0
#include "protocol/support/Clock.h"

#include <QDateTime>
#include <chrono>

namespace Parlour {
namespace {

constexpr qint64 kTicksPerSecond = 10'000'000;

QByteArray wholeSeconds(qint64 ticks) {
  const QDateTime time = QDateTime::fromMSecsSinceEpoch((ticks / kTicksPerSecond) * 1000, Qt::UTC);
  return time.toString(QStringLiteral("yyyy-MM-ddThh:mm:ss")).toLatin1();
}

std::optional<int> number(QByteArrayView text) {
  int value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

// Minutes east of UTC of "Z", "+hh:mm" or nothing.
std::optional<int> zoneMinutes(QByteArrayView text) {
  if (text.isEmpty() || text == "Z" || text == "z") return 0;
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return std::nullopt;
  const auto hours = number(text.sliced(1, 2));
  const auto minutes = number(text.sliced(4, 2));
  if (!hours || !minutes || *hours > 14 || *minutes > 59) return std::nullopt;
  return (text[0] == '-' ? -1 : 1) * (*hours * 60 + *minutes);
}

}  // namespace

QByteArray Timestamp::toXccos() const {
  return wholeSeconds(ticks) + '.' + QByteArray::number(ticks % kTicksPerSecond).rightJustified(7, '0') + 'Z';
}

QByteArray Timestamp::toXccosSeconds() const { return wholeSeconds(ticks) + 'Z'; }

QByteArray Timestamp::toPublishTime() const {
  return wholeSeconds(ticks) + '.' + QByteArray::number(ticks % kTicksPerSecond / kPerMs).rightJustified(3, '0');
}

std::optional<Timestamp> Timestamp::parse(QByteArrayView text) {
  text = text.trimmed();
  if (text.size() < 19 || text.size() > 40) return std::nullopt;
  const QDateTime seconds =
      QDateTime::fromString(QString::fromLatin1(text.first(19)), QStringLiteral("yyyy-MM-ddTHH:mm:ss"));
  if (!seconds.isValid()) return std::nullopt;
  qsizetype at = 19;
  qint64 fraction = 0;
  if (at < text.size() && text[at] == '.') {
    qint64 weight = kTicksPerSecond / 10;
    for (++at; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, weight /= 10) {
      fraction += (text[at] - '0') * weight;
    }
  }
  const auto zone = zoneMinutes(text.sliced(at));
  if (!zone) return std::nullopt;
  const QDateTime utc(seconds.date(), seconds.time(), Qt::UTC);
  return Timestamp{(utc.toSecsSinceEpoch() - *zone * 60) * kTicksPerSecond + fraction};
}

Timestamp SystemClock::now() const {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::nanoseconds>(since).count() / 100};
}

qint64 SystemClock::monotonicMs() const {
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

}  // namespace Parlour
