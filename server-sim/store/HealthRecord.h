// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <utility>

#include "protocol/support/Clock.h"
#include "protocol/support/Result.h"
#include "server-sim/channel/Store.h"
#include "server-sim/store/Executor.h"

namespace Parlour::Server {

// Whether the store can be written, as its threads find out by what they try. Changes are told to one listener
// through the executor, the reasons in an operator's words. Thread-safe; shared by the threads of one store.
class HealthRecord {
 public:
  static constexpr int kDamagedRetrySeconds = 60;

  HealthRecord(const Clock& clock, Executor executor) : clock_(clock), executor_(std::move(executor)) {}

  // On the loop thread, before posts come.
  void setListener(std::function<void(const StoreHealth&)> listener);
  StoreHealth health() const;
  bool isWritable() const;
  bool isDamaged() const;

  // A write failed; `retryMs` is when the next attempt is due.
  void failed(const Error& error, qint64 retryMs);
  void wrote();
  // The check found damage: nothing is written any more until the server is started on an intact database.
  void damaged(const Error& error);
  void setCheck(StoreCheck check);
  void setErasing(bool erasing);

 private:
  void tell();

  const Clock& clock_;
  const Executor executor_;
  mutable std::mutex mutex_;
  StoreHealth health_;
  bool damaged_ = false;
  std::shared_ptr<const std::function<void(const StoreHealth&)>> listener_;
};

}  // namespace Parlour::Server
