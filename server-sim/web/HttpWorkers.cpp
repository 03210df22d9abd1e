// SPDX-License-Identifier: Apache-2.0
#include "server-sim/web/HttpWorkers.h"

#include <pthread.h>
#include <signal.h>

namespace Parlour::Server {
namespace {

thread_local bool overflowing = false;

// OpenSSL writes to sockets that the peer may have closed.
void ignoreBrokenPipes() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

}  // namespace

HttpWorkers::HttpWorkers(int threads, size_t waiting) : count_(static_cast<size_t>(threads)), most_(count_ + waiting) {}

HttpWorkers::~HttpWorkers() { shutdown(); }

void HttpWorkers::enqueue(std::function<void()> task) {
  {
    const std::lock_guard lock(mutex_);
    if (tasks_.size() + busy_ < most_ && !ending_) {
      tasks_.push_back(std::move(task));
      task = nullptr;
      const bool needed = tasks_.size() + busy_ > threads_.size();
      if (needed && threads_.size() < count_) threads_.emplace_back([this] { work(); });
    }
  }
  if (!task) return wake_.notify_one();
  overflowing = true;
  task();
  overflowing = false;
}

void HttpWorkers::shutdown() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  wake_.notify_all();
  for (std::thread& thread : threads_) {
    if (thread.joinable()) thread.join();
  }
}

bool HttpWorkers::isBusy() const {
  const std::lock_guard lock(mutex_);
  return tasks_.size() + busy_ > count_;
}

bool HttpWorkers::isOverflow() { return overflowing; }

void HttpWorkers::work() {
  ignoreBrokenPipes();
  for (;;) {
    std::function<void()> task;
    {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [this] { return ending_ || !tasks_.empty(); });
      if (tasks_.empty()) return;
      task = std::move(tasks_.front());
      tasks_.pop_front();
      ++busy_;
    }
    task();
    const std::lock_guard lock(mutex_);
    --busy_;
  }
}

}  // namespace Parlour::Server
