// SPDX-License-Identifier: Apache-2.0
#include "server-sim/control/AdminArguments.h"

#include <QJsonArray>
#include <algorithm>

namespace Parlour::Server {
namespace {

constexpr qsizetype kMostItems = 5'000;
constexpr qsizetype kLongestText = 64 * 1024;

Error wrongArgument(const QString& text) { return Error::make(ErrorCode::InvalidArgument, text); }

Status checkText(const QString& name, const QJsonValue& value) {
  if (!value.isString()) return wrongArgument(QStringLiteral("\"%1\" must be a text.").arg(name));
  if (value.toString().size() > kLongestText) return wrongArgument(QStringLiteral("\"%1\" is too long.").arg(name));
  return success();
}

Status checkList(const QString& name, const QJsonValue& value) {
  if (!value.isArray()) return wrongArgument(QStringLiteral("\"%1\" must be a list.").arg(name));
  const QJsonArray items = value.toArray();
  if (items.size() > kMostItems) {
    return wrongArgument(QStringLiteral("\"%1\" has more than %2 entries.").arg(name).arg(kMostItems));
  }
  for (const auto& item : items) {
    if (const Status checked = checkText(name, item); !checked) return checked;
  }
  return success();
}

bool isNumber(const QString& text) {
  bool number = false;
  return text.toLongLong(&number) >= 0 && number;
}

// "open|closed|secret": one of these; other descriptions of values allow any text.
Status checkWord(const AdminOption& option, const QString& text) {
  const QString words = QString::fromLatin1(option.value);
  if (!words.contains(QLatin1Char('|')) || words.split(QLatin1Char('|')).contains(text)) return success();
  return wrongArgument(
      QStringLiteral("--%1 must be one of %2, not \"%3\".")
          .arg(QLatin1String(option.name), QString(words).replace(QLatin1String("|"), QLatin1String(", ")), text));
}

Status checkOption(const AdminOption& option, const QJsonValue& value) {
  const QString name = QString::fromLatin1(option.name);
  if (option.kind == ValueKind::List) return checkList(name, value);
  if (option.kind == ValueKind::Flag) {
    return value.isBool() ? success() : wrongArgument(QStringLiteral("\"%1\" must be true or false.").arg(name));
  }
  if (const Status checked = checkText(name, value); !checked) return checked;
  const QString text = value.toString();
  if (option.kind == ValueKind::Number && !isNumber(text)) {
    return wrongArgument(QStringLiteral("--%1 must be a number from 0 upward, not \"%2\".").arg(name, text));
  }
  if (option.kind == ValueKind::Time && !parseAdminTime(text)) {
    return wrongArgument(
        QStringLiteral("--%1 must be a date or time such as 2031-03-04T08:15:30Z, not \"%2\".").arg(name, text));
  }
  return checkWord(option, text);
}

// What the verb takes by this name: a parameter, an option, or neither.
Status checkArgument(const AdminVerb& verb, const QString& name, const QJsonValue& value) {
  for (const AdminParameter& parameter : parametersOf(verb)) {
    if (parameter.name == name) return parameter.list ? checkList(name, value) : checkText(name, value);
  }
  for (const OptionUse& use : optionsOf(verb)) {
    if (name == QLatin1String(use.option->name)) return checkOption(*use.option, value);
  }
  return wrongArgument(QStringLiteral("\"%1\" takes no \"%2\".").arg(QLatin1String(verb.name), name));
}

bool isGiven(const QJsonObject& arguments, const QString& name) {
  const QJsonValue value = arguments.value(name);
  return value.isArray() ? !value.toArray().isEmpty() : !value.isUndefined();
}

}  // namespace

std::optional<bool> parseOnOff(const QString& text) {
  if (text == QLatin1String("on")) return true;
  if (text == QLatin1String("off")) return false;
  return std::nullopt;
}

std::optional<Timestamp> parseAdminTime(const QString& text) {
  const bool dateOnly = text.size() == 10;
  return Timestamp::parse((dateOnly ? text + QStringLiteral("T00:00:00Z") : text).toUtf8());
}

Result<AdminArguments> AdminArguments::read(const AdminVerb& verb, const QJsonObject& arguments) {
  for (auto it = arguments.begin(); it != arguments.end(); ++it) {
    if (const Status checked = checkArgument(verb, it.key(), it.value()); !checked) return checked.error();
  }
  for (const AdminParameter& parameter : parametersOf(verb)) {
    if (parameter.required && !isGiven(arguments, parameter.name)) {
      return wrongArgument(QStringLiteral("\"%1\" needs %2.").arg(QLatin1String(verb.name), parameter.name.toUpper()));
    }
  }
  for (const OptionUse& use : optionsOf(verb)) {
    const QString name = QString::fromLatin1(use.option->name);
    if (use.required && !isGiven(arguments, name)) {
      return wrongArgument(QStringLiteral("\"%1\" needs --%2.").arg(QLatin1String(verb.name), name));
    }
  }
  return AdminArguments(arguments);
}

std::optional<QString> AdminArguments::optionalText(const char* name) const {
  return has(name) ? std::optional<QString>(text(name)) : std::nullopt;
}

std::optional<qint64> AdminArguments::number(const char* name) const {
  return has(name) ? std::optional<qint64>(text(name).toLongLong()) : std::nullopt;
}

QStringList AdminArguments::list(const char* name) const {
  QStringList items;
  for (const auto& item : values_.value(QLatin1String(name)).toArray()) items.append(item.toString());
  return items;
}

}  // namespace Parlour::Server
