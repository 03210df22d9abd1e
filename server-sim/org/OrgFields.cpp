// SPDX-License-Identifier: Apache-2.0
#include "server-sim/org/OrgFields.h"

#include <algorithm>

namespace Parlour::Server {

void OrgProblems::add(const QString& where, const QString& what) {
  ++count_;
  if (texts_.size() < kKept) texts_.append(where.isEmpty() ? what : where + QStringLiteral(": ") + what);
}

Error OrgProblems::toError() const {
  QString text = texts_.value(0) + QLatin1Char('.');
  if (count_ > 1) text += QStringLiteral(" (%1 more)").arg(count_ - 1);
  return Error::make(ErrorCode::InvalidArgument, text, texts_.join(QLatin1Char('\n')));
}

void OrgFields::allowOnly(std::initializer_list<QLatin1String> keys) const {
  for (auto it = object_.constBegin(); it != object_.constEnd(); ++it) {
    const QString key = it.key();
    const bool known = std::any_of(keys.begin(), keys.end(), [&](QLatin1String name) { return key == name; });
    if (!known) problem(QStringLiteral("unknown field \"%1\"").arg(key.left(80)));
  }
}

QString OrgFields::text(QLatin1String key) const {
  const QJsonValue found = object_.value(key);
  if (!found.isUndefined() && !found.isString()) problem(QStringLiteral("\"%1\" must be a text").arg(key));
  return found.toString();
}

QString OrgFields::requiredText(QLatin1String key) const {
  const QString read = text(key).trimmed();
  const QJsonValue found = object_.value(key);
  if (read.isEmpty() && (found.isUndefined() || found.isString()))
    problem(QStringLiteral("\"%1\" is missing").arg(key));
  return read;
}

bool OrgFields::flag(QLatin1String key, bool fallback) const {
  const QJsonValue found = object_.value(key);
  if (!found.isUndefined() && !found.isBool()) problem(QStringLiteral("\"%1\" must be true or false").arg(key));
  return found.toBool(fallback);
}

QJsonArray OrgFields::list(QLatin1String key) const {
  const QJsonValue found = object_.value(key);
  if (!found.isUndefined() && !found.isArray()) problem(QStringLiteral("\"%1\" must be a list").arg(key));
  return found.toArray();
}

QStringList OrgFields::texts(QLatin1String key) const {
  QStringList read;
  for (const QJsonValue& element : list(key)) {
    if (element.isString())
      read.append(element.toString());
    else
      problem(QStringLiteral("\"%1\" must hold texts only").arg(key));
  }
  return read;
}

std::vector<OrgFields> OrgFields::objects(QLatin1String key, const QString& what) const {
  const QJsonArray elements = list(key);
  std::vector<OrgFields> read;
  read.reserve(static_cast<size_t>(elements.size()));
  const QString prefix = where_.isEmpty() ? QString() : where_ + QStringLiteral(", ");
  int number = 0;
  for (const QJsonValue& element : elements) {
    const QString where = prefix + what + QLatin1Char(' ') + QString::number(++number);
    if (element.isObject())
      read.emplace_back(element.toObject(), where, *problems_);
    else
      problems_->add(where, QStringLiteral("must be an object"));
  }
  return read;
}

std::optional<OrgFields> OrgFields::object(QLatin1String key) const {
  const QJsonValue found = object_.value(key);
  if (found.isUndefined()) return std::nullopt;
  if (!found.isObject()) {
    problem(QStringLiteral("\"%1\" must be an object").arg(key));
    return std::nullopt;
  }
  return OrgFields(found.toObject(), where_, *problems_);
}

}  // namespace Parlour::Server
