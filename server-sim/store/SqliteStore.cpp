// SPDX-License-Identifier: Apache-2.0
#include "server-sim/store/SqliteStore.h"

#include <QFileInfo>
#include <QUuid>
#include <utility>

#include "protocol/support/Log.h"
#include "protocol/support/sqlite/Transaction.h"
#include "server-sim/store/CheckpointThread.h"
#include "server-sim/store/OrganisationImport.h"
#include "server-sim/store/ReaderThread.h"
#include "server-sim/store/SnapshotReader.h"
#include "server-sim/store/StoreSql.h"
#include "server-sim/store/UserWrites.h"
#include "server-sim/store/WriterThread.h"

namespace Parlour::Server {
namespace {

Status checkIntegrity(Sqlite::Database& database) {
  auto verdict = database.value("PRAGMA quick_check(1)");
  if (!verdict) return verdict.error();
  if (*verdict == "ok") return success();
  return Error::make(ErrorCode::Storage, QStringLiteral("The database is damaged; restore it from a backup."),
                     QString::fromUtf8(*verdict));
}

// Clients drop what they remember when this changes (xccos 7.3).
Status nameDatabase(Sqlite::Database& database) {
  Sqlite::Statement save;
  if (auto prepared = prepareStoreSql(database, {{&save, QLatin1String("save_new_setting")}}); !prepared) {
    return prepared;
  }
  const QByteArray guid = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
  return save.run(QByteArray(StoreSetting::kDatabaseVersion), guid);
}

}  // namespace

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const QString& dataDirectory, const Clock& clock,
                                                       Executor executor, const SqliteStoreLimits& limits) {
  auto directory = DataDirectory::take(dataDirectory);
  if (!directory) return directory.error();
  std::unique_ptr<SqliteStore> store(new SqliteStore(std::move(*directory)));
  if (auto prepared = store->prepareDatabase(); !prepared) return prepared.error();
  if (auto started = store->startThreads(clock, executor, limits); !started) return started.error();
  return store;
}

SqliteStore::SqliteStore(DataDirectory directory) : directory_(std::move(directory)) {}

SqliteStore::~SqliteStore() { close(); }

QString SqliteStore::databasePath() const { return directory_.file(QLatin1String(kDatabaseFile)); }

Status SqliteStore::prepareDatabase() {
  auto database = Sqlite::Database::open(databasePath());
  if (!database) return database.error();
  if (!directory_.endedInOrder()) {
    qCInfo(lcStore) << "The server did not end in order last time; checking the database.";
    if (auto intact = checkIntegrity(*database); !intact) return intact;
  }
  if (auto migrated = migrateStore(*database); !migrated) return migrated;
  return nameDatabase(*database);
}

Status SqliteStore::startThreads(const Clock& clock, const Executor& executor, const SqliteStoreLimits& limits) {
  auto checkpointer = Sqlite::Database::open(databasePath());
  if (!checkpointer) return checkpointer.error();
  checkpoints_ = std::make_unique<CheckpointThread>(std::move(*checkpointer));
  auto writing = Sqlite::Database::open(databasePath());
  if (!writing) return writing.error();
  auto writer = WriterThread::start(std::move(*writing), clock, executor, limits.waitingWrites,
                                    [raw = checkpoints_.get()](int pages) { raw->walGrew(pages); });
  if (!writer) return writer.error();
  writer_ = std::move(*writer);
  for (auto* reader : {&pages_, &searches_}) {
    auto reading = Sqlite::Database::open(databasePath(), {Sqlite::Access::ReadOnly});
    if (!reading) return reading.error();
    auto started = ReaderThread::start(std::move(*reading), executor, limits.waitingReads, limits.readTimeMs);
    if (!started) return started.error();
    *reader = std::move(*started);
  }
  return success();
}

void SqliteStore::close() {
  searches_.reset();
  pages_.reset();
  const bool wasOpen = writer_ != nullptr;
  writer_.reset();
  checkpoints_.reset();
  if (!wasOpen) return;
  auto database = Sqlite::Database::open(databasePath());
  if (!database) return;
  auto optimized = database->execute("PRAGMA optimize");
  auto moved = database->checkpoint(Sqlite::Checkpoint::Truncate);
  if (optimized && moved) directory_.endInOrder();
}

Status SqliteStore::importOrganisation(const Organisation& organisation, const Clock& clock) {
  auto database = Sqlite::Database::open(databasePath());
  if (!database) return database.error();
  if (auto imported = Server::importOrganisation(*database, organisation, clock.now()); !imported) return imported;
  return database->checkpoint(Sqlite::Checkpoint::Passive);
}

Status SqliteStore::backupTo(const QString& path) {
  if (QFileInfo::exists(path)) {
    return Error::make(ErrorCode::Conflict, QStringLiteral("The file %1 exists already.").arg(path));
  }
  auto database = Sqlite::Database::open(databasePath(), {Sqlite::Access::ReadOnly});
  if (!database) return database.error();
  if (auto copied = database->backupTo(path); !copied) return copied;
  auto copy = Sqlite::Database::open(path);
  // Without a log of its own the copy stays one file, also while somebody looks into it.
  return copy ? copy->execute("PRAGMA journal_mode=DELETE") : Status(copy.error());
}

Result<Snapshot> SqliteStore::load() {
  auto database = Sqlite::Database::open(databasePath(), {Sqlite::Access::ReadOnly});
  if (!database) return database.error();
  return readSnapshot(*database);
}

void SqliteStore::appendPost(const NewPost& post, Callback<PostReceipt> done) {
  writer_->append(post, std::move(done));
}

void SqliteStore::replacePublications(PrincipalId user, const std::vector<StoredPublication>& put,
                                      const std::vector<StoredPublication>& remove, Callback<Done> done) {
  writer_->write([=](Sqlite::Database& database) { return writePublications(database, user, put, remove); },
                 std::move(done));
}

void SqliteStore::setPreference(PrincipalId user, const QByteArray& label, const QByteArray& content,
                                Callback<quint64> done) {
  auto version = std::make_shared<quint64>(0);
  writer_->write(
      [=](Sqlite::Database& database) -> Status {
        auto written = writePreference(database, user, label, content);
        if (!written) return written.error();
        *version = *written;
        return success();
      },
      [version, done = std::move(done)](const Status& written) {
        done(written ? Result<quint64>(*version) : Result<quint64>(written.error()));
      });
}

void SqliteStore::applyChanges(const ChangeSet& changes, Callback<ChangeReceipt> done) {
  writer_->change(changes, std::move(done));
}

void SqliteStore::history(const HistoryQuery& query, Callback<HistoryPage> done) {
  ReaderThread& reader = query.text.isEmpty() ? *pages_ : *searches_;
  reader.read<HistoryPage>([query](ReaderThread::Readers& readers) { return readers.history.read(query); },
                           std::move(done));
}

void SqliteStore::preference(PrincipalId user, const QByteArray& label, Callback<StoredPreference> done) {
  pages_->read<StoredPreference>([=](ReaderThread::Readers& readers) { return readers.users.preference(user, label); },
                                 std::move(done));
}

void SqliteStore::invitationsAfter(PrincipalId user, quint64 number, Callback<std::vector<StoredInvitation>> done) {
  pages_->read<std::vector<StoredInvitation>>(
      [=](ReaderThread::Readers& readers) { return readers.users.invitationsAfter(user, number); }, std::move(done));
}

void SqliteStore::publications(PrincipalId user, Callback<std::vector<StoredPublication>> done) {
  pages_->read<std::vector<StoredPublication>>(
      [=](ReaderThread::Readers& readers) { return readers.users.publications(user); }, std::move(done));
}

void SqliteStore::credentials(PrincipalId user, Callback<std::vector<StoredCredential>> done) {
  pages_->read<std::vector<StoredCredential>>(
      [=](ReaderThread::Readers& readers) { return readers.users.credentials(user); }, std::move(done));
}

void SqliteStore::auditTrail(const AuditQuery& query, Callback<std::vector<AuditEntry>> done) {
  searches_->read<std::vector<AuditEntry>>(
      [query](ReaderThread::Readers& readers) { return readers.administration.auditTrail(query); }, std::move(done));
}

void SqliteStore::roomSizes(Callback<std::vector<RoomSize>> done) {
  pages_->read<std::vector<RoomSize>>([](ReaderThread::Readers& readers) { return readers.administration.roomSizes(); },
                                      std::move(done));
}

size_t SqliteStore::waitingPosts() const { return writer_->waitingPosts(); }

}  // namespace Parlour::Server
