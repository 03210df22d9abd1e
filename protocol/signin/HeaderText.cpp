// SPDX-License-Identifier: Apache-2.0
#include "protocol/signin/HeaderText.h"

namespace Parlour::Signin {

QList<QByteArray> splitOutsideQuotes(QByteArrayView text, char separator) {
  if (text.size() > kMaxHeaderValueBytes) return {};
  QList<QByteArray> parts;
  bool inQuotes = false;
  bool inBrackets = false;
  qsizetype start = 0;
  for (qsizetype i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (inQuotes) {
      if (c == '\\') ++i;
      if (c == '"') inQuotes = false;
    } else if (c == '"') {
      inQuotes = true;
    } else if (c == '<' || c == '>') {
      inBrackets = c == '<';
    } else if (c == separator && !inBrackets) {
      parts.append(text.sliced(start, i - start).trimmed().toByteArray());
      start = i + 1;
    }
  }
  parts.append(text.sliced(start).trimmed().toByteArray());
  return parts;
}

bool isControl(char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f; }

QByteArray unquoted(QByteArrayView text) {
  text = text.trimmed();
  const bool inQuotes = text.size() >= 2 && text.startsWith('"') && text.endsWith('"');
  if (inQuotes) text = text.sliced(1, text.size() - 2);
  QByteArray plain;
  plain.reserve(text.size());
  for (qsizetype i = 0; i < text.size(); ++i) {
    if (inQuotes && text[i] == '\\' && i + 1 < text.size()) ++i;
    if (!isControl(text[i])) plain += text[i];
  }
  return plain;
}

QByteArray quoted(QByteArrayView text) {
  QByteArray result = "\"";
  for (const char c : text) {
    if (isControl(c)) continue;
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + '"';
}

HeaderParameter parseHeaderParameter(QByteArrayView text) {
  const qsizetype equals = text.indexOf('=');
  if (equals < 0) return {text.trimmed().toByteArray(), {}};
  return {text.first(equals).trimmed().toByteArray(), unquoted(text.sliced(equals + 1))};
}

}  // namespace Parlour::Signin
