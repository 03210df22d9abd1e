// SPDX-License-Identifier: Apache-2.0
#include "server-sim/status/LoadEvents.h"

#include <algorithm>

namespace Parlour::Server {
namespace {

constexpr quint64 kRushBegins = 100;  // sign-ins in a minute
constexpr quint64 kRushEnds = 50;

QString counted(quint64 count, const QString& one, const QString& many) {
  return QStringLiteral("%1 %2").arg(count).arg(count == 1 ? one : many);
}

}  // namespace

void LoadEvents::look(const LoadHistory& history, Timestamp now) {
  lookAtQueue(history.latest());
  lookAtShed(history, now);
  lookAtSignIns(history.signInsLastMinute());
}

void LoadEvents::lookAtQueue(const LoadSample& sample) {
  if (sample.waitingLimit == 0) return;
  const quint64 most = std::max(sample.waiting, sample.waitingPeak);
  const quint64 easy = std::max<quint64>(1, sample.waitingLimit / 10);
  if (most >= sample.waitingLimit && !queueWasFull_) {
    queueWasFull_ = true;
    log_.add(Severity::Warning, QStringLiteral("Queue reached its limit of %1").arg(sample.waitingLimit),
             EventTopic::Load);
  } else if (queueWasFull_ && most < easy) {
    queueWasFull_ = false;
    log_.add(Severity::Good, QStringLiteral("Queue back under %1").arg(easy), EventTopic::Load);
  }
}

void LoadEvents::lookAtShed(const LoadHistory& history, Timestamp now) {
  const quint64 total = history.latest().shed;
  const auto burst = history.lastShed();
  if (!burst || burst->last != now || total == shedTold_) return;
  shedTold_ = total;
  const QString text =
      counted(burst->count, QStringLiteral("request"), QStringLiteral("requests")) + QStringLiteral(" shed with 503");
  log_.update("shed " + burst->first.toXccos(), Severity::Warning, text, EventTopic::Load);
}

void LoadEvents::lookAtSignIns(quint64 lastMinute) {
  if (lastMinute < kRushEnds) rush_ = 0;
  if (lastMinute < kRushBegins || lastMinute <= rush_) return;
  rush_ = lastMinute;
  log_.update("rush", Severity::Notice, QStringLiteral("Sign-in rush: %1 sign-ins in 60 s").arg(lastMinute),
              EventTopic::Load);
}

}  // namespace Parlour::Server
