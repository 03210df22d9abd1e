// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <functional>
#include <thread>

#include "protocol/support/sqlite/Database.h"

namespace Parlour::Server {

// Which tables a check covers. Those that grow with the messages take seconds per gigabyte, so a server that is to
// start at once leaves them to an IntegrityCheck.
enum class CheckedTables { All, Growing, Others };

// Blocking. Whether the pages of the tables and their indexes are sound; Storage names the damage.
Status checkTables(Sqlite::Database& database, CheckedTables tables);

// Checks the growing tables from a thread and a read-only connection of its own, at the lowest priority, while the
// store works. Destroying it gives up.
class IntegrityCheck {
 public:
  // `found` is called once on that thread, unless it was given up.
  IntegrityCheck(Sqlite::Database database, std::function<void(const Status&)> found);
  ~IntegrityCheck();

 private:
  Sqlite::Database database_;
  const std::function<void(const Status&)> found_;
  std::atomic<bool> stopping_ = false;
  std::thread thread_;
};

}  // namespace Parlour::Server
