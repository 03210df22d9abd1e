// SPDX-License-Identifier: Apache-2.0
#include "protocol/files/ByteRange.h"

#include <algorithm>

namespace Parlour::Files {
namespace {

// At most 15 digits, so that nothing overflows.
std::optional<qint64> number(QByteArrayView text) {
  const bool digits = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (text.isEmpty() || text.size() > 15 || !digits) return std::nullopt;
  return text.toLongLong();
}

constexpr QByteArrayView kBytes("bytes");

}  // namespace

std::optional<ContentRange> parseContentRange(QByteArrayView text) {
  text = text.trimmed();
  if (text.size() <= kBytes.size() || text.first(kBytes.size()).compare(kBytes, Qt::CaseInsensitive) != 0) {
    return std::nullopt;
  }
  text = text.sliced(kBytes.size());
  if (text.front() != ' ') return std::nullopt;
  text = text.trimmed();
  const qsizetype dash = text.indexOf('-');
  const qsizetype slash = text.indexOf('/');
  if (slash > 0 && text.first(slash) == QByteArrayView("*")) {
    const auto size = number(text.sliced(slash + 1));
    return size ? std::optional(ContentRange{{0, -1}, *size}) : std::nullopt;
  }
  if (dash < 0 || slash < dash) return std::nullopt;
  const auto first = number(text.first(dash));
  const auto last = number(text.sliced(dash + 1, slash - dash - 1));
  const auto total = number(text.sliced(slash + 1));
  if (!first || !last || !total || *last < *first || *last >= *total) return std::nullopt;
  return ContentRange{{*first, *last}, *total};
}

QByteArray contentRangeText(const ByteRange& range, qint64 total) {
  return "bytes " + QByteArray::number(range.first) + '-' + QByteArray::number(range.last) + '/' +
         QByteArray::number(total);
}

WantedRange parseRange(QByteArrayView text, qint64 total) {
  text = text.trimmed();
  const qsizetype equals = text.indexOf('=');
  const bool bytes = equals > 0 && text.first(equals).trimmed().compare(kBytes, Qt::CaseInsensitive) == 0;
  if (!bytes || text.contains(',')) return {};
  text = text.sliced(equals + 1).trimmed();
  const qsizetype dash = text.indexOf('-');
  if (dash < 0) return {};
  const auto first = number(text.first(dash));
  const auto last = number(text.sliced(dash + 1));
  const bool open = dash + 1 == text.size();
  if (dash == 0) {  // the last bytes of it
    if (!last) return {};
    if (*last == 0 || total == 0) return {RangeKind::Outside, {}};
    return {RangeKind::Part, {std::max<qint64>(total - *last, 0), total - 1}};
  }
  if (!first || (!open && (!last || *last < *first))) return {};
  if (*first >= total) return {RangeKind::Outside, {}};
  return {RangeKind::Part, {*first, open ? total - 1 : std::min(*last, total - 1)}};
}

}  // namespace Parlour::Files
