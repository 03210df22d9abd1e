// SPDX-License-Identifier: Apache-2.0
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <atomic>

#include "app/core/cache/SqliteMessageCache.h"
#include "tests/app/core/cache/CacheSamples.h"
#include "tests/program/TestProgram.h"

namespace tst_messagecache {

using namespace Parlour;
using namespace Parlour::Core;
using namespace Parlour::Testing;

class TestMessageCache : public QObject {
  Q_OBJECT

 private:
  struct News {
    CacheNews kind;
    QString words;
  };

  std::unique_ptr<QTemporaryDir> directory_;
  SystemClock clock_;
  std::atomic<bool> full_ = false;
  std::unique_ptr<SqliteMessageCache> cache_;
  QList<News> news_;

  void start() {
    cache_.reset();
    MessageCacheOptions options;
    options.directory = directory_->filePath(QStringLiteral("cache"));
    options.clock = &clock_;
    options.retryMs = 20;
    options.mayWrite = [this]() -> Status {
      if (full_) return Error::make(ErrorCode::Storage, QStringLiteral("the disk is full"));
      return success();
    };
    cache_ = std::make_unique<SqliteMessageCache>(options);
    cache_->onNews = [this](CacheNews kind, const QString& words) { news_.append({kind, words}); };
  }
  // Waits for what the cache answers to `ask(done)`.
  template <typename T>
  Result<T> answer(const std::function<void(MessageCache::Answer<T>)>& ask) {
    std::optional<Result<T>> result;
    ask([&](const Result<T>& told) { result = told; });
    const bool answered = QTest::qWaitFor([&] { return result.has_value(); }, 10'000);
    return answered ? *result : Result<T>(Error::make(ErrorCode::Timeout, QStringLiteral("no answer")));
  }
  Result<QList<CachedRoom>> open(const SipUri& account = cacheOwner()) {
    return answer<QList<CachedRoom>>([&](auto done) { cache_->open(account, done); });
  }
  Result<CachedRun> newest(int count = 100) {
    return answer<CachedRun>([&](auto done) { cache_->newest(cacheRoom(), count, done); });
  }
  Result<QList<MessageSearchHits>> search(const QString& words) {
    return answer<QList<MessageSearchHits>>([&](auto done) { cache_->search(cacheSearch(words), done); });
  }
  QString file(const SipUri& account = cacheOwner()) const {
    return directory_->filePath(QStringLiteral("cache/") + SqliteMessageCache::fileName(account));
  }

 private Q_SLOTS:
  void init() {
    directory_ = std::make_unique<QTemporaryDir>();
    full_ = false;
    news_.clear();
    start();
  }
  void cleanup() { cache_.reset(); }

  void outlivesTheProgram() {
    QVERIFY(open().ok());
    cache_->keepRoom(cachedRoom(cacheRoom()));
    cache_->keep(cacheRun(cacheRoom(), 1, 20));
    start();
    const auto rooms = open();
    QVERIFY(rooms.ok());
    QCOMPARE(rooms->size(), 1);
    QCOMPARE(newest()->messages.size(), 20);
    QVERIFY(news_.isEmpty());
  }

  void readsSeeEarlierWrites() {
    cache_->open(cacheOwner(), [](const auto&) {});
    cache_->keepRoom(cachedRoom(cacheRoom()));
    for (ChatId id = 1; id <= 500; ++id) cache_->keep(cacheRun(cacheRoom(), id, id));
    cache_->remove(cacheRoom(), {500}, {});
    const auto run = newest(1'000);
    QCOMPARE(run->messages.size(), 500);
    QVERIFY(run->messages.last().removed);
  }

  void accountsAreApart() {
    const SipUri bo = SipUri::fromTrusted("sip:bo@orchard.example");
    QVERIFY(open().ok());
    cache_->keepRoom(cachedRoom(cacheRoom()));
    cache_->keep(cacheRun(cacheRoom(), 1, 3));
    const auto rooms = open(bo);
    QVERIFY(rooms.ok() && rooms->isEmpty());
    QVERIFY(search(QStringLiteral("water"))->isEmpty());
    QCOMPARE(open()->size(), 1);
    QCOMPARE(QFile::permissions(file()) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
  }

  void damagedFile_data() {
    QTest::addColumn<QString>("damage");
    QTest::newRow("no database") << "text";
    QTest::newRow("cut short") << "cut";
    QTest::newRow("of a newer version") << "newer";
    QTest::newRow("zeros within") << "zeros";
  }
  void damagedFile() {
    QFETCH(QString, damage);
    QVERIFY(open().ok());
    cache_->keepRoom(cachedRoom(cacheRoom()));
    cache_->keep(cacheRun(cacheRoom(), 1, 2'000));
    QCOMPARE(newest()->messages.size(), 100);
    cache_.reset();
    {
      QFile::remove(file() + QStringLiteral("-wal"));
      QFile broken(file());
      QVERIFY(broken.open(QIODevice::ReadWrite));
      if (damage == QLatin1String("text")) {
        QVERIFY(broken.resize(0) && broken.write(QByteArray(9'000, 'x')) == 9'000);
      } else if (damage == QLatin1String("cut")) {
        QVERIFY(broken.resize(broken.size() / 3));
      } else if (damage == QLatin1String("newer")) {
        QVERIFY(broken.seek(60) && broken.write(QByteArray("\0\0\0\x63", 4)) == 4);
      } else {
        QVERIFY(broken.seek(4'096) && broken.write(QByteArray(static_cast<int>(broken.size()) - 4'096, '\0')) > 0);
      }
    }
    start();
    const auto rooms = open();
    QVERIFY(rooms.ok());
    cache_->keepRoom(cachedRoom(cacheRoom()));
    Q_UNUSED(newest());  // what was damaged further in shows itself here
    cache_->keepRoom(cachedRoom(cacheRoom()));
    cache_->keep(cacheRun(cacheRoom(), 5, 6));
    QTRY_COMPARE(idsOf(newest()->messages), (QList<ChatId>{5, 6}));
    QTRY_COMPARE(news_.size(), 1);
    QCOMPARE(news_.first().kind, CacheNews::StartedAnew);
    QVERIFY(news_.first().words.contains(QStringLiteral("put aside")));
    QVERIFY(QFile::exists(file() + QStringLiteral(".damaged")));
  }

  // Chat goes on; what could not be kept is a gap, and what had to be erased is erased before anything is read again.
  void fullDisk() {
    QVERIFY(open().ok());
    cache_->keepRoom(cachedRoom(cacheRoom()));
    cache_->keep(cacheRun(cacheRoom(), 1, 5));
    QCOMPARE(newest()->messages.size(), 5);
    full_ = true;
    cache_->keep(cacheRun(cacheRoom(), 6, 7));
    QTRY_COMPARE(news_.size(), 1);
    QCOMPARE(news_.first().kind, CacheNews::Paused);
    QVERIFY(news_.first().words.contains(QStringLiteral("Chat goes on")));
    QCOMPARE(newest()->last, ChatId{5});
    cache_->remove(cacheRoom(), {3}, {});
    QVERIFY(!newest().ok());  // the removed message must not be shown
    QVERIFY(!search(QStringLiteral("water")).ok());
    QCOMPARE(news_.size(), 1);
    full_ = false;
    QTRY_COMPARE(news_.size(), 2);
    QCOMPARE(news_.last().kind, CacheNews::Resumed);
    const auto run = newest();
    QCOMPARE(run->last, ChatId{5});
    QVERIFY(run->messages.at(2).removed);
    QCOMPARE(idsOf(search(QStringLiteral("water"))->first().messages), (QList<ChatId>{5, 4, 2, 1}));
    cache_->keep(cacheRun(cacheRoom(), 8, 8));
    QCOMPARE(newest()->first, ChatId{8});
  }

  void anUnusableFolderIsToldAndHarmless() {
    QFile inTheWay(directory_->filePath(QStringLiteral("cache")));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    QVERIFY(!open().ok());
    cache_->keepRoom(cachedRoom(cacheRoom()));
    cache_->keep(cacheRun(cacheRoom(), 1, 5));
    QVERIFY(!newest().ok());
  }

  void limitsAreKeptWhileWriting() {
    QVERIFY(open().ok());
    cache_->setLimits({0, 400'000});
    cache_->keepRoom(cachedRoom(cacheRoom()));
    for (ChatId id = 1; id <= 12'000; ++id) {
      cache_->keep(cacheRun(cacheRoom(), id, id, QString(60, u'y')));
      if (id % 1'000 == 0) QCOMPARE(newest(1)->last, id);
    }
    const auto usage = answer<CacheUsage>([&](auto done) { cache_->usage(done); });
    QVERIFY(usage.ok());
    QVERIFY2(usage->messages > 500 && usage->messages < 9'000, qPrintable(QString::number(usage->messages)));
    QCOMPARE(usage->rooms, 1);
    QVERIFY(usage->indexBytes > 0 && usage->indexBytes < usage->bytes);
  }
};

PARLOUR_TEST(TestMessageCache)

}  // namespace tst_messagecache

#include "tst_messagecache.moc"
