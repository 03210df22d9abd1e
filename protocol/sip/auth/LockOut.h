// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>

#include "protocol/support/Clock.h"

namespace Parlour::Sip {

struct LockOutOptions {
  int maxFailures = 5;               // of one user from one address
  int maxFailuresPerAddress = 50;    // of all users from one address
  qint64 windowMs = 15 * 60 * 1000;  // failures further apart are not counted together
  qint64 lockMs = 15 * 60 * 1000;
  qsizetype maxEntries = 100'000;
};

// Counts failed sign-ins per user and address, and per address, and says when to stop listening. A user is never
// locked out by failures from other addresses. One thread; the clock must outlive it.
class LockOut {
 public:
  LockOut(const LockOutOptions& options, const Clock& clock) : options_(options), clock_(clock) {}

  // Seconds until the next try is allowed; 0 when it is allowed now.
  int lockedForSeconds(const QByteArray& userName, const QByteArray& address) const;
  bool isLocked(const QByteArray& userName, const QByteArray& address) const {
    return lockedForSeconds(userName, address) > 0;
  }
  void recordFailure(const QByteArray& userName, const QByteArray& address);
  void recordSuccess(const QByteArray& userName, const QByteArray& address);
  qsizetype entries() const { return entries_.size(); }

 private:
  struct Entry {
    int failures = 0;
    qint64 lastMs = 0;
    qint64 lockedUntilMs = 0;
  };

  void count(const QByteArray& key, int limit);
  void forgetOld();
  qint64 lockedUntil(const QByteArray& key) const;

  LockOutOptions options_;
  const Clock& clock_;
  QHash<QByteArray, Entry> entries_;
};

}  // namespace Parlour::Sip
