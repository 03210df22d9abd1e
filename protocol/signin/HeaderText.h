// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace Parlour::Signin {

inline constexpr qsizetype kMaxHeaderValueBytes = 8192;

struct HeaderParameter {
  QByteArray name;   // as written
  QByteArray value;  // without quotes
};

// Splits where `separator` stands outside double quotes and angle brackets; the parts are trimmed.
// Empty for text beyond kMaxHeaderValueBytes.
QList<QByteArray> splitOutsideQuotes(QByteArrayView text, char separator);

// What no header value holds: control characters other than the tab.
bool isControl(char c);
// Text in double quotes without them and with `\x` read as x; other text as it is. Both without control characters, as
// quoted() writes them.
QByteArray unquoted(QByteArrayView text);
// In double quotes, with `"` and `\` escaped and control characters left out.
QByteArray quoted(QByteArrayView text);

// `name`, `name=value` or `name="value"`.
HeaderParameter parseHeaderParameter(QByteArrayView text);

}  // namespace Parlour::Signin
