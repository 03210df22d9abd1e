// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>
#include <atomic>

namespace Parlour::Server {

// A number that only rises. Each component owns its counters in one small struct; any thread may add and read, in no
// order relative to anything else.
class Counter {
 public:
  void add(quint64 amount = 1) { value_.fetch_add(amount, std::memory_order_relaxed); }
  quint64 value() const { return value_.load(std::memory_order_relaxed); }

 private:
  std::atomic<quint64> value_{0};
};

// A number that rises and falls: a length, a level, bytes. Any thread.
class Gauge {
 public:
  void set(qint64 value) { value_.store(value, std::memory_order_relaxed); }
  void add(qint64 amount) { value_.fetch_add(amount, std::memory_order_relaxed); }
  // Keeps the greatest value it was ever told, until set() begins anew.
  void raiseTo(qint64 value) {
    qint64 held = this->value();
    while (held < value && !value_.compare_exchange_weak(held, value, std::memory_order_relaxed)) {
    }
  }
  qint64 value() const { return value_.load(std::memory_order_relaxed); }
  // The value, and 0 from now on.
  qint64 take() { return value_.exchange(0, std::memory_order_relaxed); }

 private:
  std::atomic<qint64> value_{0};
};

}  // namespace Parlour::Server
