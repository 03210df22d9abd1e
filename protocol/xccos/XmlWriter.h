// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QLatin1String>
#include <QString>
#include <QVarLengthArray>
#include <optional>

#include "protocol/support/Clock.h"
#include "protocol/xccos/Tokens.h"

namespace Parlour::Xccos {

// Writes compact XML into one buffer. Characters that XML 1.0 cannot carry are dropped, broken UTF-8
// is replaced, CR becomes &#13; so that line ends survive, white space in attributes likewise.
// Optional values that are absent write nothing; the plain overloads always write.
class XmlWriter {
 public:
  explicit XmlWriter(qsizetype capacity = 512) { out_.reserve(capacity); }

  void start(QLatin1String name);
  void end();
  void text(QByteArrayView utf8);
  void text(const QString& text) { this->text(QByteArrayView(text.toUtf8())); }
  // Markup made by another writer.
  void raw(QByteArrayView markup);

  void attribute(QLatin1String name, QByteArrayView utf8);
  void attribute(QLatin1String name, const QByteArray& utf8) { attribute(name, QByteArrayView(utf8)); }
  void attribute(QLatin1String name, QLatin1String value) {
    attribute(name, QByteArrayView(value.data(), value.size()));
  }
  void attribute(QLatin1String name, const QString& value) { attribute(name, QByteArrayView(value.toUtf8())); }
  void attribute(QLatin1String name, quint32 value) { attribute(name, quint64{value}); }
  void attribute(QLatin1String name, quint64 value);
  void attribute(QLatin1String name, qint32 value);
  void attribute(QLatin1String name, Timestamp time) { attribute(name, time.toXccos()); }

  template <typename Value>
  void optional(QLatin1String name, const std::optional<Value>& value) {
    if (value) attribute(name, *value);
  }
  template <typename Text>
  void nonEmpty(QLatin1String name, const Text& text) {
    if (!text.isEmpty()) attribute(name, text);
  }
  template <typename Enum>
  void token(QLatin1String name, const std::optional<Enum>& value) {
    if (value) attribute(name, tokenText(*value));
  }

  void empty(QLatin1String name) {
    start(name);
    end();
  }
  void textElement(QLatin1String name, QByteArrayView utf8);

  QByteArray take() { return std::move(out_); }

 private:
  void closeTag();
  void append(QLatin1String name) { out_.append(name.data(), name.size()); }

  QByteArray out_;
  QVarLengthArray<QLatin1String, 8> open_;
  bool tagOpen_ = false;
};

}  // namespace Parlour::Xccos
