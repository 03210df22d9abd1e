// SPDX-License-Identifier: Apache-2.0
#include "protocol/sip/auth/Digest.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

namespace Parlour::Sip {
namespace {

QCryptographicHash::Algorithm hashOf(DigestAlgorithm algorithm) {
  return algorithm == DigestAlgorithm::Md5 ? QCryptographicHash::Md5 : QCryptographicHash::Sha256;
}

}  // namespace

QByteArray digestAlgorithmName(DigestAlgorithm algorithm) {
  return algorithm == DigestAlgorithm::Md5 ? "MD5" : "SHA-256";
}

std::optional<DigestAlgorithm> digestAlgorithmFromName(QByteArrayView name) {
  const QByteArray upper = name.toByteArray().toUpper();
  if (upper == "MD5") return DigestAlgorithm::Md5;
  if (upper == "SHA-256") return DigestAlgorithm::Sha256;
  return std::nullopt;
}

QByteArray digestHash(DigestAlgorithm algorithm, QByteArrayView text) {
  return QCryptographicHash::hash(text.toByteArray(), hashOf(algorithm)).toHex();
}

QByteArray makeHa1(DigestAlgorithm algorithm, QByteArrayView user, QByteArrayView realm, QByteArrayView password) {
  return digestHash(algorithm, user.toByteArray() + ':' + realm.toByteArray() + ':' + password.toByteArray());
}

QByteArray digestResponse(const DigestInput& input) {
  const QByteArray ha2 = digestHash(input.algorithm, input.method + ':' + input.uri);
  return digestHash(input.algorithm,
                    input.ha1 + ':' + input.nonce + ':' + input.nonceCount + ':' + input.cnonce + ":auth:" + ha2);
}

bool equalInConstantTime(QByteArrayView a, QByteArrayView b) {
  if (a.size() != b.size()) return false;
  unsigned char difference = 0;
  for (qsizetype i = 0; i < a.size(); ++i) {
    difference =
        static_cast<unsigned char>(difference | (static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i])));
  }
  return difference == 0;
}

QByteArray systemRandomBytes(int count) {
  QByteArray bytes(count, Qt::Uninitialized);
  auto* random = QRandomGenerator::system();
  for (char& byte : bytes) byte = static_cast<char>(random->bounded(256));
  return bytes;
}

}  // namespace Parlour::Sip
