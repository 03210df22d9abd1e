// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <optional>
#include <utility>
#include <vector>

#include "server-sim/metrics/Histogram.h"

namespace Parlour::Server {

using MetricLabels = QList<std::pair<QByteArray, QByteArray>>;

enum class MetricKind { Counter, Gauge, Histogram, Info };

// One measured value; `histogram` only in a family of histograms.
struct MetricSample {
  MetricLabels labels;
  double value = 0;
  std::optional<HistogramCounts> histogram;
};

// All samples of one name. `name` is without "_total"; a name that ends in "_seconds" or "_bytes" says its unit.
struct MetricFamily {
  QByteArray name;
  QByteArray help;
  MetricKind kind = MetricKind::Gauge;
  std::vector<MetricSample> samples;
};

// The values of one moment, filled by the components and written as OpenMetrics text. Samples of one name become one
// family whoever adds them. A value type; names and helps are literals.
class MetricSet {
 public:
  void counter(const char* name, const char* help, double value, const MetricLabels& labels = {});
  void gauge(const char* name, const char* help, double value, const MetricLabels& labels = {});
  // Under a name in "_seconds" the values were recorded in microseconds.
  void histogram(const char* name, const char* help, const HistogramCounts& counts, const MetricLabels& labels = {});
  // Facts about the program that are labels: version. Written with the value 1.
  void info(const char* name, const char* help, const MetricLabels& labels);

  const std::vector<MetricFamily>& families() const { return families_; }
  // The sample with exactly these labels; nothing if there is none.
  const MetricSample* find(QByteArrayView name, const MetricLabels& labels = {}) const;

 private:
  MetricFamily& family(const char* name, const char* help, MetricKind kind);

  std::vector<MetricFamily> families_;
};

// OpenMetrics 1.0 text, "# EOF" at its end.
QByteArray writeOpenMetrics(const MetricSet& set);
// What to send it as.
inline constexpr char kOpenMetricsType[] = "application/openmetrics-text; version=1.0.0; charset=utf-8";

}  // namespace Parlour::Server
