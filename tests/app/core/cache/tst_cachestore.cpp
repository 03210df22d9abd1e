// SPDX-License-Identifier: Apache-2.0
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <map>
#include <set>

#include "app/core/cache/CacheStore.h"
#include "tests/app/core/cache/CacheSamples.h"
#include "tests/program/TestProgram.h"

namespace tst_cachestore {

using namespace Parlour;
using namespace Parlour::Core;
using namespace Parlour::Testing;

// What a cache must know, told in the simplest way.
struct NaiveRoom {
  std::map<ChatId, QString> texts;  // removed ones are empty
  std::set<ChatId> known;           // also those without a message

  void keep(const CachedRun& run) {
    for (ChatId id = run.first; id <= run.last; ++id) {
      const auto old = texts.find(id);
      if (old != texts.end() && !old->second.isEmpty()) texts.erase(old);  // the place of a removed one stays
      known.insert(id);
    }
    for (const Message& message : run.messages) texts[message.chatId] = message.text;
  }
  QList<ChatId> before(ChatId chatId, int count) const {
    QList<ChatId> ids;
    for (ChatId id = chatId - 1; id > 0 && known.contains(id) && ids.size() < count; --id) {
      if (texts.contains(id)) ids.prepend(id);
    }
    return ids;
  }
  QList<ChatId> after(ChatId chatId, int count) const {
    QList<ChatId> ids;
    for (ChatId id = chatId + 1; known.contains(id) && ids.size() < count; ++id) {
      if (texts.contains(id)) ids.append(id);
    }
    return ids;
  }
  QList<ChatId> withWord(const QString& word) const {
    QList<ChatId> ids;
    for (const auto& [id, text] : texts) {
      if (text.split(u' ').contains(word)) ids.prepend(id);
    }
    return ids;
  }
};

class TestCacheStore : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<QTemporaryDir> directory_;
  std::unique_ptr<CacheStore> store_;

  void reopen() {
    store_.reset();
    auto opened = CacheStore::open(directory_->filePath(QStringLiteral("cache.db")), cacheOwner());
    QVERIFY2(opened.ok(), opened ? "" : qPrintable(opened.error().detail));
    store_ = std::move(*opened);
  }
  QList<ChatId> found(const MessageSearchQuery& query) {
    const auto hits = store_->search(query);
    if (!hits || hits->isEmpty()) return {};
    return idsOf(hits->first().messages);
  }

 private Q_SLOTS:
  void init() {
    directory_ = std::make_unique<QTemporaryDir>();
    reopen();
    QVERIFY(store_->keepRoom(cachedRoom(cacheRoom())).ok());
  }
  void cleanup() { store_.reset(); }

  void messagesComeBackAsTheyWere() {
    CachedRun run = cacheRun(cacheRoom(), 1, 6);
    run.messages[1].rtf = QByteArray("{\\rtf1 \0bytes}", 14);
    run.messages[2].mentionsMe = true;
    run.messages[3].text = QStringLiteral("Ä* :) 潮汐");
    QVERIFY(store_->keep(run).ok());
    reopen();
    const auto back = store_->newest(cacheRoom(), 10);
    QVERIFY(back.ok());
    QCOMPARE(back->first, ChatId{1});
    QCOMPARE(back->last, ChatId{6});
    QCOMPARE(back->messages.size(), run.messages.size());
    for (int i = 0; i < run.messages.size(); ++i) {
      const Message& was = run.messages[i];
      const Message& is = back->messages[i];
      QCOMPARE(is.room, was.room);
      QCOMPARE(is.chatId, was.chatId);
      QCOMPARE(is.author, was.author);
      QCOMPARE(is.authorName, was.authorName);
      QCOMPARE(is.time, was.time);
      QCOMPARE(is.text, was.text);
      QCOMPARE(is.rtf, was.rtf);
      QCOMPARE(is.own, was.own);
      QCOMPARE(is.alert, was.alert);
      QCOMPARE(is.mentionsMe, was.mentionsMe);
    }
  }

  void roomsComeBackAsTheyWere() {
    CachedRoom room = cachedRoom(cacheRoom(2), QStringLiteral("Gezeiten"));
    room.summary.topic = QStringLiteral("Flut um sechs");
    room.summary.privacy = Privacy::Secret;
    room.summary.kind = RoomKind::Auditorium;
    room.summary.disabled = true;
    room.followed = false;
    room.opened = true;
    QVERIFY(store_->keepRoom(room).ok());
    reopen();
    const auto rooms = store_->rooms();
    QVERIFY(rooms.ok());
    QCOMPARE(rooms->size(), 2);
    const CachedRoom& back = rooms->last();
    QCOMPARE(back.summary.uri, room.summary.uri);
    QCOMPARE(back.summary.name, room.summary.name);
    QCOMPARE(back.summary.topic, room.summary.topic);
    QCOMPARE(back.summary.privacy, room.summary.privacy);
    QCOMPARE(back.summary.kind, room.summary.kind);
    QVERIFY(back.summary.disabled && back.opened && !back.followed);
  }

  // A hole is never shown as if nothing were missing.
  void readingStopsAtAGap() {
    QVERIFY(store_->keep(cacheRun(cacheRoom(), 1, 10)).ok());
    QVERIFY(store_->keep(cacheRun(cacheRoom(), 21, 30)).ok());
    QCOMPARE(store_->newest(cacheRoom(), 50)->first, ChatId{21});
    QCOMPARE(store_->before(cacheRoom(), 21, 50)->first, ChatId{0});
    QCOMPARE(store_->after(cacheRoom(), 10, 50)->first, ChatId{0});
    QCOMPARE(store_->before(cacheRoom(), 11, 3)->messages.size(), 3);
    QVERIFY(store_->keep(cacheRun(cacheRoom(), 11, 20)).ok());
    QCOMPARE(store_->newest(cacheRoom(), 50)->messages.size(), 30);
    QCOMPARE(store_->around(cacheRoom(), 15, 3, 3)->messages.size(), 7);
  }

  void aPageTakesThePlaceOfWhatWasThere() {
    QVERIFY(store_->keep(cacheRun(cacheRoom(), 1, 10, QStringLiteral("heron"))).ok());
    CachedRun page = cacheRun(cacheRoom(), 4, 8, QStringLiteral("heron"));
    page.messages.removeAt(1);  // 5 was taken away on the server
    page.messages[1].text = QStringLiteral("gull");
    QVERIFY(store_->keep(page).ok());
    QCOMPARE(idsOf(store_->newest(cacheRoom(), 20)->messages), (QList<ChatId>{1, 2, 3, 4, 6, 7, 8, 9, 10}));
    QCOMPARE(found(cacheSearch(QStringLiteral("heron"))), (QList<ChatId>{10, 9, 8, 7, 4, 3, 2, 1}));
    QCOMPARE(found(cacheSearch(QStringLiteral("gull"))), (QList<ChatId>{6}));
  }

  void removedMessagesAreNotFound_data() {
    QTest::addColumn<bool>("replaced");
    QTest::newRow("taken away") << false;
    QTest::newRow("other words in their place") << true;
  }
  void removedMessagesAreNotFound() {
    QFETCH(bool, replaced);
    QVERIFY(store_->keep(cacheRun(cacheRoom(), 1, 3, QStringLiteral("secretcode 4711"))).ok());
    const auto words = replaced ? std::optional(QStringLiteral("removed by a manager")) : std::nullopt;
    QVERIFY(store_->remove(cacheRoom(), {2}, words).ok());
    QCOMPARE(found(cacheSearch(QStringLiteral("secretcode"))), (QList<ChatId>{3, 1}));
    const Message message = store_->newest(cacheRoom(), 10)->messages.at(1);
    QCOMPARE(message.chatId, ChatId{2});
    QVERIFY(message.removed);
    QCOMPARE(message.text, words.value_or(QString()));
  }

  void aForgottenRoomLeavesNothing() {
    QVERIFY(store_->keep(cacheRun(cacheRoom(), 1, 50, QStringLiteral("heronsecret"))).ok());
    QVERIFY(store_->forgetRoom(cacheRoom()).ok());
    QVERIFY(store_->rooms()->isEmpty());
    QVERIFY(found(cacheSearch(QStringLiteral("heronsecret"))).isEmpty());
    QCOMPARE(store_->newest(cacheRoom(), 10)->first, ChatId{0});
    QVERIFY(store_->keep(cacheRun(cacheRoom(), 1, 1)).ok());  // it is no room of the list any more
    QCOMPARE(store_->usage()->messages, 0);
  }

  void searches_data() {
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("manner");
    QTest::addColumn<QList<int>>("expected");
    QTest::newRow("one word") << "tide"
                              << "all" << QList<int>{4, 2, 1};
    QTest::newRow("beginning of a word") << "harb"
                                         << "all" << QList<int>{3, 1};
    QTest::newRow("all words") << "tide harbour"
                               << "all" << QList<int>{1};
    QTest::newRow("any word") << "heron harbour"
                              << "any" << QList<int>{4, 3, 1};
    QTest::newRow("phrase") << "low tide"
                            << "phrase" << QList<int>{2};
    QTest::newRow("phrase over a sign") << "24-7"
                                        << "all" << QList<int>{5};
    QTest::newRow("accents") << "fahre"
                             << "all" << QList<int>{6};
    QTest::newRow("part of a Chinese sentence") << QStringLiteral("潮汐") << "all" << QList<int>{7};
    QTest::newRow("case") << "TIDE"
                          << "case" << QList<int>{4};
    QTest::newRow("quotes are words' ends") << "\"tide\" OR ("
                                            << "any" << QList<int>{4, 2, 1};
    QTest::newRow("signs only") << "§§"
                                << "all" << QList<int>{8};
    QTest::newRow("nothing") << "walrus"
                             << "all" << QList<int>{};
  }
  void searches() {
    QFETCH(QString, words);
    QFETCH(QString, manner);
    QFETCH(QList<int>, expected);
    const QStringList texts{QStringLiteral("the tide in the harbour"),
                            QStringLiteral("low tide again"),
                            QStringLiteral("*harbours*"),
                            QStringLiteral("TIDE and a heron, high and low"),
                            QStringLiteral("open 24-7"),
                            QStringLiteral("Die Fähre kommt"),
                            QStringLiteral("今天的潮汐表"),
                            QStringLiteral("see §§")};
    CachedRun run{cacheRoom(), 1, 8, {}};
    for (int i = 0; i < texts.size(); ++i) {
      run.messages.append(cacheMessage(cacheRoom(), static_cast<ChatId>(i + 1), texts[i]));
    }
    QVERIFY(store_->keep(run).ok());
    MessageSearchQuery query = cacheSearch(words);
    query.allWords = manner != QLatin1String("any");
    query.exactPhrase = manner == QLatin1String("phrase");
    query.matchCase = manner == QLatin1String("case");
    QList<int> ids;
    for (const ChatId id : found(query)) ids.append(static_cast<int>(id));
    QCOMPARE(ids, expected);
  }

  void searchFilters() {
    QVERIFY(store_->keepRoom(cachedRoom(cacheRoom(2), QStringLiteral("Ferries"))).ok());
    QVERIFY(store_->keep(cacheRun(cacheRoom(1), 1, 9)).ok());
    QVERIFY(store_->keep(cacheRun(cacheRoom(2), 1, 3)).ok());
    MessageSearchQuery query = cacheSearch(QStringLiteral("water"));
    QCOMPARE(store_->search(query)->size(), 2);
    query.rooms = {cacheRoom(1)};
    QCOMPARE(store_->search(query)->size(), 1);
    query.authors = {cacheOwner()};
    QCOMPARE(found(query), (QList<ChatId>{9, 6, 3}));
    query.from = cacheMessage(cacheRoom(1), 5, {}).time;
    QCOMPARE(found(query), (QList<ChatId>{9, 6}));
    query.to = cacheMessage(cacheRoom(1), 8, {}).time;
    QCOMPARE(found(query), (QList<ChatId>{6}));
    query.words.clear();
    QCOMPARE(found(query), (QList<ChatId>{6}));
    query = cacheSearch(QStringLiteral("water"));
    query.rooms = {cacheRoom(1)};
    query.limitPerRoom = 4;
    const auto hits = store_->search(query);
    QCOMPARE(idsOf(hits->first().messages), (QList<ChatId>{9, 8, 7, 6}));
    QVERIFY(hits->first().truncated);
  }

  void limitsByAge() {
    QVERIFY(store_->keep(cacheRun(cacheRoom(), 1, 100)).ok());
    const Timestamp now = Timestamp::fromMs(1'900'000'000'000 + 24LL * 3'600'000 + 50 * 60'000);
    QVERIFY(*store_->prune({1, 1LL << 40}, now));
    QVERIFY(!*store_->prune({1, 1LL << 40}, now));
    const auto rest = store_->newest(cacheRoom(), 200);
    QCOMPARE(rest->first, ChatId{50});
    QCOMPARE(rest->messages.size(), 51);
    QCOMPARE(found(cacheSearch(QStringLiteral("water"))).size(), 50);
  }

  void limitsBySize() {
    for (int room = 1; room <= 2; ++room) {
      QVERIFY(store_->keepRoom(cachedRoom(cacheRoom(room))).ok());
      QVERIFY(store_->keep(cacheRun(cacheRoom(room), 1, 3'000, QString(400, u'x'))).ok());
    }
    const qint64 whole = store_->usage()->bytes;
    for (int turn = 0; turn < 50 && *store_->prune({0, whole / 2}, {}); ++turn) {
    }
    QVERIFY(store_->usage()->bytes <= whole / 2);
    const auto rest = store_->newest(cacheRoom(), 5'000);
    QCOMPARE(rest->last, ChatId{3'000});
    QVERIFY(rest->first > 100 && rest->messages.size() == static_cast<qsizetype>(3'000 - rest->first + 1));
  }

  void clearedIsEmpty() {
    QVERIFY(store_->keep(cacheRun(cacheRoom(), 1, 100)).ok());
    QVERIFY(store_->clear().ok());
    QCOMPARE(store_->usage()->messages, 0);
    QVERIFY(found(cacheSearch(QStringLiteral("water"))).isEmpty());
    QVERIFY(store_->keep(cacheRun(cacheRoom(), 5, 6)).ok());
    QCOMPARE(found(cacheSearch(QStringLiteral("water"))).size(), 2);
  }

  void aNewerSchemaIsRefused() {
    store_.reset();
    const QString path = directory_->filePath(QStringLiteral("cache.db"));
    {
      auto database = Sqlite::Database::open(path);
      QVERIFY(database.ok() && database->execute("PRAGMA user_version=99").ok());
    }
    const auto opened = CacheStore::open(path, cacheOwner());
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().code, ErrorCode::NotSupported);
  }

  // Whatever comes in whatever order, the cache knows what a list with a note for each number would know.
  void anyOrder_data() {
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 8; ++seed) QTest::addRow("seed %u", seed) << seed;
  }
  void anyOrder() {
    QFETCH(quint32, seed);
    constexpr int kNumbers = 60;
    const QStringList vocabulary{QStringLiteral("heron"), QStringLiteral("gull"), QStringLiteral("tern")};
    QRandomGenerator random(seed);
    NaiveRoom naive;
    for (int step = 0; step < 150; ++step) {
      const auto first = static_cast<ChatId>(random.bounded(1, kNumbers));
      const auto last = first + static_cast<ChatId>(random.bounded(0, 8));
      switch (random.bounded(6)) {
        case 0:
          QVERIFY(store_->remove(cacheRoom(), {first, last}, {}).ok());
          for (const ChatId id : {first, last}) {
            if (naive.texts.contains(id)) naive.texts[id].clear();
          }
          break;
        case 1:
          reopen();
          break;
        default: {
          CachedRun run{cacheRoom(), first, last, {}};
          for (ChatId id = first; id <= last; ++id) {
            if (random.bounded(10) == 0) continue;
            const QString text = vocabulary[random.bounded(3)] + u' ' + vocabulary[random.bounded(3)];
            run.messages.append(cacheMessage(cacheRoom(), id, text));
          }
          QVERIFY(store_->keep(run).ok());
          naive.keep(run);
        }
      }
      const auto at = static_cast<ChatId>(random.bounded(1, kNumbers + 10));
      const int count = random.bounded(1, 30);
      QCOMPARE(idsOf(store_->before(cacheRoom(), at, count)->messages), naive.before(at, count));
      QCOMPARE(idsOf(store_->after(cacheRoom(), at, count)->messages), naive.after(at, count));
      MessageSearchQuery query = cacheSearch(vocabulary[random.bounded(3)]);
      query.limitPerRoom = 500;
      QCOMPARE(found(query), naive.withWord(query.words));
    }
  }
};

PARLOUR_TEST(TestCacheStore)

}  // namespace tst_cachestore

#include "tst_cachestore.moc"
