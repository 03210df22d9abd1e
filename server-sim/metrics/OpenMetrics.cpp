// SPDX-License-Identifier: Apache-2.0
#include <bit>
#include <cmath>
#include <limits>

#include "server-sim/metrics/MetricSet.h"

namespace Parlour::Server {
namespace {

constexpr double kMicrosecond = 1e-6;

QByteArray escapedText(QByteArray text) { return text.replace('\\', "\\\\").replace('\n', "\\n").replace('"', "\\\""); }

QByteArray numberText(double value) {
  if (std::isnan(value)) return QByteArrayLiteral("NaN");
  if (std::isinf(value)) return value > 0 ? QByteArrayLiteral("+Inf") : QByteArrayLiteral("-Inf");
  if (value == std::floor(value) && std::abs(value) < 1e15) return QByteArray::number(static_cast<qint64>(value));
  return QByteArray::number(value, 'g', 15);
}

QByteArray unitOf(const QByteArray& name) {
  for (const char* unit : {"seconds", "bytes"}) {
    if (name.endsWith(QByteArray("_") + unit)) return QByteArray(unit);
  }
  return {};
}

const char* kindWord(MetricKind kind) {
  switch (kind) {
    case MetricKind::Counter:
      return "counter";
    case MetricKind::Gauge:
      return "gauge";
    case MetricKind::Histogram:
      return "histogram";
    case MetricKind::Info:
      return "info";
  }
  return "unknown";
}

QByteArray labelText(const MetricLabels& labels) {
  if (labels.isEmpty()) return {};
  QByteArray text = "{";
  for (const auto& [name, value] : labels) {
    if (text.size() > 1) text += ',';
    text += name + "=\"" + escapedText(value) + '"';
  }
  return text + '}';
}

void writeSample(QByteArray& out, const QByteArray& name, const MetricLabels& labels, double value) {
  out += name + labelText(labels) + ' ' + numberText(value) + '\n';
}

// A line a power of two: a reader interpolates, and a page of all buckets would be mostly zeros.
void writeHistogram(QByteArray& out, const QByteArray& name, const MetricSample& sample, double scale) {
  const HistogramCounts& counts = *sample.histogram;
  const auto writeBucket = [&](double bound, quint64 below) {
    MetricLabels labels = sample.labels;
    labels.append({QByteArrayLiteral("le"),
                   std::isinf(bound) ? QByteArrayLiteral("+Inf") : QByteArray::number(bound * scale, 'g', 12)});
    writeSample(out, name + "_bucket", labels, static_cast<double>(below));
  };
  quint64 below = 0;
  for (int index = 0; index < HistogramBuckets::kBounded; ++index) {
    below += counts.buckets[static_cast<size_t>(index)];
    const qint64 bound = HistogramBuckets::bound(index);
    if (std::has_single_bit(static_cast<quint64>(bound))) writeBucket(static_cast<double>(bound), below);
  }
  writeBucket(std::numeric_limits<double>::infinity(), below + counts.buckets[HistogramBuckets::kBounded]);
  writeSample(out, name + "_count", sample.labels, static_cast<double>(counts.count()));
  writeSample(out, name + "_sum", sample.labels, static_cast<double>(counts.sum) * scale);
}

void writeFamily(QByteArray& out, const MetricFamily& family) {
  const QByteArray unit = unitOf(family.name);
  out += "# TYPE " + family.name + ' ' + kindWord(family.kind) + '\n';
  if (!unit.isEmpty()) out += "# UNIT " + family.name + ' ' + unit + '\n';
  out += "# HELP " + family.name + ' ' + escapedText(family.help) + '\n';
  const double scale = unit == "seconds" ? kMicrosecond : 1;
  for (const MetricSample& sample : family.samples) {
    switch (family.kind) {
      case MetricKind::Counter:
        writeSample(out, family.name + "_total", sample.labels, sample.value);
        break;
      case MetricKind::Gauge:
        writeSample(out, family.name, sample.labels, sample.value);
        break;
      case MetricKind::Info:
        writeSample(out, family.name + "_info", sample.labels, sample.value);
        break;
      case MetricKind::Histogram:
        writeHistogram(out, family.name, sample, scale);
        break;
    }
  }
}

}  // namespace

QByteArray writeOpenMetrics(const MetricSet& set) {
  QByteArray out;
  for (const MetricFamily& family : set.families()) writeFamily(out, family);
  return out + "# EOF\n";
}

}  // namespace Parlour::Server
