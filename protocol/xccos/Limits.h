// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

namespace Parlour::Xccos {

// What a received document may be at most; more is refused with ErrorCode::LimitExceeded before
// anything is built from it. Where no section is named the number is ours: several times what the
// largest legitimate document needs.
struct Limits {
  qsizetype bodyBytes = 1024 * 1024;  // xccos 16
  int depth = 16;                     // the deepest message of xccos 7 has 7 levels
  int attributesPerElement = 40;      // qib, the largest of xccos 7, has 18
  int elements = 50'000;              // 999 search results (xccos 7.3) of some 20 elements, twice over
  int roomsPerCommand = 500;          // xccos 16
  qsizetype textChars = 256 * 1024;   // UTF-16 units of one text; a story has 40,000 bytes (xccos 7.3)
  qsizetype attributeChars = 64 * 1024;
};

}  // namespace Parlour::Xccos
