// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QLatin1String>
#include <functional>
#include <optional>

namespace Parlour::Sip {

// Weakest first, so that the strongest of several is the largest (RFC 7616; MD5 for pidgin-sipe).
enum class DigestAlgorithm { Md5, Sha256 };

QByteArray digestAlgorithmName(DigestAlgorithm algorithm);  // "MD5", "SHA-256"
std::optional<DigestAlgorithm> digestAlgorithmFromName(QByteArrayView name);

// Lower-case hex of the hash.
QByteArray digestHash(DigestAlgorithm algorithm, QByteArrayView text);

// H(user:realm:password), which is as good as the password for this realm: treat it as a secret.
QByteArray makeHa1(DigestAlgorithm algorithm, QByteArrayView user, QByteArrayView realm, QByteArrayView password);

// What goes into one response with qop=auth. `uri` is taken as the sender spelled it.
struct DigestInput {
  DigestAlgorithm algorithm = DigestAlgorithm::Sha256;
  QByteArray ha1;
  QByteArray method;
  QByteArray uri;
  QByteArray nonce;
  QByteArray nonceCount;  // eight hex digits
  QByteArray cnonce;
};
QByteArray digestResponse(const DigestInput& input);

// Time depends only on the lengths.
bool equalInConstantTime(QByteArrayView a, QByteArrayView b);

// Gives that many unpredictable bytes. Injected, so that tests know what is drawn.
using RandomBytes = std::function<QByteArray(int count)>;
QByteArray systemRandomBytes(int count);

}  // namespace Parlour::Sip
