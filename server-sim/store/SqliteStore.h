// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <memory>

#include "protocol/support/Clock.h"
#include "protocol/support/sqlite/Database.h"
#include "server-sim/channel/Store.h"
#include "server-sim/store/DataDirectory.h"
#include "server-sim/store/Executor.h"
#include "server-sim/store/StoreCounters.h"

namespace Parlour::Server {

struct Organisation;
class CheckpointThread;
class HealthRecord;
class IntegrityCheck;
class ReaderThread;
class WriterThread;

struct SqliteStoreLimits {
  size_t waitingWrites = 20'000;  // beyond the shedding mark of the chat service
  size_t waitingReads = 20'000;   // of each reader
  int pageReaders = 1;            // one reads some 60,000 pages a second, so more help only on slow disks
  int readTimeMs = 5'000;         // one query; after that what was found, or Timeout
  qint64 eventsAbove = 0;         // events of compliance up to this number are known to be elsewhere
  int probeMs = 500;              // after which a disk that took nothing is tried again, then twice as long …
  qint64 checkAtOnceBytes = 64 * 1024 * 1024;  // an unclean end: a database up to this is checked before the start
};

// The store on SQLite: chat.db in the data directory. Threads: one writer with group commit, readers for pages and
// what belongs to users (those of one room or user go to the same), one reader for text searches (so that a slow search
// delays nobody's page), one that moves the write-ahead log. Calls of one kind about one room or user are answered in
// order; of history() text searches are a kind of their own. Busy answers overtake. Destroying it stores what waits;
// answers on their way need only the executor. After an unclean end the tables that grow with the messages are checked
// beside the work when they are large. SQLite itself survives kill and power cut, so this looks for damage by the disk:
// found, nothing is written any more, and the next start checks everything first.
class SqliteStore final : public Store {
 public:
  // Blocking. Creates what is missing, migrates, and checks the database when the process before did not end in
  // order. `clock` must be thread-safe and outlive the store.
  static Result<std::unique_ptr<SqliteStore>> open(const QString& dataDirectory, const Clock& clock, Executor executor,
                                                   const SqliteStoreLimits& limits = {});
  ~SqliteStore() override;

  // Any thread: the events of compliance up to this one are safe elsewhere and are deleted.
  void forgetEvents(qint64 upTo, Callback<Done> done);
  // Blocking, before the loop runs. All or nothing; see OrganisationImport.h.
  Status importOrganisation(const Organisation& organisation, const Clock& clock);
  // Told on the loop thread when posts cannot be stored and when they can again.
  void setHealthListener(std::function<void(const StoreHealth&)> listener);
  // Blocking; a copy of the database as it stands while the store goes on. The file must not exist.
  Status backupTo(const QString& path);
  // For services beside the chat whose rows are in the same database: `work` runs on the writer thread, inside a
  // transaction that it may share with posts; if it fails, its changes alone are undone. Any thread.
  void write(std::function<Status(Sqlite::Database&)> work, Callback<Done> done);

  Result<Snapshot> load() override;
  void appendPost(const NewPost& post, Callback<PostReceipt> done) override;
  void replacePublications(PrincipalId user, const std::vector<StoredPublication>& put,
                           const std::vector<StoredPublication>& remove, Callback<Done> done) override;
  void setPreference(PrincipalId user, const QByteArray& label, const QByteArray& content,
                     Callback<quint64> done) override;
  void applyChanges(const ChangeSet& changes, Callback<ChangeReceipt> done) override;
  void recordEvents(const std::vector<ComplianceEvent>& events, Callback<Done> done) override;
  void history(const HistoryQuery& query, Callback<HistoryPage> done) override;
  void histories(const std::vector<HistoryQuery>& queries, int limit, Callback<std::vector<HistoryPage>> done) override;
  void preference(PrincipalId user, const QByteArray& label, Callback<StoredPreference> done) override;
  void invitationsAfter(PrincipalId user, quint64 number, Callback<std::vector<StoredInvitation>> done) override;
  void publications(PrincipalId user, Callback<std::vector<StoredPublication>> done) override;
  void credentials(PrincipalId user, Callback<std::vector<StoredCredential>> done) override;
  void auditTrail(const AuditQuery& query, Callback<std::vector<AuditEntry>> done) override;
  void roomSizes(Callback<std::vector<RoomSize>> done) override;
  size_t waitingPosts() const override;
  size_t waitingReads() const override;
  qint64 lastEvent() const override;
  StoreHealth health() const override;
  const StoreCounters& counters() const { return *counters_; }

 private:
  SqliteStore(DataDirectory directory, std::unique_ptr<HealthRecord> health);
  QString databasePath() const;
  Status prepareDatabase(qint64 checkAtOnceBytes);
  Status checkDatabase(Sqlite::Database& database, qint64 checkAtOnceBytes);
  Status checkBeside();
  Status startThreads(const Clock& clock, const Executor& executor, const SqliteStoreLimits& limits);
  Result<std::unique_ptr<ReaderThread>> startReader(const Executor& executor, const SqliteStoreLimits& limits,
                                                    Histogram& times);
  ReaderThread& pagesOf(qint64 key) const;  // of a room or a user
  void close();

  DataDirectory directory_;
  const std::unique_ptr<HealthRecord> health_;
  const std::unique_ptr<StoreCounters> counters_ = std::make_unique<StoreCounters>();
  std::unique_ptr<CheckpointThread> checkpoints_;
  std::unique_ptr<WriterThread> writer_;
  std::vector<std::unique_ptr<ReaderThread>> pages_;
  std::unique_ptr<ReaderThread> searches_;
  bool checkLater_ = false;
  std::unique_ptr<IntegrityCheck> check_;
};

}  // namespace Parlour::Server
