// SPDX-License-Identifier: Apache-2.0
#include "protocol/signin/EndpointIdentity.h"

#include <QCryptographicHash>
#include <algorithm>
#include <utility>

#include "protocol/signin/HeaderText.h"

namespace Parlour::Signin {
namespace {

constexpr qsizetype kUuidBytes = 16;
constexpr char kUserEpidPrefix[] = "user:epid:";
constexpr int kMaxContacts = 200;

// Text order and the little-endian GUID layout differ in the first three fields (signin 1.2).
QByteArray swapGuidLayout(QByteArray bytes) {
  std::reverse(bytes.begin(), bytes.begin() + 4);
  std::reverse(bytes.begin() + 4, bytes.begin() + 6);
  std::reverse(bytes.begin() + 6, bytes.begin() + 8);
  return bytes;
}

QByteArray uuidText(const QByteArray& bytes) {
  QByteArray hex = bytes.toHex();
  for (const int at : {20, 16, 12, 8}) hex.insert(at, '-');
  return hex;
}

std::optional<QByteArray> uuidBytes(QByteArrayView text) {
  if (text.size() != 36) return std::nullopt;
  QByteArray hex;
  for (qsizetype i = 0; i < text.size(); ++i) {
    const bool dashHere = i == 8 || i == 13 || i == 18 || i == 23;
    if (dashHere != (text[i] == '-')) return std::nullopt;
    if (!dashHere) hex += text[i];
  }
  const QByteArray bytes = QByteArray::fromHex(hex);
  // fromHex skips what is not a digit, so a foreign character shows as missing bytes.
  if (bytes.size() != kUuidBytes || bytes.toHex() != hex.toLower()) return std::nullopt;
  return bytes;
}

bool isTokenCharacter(char c) {
  const bool alphanumeric = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return alphanumeric || QByteArrayView("-.!%*_+`'~").contains(c);
}

QByteArrayView withoutEnclosing(QByteArrayView text, char first, char last) {
  text = text.trimmed();
  if (text.size() < 2 || text.front() != first || text.back() != last) return text;
  return text.sliced(1, text.size() - 2).trimmed();
}

void takeContactParameter(const HeaderParameter& parameter, RegisteredContact* contact) {
  const QByteArray name = parameter.name.toLower();
  if (name == "+sip.instance") {
    contact->instance = parseSipInstance(parameter.value).value_or(QByteArray());
  } else if (name == "gruu") {
    contact->gruu = Gruu::parse(parameter.value);
  } else if (name == "expires") {
    bool isNumber = false;
    const int seconds = parameter.value.toInt(&isNumber);
    contact->expiresSeconds = isNumber && seconds >= 0 ? seconds : -1;
  }
}

// What a parameter of an address may hold as it stands.
bool isUriCharacter(char c) {
  constexpr QByteArrayView kDelimiters = "<>\";,\\";
  return c > ' ' && c < 0x7f && !kDelimiters.contains(c);
}

std::optional<RegisteredContact> parseContact(const QByteArray& text) {
  const qsizetype open = text.indexOf('<');
  const qsizetype close = text.indexOf('>', open);
  RegisteredContact contact;
  QByteArray parameters;
  if (open >= 0 && close > open) {
    contact.uri = text.mid(open + 1, close - open - 1).trimmed();
    parameters = text.mid(close + 1);
  } else {
    const qsizetype semicolon = text.indexOf(';');
    contact.uri = text.left(semicolon < 0 ? text.size() : semicolon).trimmed();
    parameters = semicolon < 0 ? QByteArray() : text.mid(semicolon);
  }
  if (contact.uri.isEmpty()) return std::nullopt;
  for (const auto& part : splitOutsideQuotes(parameters, ';')) {
    takeContactParameter(parseHeaderParameter(part), &contact);
  }
  return contact;
}

}  // namespace

QByteArray makeEpid(const SipUri& user, QByteArrayView host, QByteArrayView profile) {
  QCryptographicHash hash(QCryptographicHash::Sha1);
  // A zero byte between the parts keeps ("ab","c") and ("a","bc") apart.
  hash.addData(user.bytes() + '\0' + host.toByteArray().toLower() + '\0' + profile.toByteArray());
  return hash.result().toHex().left(10);
}

bool isEpid(QByteArrayView text) {
  return !text.isEmpty() && text.size() <= kMaxEpidBytes && std::all_of(text.begin(), text.end(), isTokenCharacter);
}

QByteArray instanceFromEpid(QByteArrayView epid) {
  const QByteArray nameSpace = QByteArray::fromHex("03fbacfc738aef4691b1e5ebeeaba4fe");
  const QByteArray digest = QCryptographicHash::hash(nameSpace + epid.toByteArray(), QCryptographicHash::Sha1);
  QByteArray bytes = swapGuidLayout(digest.left(kUuidBytes));
  bytes[6] = static_cast<char>((static_cast<unsigned char>(bytes[6]) & 0x0f) | 0x50);
  bytes[8] = static_cast<char>((static_cast<unsigned char>(bytes[8]) & 0x3f) | 0x80);
  return uuidText(bytes);
}

QByteArray toSipInstance(QByteArrayView instance) { return "\"<urn:uuid:" + instance.toByteArray() + ">\""; }

std::optional<QByteArray> parseSipInstance(QByteArrayView text) {
  text = withoutEnclosing(text, '"', '"');
  text = withoutEnclosing(text, '<', '>');
  const QByteArray lower = text.toByteArray().toLower();
  if (!lower.startsWith("urn:uuid:")) return std::nullopt;
  const auto bytes = uuidBytes(QByteArrayView(lower).sliced(9));
  if (!bytes) return std::nullopt;
  return uuidText(*bytes);
}

std::optional<Gruu> Gruu::forInstance(const SipUri& user, QByteArrayView instance) {
  const auto bytes = uuidBytes(instance);
  if (!bytes) return std::nullopt;
  const QByteArray padded = swapGuidLayout(*bytes) + QByteArray(2, '\0');
  return Gruu{user, kUserEpidPrefix + padded.toBase64(QByteArray::Base64UrlEncoding)};
}

std::optional<Gruu> Gruu::parse(QByteArrayView text) {
  text = withoutEnclosing(text, '"', '"');
  text = withoutEnclosing(text, '<', '>');
  auto parts = splitOutsideQuotes(text, ';');
  if (parts.size() < 3) return std::nullopt;
  const auto user = SipUri::parse(parts.takeFirst());
  if (!user) return std::nullopt;
  Gruu gruu{*user, {}};
  bool marked = false;
  for (const auto& part : std::as_const(parts)) {
    const HeaderParameter parameter = parseHeaderParameter(part);
    const QByteArray name = parameter.name.toLower();
    if (name == "opaque") gruu.opaque = parameter.value;
    if (name == "gruu") marked = true;
  }
  if (!marked || gruu.opaque.isEmpty() || !std::all_of(gruu.opaque.begin(), gruu.opaque.end(), isUriCharacter)) {
    return std::nullopt;
  }
  return gruu;
}

QByteArray Gruu::toBytes() const { return user.bytes() + ";opaque=" + opaque + ";gruu"; }

QList<RegisteredContact> parseContacts(const QList<QByteArray>& lines) {
  QList<RegisteredContact> contacts;
  for (const auto& line : lines) {
    for (const auto& item : splitOutsideQuotes(line, ',')) {
      if (contacts.size() >= kMaxContacts) return contacts;
      if (auto contact = parseContact(item)) contacts.append(std::move(*contact));
    }
  }
  return contacts;
}

std::optional<RegisteredContact> findOwnContact(const QList<RegisteredContact>& contacts, QByteArrayView instance) {
  const QByteArray wanted = instance.toByteArray().toLower();
  const auto found = std::find_if(contacts.begin(), contacts.end(),
                                  [&](const auto& c) { return !c.instance.isEmpty() && c.instance == wanted; });
  return found == contacts.end() ? std::nullopt : std::optional(*found);
}

}  // namespace Parlour::Signin
