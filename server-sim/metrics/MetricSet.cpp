// SPDX-License-Identifier: Apache-2.0
#include "server-sim/metrics/MetricSet.h"

#include <algorithm>

namespace Parlour::Server {

MetricFamily& MetricSet::family(const char* name, const char* help, MetricKind kind) {
  const auto same = [name](const MetricFamily& one) { return one.name == name; };
  const auto found = std::find_if(families_.begin(), families_.end(), same);
  if (found != families_.end()) return *found;
  families_.push_back(MetricFamily{QByteArray(name), QByteArray(help), kind, {}});
  return families_.back();
}

void MetricSet::counter(const char* name, const char* help, double value, const MetricLabels& labels) {
  family(name, help, MetricKind::Counter).samples.push_back({labels, value, std::nullopt});
}

void MetricSet::gauge(const char* name, const char* help, double value, const MetricLabels& labels) {
  family(name, help, MetricKind::Gauge).samples.push_back({labels, value, std::nullopt});
}

void MetricSet::histogram(const char* name, const char* help, const HistogramCounts& counts,
                          const MetricLabels& labels) {
  family(name, help, MetricKind::Histogram).samples.push_back({labels, 0, counts});
}

void MetricSet::info(const char* name, const char* help, const MetricLabels& labels) {
  family(name, help, MetricKind::Info).samples.push_back({labels, 1, std::nullopt});
}

const MetricSample* MetricSet::find(QByteArrayView name, const MetricLabels& labels) const {
  for (const MetricFamily& one : families_) {
    if (one.name != name) continue;
    const auto same = [&labels](const MetricSample& sample) { return sample.labels == labels; };
    const auto found = std::find_if(one.samples.begin(), one.samples.end(), same);
    return found == one.samples.end() ? nullptr : &*found;
  }
  return nullptr;
}

}  // namespace Parlour::Server
