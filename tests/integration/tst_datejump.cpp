// SPDX-License-Identifier: Apache-2.0
#include <QDateTime>
#include <QTest>

#include "tests/integration/host/Await.h"
#include "tests/integration/host/ServerHost.h"
#include "tests/integration/host/Team.h"
#include "tests/program/TestProgram.h"

namespace tst_datejump {

using namespace Parlour;
using namespace Parlour::Tests;

constexpr int kMessages = 400;
constexpr int kHourSeconds = 3'600;

// A day of a room's past: the client finds its first message on the server and has it in memory with its surroundings.
class TestDateJump : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<ServerHost> server_;
  std::unique_ptr<ClientHost> ada_;
  RoomUri room_;

  static Timestamp hoursAgo(int hours, int minutes) {
    return Timestamp::fromMs(QDateTime::currentMSecsSinceEpoch() - (hours * 60LL + minutes) * 60'000);
  }

 private Q_SLOTS:
  void init() {
    server_ = std::make_unique<ServerHost>(teamWithHistory(kMessages, kHourSeconds));
    server_->config().frontEnd.openSignIn = true;
    QVERIFY(server_->start().ok());
    ada_ = std::make_unique<ClientHost>("desk");
    ada_->signIn("sip:ada@orchard.example", server_->port());
    QTRY_VERIFY_WITH_TIMEOUT(ada_->isSignedIn(), 10'000);
    room_ = findRoom(*ada_, QStringLiteral("Tide tables"));
    QVERIFY(await((*ada_)->open(room_)).ok());
  }
  void cleanup() {
    ada_.reset();
    server_.reset();
  }

  void theFirstMessageSince_data() {
    QTest::addColumn<int>("hours");
    QTest::addColumn<ChatId>("expected");
    QTest::newRow("before the room") << 1'000 << ChatId{1};
    QTest::newRow("long ago") << 300 << ChatId{kMessages - 300};
    QTest::newRow("in memory") << 3 << ChatId{kMessages - 3};
  }
  void theFirstMessageSince() {
    QFETCH(int, hours);
    const auto found = await((*ada_)->firstMessageSince(room_, hoursAgo(hours, 30)));
    QVERIFY(found.ok());
    QTEST(*found, "expected");
    QVERIFY(await((*ada_)->showAround(room_, *found)).ok());
    const Core::Timeline& timeline = (*ada_)->room(room_)->timeline();
    QVERIFY(timeline.rowOf(*found) >= 0);
    QCOMPARE(timeline.at(timeline.rowOf(*found)).text, QStringLiteral("line %1").arg(*found));
  }

  void noneSince() {
    const auto found = await((*ada_)->firstMessageSince(room_, hoursAgo(-2, 0)));
    QVERIFY(found.ok());
    QCOMPARE(*found, ChatId{0});
  }

  void notWithoutTheServer() {
    server_->stop();
    QTRY_VERIFY_WITH_TIMEOUT((*ada_)->status().state != Core::ConnectionState::Connected, 10'000);
    const auto found = await((*ada_)->firstMessageSince(room_, hoursAgo(3, 0)));
    QVERIFY(!found.ok());
    QCOMPARE(found.error().code, ErrorCode::ConnectionLost);
    QVERIFY(!found.error().text.isEmpty());
  }
};

PARLOUR_TEST(TestDateJump)

}  // namespace tst_datejump

#include "tst_datejump.moc"
