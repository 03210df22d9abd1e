// SPDX-License-Identifier: Apache-2.0
#include <QSignalSpy>
#include <QTest>

#include "tests/program/TestProgram.h"
#include "tests/support/ClientFixture.h"

namespace tst_reconnect {

using namespace Parlour;
using namespace Parlour::Core;
using namespace Parlour::Testing;

namespace {

Error reset() { return Error::make(ErrorCode::ConnectionLost, QStringLiteral("The connection was reset.")); }

QList<ChatId> numbers(const Timeline& timeline) {
  QList<ChatId> ids;
  for (int row = 0; row < timeline.count(); ++row) ids.append(timeline.at(row).chatId);
  return ids;
}

QList<ChatId> upTo(ChatId last, ChatId first = 1) {
  QList<ChatId> ids;
  for (ChatId id = first; id <= last; ++id) ids.append(id);
  return ids;
}

}  // namespace

class TestReconnect : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void onlyTheMissingMessagesAreFetched();
  void aLargeHoleIsLeftToScrolling();
  void olderServerWithoutPaging();
  void aHoleWhileConnectedIsFilled();
  void delaysGrowAndTryNow();
  void noNetworkIsSaid();
  void aNewNetworkIsTriedAtOnce();
  void aNewNetworkOnlyAsksWhenAllIsWell();
  void aDeadConnectionIsFoundByANewNetwork();
  void refusedWhileReconnectingStops();
  void serverRemovesTheEndpoint();
  void sessionLostKeepsTheRegistration();
  void sessionLostAgainSoonBacksOff();
  void registrationIsRefreshed();
  void forgottenRegistrationStartsAnew();
  void slowAndBack();
  void openRoomsAreJoinedAgain();

 private:
  void say(int count) {
    for (int i = 0; i < count; ++i) f_->rooms.say(tides_, f_->bo, QStringLiteral("news"));
    f_->settle();
  }
  void missWhileAway(int count) {
    f_->transport->cut(reset());
    f_->settle();
    f_->rooms.leaveAll();
    for (int i = 0; i < count; ++i) f_->rooms.remember(tides_, f_->bo, QStringLiteral("missed"));
  }
  Room& tides() { return *f_->client->room(tides_); }

  const RoomUri tides_ = testRoom("tides");
  std::unique_ptr<ClientFixture> f_;
};

void TestReconnect::init() {
  f_ = std::make_unique<ClientFixture>();
  f_->rooms.add(tides_, QStringLiteral("Tide tables"));
  f_->followBefore(tides_, QStringLiteral("Tide tables"));
  f_->signIn();
  say(10);
  f_->server->takeTranscript();
}

void TestReconnect::onlyTheMissingMessagesAreFetched() {
  QSignalSpy arrived(f_->client.get(), &Client::messageArrived);
  QSignalSpy signedIn(f_->client.get(), &Client::signedIn);
  missWhileAway(7);
  QCOMPARE(f_->client->status().state, ConnectionState::Reconnecting);
  QVERIFY(!f_->client->status().lostAt.isNull());
  QCOMPARE(tides().joinState(), JoinState::NotJoined);
  QCOMPARE(tides().timeline().count(), 10);  // the room stays readable
  f_->rooms.commands.clear();
  f_->advanceMs(2'500);
  QCOMPARE(f_->client->status().state, ConnectionState::Connected);
  QCOMPARE(f_->client->status().caughtUpMessages, 7);
  QCOMPARE(f_->client->status().caughtUpRooms, 1);
  QCOMPARE(numbers(tides().timeline()), upTo(17));
  QCOMPARE(tides().unreadCount(), 17);
  QVERIFY(arrived.isEmpty());  // caught up, not arrived: no notification each
  QVERIFY(signedIn.isEmpty());
  const auto asked = std::find_if(f_->rooms.commands.cbegin(), f_->rooms.commands.cend(), [](const Xccos::Command& c) {
    return std::holds_alternative<Xccos::BackchatByMessage>(c);
  });
  QVERIFY(asked != f_->rooms.commands.cend());
  QCOMPARE(std::get<Xccos::BackchatByMessage>(*asked).query.start, std::optional<ChatId>(10));
  QVERIFY(!f_->server->transcript().contains(QStringLiteral("INFO cmd:bccontext")));
}

void TestReconnect::aLargeHoleIsLeftToScrolling() {
  missWhileAway(300);
  f_->advanceMs(2'500);
  QCOMPARE(f_->client->status().caughtUpMessages, 300);
  QCOMPARE(numbers(tides().timeline()), upTo(310, 261));
  QCOMPARE(tides().unreadCount(), 310);
  QVERIFY(tides().timeline().atEnd());
  QVERIFY(!tides().timeline().atStart());
  for (int i = 0; i < 20 && !tides().timeline().atStart(); ++i) {
    f_->client->fetchOlder(tides_);
    f_->settle();
  }
  QCOMPARE(numbers(tides().timeline()), upTo(310));
}

void TestReconnect::olderServerWithoutPaging() {
  f_->rooms.deviate("cmd:bcbymsg", {405, QStringLiteral("ERROR_MSG_NOT_SUPPORTED")});
  missWhileAway(7);
  f_->advanceMs(2'500);
  QCOMPARE(f_->client->status().caughtUpMessages, 7);
  QCOMPARE(numbers(tides().timeline()), upTo(17));
}

void TestReconnect::aHoleWhileConnectedIsFilled() {
  for (int i = 0; i < 3; ++i) f_->rooms.remember(tides_, f_->bo, QStringLiteral("lost on the way"));
  say(1);
  QCOMPARE(numbers(tides().timeline()), upTo(14));
  QCOMPARE(f_->server->takeTranscript(), QStringList{QStringLiteral("INFO cmd:bcbymsg")});
  f_->rooms.room(tides_).keepsHistory = false;  // what cannot be fetched does not make it try for ever
  f_->rooms.remember(tides_, f_->bo, QStringLiteral("gone"));
  say(2);
  QCOMPARE(f_->server->takeTranscript(), QStringList{QStringLiteral("INFO cmd:bcbymsg")});
}

void TestReconnect::delaysGrowAndTryNow() {
  f_->locator->answer = Error::make(ErrorCode::NotFound, QStringLiteral("No such server."));
  missWhileAway(0);
  QList<qint64> delays;
  for (int i = 0; i < 6; ++i) {
    delays.append(f_->client->status().retryInMs);
    f_->client->retryNow();
    f_->advanceMs(0);
  }
  const qint64 seconds[] = {2, 4, 8, 16, 30, 30};
  for (int i = 0; i < 6; ++i) QVERIFY(delays[i] >= seconds[i] * 800 && delays[i] <= seconds[i] * 1200);
  f_->locator->answer = QList<Sip::Target>{{"192.0.2.10", 5061, Sip::Protocol::Tls, {}}};
  f_->client->retryNow();
  f_->advanceMs(0);
  QCOMPARE(f_->client->status().state, ConnectionState::Connected);
}

void TestReconnect::noNetworkIsSaid() {
  f_->network = false;
  missWhileAway(0);
  QCOMPARE(f_->client->status().state, ConnectionState::NoNetwork);
  f_->network = true;
  f_->advanceMs(2'500);
  QCOMPARE(f_->client->status().state, ConnectionState::Connected);
}

void TestReconnect::aNewNetworkIsTriedAtOnce() {
  f_->network = false;
  missWhileAway(2);
  QCOMPARE(f_->client->status().state, ConnectionState::NoNetwork);
  f_->networkWatch->onChanged();  // an interface came that has no address yet
  f_->settle();
  QCOMPARE(f_->client->status().state, ConnectionState::NoNetwork);
  f_->network = true;
  f_->networkWatch->onChanged();
  f_->advanceMs(0);
  QCOMPARE(f_->client->status().state, ConnectionState::Connected);
  QCOMPARE(f_->client->status().caughtUpMessages, 2);
}

void TestReconnect::aNewNetworkOnlyAsksWhenAllIsWell() {
  f_->server->takeTranscript();
  f_->networkWatch->onChanged();
  f_->networkWatch->onChanged();
  f_->settle();
  const QStringList asked = f_->server->takeTranscript();
  QCOMPARE(asked.size(), 1);
  QVERIFY(asked.first().startsWith(QStringLiteral("REGISTER")));
  f_->advanceMs(10'000);
  QCOMPARE(f_->client->status().state, ConnectionState::Connected);
}

void TestReconnect::aDeadConnectionIsFoundByANewNetwork() {
  f_->server->plan(QStringLiteral("REGISTER"), 0);
  f_->networkWatch->onChanged();
  f_->advanceMs(3'500);
  f_->server->takeTranscript();
  f_->advanceMs(600);
  QVERIFY(f_->server->transcript().contains(QStringLiteral("REGISTER")));  // without waiting for the back-off
  f_->advanceMs(0);
  QCOMPARE(f_->client->status().state, ConnectionState::Connected);
}

void TestReconnect::refusedWhileReconnectingStops() {
  f_->server->plan(QStringLiteral("REGISTER"), 403, {{"ms-diagnostics", "1000;reason=\"Wrong credentials\""}});
  missWhileAway(0);
  f_->advanceMs(2'500);
  QCOMPARE(f_->client->status().state, ConnectionState::Refused);
  QCOMPARE(f_->client->status().error->code, ErrorCode::Unauthorized);
  f_->server->takeTranscript();
  f_->advanceMs(600'000);
  QVERIFY(f_->server->takeTranscript().isEmpty());
}

void TestReconnect::serverRemovesTheEndpoint() {
  f_->server->notify("NOTIFY", "deregistered;event=rejected", {{"subscription-state", "terminated;expires=0"}});
  f_->settle();
  QCOMPARE(f_->client->status().state, ConnectionState::Connected);  // the roaming dialog's own affair
  Sip::Request request;
  request.method = "NOTIFY";
  request.headers = {{"Call-ID", f_->server->received.first().callId()},
                     {"From", "<sip:ada@orchard.example>;tag=9a72"},
                     {"To", f_->server->received.first().headers.value("From")},
                     {"Event", "registration-notify"},
                     {"Content-Type", "text/registration-event"}};
  request.body = "deregistered;event=rejected";
  f_->transport->feed(request);
  f_->settle();
  QCOMPARE(f_->client->status().state, ConnectionState::Refused);
  QCOMPARE(f_->client->status().error->code, ErrorCode::Disabled);
  QCOMPARE(f_->transport->unansweredByClient(), 0);
}

void TestReconnect::sessionLostKeepsTheRegistration() {
  f_->advanceMs(120'000);
  f_->server->takeTranscript();
  f_->server->sendBye();
  for (int i = 0; i < 3; ++i) f_->rooms.remember(tides_, f_->bo, QStringLiteral("missed"));
  f_->settle();
  QCOMPARE(f_->server->transcript().first(), QStringLiteral("INVITE"));
  QVERIFY(!f_->server->transcript().contains(QStringLiteral("REGISTER")));
  QCOMPARE(f_->client->status().state, ConnectionState::Connected);
  QCOMPARE(f_->client->status().caughtUpMessages, 3);
  QCOMPARE(numbers(tides().timeline()), upTo(13));
}

void TestReconnect::sessionLostAgainSoonBacksOff() {
  f_->server->sendBye();
  f_->settle();
  QCOMPARE(f_->client->status().state, ConnectionState::Reconnecting);
  QVERIFY(f_->client->status().retryInMs > 0);
  QVERIFY(!f_->server->takeTranscript().contains(QStringLiteral("INVITE")));
  f_->advanceMs(2'500);
  QCOMPARE(f_->client->status().state, ConnectionState::Connected);
}

void TestReconnect::registrationIsRefreshed() {
  f_->server->takeTranscript();
  f_->advanceMs((7200 - 31) * 1000LL);
  QVERIFY(!f_->server->transcript().contains(QStringLiteral("REGISTER")));
  f_->advanceMs(2'000);
  QCOMPARE(f_->server->transcript().count(QStringLiteral("REGISTER")), qsizetype{1});
  QCOMPARE(f_->client->status().state, ConnectionState::Connected);
}

void TestReconnect::forgottenRegistrationStartsAnew() {
  f_->advanceMs(7'000'000);
  Sip::Response renewed;
  renewed.status = 200;
  renewed.headers.add("Expires", "7200");
  renewed.headers.add("presence-state", "register-action=\"added\"");
  f_->server->plan(QStringLiteral("REGISTER"), renewed);
  f_->server->takeTranscript();
  f_->advanceMs(175'000);
  QVERIFY(f_->server->transcript().count(QStringLiteral("REGISTER")) >= 2);
  QVERIFY(f_->server->transcript().contains(QStringLiteral("INVITE")));
  QCOMPARE(f_->client->status().state, ConnectionState::Connected);
}

void TestReconnect::slowAndBack() {
  f_->rooms.deviate("cmd:chansrch", {0, {}});
  f_->client->searchRooms({});
  f_->settle();
  f_->advanceMs(4'000);
  QCOMPARE(f_->client->status().state, ConnectionState::Connected);
  f_->advanceMs(2'100);
  QCOMPARE(f_->client->status().state, ConnectionState::Slow);
  QCOMPARE(f_->client->status().silentForMs, qint64{6'000});
  f_->advanceMs(56'000);  // the search is given up
  QCOMPARE(f_->client->status().state, ConnectionState::Connected);
}

void TestReconnect::openRoomsAreJoinedAgain() {
  const RoomUri slip = testRoom("slip");
  f_->rooms.add(slip, QStringLiteral("Slipway"));
  f_->client->open(slip);
  f_->settle();
  QCOMPARE(f_->client->room(slip)->joinState(), JoinState::Joined);
  f_->transport->cut(reset());
  f_->settle();
  f_->advanceMs(2'500);
  QCOMPARE(f_->client->room(slip)->joinState(), JoinState::Joined);
  // and at the next sign-in on this computer
  ClientFixture again(f_->settings);
  again.rooms.add(slip, QStringLiteral("Slipway"));
  again.signIn();
  QVERIFY(again.client->room(slip) != nullptr);
  QVERIFY(again.client->room(slip)->isOpen());
  QCOMPARE(again.client->room(slip)->summary().name, QStringLiteral("Slipway"));
}

PARLOUR_TEST(TestReconnect)

}  // namespace tst_reconnect

#include "tst_reconnect.moc"
