// SPDX-License-Identifier: Apache-2.0
#include "tests/perf/load/PostingRun.h"

#include "tests/perf/load/Measurement.h"

namespace Parlour::Perf {

void addFaults(ScenarioResult& result, PostingCrowd& crowd) {
  const DeliveryLedger& ledger = crowd.ledger();
  const DeliveryFaults faults = ledger.faults();
  const auto put = [&result](const char* key, uint64_t value) {
    result.figures.insert(QLatin1String(key), static_cast<qint64>(value));
  };
  put("posts", ledger.posts());
  put("lost", faults.lost);
  put("doubled", faults.doubled);
  put("reordered", faults.reordered);
  put("mismatched", faults.mismatched);
  put("refused", ledger.refusals());
  put("faults", faults.lost + faults.doubled + faults.reordered + faults.mismatched);
  const QString what = QStringLiteral("%1 deliveries: %2 lost, %3 doubled, %4 reordered, %5 mismatched");
  result.checks.append(checkThat(
      what.arg(ledger.deliveries()).arg(faults.lost).arg(faults.doubled).arg(faults.reordered).arg(faults.mismatched),
      faults.none() && ledger.deliveries() > 0));
  result.checks.append(checkThat(QStringLiteral("%1 posts refused").arg(ledger.refusals()), ledger.refusals() == 0));
  const auto& failures = crowd.failures();
  const QString first =
      failures.empty() ? QString() : QStringLiteral(" (%1)").arg(QString::fromStdString(failures.front()));
  result.checks.append(
      checkThat(QStringLiteral("%1 users lost their session%2").arg(failures.size()).arg(first), failures.empty()));
}

ScenarioResult measurePosting(const QString& name, double seconds, EventLoop& loop, const ServerProcess& server,
                              PostingCrowd& crowd) {
  const auto broken = [&crowd] { return !crowd.failures().empty(); };
  DeliveryLedger& ledger = crowd.ledger();
  crowd.begin();
  loop.runUntil(broken, std::chrono::steady_clock::now() + kWarmUp);
  ledger.forgetLatencies();
  const auto deliveriesBefore = ledger.deliveries();
  const auto bytesBefore = crowd.bytesReceived();
  const Measurement measurement(server);
  loop.runUntil(broken, soon(seconds));
  ScenarioResult result;
  result.name = name;
  const auto counted = static_cast<double>(ledger.deliveries() - deliveriesBefore);
  measurement.addTo(result.figures, counted);
  const auto bytes = static_cast<double>(crowd.bytesReceived() - bytesBefore);
  result.figures.insert(QStringLiteral("bytesPerDelivery"), counted > 0 ? bytes / counted : 0);
  const auto over = static_cast<double>(ledger.latenciesMs().size());
  result.figures.insert(QStringLiteral("postsPerSecond"), over / measurement.seconds());
  addLatencies(result.figures, ledger.latenciesMs());
  crowd.pause();
  loop.runUntil([&] { return ledger.waiting() == 0 || broken(); }, std::chrono::steady_clock::now() + kDrainTimeout);
  addMemory(result.figures, server.memory());
  addFaults(result, crowd);
  return result;
}

}  // namespace Parlour::Perf
