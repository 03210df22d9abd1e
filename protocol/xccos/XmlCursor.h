// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <QXmlStreamReader>
#include <limits>
#include <optional>

#include "protocol/support/Clock.h"
#include "protocol/support/Ids.h"
#include "protocol/xccos/Limits.h"
#include "protocol/xccos/Tokens.h"

namespace Parlour::Xccos {

// A position in a document. The first failure sticks: from then on nextChild() says false and every
// value is empty, so that readers need to look at failed() only once, at the end. The body must
// outlive the cursor.
class XmlCursor {
 public:
  XmlCursor(QByteArrayView body, const Limits& limits);

  // Goes to the root element, which must have this name in the XCCOS namespace.
  void enterRoot(QLatin1String name);
  // Goes to the next child of the element whose children are being read; false after the last one.
  // Elements of foreign namespaces are skipped. Each child must then be read to its end, by
  // reading its children, readText() or skip().
  bool nextChild();
  bool at(QLatin1String name) const { return reader_.name() == name; }
  QString readText();
  void skip();
  // Checks that nothing but white space and comments follows the root.
  void finish();

  // Strict inside commands: an enumerated value that is not known is an error. Elsewhere it reads
  // as absent, since other servers may know values that we do not.
  void setStrict(bool strict) { strict_ = strict; }
  bool strict() const { return strict_; }

  const Limits& limits() const { return limits_; }
  bool failed() const { return failed_; }
  const Error& error() const { return error_; }
  void fail(ErrorCode code, const QString& what);
  void failMissing(QLatin1String element, QLatin1String missing);

 private:
  friend class AttributeReader;

  void failFromReader();
  qsizetype byteOffset() const;

  QByteArrayView body_;
  const Limits& limits_;
  QXmlStreamReader reader_;
  bool strict_ = false;
  bool failed_ = false;
  Error error_;
};

enum class Presence { Optional, Required };

// The attributes of the element the cursor has just entered. Values that do not have the type asked
// for make the cursor fail with the names of element and attribute.
class AttributeReader {
 public:
  explicit AttributeReader(XmlCursor& cursor);

  bool has(QLatin1String name) const { return !find(name).isNull(); }
  QString text(QLatin1String name, Presence presence = Presence::Optional);
  std::optional<QString> optionalText(QLatin1String name);
  QByteArray bytes(QLatin1String name, Presence presence = Presence::Optional);

  template <typename Number>
  std::optional<Number> number(QLatin1String name, Presence presence = Presence::Optional) {
    const auto value = integer(name, presence, std::numeric_limits<Number>::min(), std::numeric_limits<Number>::max());
    return value ? std::optional<Number>(static_cast<Number>(*value)) : std::nullopt;
  }

  template <typename Enum>
  std::optional<Enum> token(QLatin1String name, Presence presence = Presence::Optional) {
    const QStringView value = take(name, presence);
    if (value.isNull()) return std::nullopt;
    const auto known = tokenValue<Enum>(value.trimmed());
    if (!known && cursor_.strict()) failBad(name);
    return known;
  }
  std::optional<bool> flag(QLatin1String name) { return token<bool>(name); }

  std::optional<Timestamp> time(QLatin1String name);
  RoomUri room(QLatin1String name, Presence presence = Presence::Optional);
  CategoryUri category(QLatin1String name, Presence presence = Presence::Optional);
  SipUri sipUri(QLatin1String name, Presence presence = Presence::Optional);
  // A sip: or ma-grp: address.
  QByteArray principal(QLatin1String name, Presence presence = Presence::Optional);
  // The address of a room given by its parts, in the attributes domain and value.
  RoomUri roomFromParts();

 private:
  QStringView find(QLatin1String name) const;
  QStringView take(QLatin1String name, Presence presence);
  std::optional<quint64> integer(QLatin1String name, Presence presence, qint64 min, quint64 max);
  void failBad(QLatin1String name);

  XmlCursor& cursor_;
  QXmlStreamAttributes attributes_;
  QString element_;
};

}  // namespace Parlour::Xccos
