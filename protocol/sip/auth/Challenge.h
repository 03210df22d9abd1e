// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <optional>

#include "protocol/sip/auth/Digest.h"
#include "protocol/support/Result.h"

namespace Parlour::Sip {

// The value of one WWW-Authenticate or Proxy-Authenticate header of scheme Digest.
// Reading fails with NotSupported for other schemes and ParseFailed for broken text.
struct Challenge {
  QByteArray realm;
  QByteArray nonce;
  QByteArray opaque;                                                // empty when absent
  std::optional<DigestAlgorithm> algorithm = DigestAlgorithm::Md5;  // nullopt: one that we do not know
  QList<QByteArray> qop;                                            // lower case
  bool stale = false;

  bool isUsable() const { return algorithm && qop.contains("auth") && !nonce.isEmpty(); }
  static Result<Challenge> parse(QByteArrayView value);
  QByteArray toBytes() const;
};

}  // namespace Parlour::Sip
