// SPDX-License-Identifier: Apache-2.0
#include "protocol/sip/Message.h"

#include <algorithm>
#include <array>
#include <utility>

namespace Parlour::Sip {

namespace {

bool sameHeaderName(QByteArrayView a, QByteArrayView b) { return a.compare(b, Qt::CaseInsensitive) == 0; }

quint32 leadingNumber(QByteArrayView text) {
  const QByteArrayView trimmed = text.trimmed();
  qsizetype digits = 0;
  while (digits < trimmed.size() && trimmed[digits] >= '0' && trimmed[digits] <= '9') ++digits;
  bool ok = false;
  const quint32 number = trimmed.first(digits).toByteArray().toUInt(&ok);
  return ok ? number : 0;
}

QByteArray bareMediaType(const QByteArray& value) {
  const qsizetype semicolon = value.indexOf(';');
  return (semicolon < 0 ? value : value.left(semicolon)).trimmed().toLower();
}

// A value that would end its line early could smuggle in headers of its own.
void appendOneLine(QByteArray& out, QByteArrayView text) {
  const qsizetype start = out.size();
  out.append(text);
  std::replace_if(
      out.begin() + start, out.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; }, ' ');
}

void appendHeadersAndBody(QByteArray& out, const Headers& headers, const QByteArray& body) {
  for (const Header& line : headers) {
    if (sameHeaderName(line.name, "Content-Length")) continue;
    appendOneLine(out, line.name);
    out.append(": ");
    appendOneLine(out, line.value);
    out.append("\r\n");
  }
  out.append("Content-Length: ").append(QByteArray::number(body.size())).append("\r\n\r\n").append(body);
}

QByteArray quotedParameter(const QByteArray& value, QByteArrayView name) {
  const QByteArray needle = name.toByteArray() + "=\"";
  const qsizetype start = value.toLower().indexOf(needle);
  if (start < 0) return {};
  QByteArray text;
  for (qsizetype i = start + needle.size(); i < value.size() && value[i] != '"'; ++i) {
    if (value[i] == '\\' && i + 1 < value.size()) ++i;
    text.append(value[i]);
  }
  return text;
}

NameAddress addressOf(const Headers& headers, QByteArrayView name) {
  return NameAddress::parse(headers.value(name)).value_or(NameAddress{});
}

}  // namespace

void Headers::set(const QByteArray& name, const QByteArray& value) {
  const auto first =
      std::find_if(lines_.begin(), lines_.end(), [&](const Header& h) { return sameHeaderName(h.name, name); });
  if (first == lines_.end()) {
    add(name, value);
    return;
  }
  first->value = value;
  lines_.erase(std::remove_if(first + 1, lines_.end(), [&](const Header& h) { return sameHeaderName(h.name, name); }),
               lines_.end());
}

void Headers::remove(QByteArrayView name) {
  lines_.removeIf([&](const Header& line) { return sameHeaderName(line.name, name); });
}

bool Headers::contains(QByteArrayView name) const {
  return std::any_of(lines_.begin(), lines_.end(), [&](const Header& line) { return sameHeaderName(line.name, name); });
}

QByteArray Headers::value(QByteArrayView name) const {
  for (const Header& line : lines_) {
    if (sameHeaderName(line.name, name)) return line.value;
  }
  return {};
}

QList<QByteArray> Headers::values(QByteArrayView name) const {
  QList<QByteArray> found;
  for (const Header& line : lines_) {
    if (sameHeaderName(line.name, name)) found.append(line.value);
  }
  return found;
}

QList<QByteArray> Headers::tokens(QByteArrayView name) const {
  QList<QByteArray> found;
  for (const QByteArray& value : values(name)) found.append(splitHeaderList(value));
  return found;
}

bool Headers::hasToken(QByteArrayView name, QByteArrayView token) const {
  const QList<QByteArray> all = tokens(name);
  return std::any_of(all.begin(), all.end(), [&](const QByteArray& item) { return sameHeaderName(item, token); });
}

QList<QByteArray> splitHeaderList(QByteArrayView value) {
  QList<QByteArray> items;
  bool quoted = false;
  bool angled = false;
  qsizetype start = 0;
  const auto take = [&](qsizetype end) {
    const QByteArrayView item = value.sliced(start, end - start).trimmed();
    if (!item.isEmpty()) items.append(item.toByteArray());
    start = end + 1;
  };
  for (qsizetype i = 0; i < value.size(); ++i) {
    const char c = value[i];
    if (quoted && c == '\\') {
      ++i;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && (c == '<' || c == '>')) {
      angled = c == '<';
    } else if (c == ',' && !quoted && !angled) {
      take(i);
    }
  }
  if (start < value.size()) take(value.size());
  return items;
}

quint32 Request::cseq() const { return leadingNumber(headers.value("CSeq")); }
NameAddress Request::from() const { return addressOf(headers, "From"); }
NameAddress Request::to() const { return addressOf(headers, "To"); }
QByteArray Request::contentType() const { return bareMediaType(headers.value("Content-Type")); }

quint32 Response::cseq() const { return leadingNumber(headers.value("CSeq")); }

QByteArray Response::cseqMethod() const {
  const QByteArray value = headers.value("CSeq").trimmed();
  const qsizetype gap = std::max(value.lastIndexOf(' '), value.lastIndexOf('\t'));
  return gap < 0 ? QByteArray() : value.mid(gap + 1);
}

QByteArray Response::contentType() const { return bareMediaType(headers.value("Content-Type")); }

int Response::retryAfterSeconds() const {
  const QByteArray value = headers.value("Retry-After").trimmed();
  if (value.isEmpty() || value[0] < '0' || value[0] > '9') return -1;
  return static_cast<int>(std::min<quint32>(leadingNumber(value), 86'400));
}

QByteArray Response::diagnosticsReason() const {
  for (const char* name : {"ms-diagnostics", "ms-diagnostics-public"}) {
    const QByteArray reason = quotedParameter(headers.value(name), "reason");
    if (!reason.isEmpty()) return reason;
  }
  const QByteArray warning = headers.value("Warning");
  const qsizetype open = warning.indexOf('"');
  const qsizetype close = warning.lastIndexOf('"');
  return open >= 0 && close > open ? warning.mid(open + 1, close - open - 1) : QByteArray();
}

QByteArray standardPhrase(int status) {
  static constexpr std::array<std::pair<int, const char*>, 56> kPhrases{{
      {100, "Trying"},
      {180, "Ringing"},
      {181, "Call Is Being Forwarded"},
      {182, "Queued"},
      {183, "Session Progress"},
      {200, "OK"},
      {202, "Accepted"},
      {300, "Multiple Choices"},
      {301, "Moved Permanently"},
      {302, "Moved Temporarily"},
      {305, "Use Proxy"},
      {380, "Alternative Service"},
      {400, "Bad Request"},
      {401, "Unauthorized"},
      {402, "Payment Required"},
      {403, "Forbidden"},
      {404, "Not Found"},
      {405, "Method Not Allowed"},
      {406, "Not Acceptable"},
      {407, "Proxy Authentication Required"},
      {408, "Request Timeout"},
      {409, "Conflict"},
      {410, "Gone"},
      {412, "Conditional Request Failed"},
      {413, "Request Entity Too Large"},
      {414, "Request-URI Too Long"},
      {415, "Unsupported Media Type"},
      {416, "Unsupported URI Scheme"},
      {420, "Bad Extension"},
      {421, "Extension Required"},
      {422, "Session Interval Too Small"},
      {423, "Interval Too Brief"},
      {429, "Provide Referrer Identity"},
      {480, "Temporarily Unavailable"},
      {481, "Call/Transaction Does Not Exist"},
      {482, "Loop Detected"},
      {483, "Too Many Hops"},
      {484, "Address Incomplete"},
      {485, "Ambiguous"},
      {486, "Busy Here"},
      {487, "Request Terminated"},
      {488, "Not Acceptable Here"},
      {489, "Bad Event"},
      {491, "Request Pending"},
      {493, "Undecipherable"},
      {500, "Server Internal Error"},
      {501, "Not Implemented"},
      {502, "Bad Gateway"},
      {503, "Service Unavailable"},
      {504, "Server Time-out"},
      {505, "Version Not Supported"},
      {513, "Message Too Large"},
      {600, "Busy Everywhere"},
      {603, "Decline"},
      {604, "Does Not Exist Anywhere"},
      {606, "Not Acceptable"},
  }};
  for (const auto& [code, phrase] : kPhrases) {
    if (code == status) return phrase;
  }
  return status < 200 ? "Progress" : status < 300 ? "OK" : status < 400 ? "Redirected" : "Failed";
}

QByteArray toWire(const Request& request) {
  QByteArray out;
  out.reserve(1024 + request.body.size());
  appendOneLine(out, request.method);
  out.append(' ');
  appendOneLine(out, request.uri);
  out.append(" SIP/2.0\r\n");
  appendHeadersAndBody(out, request.headers, request.body);
  return out;
}

QByteArray toWire(const Response& response) {
  QByteArray out;
  out.reserve(1024 + response.body.size());
  out.append("SIP/2.0 ").append(QByteArray::number(response.status)).append(' ');
  appendOneLine(out, response.phrase.isEmpty() ? standardPhrase(response.status) : response.phrase);
  out.append("\r\n");
  appendHeadersAndBody(out, response.headers, response.body);
  return out;
}

}  // namespace Parlour::Sip
