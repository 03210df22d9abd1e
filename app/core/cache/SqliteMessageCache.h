// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <memory>

#include "app/core/cache/MessageCache.h"

namespace Parlour::Core {

struct MessageCacheOptions {
  QString directory;  // a database file for each account
  const Clock* clock = nullptr;
  qint64 retryMs = 30'000;  // how long nothing is written after the disk failed
  int mostWaiting = 2'000;  // writes in the queue; more are let go, each of which makes a gap
  // Asked on the cache's own thread before each write; a refusal counts as a full disk. Empty: the free space decides.
  std::function<Status()> mayWrite;
};

// A message cache in an SQLite file with a thread of its own; what waits for the thread is bounded. A file that cannot
// be read is put aside and a new one begun. While the disk does not take anything, pages are not kept, and what is to
// be erased waits; until that is done nothing is read. GUI thread; the end waits for what was written.
class SqliteMessageCache final : public MessageCache {
 public:
  explicit SqliteMessageCache(const MessageCacheOptions& options);
  ~SqliteMessageCache() override;

  void open(const SipUri& account, Answer<QList<CachedRoom>> done) override;
  void close() override;
  void setLimits(const CacheLimits& limits) override;
  void keepRoom(const CachedRoom& room) override;
  void keep(const CachedRun& run) override;
  void remove(const RoomUri& room, const QList<ChatId>& chatIds, const std::optional<QString>& replacement) override;
  void forgetRoom(const RoomUri& room) override;
  void clear() override;
  void newest(const RoomUri& room, int count, Answer<CachedRun> done) override;
  void before(const RoomUri& room, ChatId chatId, int count, Answer<CachedRun> done) override;
  void after(const RoomUri& room, ChatId chatId, int count, Answer<CachedRun> done) override;
  void around(const RoomUri& room, ChatId chatId, int older, int newer, Answer<CachedRun> done) override;
  void search(const MessageSearchQuery& query, Answer<QList<MessageSearchHits>> done) override;
  void usage(Answer<CacheUsage> done) override;

  static QString fileName(const SipUri& account);

 private:
  class Worker;
  template <typename T, typename Work>
  void ask(Work work, Answer<T> done);

  QObject home_;  // answers come to its thread and not after its end
  std::unique_ptr<Worker> worker_;
};

}  // namespace Parlour::Core
