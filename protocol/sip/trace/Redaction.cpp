// SPDX-License-Identifier: Apache-2.0
#include <QByteArrayList>
#include <algorithm>
#include <array>

#include "protocol/sip/trace/Trace.h"

namespace Parlour::Sip {

namespace {

constexpr const char* kMask = "***";

bool isNameByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

bool isOneOf(QByteArrayView name, std::initializer_list<const char*> names) {
  return std::any_of(names.begin(), names.end(),
                     [&](const char* item) { return name.compare(QByteArrayView(item), Qt::CaseInsensitive) == 0; });
}

bool isAuthenticationHeader(QByteArrayView name) {
  return isOneOf(name, {"Authorization", "Proxy-Authorization", "WWW-Authenticate", "Proxy-Authenticate",
                        "Authentication-Info", "Proxy-Authentication-Info"});
}

bool isSecretParameter(QByteArrayView name) {
  return isOneOf(name, {"response", "nonce", "nextnonce", "cnonce", "opaque", "rspauth", "gssapi-data", "password"});
}

bool isSecretOfBody(QByteArrayView name) {
  return isOneOf(name, {"token", "password", "passwd", "secret", "BinarySecurityToken"});
}

// End of the value that starts at `at`: quoted to its closing quote, else to a separator.
qsizetype valueEnd(QByteArrayView text, qsizetype at) {
  const char quote = text[at];
  if (quote == '"' || quote == '\'') {
    for (qsizetype i = at + 1; i < text.size(); ++i) {
      if (text[i] == '\\') {
        ++i;
      } else if (text[i] == quote) {
        return i + 1;
      }
    }
    return text.size();
  }
  qsizetype i = at;
  while (i < text.size() && !QByteArrayView(",; \t\r\n&<>").contains(text[i])) ++i;
  return i;
}

// Masks the value of every `name = value` whose name is secret.
template <typename IsSecret>
QByteArray maskAssignments(QByteArrayView text, IsSecret isSecret) {
  QByteArray out;
  out.reserve(text.size());
  qsizetype copied = 0;
  for (qsizetype equals = text.indexOf('='); equals >= 0; equals = text.indexOf('=', equals + 1)) {
    qsizetype nameEnd = equals;
    while (nameEnd > copied && text[nameEnd - 1] == ' ') --nameEnd;
    qsizetype nameStart = nameEnd;
    while (nameStart > copied && isNameByte(text[nameStart - 1])) --nameStart;
    qsizetype start = equals + 1;
    while (start < text.size() && text[start] == ' ') ++start;
    if (start >= text.size() || !isSecret(text.sliced(nameStart, nameEnd - nameStart))) continue;
    const bool quoted = text[start] == '"' || text[start] == '\'';
    out.append(text.sliced(copied, start - copied));
    out.append(quoted ? QByteArray(1, text[start]) + kMask + text[start] : QByteArray(kMask));
    copied = valueEnd(text, start);
    equals = copied - 1;
  }
  return out.append(text.sliced(copied));
}

// Masks the text of XML elements with a secret name, e.g. <token>…</token>.
QByteArray maskElements(const QByteArray& body) {
  QByteArray out;
  out.reserve(body.size());
  qsizetype copied = 0;
  for (qsizetype open = body.indexOf('<'); open >= 0; open = body.indexOf('<', open + 1)) {
    qsizetype nameEnd = open + 1;
    while (nameEnd < body.size() && (isNameByte(body[nameEnd]) || body[nameEnd] == ':')) ++nameEnd;
    const QByteArrayView qualified = QByteArrayView(body).sliced(open + 1, nameEnd - open - 1);
    if (!isSecretOfBody(qualified.sliced(qualified.lastIndexOf(':') + 1))) continue;
    const qsizetype tagEnd = body.indexOf('>', nameEnd);
    if (tagEnd < 0) break;
    if (body[tagEnd - 1] == '/') continue;
    qsizetype textEnd = body.indexOf('<', tagEnd);
    if (textEnd < 0) textEnd = body.size();
    out.append(QByteArrayView(body).sliced(copied, tagEnd + 1 - copied)).append(kMask);
    copied = textEnd;
    open = std::max(open, textEnd - 1);
  }
  return out.append(QByteArrayView(body).sliced(copied));
}

QByteArray maskBody(QByteArrayView body) {
  const bool worthLooking =
      std::any_of(body.begin(), body.end(), [](char c) { return c == '='; }) || body.contains('<');
  return worthLooking ? maskElements(maskAssignments(body, isSecretOfBody)) : body.toByteArray();
}

// A scheme with one bare blob (Basic, Negotiate, Bearer) carries the secret without a name.
QByteArray maskCredentials(QByteArrayView value) {
  const QByteArrayView trimmed = value.trimmed();
  const qsizetype gap = trimmed.indexOf(' ');
  const QByteArrayView rest = gap < 0 ? QByteArrayView() : trimmed.sliced(gap + 1).trimmed();
  const qsizetype equals = rest.indexOf('=');
  const bool named = equals > 0 && equals + 1 < rest.size() && rest[equals + 1] != '=' &&
                     std::all_of(rest.begin(), rest.begin() + equals, [](char c) { return isNameByte(c) || c == ' '; });
  if (rest.isEmpty() || named) return maskAssignments(value, isSecretParameter);
  return ' ' + trimmed.first(gap).toByteArray() + ' ' + kMask;
}

QByteArray maskHeaderLine(QByteArrayView line) {
  const qsizetype colon = line.indexOf(':');
  if (colon < 0 || !isAuthenticationHeader(line.first(colon).trimmed())) return line.toByteArray();
  return line.first(colon + 1).toByteArray() + maskCredentials(line.sliced(colon + 1));
}

}  // namespace

QByteArray redact(const QByteArray& messageText) {
  const QByteArrayView text(messageText);
  const qsizetype headEnd = messageText.indexOf("\r\n\r\n");
  const QByteArrayView head = headEnd < 0 ? text : text.first(headEnd);
  QByteArray out;
  out.reserve(messageText.size());
  qsizetype at = 0;
  while (at < head.size()) {
    // A folded line belongs to the header before it.
    qsizetype end = messageText.indexOf("\r\n", at);
    while (end >= 0 && end + 2 < head.size() && (head[end + 2] == ' ' || head[end + 2] == '\t')) {
      end = messageText.indexOf("\r\n", end + 2);
    }
    if (end < 0 || end > head.size()) end = head.size();
    out.append(maskHeaderLine(head.sliced(at, end - at)));
    at = std::min(end + 2, head.size());
    if (end < head.size()) out.append("\r\n");
  }
  if (headEnd < 0) return out;
  return out.append("\r\n\r\n").append(maskBody(text.sliced(headEnd + 4)));
}

}  // namespace Parlour::Sip
