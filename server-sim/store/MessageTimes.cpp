// SPDX-License-Identifier: Apache-2.0
#include "server-sim/store/MessageTimes.h"

namespace Parlour::Server {

// Time rises with the number, so a few probes find the place without an index on time.
Result<qint64> firstKeySince(Sqlite::Statement& atOrAfter, qint64 first, qint64 last, Timestamp time) {
  qint64 low = first;
  qint64 high = last + 1;
  while (low < high) {
    const qint64 middle = low + (high - low) / 2;
    auto rows = atOrAfter.query(middle, high - 1);
    const bool any = rows.next();
    if (!rows.status()) return rows.status().error();
    if (!any || rows.integer(1) >= time.ticks) {
      high = middle;
    } else {
      low = rows.integer(0) + 1;
    }
  }
  return low;
}

}  // namespace Parlour::Server
