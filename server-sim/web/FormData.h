// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QMultiMap>
#include <QString>
#include <QStringList>

#include "protocol/support/Result.h"

namespace Parlour::Server {

// Names and values as forms and queries send them (application/x-www-form-urlencoded), of UTF-8 only. Plain value.
class FormData {
 public:
  // ParseFailed for broken escapes, for text that is not UTF-8 and for NUL; LimitExceeded beyond 500 fields.
  static Result<FormData> parse(QByteArrayView encoded);

  bool has(const char* name) const { return values_.contains(QString::fromLatin1(name)); }
  // The first of several; empty when absent.
  QString value(const char* name) const;
  QStringList values(const char* name) const;

 private:
  QMultiMap<QString, QString> values_;
};

// "%C3%A9" to "é" with the same strictness; '+' stays as it is.
Result<QString> decodePercent(QByteArrayView encoded);
// For one step of a path or one value of a query.
QString encodePercent(const QString& text);
// The value of one cookie; empty when absent.
QByteArray cookieValue(QByteArrayView header, QByteArrayView name);

}  // namespace Parlour::Server
