// SPDX-License-Identifier: Apache-2.0
#include "server-sim/status/StatusBoard.h"

#include <QDateTime>

namespace Parlour::Server {
namespace {

constexpr int kTicksPerSample = 1'000 / LoopWatch::kTickMs;
// Commits take milliseconds; a disk that needs so long is broken or gone.
constexpr qint64 kStalledUs = 10'000'000;

qint64 localDayOf(Timestamp time) { return QDateTime::fromMSecsSinceEpoch(time.toMs()).date().toJulianDay(); }

}  // namespace

StatusBoard::StatusBoard(const Clock& clock)
    : clock_(clock), events_(clock), loop_(clock), loadEvents_(events_), startedUs_(clock.monotonicUs()) {
  add(HealthCheck{"loop", [this] {
                    return loop_.isAlive() ? QString() : QStringLiteral("The server does not get round to its work.");
                  }});
  add(HealthCheck{"queue", [this] { return queueTrouble(); }});
  add(StatusSource{[this](MetricSet& set) {
                     collect(ProcessUsage::now(), set);
                     set.gauge("parlour_uptime_seconds", "Time since the start.",
                               static_cast<double>(clock_.monotonicUs() - startedUs_) / 1e6);
                     set.histogram("parlour_loop_lag_seconds", "How much later than due the loop gets round to things.",
                                   loop_.lagUs());
                   },
                   {}});
}

void StatusBoard::tick() {
  loop_.tick();
  if (++ticks_ % kTicksPerSample == 0) sample();
}

void StatusBoard::sample() {
  const Timestamp now = clock_.now();
  const qint64 nowUs = clock_.monotonicUs();
  const LoadSample sampled = load();
  history_.add(sampled, now, localDayOf(now));
  loadEvents_.look(history_, now);
  cpu_.add(ProcessUsage::cpuTimeUs(), nowUs);
  const bool moves = sampled.waiting == 0 || sampled.answered != answered_;
  answered_ = sampled.answered;
  if (moves) {
    stalledSinceUs_ = 0;
  } else if (stalledSinceUs_ == 0) {
    stalledSinceUs_ = nowUs;
  }
}

QString StatusBoard::queueTrouble() const {
  const qint64 since = stalledSinceUs_;
  if (since == 0 || clock_.monotonicUs() - since < kStalledUs) return {};
  return QStringLiteral("Messages wait too long to be stored.");
}

MetricSet StatusBoard::metrics() const {
  MetricSet set;
  for (const StatusSource& source : sources_) {
    if (source.metrics) source.metrics(set);
  }
  return set;
}

LoadSample StatusBoard::load() const {
  LoadSample sample;
  for (const StatusSource& source : sources_) {
    if (source.load) source.load(sample);
  }
  return sample;
}

StatusBoard::Health StatusBoard::health() const {
  Health health;
  QJsonObject checks;
  for (const HealthCheck& check : checks_) {
    const QString trouble = check.trouble();
    health.ok = health.ok && trouble.isEmpty();
    checks.insert(QString::fromLatin1(check.name), trouble.isEmpty() ? QStringLiteral("ok") : trouble);
  }
  health.json = {{QStringLiteral("status"), health.ok ? QStringLiteral("ok") : QStringLiteral("failing")},
                 {QStringLiteral("checks"), checks}};
  return health;
}

}  // namespace Parlour::Server
