// SPDX-License-Identifier: Apache-2.0
#include "app/core/cache/SqliteMessageCache.h"

#include <QCryptographicHash>

#include "app/core/cache/CacheWorker.h"

namespace Parlour::Core {

QString SqliteMessageCache::fileName(const SipUri& account) {
  const QByteArray name = QCryptographicHash::hash(account.bytes(), QCryptographicHash::Sha256).toHex().left(16);
  return QStringLiteral("messages-%1.db").arg(QString::fromLatin1(name));
}

SqliteMessageCache::SqliteMessageCache(const MessageCacheOptions& options) {
  const auto tell = [this](CacheNews news, const QString& words) {
    QMetaObject::invokeMethod(
        &home_,
        [this, news, words] {
          if (onNews) onNews(news, words);
        },
        Qt::QueuedConnection);
  };
  worker_ = std::make_unique<Worker>(options, tell);
}

SqliteMessageCache::~SqliteMessageCache() = default;

template <typename T, typename Work>
void SqliteMessageCache::ask(Work work, Answer<T> done) {
  worker_->post([this, worker = worker_.get(), work = std::move(work), done = std::move(done)] {
    const auto answer = [&]() -> Result<T> {
      auto store = worker->reader();
      if (!store) return store.error();
      Result<T> result = work(**store);
      if (!result) worker->failed(result.error());
      return result;
    }();
    QMetaObject::invokeMethod(
        &home_, [done, answer] { done(answer); }, Qt::QueuedConnection);
  });
}

void SqliteMessageCache::open(const SipUri& account, Answer<QList<CachedRoom>> done) {
  worker_->post([this, worker = worker_.get(), account, done = std::move(done)] {
    const auto rooms = worker->open(account);
    QMetaObject::invokeMethod(
        &home_, [done, rooms] { done(rooms); }, Qt::QueuedConnection);
  });
}

void SqliteMessageCache::close() {
  worker_->post([worker = worker_.get()] { worker->close(); });
}

void SqliteMessageCache::setLimits(const CacheLimits& limits) { worker_->postLimits(limits); }

void SqliteMessageCache::keepRoom(const CachedRoom& room) {
  worker_->postWrite(Worker::Weight::Must, [room](CacheStore& store) { return store.keepRoom(room); });
}

void SqliteMessageCache::keep(const CachedRun& run) {
  worker_->postWrite(Worker::Weight::MayBeLost, [run](CacheStore& store) { return store.keep(run); });
}

void SqliteMessageCache::remove(const RoomUri& room, const QList<ChatId>& chatIds,
                                const std::optional<QString>& replacement) {
  worker_->postWrite(Worker::Weight::Must, [room, chatIds, replacement](CacheStore& store) {
    return store.remove(room, chatIds, replacement);
  });
}

void SqliteMessageCache::forgetRoom(const RoomUri& room) {
  worker_->postWrite(Worker::Weight::Must, [room](CacheStore& store) { return store.forgetRoom(room); });
}

void SqliteMessageCache::clear() {
  worker_->postWrite(Worker::Weight::Must, [](CacheStore& store) { return store.clear(); });
}

void SqliteMessageCache::newest(const RoomUri& room, int count, Answer<CachedRun> done) {
  ask<CachedRun>([room, count](CacheStore& store) { return store.newest(room, count); }, std::move(done));
}

void SqliteMessageCache::before(const RoomUri& room, ChatId chatId, int count, Answer<CachedRun> done) {
  ask<CachedRun>([room, chatId, count](CacheStore& store) { return store.before(room, chatId, count); },
                 std::move(done));
}

void SqliteMessageCache::after(const RoomUri& room, ChatId chatId, int count, Answer<CachedRun> done) {
  ask<CachedRun>([room, chatId, count](CacheStore& store) { return store.after(room, chatId, count); },
                 std::move(done));
}

void SqliteMessageCache::around(const RoomUri& room, ChatId chatId, int older, int newer, Answer<CachedRun> done) {
  ask<CachedRun>([room, chatId, older, newer](CacheStore& store) { return store.around(room, chatId, older, newer); },
                 std::move(done));
}

void SqliteMessageCache::search(const MessageSearchQuery& query, Answer<QList<MessageSearchHits>> done) {
  ask<QList<MessageSearchHits>>([query](CacheStore& store) { return store.search(query); }, std::move(done));
}

void SqliteMessageCache::usage(Answer<CacheUsage> done) {
  ask<CacheUsage>([](CacheStore& store) { return store.usage(); }, std::move(done));
}

}  // namespace Parlour::Core
