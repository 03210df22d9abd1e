// SPDX-License-Identifier: Apache-2.0
#include "protocol/sip/auth/LockOut.h"

#include <algorithm>

namespace Parlour::Sip {
namespace {

// Addresses hold no blank, so the two kinds of key cannot be confused.
QByteArray addressKey(const QByteArray& address) { return address; }
QByteArray pairKey(const QByteArray& userName, const QByteArray& address) { return address + ' ' + userName.toLower(); }

}  // namespace

int LockOut::lockedForSeconds(const QByteArray& userName, const QByteArray& address) const {
  const qint64 until = std::max(lockedUntil(pairKey(userName, address)), lockedUntil(addressKey(address)));
  const qint64 left = until - clock_.monotonicMs();
  return left > 0 ? static_cast<int>((left + 999) / 1000) : 0;
}

void LockOut::recordFailure(const QByteArray& userName, const QByteArray& address) {
  if (entries_.size() + 2 > options_.maxEntries) forgetOld();
  count(pairKey(userName, address), options_.maxFailures);
  count(addressKey(address), options_.maxFailuresPerAddress);
}

void LockOut::recordSuccess(const QByteArray& userName, const QByteArray& address) {
  // The count of the address stays: one good account must not open the way to guess at others.
  entries_.remove(pairKey(userName, address));
}

void LockOut::count(const QByteArray& key, int limit) {
  const qint64 now = clock_.monotonicMs();
  Entry& entry = entries_[key];
  const bool lockIsOver = entry.lockedUntilMs != 0 && now >= entry.lockedUntilMs;
  if (lockIsOver || (entry.failures > 0 && now - entry.lastMs > options_.windowMs)) entry = {};
  entry.lastMs = now;
  if (++entry.failures >= limit && entry.lockedUntilMs == 0) entry.lockedUntilMs = now + options_.lockMs;
}

void LockOut::forgetOld() {
  const qint64 now = clock_.monotonicMs();
  entries_.removeIf([&](const auto& item) {
    return now >= item.value().lockedUntilMs && now - item.value().lastMs > options_.windowMs;
  });
  if (entries_.size() + 2 <= options_.maxEntries) return;
  // Under attack from very many addresses the memory stays bounded; locks are kept before mere counts.
  entries_.removeIf([&](const auto& item) { return now >= item.value().lockedUntilMs; });
  if (entries_.size() + 2 > options_.maxEntries) entries_.clear();
}

qint64 LockOut::lockedUntil(const QByteArray& key) const {
  const auto found = entries_.constFind(key);
  return found == entries_.constEnd() ? 0 : found->lockedUntilMs;
}

}  // namespace Parlour::Sip
