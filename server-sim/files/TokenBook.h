// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <mutex>

#include "protocol/support/Clock.h"
#include "server-sim/files/FileDatabase.h"
#include "server-sim/files/FileRecords.h"

namespace Parlour::Server {

// The tokens of transfers (xccos 7.12; product.md 1.1): one user, one room, one direction, one file. Kept in the
// database, so they survive a restart, by their hash alone; those in use also here. Thread-safe.
class TokenBook {
 public:
  TokenBook(FileDatabase& database, const Clock& clock, qint64 lifeMs);

  static QByteArray digestOf(const QByteArray& token);

  // Who has it may go on: known, of that direction, of that room (empty: any), not expired, not spent (unless
  // `spentToo`). A transfer that was begun keeps its token alive.
  FileOutcome<TokenRecord> admit(const QByteArray& token, bool upload, const QByteArray& roomKey,
                                 bool spentToo = false);
  // Takes the token for one file; true when it was free. A token that has another file is refused.
  FileOutcome<bool> claim(const TokenRecord& token, const QByteArray& file);
  void unclaim(const TokenRecord& token);
  // The transfer is over. Also writes it, later.
  void spend(const TokenRecord& token);
  // The same for a token whose row the caller writes.
  void noteSpent(const TokenRecord& token);
  Timestamp newExpiry() const;
  void forgetExpired();

 private:
  FileOutcome<TokenRecord> find(const QByteArray& digest);

  FileDatabase& database_;
  const Clock& clock_;
  const qint64 lifeMs_;
  std::mutex mutex_;
  QHash<QByteArray, TokenRecord> used_;  // by digest
};

}  // namespace Parlour::Server
