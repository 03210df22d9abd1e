// SPDX-License-Identifier: Apache-2.0
#include "protocol/sip/Message.h"

namespace Parlour::Sip {

namespace {

bool hasControlBytes(QByteArrayView text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x20 && c != '\t') return true;
  }
  return false;
}

// Reads a quoted string that starts at `at`; leaves `at` behind its closing quote.
std::optional<QByteArray> takeQuoted(QByteArrayView text, qsizetype& at) {
  QByteArray value;
  for (qsizetype i = at + 1; i < text.size(); ++i) {
    if (text[i] == '"') {
      at = i + 1;
      return value;
    }
    if (text[i] == '\\' && ++i == text.size()) break;
    value.append(text[i]);
  }
  return std::nullopt;
}

// End of the parameter that starts at `from`: the next semicolon outside quotes; -1 for an open quote.
qsizetype parameterEnd(QByteArrayView text, qsizetype from) {
  bool quoted = false;
  qsizetype i = from;
  for (; i < text.size(); ++i) {
    if (quoted && text[i] == '\\') {
      ++i;
    } else if (text[i] == '"') {
      quoted = !quoted;
    } else if (text[i] == ';' && !quoted) {
      return i;
    }
  }
  return quoted ? -1 : text.size();
}

bool takeParameters(QByteArrayView text, QList<Header>& parameters) {
  qsizetype at = 0;
  while (at < text.size()) {
    const qsizetype end = parameterEnd(text, at);
    if (end < 0) return false;
    const QByteArrayView item = text.sliced(at, end - at).trimmed();
    const qsizetype equals = item.indexOf('=');
    if (equals == 0) return false;
    if (equals > 0) {
      parameters.append({item.first(equals).trimmed().toByteArray(), item.sliced(equals + 1).trimmed().toByteArray()});
    } else if (!item.isEmpty()) {
      parameters.append({item.toByteArray(), {}});
    }
    at = end + 1;
  }
  return true;
}

// What follows the address must be nothing or start with a semicolon.
bool takeTail(QByteArrayView tail, QList<Header>& parameters) {
  const QByteArrayView rest = tail.trimmed();
  if (rest.isEmpty()) return true;
  return rest[0] == ';' && takeParameters(rest.sliced(1), parameters);
}

}  // namespace

std::optional<NameAddress> NameAddress::parse(QByteArrayView text) {
  const QByteArrayView input = text.trimmed();
  if (input.isEmpty() || hasControlBytes(input)) return std::nullopt;
  NameAddress address;
  qsizetype at = 0;
  const bool quotedName = input[0] == '"';
  if (quotedName) {
    const std::optional<QByteArray> name = takeQuoted(input, at);
    if (!name) return std::nullopt;
    address.displayName = *name;
  }
  const QByteArrayView rest = input.sliced(at);
  const qsizetype open = rest.indexOf('<');
  if (open < 0) {
    const qsizetype semicolon = rest.indexOf(';');
    if (quotedName || semicolon == 0) return std::nullopt;
    address.uri = rest.first(semicolon < 0 ? rest.size() : semicolon).trimmed().toByteArray();
    if (address.uri.contains(' ') || address.uri.contains('>')) return std::nullopt;
    if (semicolon > 0 && !takeParameters(rest.sliced(semicolon + 1), address.parameters)) return std::nullopt;
    return address;
  }
  const QByteArrayView before = rest.first(open).trimmed();
  if (quotedName && !before.isEmpty()) return std::nullopt;
  if (!quotedName) address.displayName = before.toByteArray();
  const qsizetype close = rest.indexOf('>', open);
  if (close <= open + 1) return std::nullopt;
  address.uri = rest.sliced(open + 1, close - open - 1).trimmed().toByteArray();
  if (address.uri.isEmpty() || !takeTail(rest.sliced(close + 1), address.parameters)) return std::nullopt;
  return address;
}

QByteArray NameAddress::parameter(QByteArrayView name) const {
  for (const Header& item : parameters) {
    if (QByteArrayView(item.name).compare(name, Qt::CaseInsensitive) != 0) continue;
    if (!item.value.startsWith('"')) return item.value;
    qsizetype at = 0;
    return takeQuoted(item.value, at).value_or(QByteArray());
  }
  return {};
}

void NameAddress::setParameter(const QByteArray& name, const QByteArray& value) {
  for (Header& item : parameters) {
    if (item.name.compare(name, Qt::CaseInsensitive) == 0) {
      item.value = value;
      return;
    }
  }
  parameters.append({name, value});
}

QByteArray NameAddress::toBytes() const {
  QByteArray out;
  if (!displayName.isEmpty()) {
    QByteArray escaped = displayName;
    escaped.replace('\\', "\\\\").replace('"', "\\\"");
    out.append('"').append(escaped).append("\" ");
  }
  if (uri == "*") {
    out.append('*');
  } else {
    out.append('<').append(uri).append('>');
  }
  for (const Header& item : parameters) {
    out.append(';').append(item.name);
    if (!item.value.isEmpty()) out.append('=').append(item.value);
  }
  return out;
}

}  // namespace Parlour::Sip
