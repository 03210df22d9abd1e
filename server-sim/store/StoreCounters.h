// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server-sim/metrics/Counter.h"
#include "server-sim/metrics/Histogram.h"

namespace Parlour::Server {

// What the threads of one store count; times are microseconds.
struct StoreCounters {
  Histogram commitUs;  // of transactions that went well: from their begin until they were on disk
  Histogram postsPerCommit;
  Histogram pageUs;    // readings of pages and of what belongs to users
  Histogram searchUs;  // readings of text searches and audit trails
};

}  // namespace Parlour::Server
