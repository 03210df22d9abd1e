// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>

#include "protocol/support/Clock.h"
#include "server-sim/channel/Store.h"

namespace Parlour::Server {

// The loop of a test: keeps what the store posts until the test's thread runs it.
class TestLoop {
 public:
  using Closure = std::function<void()>;
  static constexpr auto kPatience = std::chrono::seconds(20);

  void post(Closure closure) {
    {
      const std::lock_guard lock(mutex_);
      closures_.push_back(std::move(closure));
    }
    wake_.notify_one();
  }

  // Runs closures until `done`; false when nothing came for a long time.
  bool runUntil(const std::function<bool()>& done) {
    while (!done()) {
      Closure next;
      {
        std::unique_lock lock(mutex_);
        if (!wake_.wait_for(lock, kPatience, [this] { return !closures_.empty(); })) return false;
        next = std::move(closures_.front());
        closures_.pop_front();
      }
      ++closuresRun_;
      next();
    }
    return true;
  }

  size_t closuresRun() const { return closuresRun_; }

 private:
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Closure> closures_;
  size_t closuresRun_ = 0;
};

// Like FakeClock, but may be read by the store's threads while the test moves it, also backwards.
class TestClock final : public Clock {
 public:
  Timestamp now() const override { return {ticks_}; }
  qint64 monotonicMs() const override { return ticks_ / Timestamp::kPerMs; }
  void advanceMs(qint64 ms) { ticks_ += ms * Timestamp::kPerMs; }

 private:
  std::atomic<qint64> ticks_{FakeClock().now().ticks};
};

// Waits for the one answer of a call.
template <typename T>
class Answer {
 public:
  explicit Answer(TestLoop& loop) : loop_(loop) {}
  Store::Callback<T> callback() {
    return [this](const Result<T>& result) { result_ = result; };
  }
  Result<T> wait() {
    const bool came = loop_.runUntil([this] { return result_.has_value(); });
    return came ? *result_ : Result<T>(Error::make(ErrorCode::Timeout, QStringLiteral("no answer")));
  }

 private:
  TestLoop& loop_;
  std::optional<Result<T>> result_;
};

}  // namespace Parlour::Server
