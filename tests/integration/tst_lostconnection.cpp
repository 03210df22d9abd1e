// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "tests/integration/host/Await.h"
#include "tests/integration/host/Relay.h"
#include "tests/integration/host/ServerHost.h"
#include "tests/integration/host/Team.h"
#include "tests/program/TestProgram.h"

namespace tst_lostconnection {

using namespace Parlour;
using namespace Parlour::Tests;

// What a client has after its wire was cut: everything once, in order, and its rooms again.
class TestLostConnection : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<ServerHost> server_;

  static QString line(int number) { return QStringLiteral("line %1").arg(number); }

  // Both are signed in, ada through the wire that can be cut, and sit in the same room.
  void meet(ClientHost& ada, const Relay& relay, ClientHost& bo, RoomUri& room) {
    ada.signIn("sip:ada@orchard.example", relay.port());
    bo.signIn("sip:bo@orchard.example", server_->port());
    QTRY_VERIFY(ada.isSignedIn() && bo.isSignedIn());
    room = findRoom(ada, QStringLiteral("Tide tables"));
    QVERIFY(await(ada->open(room)).ok());
    QVERIFY(await(bo->open(room)).ok());
  }

  static void expectDense(ClientHost& host, const RoomUri& room) {
    const auto& timeline = host->room(room)->timeline();
    for (int row = 1; row < timeline.count(); ++row) {
      if (timeline.at(row).chatId == 0) continue;
      QCOMPARE(timeline.at(row).chatId, timeline.at(row - 1).chatId + 1);
    }
  }

 private Q_SLOTS:
  void init() {
    server_ = std::make_unique<ServerHost>(teamOrganisation());
    server_->config().frontEnd.openSignIn = true;
    QVERIFY(server_->start().ok());
  }
  void cleanup() { server_.reset(); }

  void missedMessagesComeOnceAndInOrder_data() {
    QTest::addColumn<int>("missed");
    QTest::newRow("none") << 0;
    QTest::newRow("a few") << 7;
    QTest::newRow("more than one page") << 160;
  }

  void missedMessagesComeOnceAndInOrder() {
    QFETCH(int, missed);
    Relay relay(server_->port());
    ClientHost ada("desk");
    ClientHost bo("laptop");
    RoomUri room;
    meet(ada, relay, bo, room);
    if (QTest::currentTestFailed()) return;
    QStringList expected;
    for (int i = 0; i < 3; ++i) bo->post(room, expected.emplaceBack(line(i)));
    QTRY_COMPARE(ada.texts(QStringLiteral("Tide tables")), expected);

    relay.cut();
    QTRY_VERIFY(!ada.isSignedIn());
    for (int i = 0; i < missed; ++i) bo->post(room, expected.emplaceBack(line(100 + i)));
    QTRY_COMPARE_WITH_TIMEOUT(bo->room(room)->timeline().newestChatId(), ChatId(3 + missed), 20'000);
    QVERIFY(relay.mend());
    ada->retryNow();
    QTRY_VERIFY_WITH_TIMEOUT(ada.isSignedIn(), 20'000);
    bo->post(room, expected.emplaceBack(QStringLiteral("after")));
    QTRY_COMPARE_WITH_TIMEOUT(ada.texts(QStringLiteral("Tide tables")).last(), QStringLiteral("after"), 10'000);
    QTRY_COMPARE(ada.texts(QStringLiteral("Tide tables")).size(), expected.size());
    QCOMPARE(ada.texts(QStringLiteral("Tide tables")), expected);
    expectDense(ada, room);
  }

  void postsWaitForTheConnection() {
    Relay relay(server_->port());
    ClientHost ada("desk");
    ClientHost bo("laptop");
    RoomUri room;
    meet(ada, relay, bo, room);
    if (QTest::currentTestFailed()) return;
    relay.cut();
    QTRY_VERIFY(!ada.isSignedIn());
    QStringList expected;
    for (int i = 0; i < 5; ++i) ada->post(room, expected.emplaceBack(line(i)));
    QCOMPARE(ada->room(room)->timeline().at(0).state, Core::MessageState::Waiting);
    QVERIFY(relay.mend());
    ada->retryNow();
    QTRY_COMPARE_WITH_TIMEOUT(bo.texts(QStringLiteral("Tide tables")), expected, 20'000);
    QTRY_COMPARE(ada->room(room)->timeline().newestChatId(), ChatId{5});
    QCOMPARE(ada.texts(QStringLiteral("Tide tables")), expected);
  }

  void postsOutliveTheProgram_data() {
    QTest::addColumn<bool>("cut");
    QTest::newRow("none was sent") << true;
    QTest::newRow("some were on their way") << false;
  }

  // The client ends with posts that nobody has confirmed and is started again on the same computer.
  void postsOutliveTheProgram() {
    QFETCH(bool, cut);
    Relay relay(server_->port());
    ClientHost ada("desk");
    ClientHost bo("laptop");
    RoomUri room;
    meet(ada, relay, bo, room);
    if (QTest::currentTestFailed()) return;
    QStringList expected{line(0)};
    ada->post(room, expected.first());
    QTRY_COMPARE(ada->room(room)->timeline().newestChatId(), ChatId{1});
    if (cut) {
      relay.cut();
      QTRY_VERIFY(!ada.isSignedIn());
    }
    for (int i = 1; i < 6; ++i) ada->post(room, expected.emplaceBack(line(i)));
    ada.restart();
    if (cut) QVERIFY(relay.mend());
    ada.signIn("sip:ada@orchard.example", relay.port());
    QTRY_VERIFY_WITH_TIMEOUT(ada.isSignedIn(), 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(bo.texts(QStringLiteral("Tide tables")), expected, 20'000);
    QTRY_COMPARE(ada->room(room)->timeline().newestChatId(), ChatId{6});
    QCOMPARE(ada.texts(QStringLiteral("Tide tables")), expected);
    expectDense(bo, room);
  }

  // The wire is cut again and again while posts are on their way: none is lost, none shows twice.
  void cutsWhilePosting() {
    Relay relay(server_->port());
    ClientHost ada("desk");
    ClientHost bo("laptop");
    RoomUri room;
    meet(ada, relay, bo, room);
    if (QTest::currentTestFailed()) return;
    QStringList expected;
    for (int round = 0; round < 4; ++round) {
      for (int i = 0; i < 10; ++i) ada->post(room, expected.emplaceBack(line(round * 10 + i)));
      const int seen = bo.texts(QStringLiteral("Tide tables")).size();
      QTRY_VERIFY(bo.texts(QStringLiteral("Tide tables")).size() > seen);
      relay.cut();
      QTRY_VERIFY(!ada.isSignedIn());
      QVERIFY(relay.mend());
      ada->retryNow();
      QTRY_VERIFY_WITH_TIMEOUT(ada.isSignedIn(), 20'000);
    }
    QTRY_COMPARE_WITH_TIMEOUT(bo.texts(QStringLiteral("Tide tables")).size(), expected.size(), 20'000);
    QCOMPARE(bo.texts(QStringLiteral("Tide tables")), expected);
    QTRY_COMPARE(ada->room(room)->timeline().newestChatId(), ChatId(expected.size()));
    QCOMPARE(ada.texts(QStringLiteral("Tide tables")), expected);
    expectDense(bo, room);
  }

  void serverRestart() {
    ClientHost ada("desk");
    const quint16 port = server_->port();
    ada.signIn("sip:ada@orchard.example", port);
    QTRY_VERIFY(ada.isSignedIn());
    const RoomUri room = findRoom(ada, QStringLiteral("Tide tables"));
    QVERIFY(await(ada->open(room)).ok());
    ada->post(room, line(1));
    QTRY_COMPARE(ada->room(room)->timeline().newestChatId(), ChatId{1});
    server_->stop();
    QTRY_VERIFY(!ada.isSignedIn());
    QVERIFY(ada->status().error.has_value());
    server_->config().listen = {QStringLiteral("tcp:127.0.0.1:%1").arg(port)};
    QVERIFY(server_->start().ok());
    ada->retryNow();
    QTRY_VERIFY_WITH_TIMEOUT(ada.isSignedIn(), 20'000);
    QTRY_COMPARE(ada->room(room)->joinState(), Core::JoinState::Joined);
    ada->post(room, line(2));
    QTRY_COMPARE(ada.texts(QStringLiteral("Tide tables")), (QStringList{line(1), line(2)}));
    QTRY_COMPARE(ada->room(room)->timeline().newestChatId(), ChatId{2});
  }

  // More clients than may sign in at one time: those who are told to come back do so by themselves.
  void busyServerLetsEverybodyInInTheEnd() {
    server_->stop();
    server_->config().frontEnd.load.signInsInFlight = 1;
    QVERIFY(server_->start().ok());
    ClientHost ada("desk");
    ClientHost bo("laptop");
    ClientHost cy("tower");
    bool anybodyWaited = false;
    for (ClientHost* host : {&ada, &bo, &cy}) {
      connect(&host->client(), &Core::Client::statusChanged, this, [&anybodyWaited, host] {
        anybodyWaited = anybodyWaited || (*host)->status().state == Core::ConnectionState::Busy;
      });
    }
    ada.signIn("sip:ada@orchard.example", server_->port());
    bo.signIn("sip:bo@orchard.example", server_->port());
    cy.signIn("sip:cy@orchard.example", server_->port());
    QTRY_VERIFY_WITH_TIMEOUT(ada.isSignedIn() && bo.isSignedIn() && cy.isSignedIn(), 20'000);
    QVERIFY(anybodyWaited);
  }
};

PARLOUR_TEST(TestLostConnection)

}  // namespace tst_lostconnection

#include "tst_lostconnection.moc"
