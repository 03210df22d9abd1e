// SPDX-License-Identifier: Apache-2.0
#include "server-sim/status/StatusBoard.h"

namespace Parlour::Server {

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

}  // namespace Parlour::Server
