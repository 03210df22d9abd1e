// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>
#include <atomic>
#include <memory>

namespace Parlour::Testing {

// A disk under SQLite that takes nothing more from a chosen moment on. While it exists, databases that are opened
// stand on it; they must be gone before it. One at a time; fail() and heal() from any thread.
class FaultyDisk {
 public:
  enum class Fault { Full, WriteError, SyncError };

  FaultyDisk();
  ~FaultyDisk();
  FaultyDisk(const FaultyDisk&) = delete;
  FaultyDisk& operator=(const FaultyDisk&) = delete;

  // The next `goodOperations` writes, truncations and syncs still work.
  void fail(Fault fault, int goodOperations = 0);
  void heal();
  int failures() const { return failures_; }  // operations that failed since the last fail()

  // For the file functions: SQLite's result code in place of the operation, 0 to do it.
  int verdict(bool isSync);

 private:
  struct Vfs;
  static constexpr qint64 kHealthy = -1;

  std::unique_ptr<Vfs> vfs_;
  std::atomic<qint64> goodOperations_ = kHealthy;
  std::atomic<Fault> fault_ = Fault::Full;
  std::atomic<int> failures_ = 0;
};

}  // namespace Parlour::Testing
