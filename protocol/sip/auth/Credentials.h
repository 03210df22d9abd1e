// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <optional>

#include "protocol/sip/auth/Digest.h"
#include "protocol/support/Result.h"

namespace Parlour::Sip {

// The value of one Authorization or Proxy-Authorization header of scheme Digest.
// Reading fails with NotSupported for other schemes and ParseFailed for broken text.
struct Credentials {
  QByteArray user;
  QByteArray realm;
  QByteArray nonce;
  QByteArray uri;  // as the client spelled it; pidgin-sipe writes "(null)" (pidgin-sipe 2.3)
  QByteArray response;
  std::optional<DigestAlgorithm> algorithm = DigestAlgorithm::Md5;  // nullopt: one that we do not know
  QByteArray qop;
  QByteArray nonceCount;
  QByteArray cnonce;
  QByteArray opaque;

  static Result<Credentials> parse(QByteArrayView value);
  QByteArray toBytes() const;
  DigestInput input(const QByteArray& ha1, const QByteArray& method) const;
};

}  // namespace Parlour::Sip
