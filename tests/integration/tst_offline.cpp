// SPDX-License-Identifier: Apache-2.0
#include <QJsonArray>
#include <QTest>

#include "server-sim/ctl/Pool.h"
#include "tests/integration/host/Await.h"
#include "tests/integration/host/Relay.h"
#include "tests/integration/host/ServerHost.h"
#include "tests/integration/host/Team.h"
#include "tests/program/TestProgram.h"

namespace tst_offline {

using namespace Parlour;
using namespace Parlour::Tests;

// What a person has of the rooms while the server cannot be reached, and what becomes of it afterwards.
class TestOffline : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<ServerHost> server_;
  quint16 port_ = 0;
  const QString tides_ = QStringLiteral("Tide tables");

  static QString line(int number) { return QStringLiteral("line %1 heron").arg(number); }
  static QStringList lines(int first, int last) {
    QStringList all;
    for (int i = first; i <= last; ++i) all.append(line(i));
    return all;
  }

  void stopServer(ClientHost& host) {
    server_->stop();
    QTRY_VERIFY(!host.isSignedIn());
  }
  void startServer() {
    server_->config().listen = {QStringLiteral("tcp:127.0.0.1:%1").arg(port_)};
    QVERIFY(server_->start().ok());
  }
  // Ada follows the room and both are in it; bo has posted `count` lines.
  RoomUri meet(ClientHost& ada, ClientHost& bo, int count) {
    ada.signIn("sip:ada@orchard.example", port_);
    bo.signIn("sip:bo@orchard.example", port_);
    if (!QTest::qWaitFor([&] { return ada.isSignedIn() && bo.isSignedIn(); }, 10'000)) return {};
    const RoomUri room = findRoom(ada, tides_);
    if (!await(ada->follow(room, tides_)).ok() || !await(bo->open(room)).ok()) return {};
    if (!QTest::qWaitFor([&] { return ada.room(tides_) != nullptr; }, 5'000)) return {};
    for (int i = 1; i <= count; ++i) bo->post(room, line(i));
    const auto told = [&] { return ada->room(room)->newestKnown() == static_cast<ChatId>(count); };
    return QTest::qWaitFor(told, 20'000) ? room : RoomUri();
  }
  void ask(const char* verb, QJsonObject arguments) {
    auto pool = Ctl::openPool(server_->dataDir());
    QVERIFY(pool.ok());
    arguments.insert(QStringLiteral("room"), tides_);
    const auto answer =
        (*pool)->ask({{QStringLiteral("verb"), QLatin1String(verb)}, {QStringLiteral("arguments"), arguments}});
    QVERIFY(answer.ok() && answer->value(QStringLiteral("ok")).toBool());
  }
  static void expectDense(ClientHost& host, const RoomUri& room) {
    const auto& timeline = host->room(room)->timeline();
    for (int row = 1; row < timeline.storedCount(); ++row) {
      QCOMPARE(timeline.at(row).chatId, timeline.at(row - 1).chatId + 1);
    }
  }
  // Scrolling back, a search, the surroundings of a message, opening: without a server.
  void readsAllFromThisComputer(ClientHost& ada, const RoomUri& room, int kept) {
    ada->fetchOlder(room);
    QTRY_COMPARE(ada.texts(tides_).size(), 100);
    ada->fetchOlder(room);
    QTRY_COMPARE(ada.texts(tides_), lines(1, kept));
    QVERIFY(ada->room(room)->timeline().atStart());
    Core::MessageSearchQuery query;
    query.words = QStringLiteral("7 heron");
    query.limitPerRoom = 500;
    const auto hits = await(ada->searchMessages(query));
    QVERIFY(hits.ok());
    QCOMPARE(hits->size(), 1);
    QVERIFY(hits->first().local);
    QCOMPARE(hits->first().messages.last().text, line(7));
    const auto around = await(ada->contextOf(room, 60, 2, 2));
    QVERIFY(around.ok());
    QCOMPARE(around->size(), 5);
    QVERIFY(await(ada->open(room)).ok());
  }

 private Q_SLOTS:
  void init() {
    server_ = std::make_unique<ServerHost>(teamOrganisation());
    server_->config().frontEnd.openSignIn = true;
    QVERIFY(server_->start().ok());
    port_ = server_->port();
  }
  void cleanup() { server_.reset(); }

  // The server is gone, the program starts: rooms, history and search come from this computer, and a post waits. The
  // server comes back: everything is there once.
  void aDayWithoutServer_data() {
    QTest::addColumn<int>("missed");
    QTest::newRow("nothing missed") << 0;
    QTest::newRow("a few") << 8;
    QTest::newRow("more than a page") << 120;
    QTest::newRow("more than is fetched at once") << 300;
  }
  void aDayWithoutServer() {
    QFETCH(int, missed);
    constexpr int kBefore = 130;
    ClientHost ada("desk");
    ClientHost bo("laptop");
    const RoomUri room = meet(ada, bo, kBefore);
    QVERIFY(!room.isEmpty());
    stopServer(ada);
    ada.restart();
    ada.signIn("sip:ada@orchard.example", port_);
    QTRY_VERIFY(ada.room(tides_) != nullptr);
    QTRY_COMPARE(ada.texts(tides_).size(), 50);
    QCOMPARE(ada.texts(tides_), lines(kBefore - 49, kBefore));
    QVERIFY(ada->room(room)->isFollowed());
    QTRY_COMPARE(ada->status().state, Core::ConnectionState::Reconnecting);
    QVERIFY(ada->status().retryInMs >= 0);

    readsAllFromThisComputer(ada, room, kBefore);
    if (QTest::currentTestFailed()) return;

    ada->post(room, QStringLiteral("written in the dark"));
    QCOMPARE(ada->room(room)->timeline().at(kBefore).state, Core::MessageState::Waiting);
    startServer();
    bo->retryNow();
    QTRY_VERIFY_WITH_TIMEOUT(bo.isSignedIn(), 20'000);
    for (int i = 1; i <= missed; ++i) bo->post(room, line(kBefore + i));
    // Ada may be back before or after these posts.
    ada->retryNow();
    QTRY_VERIFY_WITH_TIMEOUT(ada.isSignedIn(), 20'000);
    const auto last = static_cast<ChatId>(kBefore + missed + 1);
    QTRY_COMPARE_WITH_TIMEOUT(ada->room(room)->timeline().newestChatId(), last, 20'000);
    QTRY_COMPARE(ada->room(room)->joinState(), Core::JoinState::Joined);
    expectDense(ada, room);
    QStringList texts = ada.texts(tides_);
    QCOMPARE(texts.removeAll(QStringLiteral("written in the dark")), 1);
    const int first = texts.first().section(u' ', 1, 1).toInt();
    QCOMPARE(texts, lines(first, kBefore + missed));
    while (!ada->room(room)->timeline().atStart()) {
      const int count = ada->room(room)->timeline().count();
      ada->fetchOlder(room);
      QTRY_VERIFY(ada->room(room)->timeline().count() > count);
    }
    texts = ada.texts(tides_);
    texts.removeAll(QStringLiteral("written in the dark"));
    QCOMPARE(texts, lines(1, kBefore + missed));
    expectDense(ada, room);
  }

  // The missed messages are told as one number, not one by one.
  void missedMessagesAreToldTogether() {
    ClientHost ada("desk");
    ClientHost bo("laptop");
    Relay relay(server_->port());
    bo.signIn("sip:bo@orchard.example", port_);
    ada.signIn("sip:ada@orchard.example", relay.port());
    QTRY_VERIFY(ada.isSignedIn() && bo.isSignedIn());
    const RoomUri room = findRoom(ada, tides_);
    QVERIFY(await(ada->open(room)).ok());
    QVERIFY(await(bo->open(room)).ok());
    bo->post(room, line(1));
    QTRY_COMPARE(ada->room(room)->newestKnown(), ChatId{1});
    relay.cut();
    QTRY_VERIFY(!ada.isSignedIn());
    int arrived = 0;
    int caughtUp = 0;
    connect(&ada.client(), &Core::Client::messageArrived, this, [&] { ++arrived; });
    connect(&ada.client(), &Core::Client::caughtUp, this, [&](Core::Room*, int count) { caughtUp += count; });
    for (int i = 2; i <= 20; ++i) bo->post(room, line(i));
    QTRY_COMPARE_WITH_TIMEOUT(bo->room(room)->timeline().newestChatId(), ChatId{20}, 10'000);
    QVERIFY(relay.mend());
    ada->retryNow();
    QTRY_VERIFY_WITH_TIMEOUT(ada.isSignedIn(), 20'000);
    QTRY_COMPARE(ada.texts(tides_), lines(1, 20));
    QCOMPARE(arrived, 0);
    QCOMPARE(caughtUp, 19);
    QCOMPARE(ada->status().caughtUpMessages, 19);
    QCOMPARE(ada->status().caughtUpRooms, 1);
  }

  // What was removed while this computer was off is not shown here any more, and not found.
  void messagesRemovedMeanwhile() {
    ClientHost ada("desk");
    ClientHost bo("laptop");
    const RoomUri room = meet(ada, bo, 5);
    QVERIFY(!room.isEmpty());
    ada.restart();
    ask("message rm", {{QStringLiteral("id"), QJsonArray{QStringLiteral("2")}}});
    ask("message redact", {{QStringLiteral("id"), QJsonArray{QStringLiteral("4")}}});
    ada.signIn("sip:ada@orchard.example", port_);
    QTRY_VERIFY(ada.isSignedIn());
    QTRY_COMPARE(ada.texts(tides_).filter(QStringLiteral("heron")), (QStringList{line(1), line(3), line(5)}));
    stopServer(ada);
    ada.restart();
    ada.signIn("sip:ada@orchard.example", port_);
    QTRY_COMPARE(ada.texts(tides_).filter(QStringLiteral("heron")), (QStringList{line(1), line(3), line(5)}));
    Core::MessageSearchQuery query;
    query.words = QStringLiteral("heron");
    const auto hits = await(ada->searchMessages(query));
    QVERIFY(hits.ok());
    QCOMPARE(hits->first().messages.size(), 3);
  }

  // Who is not let in any more finds nothing of the room on the computer either.
  void aRoomThatIsLeftIsForgotten() {
    ClientHost ada("desk");
    ClientHost bo("laptop");
    const RoomUri room = meet(ada, bo, 5);
    QVERIFY(!room.isEmpty());
    QVERIFY(await(ada->unfollow(room)).ok());
    QTRY_VERIFY(ada.room(tides_) == nullptr);
    stopServer(ada);
    ada.restart();
    ada.signIn("sip:ada@orchard.example", port_);
    QTRY_VERIFY(ada->status().error.has_value());
    QVERIFY(ada->rooms().isEmpty());
    const auto usage = await(ada->cacheUsage());
    QVERIFY(usage.ok());
    QCOMPARE(usage->messages, 0);
  }

  // A wrong address is still told when nobody has ever signed in there.
  void anUnknownServerIsNoServerToWaitFor() {
    ClientHost ada("desk");
    ClientHost bo("laptop");
    QVERIFY(!meet(ada, bo, 3).isEmpty());
    stopServer(ada);
    ada.restart();
    ada.signIn("sip:ada@orchard.example", static_cast<quint16>(port_ == 1 ? 2 : 1));
    QTRY_COMPARE(ada->status().state, Core::ConnectionState::Refused);
    QVERIFY(ada->status().error.has_value());
  }

  // Nothing of one account is shown to another on the same computer.
  void anotherAccountSeesNothing() {
    ClientHost ada("desk");
    ClientHost bo("laptop");
    QVERIFY(!meet(ada, bo, 3).isEmpty());
    stopServer(ada);
    ada.signIn("sip:cy@orchard.example", port_);
    QVERIFY(ada->rooms().isEmpty());
    QTRY_VERIFY(ada->status().error.has_value());
    QVERIFY(ada->rooms().isEmpty());
    Core::MessageSearchQuery query;
    query.words = QStringLiteral("heron");
    const auto hits = await(ada->searchMessages(query));
    QVERIFY(!hits.ok() || hits->isEmpty());
  }
};

PARLOUR_TEST(TestOffline)

}  // namespace tst_offline

#include "tst_offline.moc"
