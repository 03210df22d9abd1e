// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>
#include <vector>

#include "protocol/support/Result.h"

namespace Parlour::Server {

// How much of a store an export holds (product.md 3, Export-CsPersistentChatData).
enum class ExportLevel { All = 1, User = 2, Category = 4, RoomDirectory = 8, Content = 16 };

// "all", "user", "category", "room-directory", "content".
QString exportLevelName(ExportLevel level);
Result<ExportLevel> parseExportLevel(const QString& name);

// The name under which a line of the file holds a message; those are dealt with apart, because there are so many.
constexpr char kMessageKind[] = "message";

// One kind of object in the file: how it is read from a store and put into one. The file has the kinds in the order of
// transferKinds(), in which nothing refers to what comes later.
struct TransferKind {
  const char* name;
  const char* exportSql;  // gives the object as JSON
  const char* putSql;     // takes it, as ?1
  std::vector<const char*> key;
  int levels;                    // bits of ExportLevel
  bool ofCategories = false;     // exportSql takes the chosen categories, as ?1
  const char* needs = nullptr;   // what it refers to; without that nothing is put
  const char* policy = nullptr;  // the member whose folded name putSql takes as ?2
  bool keepsExisting = false;    // never changed, only added

  bool isIn(ExportLevel level) const { return (levels & static_cast<int>(level)) != 0; }
  // What names the object among its kind, for people.
  QString nameOf(const QJsonObject& object) const;
};

const std::vector<TransferKind>& transferKinds();
// nullptr when there is no such kind.
const TransferKind* transferKindNamed(const QString& name);

// Addresses have to be in the one form that the store knows.
Status checkAddresses(const TransferKind& kind, const QJsonObject& object);

}  // namespace Parlour::Server
