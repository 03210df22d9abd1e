// SPDX-License-Identifier: Apache-2.0
#include "server-sim/store/SqliteStore.h"

#include <QFileInfo>
#include <QUuid>
#include <algorithm>
#include <utility>

#include "protocol/support/Log.h"
#include "protocol/support/sqlite/Transaction.h"
#include "server-sim/store/CheckpointThread.h"
#include "server-sim/store/HealthRecord.h"
#include "server-sim/store/IntegrityCheck.h"
#include "server-sim/store/OrganisationImport.h"
#include "server-sim/store/ReaderThread.h"
#include "server-sim/store/SnapshotReader.h"
#include "server-sim/store/StoreSql.h"
#include "server-sim/store/UserWrites.h"
#include "server-sim/store/WriterThread.h"

namespace Parlour::Server {
namespace {

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
  auto health = std::make_unique<HealthRecord>(clock, executor);
  std::unique_ptr<SqliteStore> store(new SqliteStore(std::move(*directory), std::move(health)));
  if (auto prepared = store->prepareDatabase(limits.checkAtOnceBytes); !prepared) return prepared.error();
  if (auto started = store->startThreads(clock, executor, limits); !started) return started.error();
  if (auto checking = store->checkBeside(); !checking) return checking.error();
  return store;
}

SqliteStore::SqliteStore(DataDirectory directory, std::unique_ptr<HealthRecord> health)
    : directory_(std::move(directory)), health_(std::move(health)) {}

SqliteStore::~SqliteStore() { close(); }

QString SqliteStore::databasePath() const { return directory_.file(QLatin1String(kDatabaseFile)); }

Status SqliteStore::prepareDatabase(qint64 checkAtOnceBytes) {
  auto database = Sqlite::Database::open(databasePath());
  if (!database) return database.error();
  if (auto intact = checkDatabase(*database, checkAtOnceBytes); !intact) return intact;
  if (auto migrated = migrateStore(*database); !migrated) return migrated;
  return nameDatabase(*database);
}

Status SqliteStore::checkDatabase(Sqlite::Database& database, qint64 checkAtOnceBytes) {
  if (directory_.lastEnd() == LastEnd::InOrder) return success();
  const bool damaged = directory_.lastEnd() == LastEnd::Damaged;
  checkLater_ = !damaged && QFileInfo(databasePath()).size() > checkAtOnceBytes;
  qCInfo(lcStore) << (damaged ? "Damage was found last time; checking the whole database."
                              : "The server did not end in order last time; checking the database.");
  auto sound = checkTables(database, checkLater_ ? CheckedTables::Others : CheckedTables::All);
  if (!sound) return sound;
  health_->setCheck(checkLater_ ? StoreCheck::Running : StoreCheck::Intact);
  return damaged ? directory_.noteSound() : success();
}

Status SqliteStore::checkBeside() {
  if (!checkLater_) return success();
  auto reading = Sqlite::Database::open(databasePath(), {Sqlite::Access::ReadOnly});
  if (!reading) return reading.error();
  check_ = std::make_unique<IntegrityCheck>(std::move(*reading), [this](const Status& sound) {
    if (sound) {
      qCInfo(lcStore) << "The database is sound.";
      return health_->setCheck(StoreCheck::Intact);
    }
    health_->damaged(sound.error());
    if (auto noted = directory_.noteDamage(); !noted) qCWarning(lcStore).noquote() << noted.error().text;
  });
  return success();
}

Status SqliteStore::startThreads(const Clock& clock, const Executor& executor, const SqliteStoreLimits& limits) {
  auto checkpointer = Sqlite::Database::open(databasePath());
  if (!checkpointer) return checkpointer.error();
  checkpoints_ = std::make_unique<CheckpointThread>(std::move(*checkpointer));
  auto writing = Sqlite::Database::open(databasePath());
  if (!writing) return writing.error();
  WriterThread::Options options;
  options.queueLimit = limits.waitingWrites;
  options.counters = counters_.get();
  options.eventsAbove = limits.eventsAbove;
  options.walGrew = [raw = checkpoints_.get()](int pages) { raw->walGrew(pages); };
  options.probeMs = limits.probeMs;
  auto writer = WriterThread::start(std::move(*writing), clock, executor, *health_, std::move(options));
  if (!writer) return writer.error();
  writer_ = std::move(*writer);
  for (int i = 0; i < std::max(1, limits.pageReaders); ++i) {
    auto reader = startReader(executor, limits, counters_->pageUs);
    if (!reader) return reader.error();
    pages_.push_back(std::move(*reader));
  }
  auto searcher = startReader(executor, limits, counters_->searchUs);
  if (!searcher) return searcher.error();
  searches_ = std::move(*searcher);
  return success();
}

Result<std::unique_ptr<ReaderThread>> SqliteStore::startReader(const Executor& executor,
                                                               const SqliteStoreLimits& limits, Histogram& times) {
  auto reading = Sqlite::Database::open(databasePath(), {Sqlite::Access::ReadOnly});
  if (!reading) return reading.error();
  return ReaderThread::start(std::move(*reading), executor, limits.waitingReads, limits.readTimeMs, times);
}

void SqliteStore::close() {
  check_.reset();
  searches_.reset();
  pages_.clear();
  const bool wasOpen = writer_ != nullptr;
  writer_.reset();
  checkpoints_.reset();
  // What was not checked to the end is checked again next time.
  const StoreCheck check = health_->health().check;
  if (!wasOpen || check == StoreCheck::Damaged) return;
  auto database = Sqlite::Database::open(databasePath());
  if (!database) return;
  auto optimized = database->execute("PRAGMA optimize");
  auto moved = database->checkpoint(Sqlite::Checkpoint::Truncate);
  if (optimized && moved && check != StoreCheck::Running) directory_.endInOrder();
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

void SqliteStore::write(std::function<Status(Sqlite::Database&)> work, Callback<Done> done) {
  writer_->write(std::move(work), std::move(done));
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

void SqliteStore::recordEvents(const std::vector<ComplianceEvent>& events, Callback<Done> done) {
  writer_->record(events, std::move(done));
}

void SqliteStore::forgetEvents(qint64 upTo, Callback<Done> done) {
  writer_->write(
      [upTo](Sqlite::Database& database) {
        Sqlite::Statement save;
        Sqlite::Statement forget;
        auto prepared = prepareStoreSql(database, {{&save, QLatin1String("save_compliance_head")},
                                                   {&forget, QLatin1String("forget_compliance_events")}});
        if (!prepared) return prepared;
        auto saved = save.run(upTo);
        return saved ? forget.run(upTo) : saved;
      },
      std::move(done));
}

void SqliteStore::history(const HistoryQuery& query, Callback<HistoryPage> done) {
  ReaderThread& reader = query.text.isEmpty() ? pagesOf(query.room) : *searches_;
  reader.read<HistoryPage>([query](ReaderThread::Readers& readers) { return readers.history.read(query); },
                           std::move(done));
}

void SqliteStore::histories(const std::vector<HistoryQuery>& queries, int limit,
                            Callback<std::vector<HistoryPage>> done) {
  const bool pages = queries.empty() || queries.front().text.isEmpty();
  ReaderThread& reader = pages ? pagesOf(queries.empty() ? 0 : queries.front().room) : *searches_;
  reader.read<std::vector<HistoryPage>>(
      [queries, limit](ReaderThread::Readers& readers) { return readers.history.read(queries, limit); },
      std::move(done));
}

void SqliteStore::preference(PrincipalId user, const QByteArray& label, Callback<StoredPreference> done) {
  pagesOf(user).read<StoredPreference>(
      [=](ReaderThread::Readers& readers) { return readers.users.preference(user, label); }, std::move(done));
}

void SqliteStore::invitationsAfter(PrincipalId user, quint64 number, Callback<std::vector<StoredInvitation>> done) {
  pagesOf(user).read<std::vector<StoredInvitation>>(
      [=](ReaderThread::Readers& readers) { return readers.users.invitationsAfter(user, number); }, std::move(done));
}

void SqliteStore::publications(PrincipalId user, Callback<std::vector<StoredPublication>> done) {
  pagesOf(user).read<std::vector<StoredPublication>>(
      [=](ReaderThread::Readers& readers) { return readers.users.publications(user); }, std::move(done));
}

void SqliteStore::credentials(PrincipalId user, Callback<std::vector<StoredCredential>> done) {
  pagesOf(user).read<std::vector<StoredCredential>>(
      [=](ReaderThread::Readers& readers) { return readers.users.credentials(user); }, std::move(done));
}

void SqliteStore::auditTrail(const AuditQuery& query, Callback<std::vector<AuditEntry>> done) {
  searches_->read<std::vector<AuditEntry>>(
      [query](ReaderThread::Readers& readers) { return readers.administration.auditTrail(query); }, std::move(done));
}

void SqliteStore::roomSizes(Callback<std::vector<RoomSize>> done) {
  pages_.front()->read<std::vector<RoomSize>>(
      [](ReaderThread::Readers& readers) { return readers.administration.roomSizes(); }, std::move(done));
}

qint64 SqliteStore::lastEvent() const { return writer_->lastEvent(); }
size_t SqliteStore::waitingPosts() const { return writer_->waitingPosts(); }
ReaderThread& SqliteStore::pagesOf(qint64 key) const { return *pages_[static_cast<size_t>(key) % pages_.size()]; }

size_t SqliteStore::waitingReads() const {
  size_t waiting = searches_->waiting();
  for (const auto& reader : pages_) waiting += reader->waiting();
  return waiting;
}

StoreHealth SqliteStore::health() const { return health_->health(); }

void SqliteStore::setHealthListener(std::function<void(const StoreHealth&)> listener) {
  health_->setListener(std::move(listener));
}

}  // namespace Parlour::Server
