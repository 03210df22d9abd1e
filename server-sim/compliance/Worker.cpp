// SPDX-License-Identifier: Apache-2.0
#include "server-sim/compliance/Worker.h"

namespace Parlour::Server {

Worker::~Worker() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void Worker::post(std::function<void()> work) {
  {
    const std::lock_guard lock(mutex_);
    posted_.push_back(std::move(work));
  }
  wake_.notify_one();
}

void Worker::run() {
  while (true) {
    const auto pause = turn_();
    std::unique_lock lock(mutex_);
    wake_.wait_for(lock, pause, [this] { return stopping_ || !posted_.empty(); });
    while (!stopping_ && !posted_.empty()) {
      const auto work = std::move(posted_.front());
      posted_.pop_front();
      lock.unlock();
      if (work) work();
      lock.lock();
    }
    if (stopping_) return;
  }
}

}  // namespace Parlour::Server
