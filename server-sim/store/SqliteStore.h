// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <memory>

#include "protocol/support/Clock.h"
#include "server-sim/channel/Store.h"
#include "server-sim/store/DataDirectory.h"
#include "server-sim/store/Executor.h"

namespace Parlour::Server {

struct Organisation;
class CheckpointThread;
class ReaderThread;
class WriterThread;

struct SqliteStoreLimits {
  size_t waitingWrites = 20'000;  // beyond the shedding mark of the chat service
  size_t waitingReads = 20'000;   // of each of the two readers
  int readTimeMs = 5'000;         // one query; after that what was found, or Timeout
};

// The store on SQLite: chat.db in the data directory. Threads: one writer with group commit, one reader for pages and
// what belongs to users, one reader for text searches (so that a slow search delays nobody's page), one that moves the
// write-ahead log. Calls of one kind are answered in order; of history() text searches are a kind of their own.
// Busy answers overtake. Destroying it stores what waits; answers on their way need only the executor.
class SqliteStore final : public Store {
 public:
  // Blocking. Creates what is missing, migrates, and checks the database when the process before did not end in
  // order. `clock` must be thread-safe and outlive the store.
  static Result<std::unique_ptr<SqliteStore>> open(const QString& dataDirectory, const Clock& clock, Executor executor,
                                                   const SqliteStoreLimits& limits = {});
  ~SqliteStore() override;

  // Blocking, before the loop runs. All or nothing; see OrganisationImport.h.
  Status importOrganisation(const Organisation& organisation, const Clock& clock);
  // Blocking; a copy of the database as it stands while the store goes on. The file must not exist.
  Status backupTo(const QString& path);

  Result<Snapshot> load() override;
  void appendPost(const NewPost& post, Callback<PostReceipt> done) override;
  void replacePublications(PrincipalId user, const std::vector<StoredPublication>& put,
                           const std::vector<StoredPublication>& remove, Callback<Done> done) override;
  void setPreference(PrincipalId user, const QByteArray& label, const QByteArray& content,
                     Callback<quint64> done) override;
  void applyChanges(const ChangeSet& changes, Callback<ChangeReceipt> done) override;
  void history(const HistoryQuery& query, Callback<HistoryPage> done) override;
  void preference(PrincipalId user, const QByteArray& label, Callback<StoredPreference> done) override;
  void invitationsAfter(PrincipalId user, quint64 number, Callback<std::vector<StoredInvitation>> done) override;
  void publications(PrincipalId user, Callback<std::vector<StoredPublication>> done) override;
  void credentials(PrincipalId user, Callback<std::vector<StoredCredential>> done) override;
  void auditTrail(const AuditQuery& query, Callback<std::vector<AuditEntry>> done) override;
  void roomSizes(Callback<std::vector<RoomSize>> done) override;
  size_t waitingPosts() const override;

 private:
  explicit SqliteStore(DataDirectory directory);
  QString databasePath() const;
  Status prepareDatabase();
  Status startThreads(const Clock& clock, const Executor& executor, const SqliteStoreLimits& limits);
  void close();

  DataDirectory directory_;
  std::unique_ptr<CheckpointThread> checkpoints_;
  std::unique_ptr<WriterThread> writer_;
  std::unique_ptr<ReaderThread> pages_;
  std::unique_ptr<ReaderThread> searches_;
};

}  // namespace Parlour::Server
