// SPDX-License-Identifier: Apache-2.0
#include "protocol/xccos/XmlCursor.h"

#include "protocol/xccos/DocumentGuard.h"
#include "protocol/xccos/Names.h"

namespace Parlour::Xccos {
namespace {

// Number of UTF-8 bytes that make the first `units` UTF-16 units.
qsizetype bytesOfUtf16Units(QByteArrayView utf8, qsizetype units) {
  qsizetype at = 0;
  for (; at < utf8.size() && units > 0; ++at) {
    const auto lead = static_cast<unsigned char>(utf8[at]);
    if ((lead & 0xc0) == 0x80) continue;
    units -= lead >= 0xf0 ? 2 : 1;
  }
  while (at < utf8.size() && (static_cast<unsigned char>(utf8[at]) & 0xc0) == 0x80) ++at;
  return at;
}

// Decimal digits only, no overflow.
std::optional<quint64> magnitude(QStringView digits) {
  if (digits.isEmpty()) return std::nullopt;
  quint64 value = 0;
  for (const QChar c : digits) {
    if (c < QLatin1Char('0') || c > QLatin1Char('9')) return std::nullopt;
    const auto digit = static_cast<quint64>(c.unicode() - u'0');
    if (value > (std::numeric_limits<quint64>::max() - digit) / 10) return std::nullopt;
    value = value * 10 + digit;
  }
  return value;
}

}  // namespace

XmlCursor::XmlCursor(QByteArrayView body, const Limits& limits)
    : body_(body), limits_(limits), reader_(QByteArray::fromRawData(body.data(), body.size())) {}

void XmlCursor::enterRoot(QLatin1String name) {
  if (!reader_.readNextStartElement()) return failFromReader();
  if (!at(name) || reader_.namespaceUri() != kNamespace) {
    fail(ErrorCode::ParseFailed, QStringLiteral("root element is not %1").arg(name));
  }
}

bool XmlCursor::nextChild() {
  while (!failed_) {
    if (!reader_.readNextStartElement()) {
      if (reader_.hasError()) failFromReader();
      return false;
    }
    if (reader_.namespaceUri() == kNamespace) return true;
    reader_.skipCurrentElement();
  }
  return false;
}

QString XmlCursor::readText() {
  if (failed_) return {};
  QString text = reader_.readElementText(QXmlStreamReader::SkipChildElements);
  if (reader_.hasError()) {
    failFromReader();
    return {};
  }
  if (text.size() > limits_.textChars) fail(ErrorCode::LimitExceeded, QStringLiteral("length of a text"));
  return text;
}

void XmlCursor::skip() {
  if (failed_) return;
  reader_.skipCurrentElement();
  if (reader_.hasError()) failFromReader();
}

void XmlCursor::finish() {
  while (!failed_ && !reader_.atEnd()) reader_.readNext();
  if (!failed_ && reader_.hasError()) failFromReader();
}

void XmlCursor::failFromReader() {
  fail(ErrorCode::ParseFailed, reader_.hasError() ? reader_.errorString() : QStringLiteral("no element"));
}

qsizetype XmlCursor::byteOffset() const {
  const qsizetype bom = body_.startsWith("\xef\xbb\xbf") ? 3 : 0;
  return bom + bytesOfUtf16Units(body_.sliced(bom), reader_.characterOffset());
}

void XmlCursor::fail(ErrorCode code, const QString& what) {
  if (failed_) return;
  failed_ = true;
  const QString text = code == ErrorCode::LimitExceeded ? QStringLiteral("The message is larger than allowed.")
                                                        : QStringLiteral("The message could not be understood.");
  error_ = locatedError(code, text, what, body_, byteOffset());
}

void XmlCursor::failMissing(QLatin1String element, QLatin1String missing) {
  fail(ErrorCode::ParseFailed, QStringLiteral("%1 without %2").arg(element, missing));
}

AttributeReader::AttributeReader(XmlCursor& cursor)
    : cursor_(cursor), attributes_(cursor.reader_.attributes()), element_(cursor.reader_.name().toString()) {
  for (const QXmlStreamAttribute& attribute : attributes_) {
    if (attribute.value().size() > cursor.limits().attributeChars) {
      cursor.fail(ErrorCode::LimitExceeded, QStringLiteral("attribute %1 of %2").arg(attribute.name(), element_));
    }
  }
}

// An attribute that is there but empty gives an empty view that is not null.
QStringView AttributeReader::find(QLatin1String name) const {
  for (const QXmlStreamAttribute& attribute : attributes_) {
    if (!attribute.namespaceUri().isEmpty() || attribute.name() != name) continue;
    const QStringView value = attribute.value();
    return value.isNull() ? QStringView(u"") : value;
  }
  return {};
}

QStringView AttributeReader::take(QLatin1String name, Presence presence) {
  const QStringView value = find(name);
  if (value.isNull() && presence == Presence::Required) {
    cursor_.fail(ErrorCode::ParseFailed, QStringLiteral("%1 without attribute %2").arg(element_, name));
  }
  return value;
}

void AttributeReader::failBad(QLatin1String name) {
  cursor_.fail(ErrorCode::ParseFailed, QStringLiteral("bad attribute %1 of %2").arg(name, element_));
}

QString AttributeReader::text(QLatin1String name, Presence presence) { return take(name, presence).toString(); }

std::optional<QString> AttributeReader::optionalText(QLatin1String name) {
  const QStringView value = find(name);
  return value.isNull() ? std::nullopt : std::optional<QString>(value.toString());
}

QByteArray AttributeReader::bytes(QLatin1String name, Presence presence) { return take(name, presence).toUtf8(); }

std::optional<quint64> AttributeReader::integer(QLatin1String name, Presence presence, qint64 min, quint64 max) {
  const QStringView value = take(name, presence).trimmed();
  if (value.isNull()) return std::nullopt;
  const bool negative = value.startsWith(u'-');
  const auto size = magnitude(negative ? value.mid(1) : value);
  const quint64 bound = negative ? static_cast<quint64>(-(min + 1)) + (min < 0 ? 1 : 0) : max;
  if (!size || (negative && min >= 0) || *size > bound) {
    failBad(name);
    return std::nullopt;
  }
  return negative ? quint64{0} - *size : *size;
}

std::optional<Timestamp> AttributeReader::time(QLatin1String name) {
  const QStringView value = find(name);
  if (value.isNull()) return std::nullopt;
  const auto parsed = Timestamp::parse(value.toUtf8());
  if (!parsed) failBad(name);
  return parsed;
}

RoomUri AttributeReader::room(QLatin1String name, Presence presence) {
  const QStringView value = take(name, presence);
  if (value.isNull()) return {};
  auto parsed = RoomUri::parse(value.toUtf8());
  if (!parsed) failBad(name);
  return parsed ? *parsed : RoomUri();
}

CategoryUri AttributeReader::category(QLatin1String name, Presence presence) {
  const QStringView value = take(name, presence);
  if (value.isNull()) return {};
  auto parsed = CategoryUri::parse(value.toUtf8());
  if (!parsed) failBad(name);
  return parsed ? *parsed : CategoryUri();
}

SipUri AttributeReader::sipUri(QLatin1String name, Presence presence) {
  const QStringView value = take(name, presence);
  if (value.isNull()) return {};
  auto parsed = SipUri::parse(value.toUtf8());
  if (!parsed) failBad(name);
  return parsed ? *parsed : SipUri();
}

QByteArray AttributeReader::principal(QLatin1String name, Presence presence) {
  const QStringView value = take(name, presence);
  if (value.isNull()) return {};
  const QByteArray lower = value.trimmed().toUtf8().toLower();
  if (lower.startsWith("sip:")) {
    if (auto parsed = SipUri::parse(lower)) return parsed->bytes();
  } else if (lower.startsWith("ma-grp:") && lower.size() > 7 && lower.size() <= 1024 && !lower.contains(' ')) {
    return lower;
  }
  failBad(name);
  return {};
}

RoomUri AttributeReader::roomFromParts() {
  const QByteArray domain = bytes(Attribute::kDomain, Presence::Required);
  const QByteArray key = bytes(Attribute::kValue, Presence::Required);
  if (cursor_.failed()) return {};
  auto parsed = RoomUri::fromParts(domain, key);
  if (!parsed) failBad(Attribute::kValue);
  return parsed ? *parsed : RoomUri();
}

}  // namespace Parlour::Xccos
