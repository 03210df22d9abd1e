// SPDX-License-Identifier: Apache-2.0
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "app/core/feeds/FeedStore.h"
#include "tests/program/TestProgram.h"

namespace tst_feedstore {

using namespace Parlour;
using namespace Parlour::Core;

namespace {

RoomUri roomNamed(const char* key) { return RoomUri::fromParts("orchard.example", key).value(); }

FeedRecord sample() {
  FeedRecord feed;
  feed.definition.id = QStringLiteral("f1");
  feed.definition.name = QStringLiteral("Limits „Aldgate“");
  feed.definition.words = {QStringLiteral("limit breach"), QStringLiteral("汇率")};
  feed.definition.match = MatchWords::Exact;
  feed.definition.people = {SipUri::fromTrusted("sip:bo@orchard.example")};
  feed.definition.rooms = {roomNamed("tides"), roomNamed("crew")};
  feed.definition.banner = false;
  feed.readUpTo.insert(roomNamed("tides"), 7);
  feed.hits.add({roomNamed("tides"), 9, Timestamp{19303785300000123}, std::nullopt});
  feed.hits.add({roomNamed("crew"), 18446744073709551615ULL, Timestamp{19303785300000124}, std::nullopt});
  return feed;
}

QByteArray changed(const char* key, const QJsonValue& value) {
  QJsonArray all = QJsonDocument::fromJson(writeFeeds({sample()})).array();
  QJsonObject feed = all.first().toObject();
  feed.insert(QLatin1String(key), value);
  return QJsonDocument(QJsonArray{feed}).toJson();
}

}  // namespace

class TestFeedStore : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void whatIsWrittenIsRead() {
    const QList<FeedRecord> read = readFeeds(writeFeeds({sample()}));
    QCOMPARE(read.size(), 1);
    QVERIFY(read.first().definition == sample().definition);
    QCOMPARE(read.first().readUpTo, sample().readUpTo);
    const auto& hits = read.first().hits.all();
    QCOMPARE(hits.size(), 2);
    QCOMPARE(hits.first().chatId, ChatId{18446744073709551615ULL});
    QCOMPARE(hits.first().time.ticks, qint64{19303785300000124});
    QCOMPARE(hits.last().room, roomNamed("tides"));
    QVERIFY(!hits.last().message);
  }

  void noTextIsWritten() {
    FeedRecord feed = sample();
    Message message;
    message.room = roomNamed("tides");
    message.chatId = 9;
    message.text = QStringLiteral("a secret sentence");
    feed.hits.add({message.room, 9, {}, message});
    QVERIFY(feed.hits.all().last().message);
    QVERIFY(!writeFeeds({feed}).contains("secret"));
  }

  void nonsenseIsLeftOut_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("feeds");
    QTest::newRow("nothing") << QByteArray() << 0;
    QTest::newRow("not JSON") << QByteArray("[{") << 0;
    QTest::newRow("another shape") << QByteArray("{\"feeds\": 3}") << 0;
    QTest::newRow("rows of other kinds") << QByteArray("[3, null, [], \"x\"]") << 0;
    QTest::newRow("no id") << changed("id", QString()) << 0;
    QTest::newRow("no name") << changed("name", QStringLiteral("  ")) << 0;
    QTest::newRow("long name") << changed("name", QString(400, u'x')) << 0;
    QTest::newRow("unknown manner") << changed("match", QStringLiteral("some")) << 1;
    QTest::newRow("bad rooms") << changed("rooms", QJsonArray{QStringLiteral("http://x"), 3}) << 1;
    QTest::newRow("bad hits") << changed("hits",
                                         QJsonObject{{QStringLiteral("ma-chan://a.example/b"),
                                                      QJsonArray{QStringLiteral("x"), -4, QStringLiteral("3")}}})
                              << 1;
    QTest::newRow("nobody and nothing") << changed("words", QJsonArray()) << 1;  // a person is left
    const QByteArray one = QJsonDocument(QJsonDocument::fromJson(writeFeeds({sample()})).array().first().toObject())
                               .toJson(QJsonDocument::Compact);
    QTest::newRow("twice") << "[" + one + "," + one + "]" << 1;
  }
  void nonsenseIsLeftOut() {
    QFETCH(QByteArray, bytes);
    QFETCH(int, feeds);
    QCOMPARE(readFeeds(bytes).size(), feeds);
  }

  void limitsAreSaidInWords_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("words");
    QTest::addColumn<int>("people");
    QTest::addColumn<QString>("said");
    const QString fine = QStringLiteral("Limits");
    QTest::newRow("fine") << fine << 1 << 0 << QString();
    QTest::newRow("a person alone") << fine << 0 << 1 << QString();
    QTest::newRow("no name") << QString() << 1 << 0 << QStringLiteral("Give the feed a name.");
    QTest::newRow("name taken") << QStringLiteral("fixings") << 1 << 0
                                << QStringLiteral("There is a feed with this name.");
    QTest::newRow("nothing to look for") << fine << 0 << 0 << QStringLiteral("Add a word or a person.");
    QTest::newRow("words") << fine << 21 << 0 << QStringLiteral("at most 20 words");
    QTest::newRow("people") << fine << 1 << 51 << QStringLiteral("at most 50 people");
  }
  void limitsAreSaidInWords() {
    QFETCH(QString, name);
    QFETCH(int, words);
    QFETCH(int, people);
    QFETCH(QString, said);
    FeedDefinition feed;
    feed.name = name;
    for (int i = 0; i < words; ++i) feed.words.append(QStringLiteral("w%1").arg(i));
    for (int i = 0; i < people; ++i)
      feed.people.append(SipUri::fromTrusted("sip:p" + QByteArray::number(i) + "@a.example"));
    FeedDefinition other;
    other.id = QStringLiteral("o");
    other.name = QStringLiteral("Fixings");
    const Status checked = checkFeed(feed, {other});
    QCOMPARE(checked.ok(), said.isEmpty());
    if (!said.isEmpty()) QVERIFY2(checked.error().text.contains(said), qPrintable(checked.error().text));
  }

  void theNewestStay() {
    FeedHits hits;
    for (ChatId i = 1; i <= 1'200; ++i) hits.add({roomNamed("tides"), i, Timestamp{static_cast<qint64>(i)}, {}});
    QCOMPARE(hits.all().size(), FeedHits::kMost);
    QCOMPARE(hits.all().first().chatId, ChatId{1'200});
    QCOMPARE(hits.all().last().chatId, ChatId{201});
    QVERIFY(!hits.add({roomNamed("tides"), 100, Timestamp{100}, {}}));
    QVERIFY(!hits.add({roomNamed("tides"), 300, Timestamp{300}, {}}));
    QVERIFY(hits.remove(roomNamed("tides"), {1'200, 5}));
    QVERIFY(!hits.removeRoom(roomNamed("crew")));
    QVERIFY(hits.removeRoom(roomNamed("tides")));
    QVERIFY(!hits.has(roomNamed("tides")));
  }
};

PARLOUR_TEST(TestFeedStore)

}  // namespace tst_feedstore

#include "tst_feedstore.moc"
