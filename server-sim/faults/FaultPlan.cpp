// SPDX-License-Identifier: Apache-2.0
#include "server-sim/faults/FaultPlan.h"

#include <QRegularExpression>
#include <cstdlib>

namespace Parlour::Server {
namespace {

constexpr qint64 kLongestMs = 24 * 60 * 60 * 1'000;

Error faultError(const QString& specification) {
  return Error::make(
      ErrorCode::InvalidArgument,
      QStringLiteral("--fault %1 is not understood. Examples: 503=0.05, delay=200ms±100, drop=0.01, cut=0.001, "
                     "disk-error=0.02, disk-full, disk-full=20s@10s, clock-jump=+3600s@30s, seed=7.")
          .arg(specification));
}

bool readRate(double& rate, const QString& value) {
  bool number = false;
  rate = value.toDouble(&number);
  return number && rate >= 0 && rate <= 1;
}

// "200ms", "-3s", "+2min"; a bare number is milliseconds.
std::optional<qint64> milliseconds(const QString& text) {
  static const QRegularExpression form(QStringLiteral("^([+-]?\\d{1,9})(ms|s|min)?$"));
  const auto match = form.match(text);
  if (!match.hasMatch()) return std::nullopt;
  const QString unit = match.captured(2);
  const qint64 factor = unit == QLatin1String("min") ? 60'000 : unit == QLatin1String("s") ? 1'000 : 1;
  const qint64 value = match.captured(1).toLongLong() * factor;
  return std::abs(value) <= kLongestMs ? std::optional(value) : std::nullopt;
}

bool readDelay(FaultPlan& plan, const QString& value) {
  const QStringList parts =
      QString(value).replace(QStringLiteral("+-"), QStringLiteral("±")).split(QStringLiteral("±"));
  const auto delay = milliseconds(parts.front());
  const auto spread = parts.size() == 2 ? milliseconds(parts.back()) : std::optional<qint64>(0);
  if (!delay || !spread || parts.size() > 2 || *spread < 0 || *delay < *spread) return false;
  plan.delayMs = static_cast<int>(*delay);
  plan.delaySpreadMs = static_cast<int>(*spread);
  return true;
}

// AMOUNT@START; without a start at once.
bool readMoment(const QString& value, qint64& amount, qint64& start) {
  const QStringList parts = value.split(QLatin1Char('@'));
  const auto what = milliseconds(parts.front());
  const auto when = parts.size() == 2 ? milliseconds(parts.back()) : std::optional<qint64>(0);
  if (!what || !when || parts.size() > 2 || *when < 0) return false;
  amount = *what;
  start = *when;
  return true;
}

bool readFull(FaultPlan& plan, const QString& value) {
  plan.diskFull = true;
  return value.isEmpty() || (readMoment(value, plan.fullForMs, plan.fullFromMs) && plan.fullForMs > 0);
}

bool readSeed(FaultPlan& plan, const QString& value) {
  bool number = false;
  plan.seed = value.toUInt(&number);
  return number;
}

bool readOne(FaultPlan& plan, const QString& name, const QString& value) {
  if (name == QLatin1String("503")) return readRate(plan.busy, value);
  if (name == QLatin1String("drop")) return readRate(plan.drop, value);
  if (name == QLatin1String("cut")) return readRate(plan.cut, value);
  if (name == QLatin1String("disk-error")) return readRate(plan.diskError, value);
  if (name == QLatin1String("delay")) return readDelay(plan, value);
  if (name == QLatin1String("disk-full")) return readFull(plan, value);
  if (name == QLatin1String("clock-jump")) return readMoment(value, plan.clockJumpMs, plan.clockJumpAtMs);
  return name == QLatin1String("seed") && readSeed(plan, value);
}

}  // namespace

Result<FaultPlan> parseFaults(const QStringList& specifications) {
  FaultPlan plan;
  for (const QString& specification : specifications) {
    for (const QString& part : specification.split(QLatin1Char(','))) {
      const QString name = part.section(QLatin1Char('='), 0, 0).trimmed();
      if (!readOne(plan, name, part.section(QLatin1Char('='), 1).trimmed())) return faultError(specification);
    }
  }
  return plan;
}

}  // namespace Parlour::Server
