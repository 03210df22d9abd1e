// SPDX-License-Identifier: Apache-2.0
#include "server-sim/transfer/Export.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <optional>

#include "server-sim/store/DataDirectory.h"
#include "server-sim/store/MessageKey.h"
#include "server-sim/store/SnapshotReader.h"
#include "server-sim/store/StoreSql.h"
#include "server-sim/transfer/TransferFile.h"
#include "server-sim/transfer/TransferSql.h"

namespace Parlour::Server {
namespace {

constexpr int kFormatVersion = 1;

QByteArray compact(const QJsonObject& object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

// Text that is no UTF-8 would not survive as a JSON string.
QJsonValue textValue(const QByteArray& bytes) {
  const QString text = QString::fromUtf8(bytes);
  if (text.toUtf8() == bytes) return text;
  return QJsonObject{{QStringLiteral("base64"), QString::fromLatin1(bytes.toBase64())}};
}

// All reads of an export see one state of the store.
class ReadMoment {
 public:
  explicit ReadMoment(Sqlite::Database& database) : database_(database), begun_(database.execute("BEGIN")) {}
  ~ReadMoment() {
    if (!begun_) return;
    const auto ended = database_.execute("COMMIT");
    static_cast<void>(ended.ok());  // there is nothing to lose: only reads
  }
  const Status& begun() const { return begun_; }

 private:
  Sqlite::Database& database_;
  Status begun_;
};

class Exporter {
 public:
  Exporter(Sqlite::Database& database, TransferWriter& writer, const ExportOptions& options)
      : database_(database), writer_(writer), options_(options) {
    if (options.categories.empty()) return;
    QJsonArray chosen;
    for (const CategoryUri& uri : options.categories) chosen.append(QString::fromUtf8(uri.bytes()));
    categories_ = QJsonDocument(chosen).toJson(QJsonDocument::Compact);
  }

  Result<TransferReport> run(Timestamp now) {
    if (auto written = writeHeader(now); !written) return written.error();
    for (const TransferKind& kind : transferKinds()) {
      if (!kind.isIn(options_.level)) continue;
      if (auto written = writeKind(kind); !written) return written.error();
    }
    const bool content = options_.level == ExportLevel::All || options_.level == ExportLevel::Content;
    if (content) {
      if (auto written = writeMessages(); !written) return written.error();
    }
    if (auto finished = writer_.finish(); !finished) return finished.error();
    return report_;
  }

 private:
  Result<QString> setting(const char* name) {
    Sqlite::Statement find;
    auto prepared = prepareTransferSql(database_, {{&find, QLatin1String("find_setting")}});
    if (!prepared) return prepared.error();
    auto rows = find.query(QByteArray(name));
    const QString value = rows.next() ? rows.string(0) : QString();
    if (!rows.status()) return rows.status().error();
    return value;
  }

  Status writeHeader(Timestamp now) {
    QJsonObject header{{QStringLiteral("version"), kFormatVersion},
                       {QStringLiteral("level"), exportLevelName(options_.level)},
                       {QStringLiteral("written"), QString::fromLatin1(now.toXccos())}};
    const std::pair<const char*, const char*> settings[] = {{"domain", StoreSetting::kDomain},
                                                            {"rootCategory", StoreSetting::kRootCategory},
                                                            {"databaseVersion", StoreSetting::kDatabaseVersion}};
    for (const auto& [member, name] : settings) {
      auto value = setting(name);
      if (!value) return value.error();
      header.insert(QLatin1String(member), *value);
    }
    if (categories_) header.insert(QStringLiteral("categories"), QJsonDocument::fromJson(*categories_).array());
    if (!options_.from.isNull()) header.insert(QStringLiteral("from"), QString::fromLatin1(options_.from.toXccos()));
    return writer_.write("parlour-export", compact(header));
  }

  Status writeKind(const TransferKind& kind) {
    Sqlite::Statement select;
    auto prepared = prepareTransferSql(database_, {{&select, QLatin1String(kind.exportSql)}});
    if (!prepared) return prepared;
    auto rows = kind.ofCategories ? select.query(categories_) : select.query();
    qint64 count = 0;
    while (rows.next()) {
      if (auto written = writer_.write(kind.name, rows.bytes(0)); !written) return written;
      ++count;
    }
    report_.count(QLatin1String(kind.name), TransferOutcome::Written, count);
    return rows.status();
  }

  Status writeMessages() {
    Sqlite::Statement select;
    auto prepared = prepareTransferSql(database_, {{&select, QLatin1String("export_messages")}});
    if (!prepared) return prepared;
    auto rows = select.query(categories_, options_.from.ticks);
    QString room;
    qint64 count = 0;
    while (rows.next()) {
      if (const QString next = rows.string(0); next != room) {
        tellRoom(room, count);
        room = next;
        count = 0;
      }
      if (auto written = writer_.write(kMessageKind, messageText(rows)); !written) return written;
      ++count;
    }
    tellRoom(room, count);
    return rows.status();
  }

  void tellRoom(const QString& room, qint64 count) {
    if (count > 0) report_.add({QLatin1String(kMessageKind), room, TransferOutcome::Written, count, {}});
  }

  static QByteArray messageText(const Sqlite::Query& row) {
    QJsonObject message{{QStringLiteral("room"), row.string(0)},
                        {QStringLiteral("id"), static_cast<qint64>(chatIdOfKey(row.integer(1)))},
                        {QStringLiteral("time"), row.integer(2)},
                        {QStringLiteral("author"), row.string(3)},
                        {QStringLiteral("alert"), row.integer(4)},
                        {QStringLiteral("chat"), textValue(row.bytes(5))}};
    if (!row.isNull(6)) message.insert(QStringLiteral("rtf"), textValue(row.bytes(6)));
    return compact(message);
  }

  Sqlite::Database& database_;
  TransferWriter& writer_;
  const ExportOptions& options_;
  std::optional<QByteArray> categories_;
  TransferReport report_;
};

Status checkExportable(Sqlite::Database& database) {
  auto schema = database.value("PRAGMA user_version");
  if (!schema) return schema.error();
  if (schema->toInt() == newestStoreSchema()) return success();
  return Error::make(ErrorCode::NotSupported,
                     QStringLiteral("The store is of another version; start this version's server on it once."));
}

Status checkCategories(Sqlite::Database& database, const ExportOptions& options) {
  if (options.categories.empty()) return success();
  auto snapshot = readSnapshot(database);
  if (!snapshot) return snapshot.error();
  for (const CategoryUri& uri : options.categories) {
    const bool known = std::any_of(snapshot->categories.begin(), snapshot->categories.end(),
                                   [&](const Category& each) { return each.uri == uri; });
    if (known) continue;
    return Error::make(ErrorCode::NotFound,
                       QStringLiteral("There is no category %1.").arg(QString::fromUtf8(uri.bytes())));
  }
  return success();
}

}  // namespace

Result<TransferReport> exportStore(Sqlite::Database& database, const QString& path, const ExportOptions& options,
                                   Timestamp now) {
  const ReadMoment moment(database);
  if (!moment.begun()) return moment.begun().error();
  if (auto checked = checkExportable(database); !checked) return checked.error();
  if (auto checked = checkCategories(database, options); !checked) return checked.error();
  auto writer = TransferWriter::create(path, options.packed);
  if (!writer) return writer.error();
  return Exporter(database, **writer, options).run(now);
}

Result<TransferReport> exportDataDirectory(const QString& dataDirectory, const QString& path,
                                           const ExportOptions& options, Timestamp now) {
  auto database = Sqlite::Database::open(dataDirectory + QLatin1Char('/') + QLatin1String(kDatabaseFile),
                                         {Sqlite::Access::ReadOnly});
  if (!database) return database.error();
  return exportStore(*database, path, options, now);
}

}  // namespace Parlour::Server
