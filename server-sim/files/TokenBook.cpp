// SPDX-License-Identifier: Apache-2.0
#include "server-sim/files/TokenBook.h"

#include <QCryptographicHash>

namespace Parlour::Server {
namespace {

using Files::FileError;

constexpr qsizetype kLongestToken = 100;

}  // namespace

TokenBook::TokenBook(FileDatabase& database, const Clock& clock, qint64 lifeMs)
    : database_(database), clock_(clock), lifeMs_(lifeMs) {}

QByteArray TokenBook::digestOf(const QByteArray& token) {
  return QCryptographicHash::hash(token.toLower(), QCryptographicHash::Sha256).toHex();
}

Timestamp TokenBook::newExpiry() const { return {clock_.now().ticks + lifeMs_ * Timestamp::kPerMs}; }

FileOutcome<TokenRecord> TokenBook::find(const QByteArray& digest) {
  {
    const std::lock_guard lock(mutex_);
    if (const auto known = used_.constFind(digest); known != used_.constEnd()) return *known;
  }
  auto found = database_.read([&](Sqlite::Database& database) { return FileRecords::findToken(database, digest); });
  if (!found) return found.failure();
  if (!*found) return fileFailure(FileError::Token);
  const std::lock_guard lock(mutex_);
  if (!used_.contains(digest)) used_.insert(digest, **found);
  return used_.value(digest);
}

FileOutcome<TokenRecord> TokenBook::admit(const QByteArray& token, bool upload, const QByteArray& roomKey,
                                          bool spentToo) {
  if (token.isEmpty() || token.size() > kLongestToken) return fileFailure(FileError::Token);
  auto found = find(digestOf(token));
  if (!found) return found.failure();
  if (found->upload != upload) return fileFailure(FileError::Token);
  if (found->expiresOn <= clock_.now()) return fileFailure(FileError::Expired);
  if (found->spent && !spentToo) return fileFailure(FileError::Token);
  if (!roomKey.isEmpty() && roomKey.toLower() != found->roomKey) return fileFailure(FileError::WrongRoom);
  if (!found->file.isEmpty() && !found->spent) {
    const std::lock_guard lock(mutex_);
    const auto used = used_.find(found->digest);
    if (used != used_.end()) used->expiresOn = newExpiry();
  }
  return *found;
}

FileOutcome<bool> TokenBook::claim(const TokenRecord& token, const QByteArray& file) {
  const std::lock_guard lock(mutex_);
  TokenRecord& used = used_[token.digest];
  if (used.digest.isEmpty()) used = token;
  if (used.spent || (!used.file.isEmpty() && used.file != file)) return fileFailure(FileError::Token);
  const bool isFree = used.file.isEmpty();
  used.file = file;
  used.expiresOn = newExpiry();
  return isFree;
}

void TokenBook::unclaim(const TokenRecord& token) {
  const std::lock_guard lock(mutex_);
  const auto used = used_.find(token.digest);
  if (used != used_.end()) used->file.clear();
}

void TokenBook::noteSpent(const TokenRecord& token) {
  const std::lock_guard lock(mutex_);
  const auto used = used_.find(token.digest);
  if (used != used_.end()) used->spent = true;
}

void TokenBook::spend(const TokenRecord& token) {
  noteSpent(token);
  database_.writeLater(
      [digest = token.digest](Sqlite::Database& database) { return FileRecords::spendToken(database, digest); });
}

void TokenBook::forgetExpired() {
  const Timestamp now = clock_.now();
  const std::lock_guard lock(mutex_);
  used_.removeIf([now](const std::pair<const QByteArray&, TokenRecord&>& each) { return each.second.expiresOn < now; });
}

}  // namespace Parlour::Server
