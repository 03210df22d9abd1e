// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <initializer_list>
#include <optional>
#include <vector>

#include "protocol/support/Error.h"

namespace Parlour::Server {

// Collects what is wrong with a file, so that one run shows many mistakes. Keeps the first 50.
class OrgProblems {
 public:
  void add(const QString& where, const QString& what);
  bool any() const { return count_ > 0; }
  Error toError() const;

 private:
  static constexpr int kKept = 50;
  QStringList texts_;
  int count_ = 0;
};

// One JSON object of the file with its place for error texts. Reads typed fields; a field of
// the wrong type is reported and read as absent. Borrows the problems; short-lived.
class OrgFields {
 public:
  OrgFields(const QJsonObject& object, const QString& where, OrgProblems& problems)
      : object_(object), where_(where), problems_(&problems) {}

  const QString& where() const { return where_; }
  void setWhere(const QString& where) { where_ = where; }
  void problem(const QString& what) const { problems_->add(where_, what); }

  void allowOnly(std::initializer_list<QLatin1String> keys) const;
  bool has(QLatin1String key) const { return object_.contains(key); }
  QString text(QLatin1String key) const;          // "" when absent
  QString requiredText(QLatin1String key) const;  // reports absent and blank; trimmed
  bool flag(QLatin1String key, bool fallback) const;
  QJsonArray list(QLatin1String key) const;
  QStringList texts(QLatin1String key) const;
  QJsonValue value(QLatin1String key) const { return object_.value(key); }
  // The objects of a list; other elements are reported. `where` names the element by its number.
  std::vector<OrgFields> objects(QLatin1String key, const QString& what) const;
  std::optional<OrgFields> object(QLatin1String key) const;
  // Another object of the same file, reporting to the same problems.
  OrgFields at(const QJsonObject& object, const QString& where) const { return {object, where, *problems_}; }

 private:
  QJsonObject object_;
  QString where_;
  OrgProblems* problems_;
};

}  // namespace Parlour::Server
