// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QStringList>

#include "protocol/support/Clock.h"
#include "protocol/support/Result.h"
#include "server-sim/control/AdminVerbs.h"

namespace Parlour::Server {

// "on" and "off", times as ValueKind::Time has them; a date alone is its beginning in UTC.
std::optional<bool> parseOnOff(const QString& text);
std::optional<Timestamp> parseAdminTime(const QString& text);

// The arguments of one request, checked against what the verb takes; so asking for them cannot fail.
class AdminArguments {
 public:
  // InvalidArgument names the first that is unknown, missing, or not of its kind.
  static Result<AdminArguments> read(const AdminVerb& verb, const QJsonObject& arguments);

  bool has(const char* name) const { return values_.contains(QLatin1String(name)); }
  QString text(const char* name) const { return values_.value(QLatin1String(name)).toString(); }
  std::optional<QString> optionalText(const char* name) const;
  std::optional<bool> onOff(const char* name) const { return parseOnOff(text(name)); }
  std::optional<qint64> number(const char* name) const;
  std::optional<Timestamp> time(const char* name) const { return parseAdminTime(text(name)); }
  QStringList list(const char* name) const;
  bool flag(const char* name) const { return values_.value(QLatin1String(name)).toBool(); }

 private:
  explicit AdminArguments(QJsonObject values) : values_(std::move(values)) {}
  QJsonObject values_;
};

}  // namespace Parlour::Server
