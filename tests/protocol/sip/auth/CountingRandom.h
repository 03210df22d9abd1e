// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <memory>

#include "protocol/sip/auth/Digest.h"

namespace Parlour::Sip {

// Bytes that differ from call to call and are the same in each run.
inline RandomBytes countingRandom() {
  auto calls = std::make_shared<int>(0);
  return [calls](int count) {
    QByteArray bytes;
    const QByteArray seed = digestHash(DigestAlgorithm::Sha256, QByteArray::number(++*calls));
    while (bytes.size() < count) bytes += seed;
    return bytes.left(count);
  };
}

}  // namespace Parlour::Sip
