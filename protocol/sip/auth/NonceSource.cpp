// SPDX-License-Identifier: Apache-2.0
#include "protocol/sip/auth/NonceSource.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QtEndian>
#include <algorithm>
#include <utility>

namespace Parlour::Sip {
namespace {

constexpr int kTimeBytes = 8;
constexpr int kSaltBytes = 8;
constexpr int kMacBytes = 16;
constexpr quint32 kReplayWindow = 64;
constexpr auto kNonceEncoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray nonceMac(const QByteArray& key, const QByteArray& content) {
  return QMessageAuthenticationCode::hash(content, key, QCryptographicHash::Sha256).left(kMacBytes);
}

}  // namespace

NonceSource::NonceSource(const Clock& clock, RandomBytes random, qint64 lifetimeMs, qsizetype maxTracked)
    : clock_(clock),
      random_(std::move(random)),
      key_(random_(32)),
      lifetimeMs_(lifetimeMs),
      maxTracked_(std::max<qsizetype>(maxTracked, 1)),
      floorMs_(clock.monotonicMs() - lifetimeMs) {}

QByteArray NonceSource::make() const {
  QByteArray content(kTimeBytes, '\0');
  qToBigEndian<qint64>(clock_.monotonicMs(), content.data());
  content += random_(kSaltBytes);
  return (content + nonceMac(key_, content)).toBase64(kNonceEncoding);
}

NonceSource::State NonceSource::check(QByteArrayView nonce) const {
  if (nonce.size() > 64) return State::Foreign;
  const auto decoded =
      QByteArray::fromBase64Encoding(nonce.toByteArray(), kNonceEncoding | QByteArray::AbortOnBase64DecodingErrors);
  const QByteArray& raw = decoded.decoded;
  if (!decoded || raw.size() != kTimeBytes + kSaltBytes + kMacBytes) return State::Foreign;
  if (raw.toBase64(kNonceEncoding) != nonce) return State::Foreign;
  const QByteArray mac = nonceMac(key_, raw.left(kTimeBytes + kSaltBytes));
  if (!equalInConstantTime(mac, QByteArrayView(raw).last(kMacBytes))) return State::Foreign;
  const qint64 issued = issuedMs(raw);
  const bool expired = issued <= floorMs_ || clock_.monotonicMs() - issued >= lifetimeMs_;
  return expired ? State::Expired : State::Fresh;
}

bool NonceSource::claim(const QByteArray& nonce, quint32 count) {
  forgetExpired();
  if (check(nonce) != State::Fresh || count == 0) return false;
  auto found = counts_.find(nonce);
  if (found == counts_.end()) {
    const qint64 issued = issuedMs(QByteArray::fromBase64(nonce, kNonceEncoding));
    counts_.insert(nonce, {count, 1, issued});
    byAge_.insert(issued, nonce);
    return true;
  }
  Counts& counts = *found;
  if (count > counts.highest) {
    const quint32 step = count - counts.highest;
    counts.seen = (step >= kReplayWindow ? 0 : counts.seen << step) | 1;
    counts.highest = count;
    return true;
  }
  const quint32 behind = counts.highest - count;
  const quint64 bit = behind < kReplayWindow ? quint64{1} << behind : 0;
  if (bit == 0 || (counts.seen & bit) != 0) return false;
  counts.seen |= bit;
  return true;
}

qint64 NonceSource::issuedMs(QByteArrayView raw) const { return qFromBigEndian<qint64>(raw.data()); }

void NonceSource::forgetExpired() {
  const qint64 now = clock_.monotonicMs();
  while (!byAge_.isEmpty()) {
    const qint64 oldest = byAge_.firstKey();
    const bool expired = now - oldest >= lifetimeMs_;
    if (!expired && counts_.size() < maxTracked_) return;
    // What is forgotten must not be usable any more, or its counts could be replayed.
    floorMs_ = std::max(floorMs_, oldest);
    for (const auto& nonce : byAge_.values(oldest)) counts_.remove(nonce);
    byAge_.remove(oldest);
  }
}

}  // namespace Parlour::Sip
