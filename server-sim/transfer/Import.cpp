// SPDX-License-Identifier: Apache-2.0
#include "server-sim/transfer/Import.h"

#include <QUuid>

#include "protocol/support/sqlite/Transaction.h"
#include "server-sim/store/ChangeChecks.h"
#include "server-sim/store/ChangeWriter.h"
#include "server-sim/store/DataDirectory.h"
#include "server-sim/store/SnapshotReader.h"
#include "server-sim/store/StoreSql.h"
#include "server-sim/transfer/MessageImport.h"
#include "server-sim/transfer/ObjectImport.h"
#include "server-sim/transfer/TransferFile.h"
#include "server-sim/transfer/TransferSql.h"

namespace Parlour::Server {
namespace {

constexpr int kKnownFormat = 1;

Error atLine(qint64 number, Error error) {
  error.text = QStringLiteral("Line %1 of the export: %2").arg(number).arg(error.text);
  return error;
}

Error unknownForm(const QString& what) { return Error::make(ErrorCode::ParseFailed, what); }

class Importer {
 public:
  Importer(Sqlite::Database& database, const ImportOptions& options)
      : database_(database), options_(options), objects_(database, report_), messages_(database, report_) {}

  Result<TransferReport> run(TransferReader& reader) {
    if (auto prepared = prepare(); !prepared) return prepared.error();
    while (true) {
      auto line = reader.next();
      if (!line) return line.error();
      if (!*line) break;
      if (auto taken = take(**line); !taken) return atLine((*line)->number, taken.error());
    }
    if (auto finished = finish(); !finished) return finished.error();
    return report_;
  }

 private:
  Status prepare() {
    auto prepared = prepareTransferSql(database_, {{&findSetting_, QLatin1String("find_setting")},
                                                   {&setSetting_, QLatin1String("set_setting")},
                                                   {&countObjects_, QLatin1String("count_objects")},
                                                   {&removePolicies_, QLatin1String("remove_policies")}});
    if (!prepared) return prepared;
    Sqlite::Statement erasure;
    if (auto found = prepareStoreSql(database_, {{&erasure, QLatin1String("next_erasure")}}); !found) return found;
    auto erasing = hasRow(erasure.query());
    if (!erasing) return erasing.error();
    if (*erasing) {
      return Error::make(ErrorCode::Conflict, QStringLiteral("Messages of this store are still being erased; let the "
                                                             "server finish that first."));
    }
    return messages_.prepare();
  }

  Status take(const TransferReader::Line& line) {
    if (line.number == 1) return takeHeader(line);
    if (line.kind == QLatin1String(kMessageKind)) return messages_.take(line.object);
    const TransferKind* kind = transferKindNamed(line.kind);
    if (kind != nullptr) return objects_.take(*kind, line.object);
    return unknownForm(QStringLiteral("%1 is not known.").arg(line.kind));
  }

  Status takeHeader(const TransferReader::Line& line) {
    if (line.kind != QLatin1String("parlour-export")) return unknownForm(QStringLiteral("This is no export."));
    if (line.object.value(QLatin1String("version")).toInt() != kKnownFormat) {
      return Error::make(ErrorCode::NotSupported, QStringLiteral("A newer program wrote this export."));
    }
    auto level = parseExportLevel(line.object.value(QLatin1String("level")).toString());
    if (!level) return level.error();
    const QByteArray domain = line.object.value(QLatin1String("domain")).toString().toUtf8();
    if (auto checked = takeDomain(domain, line.object); !checked) return checked;
    auto empty = isEmpty();
    if (!empty) return empty.error();
    // A new store has policies of its own, which the exported one may not have had.
    const bool replaces = *empty && (*level == ExportLevel::All || *level == ExportLevel::User);
    return replaces ? removePolicies_.run() : success();
  }

  Status takeDomain(const QByteArray& domain, const QJsonObject& header) {
    auto own = textOf(findSetting_.query(QByteArray(StoreSetting::kDomain)));
    if (!own) return own.error();
    if (!own->isEmpty()) {
      if (own->toUtf8() == domain) return success();
      return Error::make(
          ErrorCode::Conflict,
          QStringLiteral("The store belongs to the domain %1, the export to %2.").arg(*own, QString::fromUtf8(domain)));
    }
    const QString root = header.value(QLatin1String("rootCategory")).toString();
    if (domain.isEmpty() || !CategoryUri::parse(root.toUtf8())) {
      return unknownForm(QStringLiteral("It names no domain and root category."));
    }
    if (auto set = setSetting_.run(QByteArray(StoreSetting::kDomain), domain); !set) return set;
    return setSetting_.run(QByteArray(StoreSetting::kRootCategory), root);
  }

  Result<bool> isEmpty() {
    auto rows = countObjects_.query();
    const bool empty = rows.next() && rows.integer(0) + rows.integer(1) + rows.integer(2) == 0;
    if (!rows.status()) return rows.status().error();
    return empty;
  }

  Status finish() {
    if (auto finished = messages_.finish(); !finished) return finished;
    if (auto finished = objects_.finish(); !finished) return finished;
    // Whatever the file held, the server must be able to start from it.
    if (auto snapshot = readSnapshot(database_); !snapshot) return snapshot.error();
    if (!report_.changesAnything()) return success();
    if (options_.audit) {
      if (auto told = addAuditEntry(database_, *options_.audit); !told) return told;
    }
    // Numbers may now stand for other messages than clients remember (xccos 7.3).
    const QByteArray guid = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    return setSetting_.run(QByteArray(StoreSetting::kDatabaseVersion), guid);
  }

  Sqlite::Database& database_;
  const ImportOptions& options_;
  TransferReport report_;
  ObjectImport objects_;
  MessageImport messages_;
  Sqlite::Statement findSetting_, setSetting_, countObjects_, removePolicies_;
};

}  // namespace

Result<TransferReport> importStore(Sqlite::Database& database, const QString& path, const ImportOptions& options) {
  auto reader = TransferReader::open(path);
  if (!reader) return reader.error();
  auto transaction = Sqlite::Transaction::begin(database);
  if (!transaction) return transaction.error();
  auto report = Importer(database, options).run(**reader);
  if (!report || options.dryRun) return report;
  if (auto committed = transaction->commit(); !committed) return committed.error();
  return report;
}

Result<TransferReport> importDataDirectory(const QString& dataDirectory, const QString& path,
                                           const ImportOptions& options) {
  auto directory = DataDirectory::take(dataDirectory);
  if (!directory) return directory.error();
  auto database = Sqlite::Database::open(directory->file(QLatin1String(kDatabaseFile)));
  if (!database) return database.error();
  if (auto migrated = migrateStore(*database); !migrated) return migrated.error();
  const bool orderly = directory->endedInOrder();
  auto report = importStore(*database, path, options);
  auto moved = database->checkpoint(Sqlite::Checkpoint::Truncate);
  if (orderly && moved) directory->endInOrder();
  return report;
}

}  // namespace Parlour::Server
