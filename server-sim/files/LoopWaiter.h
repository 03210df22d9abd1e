// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace Parlour::Server {

// Lets threads wait, a limited time, for what is answered elsewhere, and lets all of them go when the server ends.
// Thread-safe.
class LoopWaiter {
 public:
  explicit LoopWaiter(int timeoutMs) : timeoutMs_(timeoutMs) {}

  // `begin` gets what takes the answer, from any thread, also too late. Nothing when none came.
  template <typename T>
  std::optional<T> wait(const std::function<void(std::function<void(T)>)>& begin) {
    const auto shared = shared_;
    const auto answer = std::make_shared<std::optional<T>>();
    {
      const std::lock_guard lock(shared->mutex);
      if (shared->closed) return std::nullopt;
    }
    begin([shared, answer](T value) {
      const std::lock_guard lock(shared->mutex);
      *answer = std::move(value);
      shared->changed.notify_all();
    });
    std::unique_lock lock(shared->mutex);
    shared->changed.wait_for(lock, std::chrono::milliseconds(timeoutMs_),
                             [&] { return shared->closed || answer->has_value(); });
    return *answer;
  }

  void close() {
    const std::lock_guard lock(shared_->mutex);
    shared_->closed = true;
    shared_->changed.notify_all();
  }
  bool isClosed() const {
    const std::lock_guard lock(shared_->mutex);
    return shared_->closed;
  }

 private:
  struct Shared {
    std::mutex mutex;
    std::condition_variable changed;
    bool closed = false;
  };
  const int timeoutMs_;
  std::shared_ptr<Shared> shared_ = std::make_shared<Shared>();
};

}  // namespace Parlour::Server
