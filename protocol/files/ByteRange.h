// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <optional>

// Parts of files in HTTP headers (RFC 9110, 14). Every number is checked before it is used.
namespace Parlour::Files {

// Bytes first … last, both belong to it.
struct ByteRange {
  qint64 first = 0;
  qint64 last = 0;

  qint64 size() const { return last - first + 1; }
  bool operator==(const ByteRange&) const = default;
};

// `Content-Range: bytes 0-99/1000` of a piece that is sent, or `bytes */1000` (a range of size 0) for none. Nothing for
// anything else, also for unknown totals and for ranges that leave their total.
struct ContentRange {
  ByteRange range;
  qint64 total = 0;
  bool operator==(const ContentRange&) const = default;
};
std::optional<ContentRange> parseContentRange(QByteArrayView text);
QByteArray contentRangeText(const ByteRange& range, qint64 total);

// What a `Range` header asks for of something of `total` bytes.
enum class RangeKind {
  Whole,    // no header, several ranges, or none of a form that is known: everything is given
  Part,     // `range`
  Outside,  // nothing of it exists
};
struct WantedRange {
  RangeKind kind = RangeKind::Whole;
  ByteRange range;
  bool operator==(const WantedRange&) const = default;
};
WantedRange parseRange(QByteArrayView text, qint64 total);

}  // namespace Parlour::Files
