// SPDX-License-Identifier: Apache-2.0
#include "server-sim/store/HealthRecord.h"

#include <algorithm>

#include "protocol/support/Log.h"

namespace Parlour::Server {

void HealthRecord::setListener(std::function<void(const StoreHealth&)> listener) {
  const std::lock_guard lock(mutex_);
  listener_ = std::make_shared<const std::function<void(const StoreHealth&)>>(std::move(listener));
}

StoreHealth HealthRecord::health() const {
  const std::lock_guard lock(mutex_);
  return health_;
}

bool HealthRecord::isWritable() const {
  const std::lock_guard lock(mutex_);
  return health_.writable;
}

bool HealthRecord::isDamaged() const {
  const std::lock_guard lock(mutex_);
  return damaged_;
}

void HealthRecord::failed(const Error& error, qint64 retryMs) {
  const std::lock_guard lock(mutex_);
  ++health_.failures;
  if (damaged_) return;
  health_.retryAfterSeconds = static_cast<int>(std::max<qint64>(1, (retryMs + 999) / 1'000));
  // The first of a row of failures is news, the rest would flood the log.
  if (!health_.writable) return;
  health_.writable = false;
  health_.failingSince = clock_.now();
  health_.reason = error.text;
  qCWarning(lcStore).noquote() << "Storing failed:" << error.text << error.detail;
  tell();
}

void HealthRecord::wrote() {
  const std::lock_guard lock(mutex_);
  if (health_.writable || damaged_) return;
  const qint64 seconds = (clock_.now().ticks - health_.failingSince.ticks) / (Timestamp::kPerMs * 1'000);
  qCInfo(lcStore).noquote() << "The store can be written again after" << seconds << "seconds.";
  health_.writable = true;
  health_.failingSince = {};
  health_.reason.clear();
  health_.retryAfterSeconds = 0;
  tell();
}

void HealthRecord::damaged(const Error& error) {
  const std::lock_guard lock(mutex_);
  damaged_ = true;
  health_.check = StoreCheck::Damaged;
  if (health_.writable) health_.failingSince = clock_.now();
  health_.writable = false;
  health_.reason = error.text;
  health_.retryAfterSeconds = kDamagedRetrySeconds;
  qCCritical(lcStore).noquote() << error.text << error.detail;
  tell();
}

void HealthRecord::setCheck(StoreCheck check) {
  const std::lock_guard lock(mutex_);
  health_.check = check;
}

void HealthRecord::setErasing(bool erasing) {
  const std::lock_guard lock(mutex_);
  health_.erasing = erasing;
}

void HealthRecord::tell() {
  if (listener_) executor_([listener = listener_, health = health_] { (*listener)(health); });
}

}  // namespace Parlour::Server
