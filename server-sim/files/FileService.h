// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <memory>

#include "server-sim/channel/ChannelService.h"
#include "server-sim/channel/FileTokens.h"
#include "server-sim/compliance/ComplianceEvent.h"
#include "server-sim/files/DownloadService.h"
#include "server-sim/files/FileControl.h"
#include "server-sim/files/FileKeeper.h"
#include "server-sim/files/UploadService.h"
#include "server-sim/store/Executor.h"

namespace Parlour::Server {

class SqliteStore;

// How a user is shown in lists of files.
struct FilePerson {
  QByteArray uri;
  QString name;
};

// Files of rooms as a whole (product.md 7.5): gives out tokens, moves files in and out, keeps them and takes them away.
// Create it on the loop thread; tokens are for the loop, everything else for the threads of the web service. close()
// lets these go before anything is destroyed.
class FileService final : public FileTokens, public FileControl {
 public:
  // What compliance is to know of a transfer that is about to begin: null for nothing, an error when nothing may begin.
  // Loop thread.
  using EventMaker = std::function<Result<EventPtr>(ComplianceKind kind, PrincipalId user, const Room& room)>;

  static constexpr int kTokensPerUser = 500;

  // The references outlive it.
  static Result<std::unique_ptr<FileService>> create(const FileSettings& settings, const QString& dataDirectory,
                                                     SqliteStore& store, const Clock& clock, Executor loop);
  ~FileService() override;

  // Before the first transfer.
  void setChat(ChannelService* chat) { chat_ = chat; }
  void setServerUri(const QString& uri) { serverUri_ = uri; }
  void setEventMaker(EventMaker maker) { eventMaker_ = std::move(maker); }
  void setPins(FilePins* pins) { keeper_->setPins(pins); }
  void start() { keeper_->start(); }
  // Lets all waiting threads go; nothing is moved any more.
  void close();

  void issue(const FileTokenWish& wish, Store::Callback<IssuedFileToken> done) override;
  void list(RoomId room, int limit, Answer<std::vector<FileFacts>> done) override;
  void find(const QByteArray& file, Answer<FileFacts> done) override;
  void remove(const QByteArray& file, const QByteArray& actor, Answer<FileFacts> done) override;
  void collectNow(Answer<qint64> done) override;

  const FileSettings& settings() const { return context_->settings; }
  FileCounters& counters() { return counters_; }
  TokenBook& tokens() { return *tokens_; }
  UploadService& uploads() { return *uploads_; }
  DownloadService& downloads() { return *downloads_; }
  FileKeeper& keeper() { return *keeper_; }
  FileDatabase& database() { return *database_; }
  // Waits for the loop.
  QHash<PrincipalId, FilePerson> people(const std::vector<FileRecord>& files);

 private:
  // Has the collector's thread do something that waits.
  template <typename T, typename Work>
  void beside(Answer<T> done, Work work);
  FileService(const FileSettings& settings, std::unique_ptr<ContentStore> contents, Sqlite::Database reading,
              SqliteStore& store, const Clock& clock, Executor loop);
  FileOutcome<EventPtr> decide(const TokenRecord& token) const;  // loop
  FileOutcome<EventPtr> mayGoOn(const TokenRecord& token);

  const Clock& clock_;
  const Executor loop_;
  ChannelService* chat_ = nullptr;
  QString serverUri_;
  EventMaker eventMaker_;
  LoopWaiter waiter_;
  FileCounters counters_;
  const std::unique_ptr<ContentStore> contents_;
  std::unique_ptr<FileDatabase> database_;
  std::unique_ptr<TokenBook> tokens_;
  ScanHook scan_;
  std::unique_ptr<FileContext> context_;
  std::unique_ptr<UploadService> uploads_;
  std::unique_ptr<DownloadService> downloads_;
  std::unique_ptr<FileKeeper> keeper_;
};

}  // namespace Parlour::Server
