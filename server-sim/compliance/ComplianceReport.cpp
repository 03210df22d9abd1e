// SPDX-License-Identifier: Apache-2.0
// What the compliance service says about itself.
#include "server-sim/channel/ChatRecorder.h"
#include "server-sim/compliance/ComplianceService.h"

namespace Parlour::Server {
namespace {

QString timeText(Timestamp time) { return time.isNull() ? QString() : QString::fromLatin1(time.toXccosSeconds()); }

}  // namespace

QJsonObject ComplianceService::status() const {
  const Report now = reported();
  const ChatRecorder& recorder = parts_.channel.recorder();
  QJsonObject told{{QStringLiteral("recording"), recorder.isRecording()},
                   {QStringLiteral("adapter"), QString::fromLatin1(adapterWord(settings_.type))},
                   {QStringLiteral("name"), settings_.name},
                   {QStringLiteral("outputDirectory"), settings_.outputDirectory},
                   {QStringLiteral("intervalSeconds"), intervalMs_ / 1'000},
                   {QStringLiteral("whenFull"),
                    config_.whenFull == FullQueue::Closed ? QStringLiteral("closed") : QStringLiteral("open")},
                   {QStringLiteral("waiting"), waiting(now)},
                   {QStringLiteral("limit"), config_.limitEvents},
                   {QStringLiteral("oldestSeconds"), oldestSeconds(now)},
                   {QStringLiteral("delivered"), static_cast<qint64>(now.delivery.delivered)},
                   {QStringLiteral("runs"), static_cast<qint64>(now.delivery.runs)},
                   {QStringLiteral("failures"), static_cast<qint64>(now.delivery.failures)},
                   {QStringLiteral("lost"), static_cast<qint64>(recorder.lost())},
                   {QStringLiteral("lastSuccess"), timeText(now.delivery.backlog.lastSuccess)},
                   {QStringLiteral("nextRun"), timeText(now.delivery.nextRun)},
                   {QStringLiteral("trouble"), trouble()}};
  if (!now.moverError.isEmpty()) told.insert(QStringLiteral("queueError"), now.moverError);
  if (now.delivery.batch) {
    told.insert(QStringLiteral("batch"), now.delivery.batch->number);
    told.insert(QStringLiteral("attempts"), now.delivery.batch->attempts);
    told.insert(QStringLiteral("error"), now.delivery.batch->error);
  }
  return told;
}

void ComplianceService::addMetrics(MetricSet& set) const {
  const Report now = reported();
  const ChatRecorder& recorder = parts_.channel.recorder();
  const auto number = [](auto value) { return static_cast<double>(value); };
  set.gauge("parlour_compliance_recording", "Whether events of compliance are recorded.", recorder.isRecording());
  set.gauge("parlour_compliance_queue", "Events that were recorded and not delivered yet.", number(waiting(now)));
  set.gauge("parlour_compliance_queue_limit", "Length at which that queue counts as full.",
            number(config_.limitEvents));
  set.gauge("parlour_compliance_oldest_seconds", "Age of the oldest of these events.", number(oldestSeconds(now)));
  set.counter("parlour_compliance_delivered", "Events that the adapter and all sinks have.",
              number(now.delivery.delivered));
  set.counter("parlour_compliance_runs", "Runs that delivered all there was.", number(now.delivery.runs));
  set.counter("parlour_compliance_failures", "Attempts to deliver a batch that failed.", number(now.delivery.failures));
  set.counter("parlour_compliance_lost", "Events that could not be recorded.", number(recorder.lost()));
  set.gauge("parlour_compliance_last_success_seconds", "When a batch was delivered last, since 1970.",
            number(now.delivery.backlog.lastSuccess.toMs()) / 1'000);
}

}  // namespace Parlour::Server
