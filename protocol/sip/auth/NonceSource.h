// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QMultiMap>

#include "protocol/sip/auth/Digest.h"
#include "protocol/support/Clock.h"

namespace Parlour::Sip {

// Makes nonces that need no memory until they are used: time and random bytes under an HMAC whose key lives
// as long as the object. Remembers the counts used with each nonce to refuse replays. One thread.
class NonceSource {
 public:
  enum class State { Fresh, Expired, Foreign };

  // `maxTracked` bounds the memory for counts; beyond it the oldest nonces expire early.
  NonceSource(const Clock& clock, RandomBytes random, qint64 lifetimeMs, qsizetype maxTracked);

  QByteArray make() const;
  State check(QByteArrayView nonce) const;
  // Marks the count as used. False when it was used before or lies more than 64 behind the highest one.
  bool claim(const QByteArray& nonce, quint32 count);
  qsizetype tracked() const { return counts_.size(); }

 private:
  struct Counts {
    quint32 highest = 0;
    quint64 seen = 0;  // bit n: highest - n was used
    qint64 issuedMs = 0;
  };

  qint64 issuedMs(QByteArrayView raw) const;
  void forgetExpired();

  const Clock& clock_;
  RandomBytes random_;
  QByteArray key_;
  qint64 lifetimeMs_;
  qsizetype maxTracked_;
  qint64 floorMs_ = 0;  // nonces issued up to here count as expired
  QHash<QByteArray, Counts> counts_;
  QMultiMap<qint64, QByteArray> byAge_;
};

}  // namespace Parlour::Sip
