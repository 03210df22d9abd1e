// SPDX-License-Identifier: Apache-2.0
#include "server-sim/store/CheckpointThread.h"

#include <utility>

#include "protocol/support/Log.h"

namespace Parlour::Server {
namespace {

constexpr int kPagesWorthMoving = 1'000;  // 4 MB

}  // namespace

CheckpointThread::CheckpointThread(Sqlite::Database database)
    : database_(std::move(database)), thread_([this] { run(); }) {}

CheckpointThread::~CheckpointThread() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void CheckpointThread::walGrew(int pages) {
  {
    const std::lock_guard lock(mutex_);
    if (pages < movedAt_) movedAt_ = 0;  // everything was moved and the log began anew
    if (pages - movedAt_ < kPagesWorthMoving) return;
    movedAt_ = pages;
    wanted_ = true;
  }
  wake_.notify_one();
}

void CheckpointThread::run() {
  std::unique_lock lock(mutex_);
  while (true) {
    wake_.wait(lock, [this] { return wanted_ || stopping_; });
    if (stopping_) return;
    wanted_ = false;
    lock.unlock();
    auto moved = database_.checkpoint(Sqlite::Checkpoint::Passive);
    if (!moved && moved.error().code != ErrorCode::Busy) {
      qCWarning(lcStore).noquote() << moved.error().text << moved.error().detail;
    }
    lock.lock();
  }
}

}  // namespace Parlour::Server
