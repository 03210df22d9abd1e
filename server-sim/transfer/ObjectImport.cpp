// SPDX-License-Identifier: Apache-2.0
#include "server-sim/transfer/ObjectImport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <string_view>

#include "server-sim/channel/Types.h"
#include "server-sim/store/PolicyChanges.h"
#include "server-sim/transfer/TransferSql.h"

namespace Parlour::Server {
namespace {

bool isNamed(const TransferKind& kind, std::string_view name) { return name == kind.name; }

// Kinds that come in masses and say little one by one.
bool isOnlyCounted(const TransferKind& kind) {
  for (const char* name : {"membership", "credential", "invitationHead", "audit", "head"}) {
    if (isNamed(kind, name)) return true;
  }
  return false;
}

}  // namespace

Status ObjectImport::take(const TransferKind& kind, const QJsonObject& object) {
  if (auto checked = checkAddresses(kind, object); !checked) return checked;
  const QByteArray json = QJsonDocument(object).toJson(QJsonDocument::Compact);
  // SQLite would end the text there.
  if (json.contains("\\u0000")) {
    return Error::make(ErrorCode::ParseFailed, QStringLiteral("A text holds the character NUL."));
  }
  auto target = targetOf(kind);
  if (!target) return target.error();
  const QString name = kind.nameOf(object);
  const auto known = (*target)->existing.constFind(name);
  const bool isKnown = known != (*target)->existing.constEnd();
  if (isKnown && (kind.keepsExisting || *known == object)) {
    tell(kind, name, TransferOutcome::LeftAlone, {});
    return success();
  }
  auto done = put(kind, **target, object, json);
  if (!done) return done.error();
  if (!*done) {
    tell(kind, name, TransferOutcome::Refused, QStringLiteral("%1 is not there").arg(QLatin1String(kind.needs)));
    return success();
  }
  auto unknown = putLists(kind, object);
  if (!unknown) return unknown.error();
  const QString why = *unknown > 0 ? QStringLiteral("%1 list entries name nobody here").arg(*unknown) : QString();
  tell(kind, name, isKnown ? TransferOutcome::Changed : TransferOutcome::Added, why);
  (*target)->existing.insert(name, object);
  return success();
}

Status ObjectImport::finish() {
  Sqlite::Statement settle;
  auto prepared = prepareTransferSql(database_, {{&settle, QLatin1String("settle_invitation_heads")}});
  return prepared ? settle.run() : prepared;
}

Result<ObjectImport::Target*> ObjectImport::targetOf(const TransferKind& kind) {
  auto& target = targets_[QLatin1String(kind.name)];
  if (target) return target.get();
  target = std::make_shared<Target>();
  auto prepared = prepareTransferSql(database_, {{&target->put, QLatin1String(kind.putSql)}});
  if (!prepared) return prepared.error();
  if (auto read = readExisting(kind, *target); !read) return read.error();
  return target.get();
}

Status ObjectImport::readExisting(const TransferKind& kind, Target& target) {
  Sqlite::Statement select;
  auto prepared = prepareTransferSql(database_, {{&select, QLatin1String(kind.exportSql)}});
  if (!prepared) return prepared;
  auto rows = kind.ofCategories ? select.query(std::nullopt) : select.query();
  while (rows.next()) {
    const QJsonObject object = QJsonDocument::fromJson(rows.bytes(0)).object();
    target.existing.insert(kind.nameOf(object), object);
  }
  return rows.status();
}

Result<bool> ObjectImport::put(const TransferKind& kind, Target& target, const QJsonObject& object,
                               const QByteArray& json) {
  Status done = success();
  if (kind.policy != nullptr) {
    const QByteArray fold = foldedPolicyName(object.value(QLatin1String(kind.policy)).toString());
    if (auto part = putPolicyPart(kind, json, fold); !part) return part.error();
    done = target.put.run(json, fold);
  } else {
    done = target.put.run(json);
  }
  if (done) return database_.changes() > 0;
  Error error = done.error();
  error.text = QStringLiteral("The %1 %2 cannot be stored.").arg(QLatin1String(kind.name), kind.nameOf(object));
  return error;
}

// Of the wide scopes there is one policy each, so the file's takes the place of another one.
Status ObjectImport::putPolicyPart(const TransferKind& kind, const QByteArray& json, const QByteArray& fold) {
  if (!isNamed(kind, "policy")) return success();
  Sqlite::Statement remove;
  auto prepared = prepareTransferSql(database_, {{&remove, QLatin1String("remove_rival_policy")}});
  return prepared ? remove.run(json, fold) : prepared;
}

Result<qint64> ObjectImport::putLists(const TransferKind& kind, const QJsonObject& object) {
  const QByteArray uri = object.value(QLatin1String("uri")).toString().toUtf8();
  struct List {
    const char* sql;
    int role;
    const char* member;
  };
  std::vector<List> lists;
  if (isNamed(kind, "category")) {
    auto cleared = clearLists(uri, {"clear_scope_of_category", "clear_roles_of_category"});
    if (!cleared) return cleared.error();
    lists = {{"put_scope_of_category", 1, "allowed"},
             {"put_scope_of_category", 0, "denied"},
             {"put_roles_of_category", static_cast<int>(Role::Creator), "creators"}};
  } else if (isNamed(kind, "room")) {
    if (auto cleared = clearLists(uri, {"clear_roles_of_room", "add_head_of_room"}); !cleared) return cleared.error();
    lists = {{"put_roles_of_room", static_cast<int>(Role::Member), "members"},
             {"put_roles_of_room", static_cast<int>(Role::Manager), "managers"},
             {"put_roles_of_room", static_cast<int>(Role::Presenter), "presenters"}};
  }
  qint64 unknown = 0;
  for (const List& list : lists) {
    auto missing = putList(list.sql, object, list.role, list.member);
    if (!missing) return missing;
    unknown += *missing;
  }
  return unknown;
}

Status ObjectImport::clearLists(const QByteArray& uri, std::initializer_list<const char*> files) {
  for (const char* file : files) {
    Sqlite::Statement statement;
    auto prepared = prepareTransferSql(database_, {{&statement, QLatin1String(file)}});
    if (!prepared) return prepared;
    if (auto done = statement.run(uri); !done) return done;
  }
  return success();
}

Result<qint64> ObjectImport::putList(const char* sql, const QJsonObject& object, int role, const char* member) {
  Sqlite::Statement put;
  if (auto prepared = prepareTransferSql(database_, {{&put, QLatin1String(sql)}}); !prepared) return prepared.error();
  const QJsonArray list = object.value(QLatin1String(member)).toArray();
  QSet<QString> names;
  for (const QJsonValue& entry : list) names.insert(entry.toString());
  const QByteArray uri = object.value(QLatin1String("uri")).toString().toUtf8();
  const QByteArray json = QJsonDocument(list).toJson(QJsonDocument::Compact);
  if (auto done = put.run(uri, role, json); !done) return done.error();
  return names.size() - database_.changes();
}

void ObjectImport::tell(const TransferKind& kind, const QString& name, TransferOutcome outcome, const QString& why) {
  const QString kindName = QLatin1String(kind.name);
  if (isOnlyCounted(kind) && outcome != TransferOutcome::Refused) {
    report_.count(kindName, outcome, 1);
  } else {
    report_.add({kindName, name, outcome, 1, why});
  }
}

}  // namespace Parlour::Server
