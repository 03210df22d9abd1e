// SPDX-License-Identifier: Apache-2.0
#include "server-sim/log/RepeatLimit.h"

namespace Parlour::Server {
namespace {

constexpr qsizetype kMostKinds = 1'000;
constexpr qsizetype kComparedBytes = 200;

bool isDigit(char letter) { return letter >= '0' && letter <= '9'; }

// The line with "#" in the place of every number.
QByteArray kindOf(const LogLine& line) {
  QByteArray kind = line.category + ' ';
  for (const char letter : line.text.left(kComparedBytes)) {
    if (!isDigit(letter)) {
      kind += letter;
    } else if (!kind.endsWith('#')) {
      kind += '#';
    }
  }
  return kind;
}

}  // namespace

RepeatLimit::Verdict RepeatLimit::judge(const LogLine& line, qint64 nowMs) {
  if (kinds_.size() >= kMostKinds) forgetOld(nowMs);
  Kind& kind = kinds_[kindOf(line)];
  if (nowMs - kind.sinceMs >= kWindowMs || kind.passed == 0) {
    const quint64 left = kind.left;
    kind = {nowMs, 1, 0};
    return {true, left};
  }
  if (kind.passed < kLines) {
    ++kind.passed;
    return {};
  }
  ++kind.left;
  return {false, 0};
}

void RepeatLimit::forgetOld(qint64 nowMs) {
  kinds_.removeIf([nowMs](const auto& kind) { return nowMs - kind.value().sinceMs >= kWindowMs; });
  if (kinds_.size() >= kMostKinds) kinds_.clear();
}

}  // namespace Parlour::Server
