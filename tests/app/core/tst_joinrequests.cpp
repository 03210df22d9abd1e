// SPDX-License-Identifier: Apache-2.0
#include <QSignalSpy>
#include <QTest>

#include "protocol/xccos/Permissions.h"
#include "tests/program/TestProgram.h"
#include "tests/support/ClientFixture.h"

namespace tst_joinrequests {

using namespace Parlour;
using namespace Parlour::Core;
using namespace Parlour::Testing;

class TestJoinRequests : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void nothingIsSentWithoutTheTag_data();
  void nothingIsSentWithoutTheTag();
  void listedAtSignIn();
  void signInDoesNotWaitForThem_data();
  void signInDoesNotWaitForThem();
  void newOnesArriveLive();
  void othersEndThem_data();
  void othersEndThem();
  void ownOnesEnd_data();
  void ownOnesEnd();
  void asking();
  void askingAgainReplacesTheWords();
  void tooManyWordsAreNotSent();
  void refusedAsking_data();
  void refusedAsking();
  void answering_data();
  void answering();
  void answeredByAnotherMeanwhile();
  void withdrawing();
  void askedAgainAfterAReconnect();
  void aServerThatLostTheFeature();
  void aDeletedRoomTakesItsRequests();
  void becomingManagerAsksAgain();
  void longListsAreCut();
  void signedOut();
  void withoutConnection();

 private:
  Xccos::JoinRequest request(const RoomUri& room, const SipUri& user, const char* words = "") const;
  void tell(Xccos::JoinRequest request, Xccos::JoinRequestState state);
  qsizetype sent(const char* command) const {
    return f_->server->transcript().count(QStringLiteral("INFO ") + QLatin1String(command));
  }
  JoinRequests& requests() { return f_->client->joinRequests(); }

  const RoomUri tides_ = testRoom("tides");
  const RoomUri crew_ = testRoom("crew");
  const SipUri cy_ = SipUri::fromTrusted("sip:cy@orchard.example");
  std::unique_ptr<ClientFixture> f_;
};

// Ada manages Tide tables and is no member of Crew rota.
void TestJoinRequests::init() {
  f_ = std::make_unique<ClientFixture>();
  f_->server->chatSupports = "timer, parlour-joinreq";
  f_->rooms.add(tides_, QStringLiteral("Tide tables"));
  f_->rooms.add(crew_, QStringLiteral("Crew rota"));
}

Xccos::JoinRequest TestJoinRequests::request(const RoomUri& room, const SipUri& user, const char* words) const {
  Xccos::JoinRequest request;
  request.room = room;
  request.roomName = room == tides_ ? QStringLiteral("Tide tables") : QStringLiteral("Crew rota");
  request.user = user;
  request.userName = user == f_->bo ? QStringLiteral("Bo Medlar") : QStringLiteral("Cy Sorb");
  request.words = QString::fromLatin1(words);
  request.askedOn = f_->clock.now();
  return request;
}

void TestJoinRequests::tell(Xccos::JoinRequest request, Xccos::JoinRequestState state) {
  request.state = state;
  f_->rooms.notice(Xccos::JoinRequestNotice{{request}});
  f_->settle();
}

void TestJoinRequests::nothingIsSentWithoutTheTag_data() {
  QTest::addColumn<QByteArray>("supported");
  QTest::newRow("no header") << QByteArray();
  QTest::newRow("others only") << QByteArray("timer, ms-sender");
  QTest::newRow("a longer word") << QByteArray("parlour-joinreq2");
}

void TestJoinRequests::nothingIsSentWithoutTheTag() {
  QFETCH(QByteArray, supported);
  f_->server->chatSupports = supported;
  f_->rooms.joinRequests = {request(tides_, f_->bo)};
  f_->signIn();
  QCOMPARE(f_->client->status().state, ConnectionState::Connected);
  QVERIFY(!requests().isSupported());
  QCOMPARE(sent("cmd:getjoinreqs"), 0);
  tell(request(tides_, f_->bo), Xccos::JoinRequestState::Pending);
  QVERIFY(requests().toAnswer().isEmpty());
}

void TestJoinRequests::listedAtSignIn() {
  f_->rooms.joinRequests = {request(tides_, f_->bo, "I sail on\nFridays"), request(crew_, f_->ada, "Let me in"),
                            request(tides_, cy_)};
  QSignalSpy arrived(f_->client.get(), &Client::joinRequestArrived);
  f_->signIn();
  QVERIFY(requests().isSupported());
  QCOMPARE(sent("cmd:getjoinreqs"), 1);
  QCOMPARE(requests().mine().size(), 1);
  QCOMPARE(requests().mineTo(crew_)->words, QStringLiteral("Let me in"));
  QVERIFY(!requests().mineTo(tides_));
  QCOMPARE(requests().toAnswerIn(tides_).size(), 2);
  QVERIFY(requests().toAnswerIn(crew_).isEmpty());
  const JoinRequest bo = requests().toAnswer().first();
  QCOMPARE(bo.roomName, QStringLiteral("Tide tables"));
  QCOMPARE(bo.user, f_->bo);
  QCOMPARE(bo.userName, QStringLiteral("Bo Medlar"));
  QCOMPARE(bo.words, QStringLiteral("I sail on Fridays"));
  QCOMPARE(bo.askedOn, f_->clock.now());
  QCOMPARE(arrived.size(), 0);  // they are no news
}

void TestJoinRequests::signInDoesNotWaitForThem_data() {
  QTest::addColumn<int>("code");
  QTest::addColumn<bool>("supported");
  QTest::newRow("no answer") << 0 << true;
  QTest::newRow("busy") << 503 << true;
  QTest::newRow("does not know them after all") << 405 << false;
}

void TestJoinRequests::signInDoesNotWaitForThem() {
  QFETCH(int, code);
  f_->rooms.deviate("cmd:getjoinreqs", {code, QStringLiteral("ERROR_UNDEFINED")});
  f_->signIn();
  QCOMPARE(f_->client->status().state, ConnectionState::Connected);
  f_->advanceMs(61'000);
  QCOMPARE(f_->client->status().state, ConnectionState::Connected);
  QTEST(requests().isSupported(), "supported");
}

void TestJoinRequests::newOnesArriveLive() {
  f_->signIn();
  QSignalSpy changed(f_->client.get(), &Client::joinRequestsChanged);
  QSignalSpy arrived(f_->client.get(), &Client::joinRequestArrived);
  tell(request(tides_, f_->bo, "First try"), Xccos::JoinRequestState::Pending);
  QCOMPARE(changed.size(), 1);
  QCOMPARE(arrived.size(), 1);
  QCOMPARE(arrived.first().first().value<JoinRequest>().userName, QStringLiteral("Bo Medlar"));
  tell(request(tides_, f_->bo, "Second try"), Xccos::JoinRequestState::Pending);
  QCOMPARE(arrived.size(), 1);  // the same request with other words
  QCOMPARE(requests().toAnswer().size(), 1);
  QCOMPARE(requests().toAnswer().first().words, QStringLiteral("Second try"));
  tell(request(crew_, f_->ada), Xccos::JoinRequestState::Pending);  // asked at another computer
  QVERIFY(requests().mineTo(crew_));
  QCOMPARE(arrived.size(), 1);
}

void TestJoinRequests::othersEndThem_data() {
  QTest::addColumn<Xccos::JoinRequestState>("state");
  QTest::newRow("granted by another manager") << Xccos::JoinRequestState::Granted;
  QTest::newRow("declined by another manager") << Xccos::JoinRequestState::Declined;
  QTest::newRow("withdrawn") << Xccos::JoinRequestState::Withdrawn;
}

void TestJoinRequests::othersEndThem() {
  QFETCH(Xccos::JoinRequestState, state);
  f_->rooms.joinRequests = {request(tides_, f_->bo), request(tides_, cy_)};
  f_->signIn();
  QSignalSpy ended(f_->client.get(), &Client::joinRequestEnded);
  tell(request(tides_, f_->bo), state);
  QCOMPARE(requests().toAnswer().size(), 1);
  QCOMPARE(requests().toAnswer().first().user, cy_);
  QCOMPARE(ended.size(), 0);
}

void TestJoinRequests::ownOnesEnd_data() {
  QTest::addColumn<Xccos::JoinRequestState>("state");
  QTest::addColumn<int>("told");
  QTest::addColumn<JoinRequestState>("seen");
  QTest::newRow("granted") << Xccos::JoinRequestState::Granted << 1 << JoinRequestState::Granted;
  QTest::newRow("declined") << Xccos::JoinRequestState::Declined << 1 << JoinRequestState::Declined;
  QTest::newRow("withdrawn elsewhere") << Xccos::JoinRequestState::Withdrawn << 0 << JoinRequestState::Withdrawn;
}

void TestJoinRequests::ownOnesEnd() {
  QFETCH(Xccos::JoinRequestState, state);
  QFETCH(int, told);
  f_->rooms.joinRequests = {request(crew_, f_->ada)};
  f_->signIn();
  QSignalSpy ended(f_->client.get(), &Client::joinRequestEnded);
  Xccos::JoinRequest end = request(crew_, f_->ada);
  end.roomName.clear();
  tell(end, state);
  QVERIFY(requests().mine().isEmpty());
  QCOMPARE(ended.size(), told);
  if (told == 0) return;
  const auto request = ended.first().first().value<JoinRequest>();
  QTEST(request.state, "seen");
  QCOMPARE(request.roomName, QStringLiteral("Crew rota"));  // known from before
  tell(end, state);
  QCOMPARE(ended.size(), told);
}

void TestJoinRequests::asking() {
  f_->signIn();
  QSignalSpy changed(f_->client.get(), &Client::joinRequestsChanged);
  const auto asked = f_->settled(requests().ask(crew_, QStringLiteral("  I sail\non Fridays ")));
  QVERIFY(asked.ok());
  QCOMPARE(asked->roomName, QStringLiteral("Crew rota"));
  QCOMPARE(asked->askedOn, f_->clock.now());
  const auto* command = std::get_if<Xccos::AskToJoin>(&f_->rooms.commands.last());
  QVERIFY(command != nullptr);
  QCOMPARE(command->request.room, crew_);
  QCOMPARE(command->request.words, QStringLiteral("I sail on Fridays"));
  QCOMPARE(requests().mineTo(crew_)->words, QStringLiteral("I sail on Fridays"));
  QCOMPARE(changed.size(), 1);
}

void TestJoinRequests::askingAgainReplacesTheWords() {
  f_->signIn();
  QVERIFY(f_->settled(requests().ask(crew_, QStringLiteral("One"))).ok());
  QVERIFY(f_->settled(requests().ask(crew_, QString())).ok());
  QCOMPARE(requests().mine().size(), 1);
  QVERIFY(requests().mine().first().words.isEmpty());
}

void TestJoinRequests::tooManyWordsAreNotSent() {
  f_->signIn();
  QVERIFY(f_->settled(requests().ask(crew_, QString(JoinRequests::kMostWords, u'x'))).ok());
  QCOMPARE(sent("cmd:joinreq"), 1);
  const auto refused = f_->settled(requests().ask(crew_, QString(JoinRequests::kMostWords + 1, u'x')));
  QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
  QCOMPARE(sent("cmd:joinreq"), 1);
}

void TestJoinRequests::refusedAsking_data() {
  QTest::addColumn<int>("code");
  QTest::addColumn<QString>("wire");
  QTest::addColumn<ErrorCode>("error");
  QTest::addColumn<QString>("text");
  QTest::newRow("in the server's words") << 403
                                         << QStringLiteral("ERROR_PERMISSION: Sea admits sailors only. Ask Bo Medlar.")
                                         << ErrorCode::PermissionDenied
                                         << QStringLiteral("Sea admits sailors only. Ask Bo Medlar.");
  QTest::newRow("not known") << 405 << QStringLiteral("ERROR_MSG_NOT_SUPPORTED") << ErrorCode::NotSupported
                             << QStringLiteral("This server takes no requests to join.");
}

void TestJoinRequests::refusedAsking() {
  QFETCH(int, code);
  QFETCH(QString, wire);
  f_->signIn();
  f_->rooms.deviate("cmd:joinreq", {code, wire});
  const auto refused = f_->settled(requests().ask(crew_, QString()));
  QTEST(refused.error().code, "error");
  QTEST(refused.error().text, "text");
  QVERIFY(requests().mine().isEmpty());
}

void TestJoinRequests::answering_data() {
  QTest::addColumn<bool>("granted");
  QTest::addColumn<Xccos::JoinRequestState>("state");
  QTest::newRow("grant") << true << Xccos::JoinRequestState::Granted;
  QTest::newRow("decline") << false << Xccos::JoinRequestState::Declined;
}

void TestJoinRequests::answering() {
  QFETCH(bool, granted);
  QFETCH(Xccos::JoinRequestState, state);
  f_->rooms.joinRequests = {request(tides_, f_->bo), request(tides_, cy_)};
  f_->signIn();
  QVERIFY(f_->settled(requests().answer(tides_, cy_, granted)).ok());
  const auto* command = std::get_if<Xccos::AnswerJoinRequest>(&f_->rooms.commands.last());
  QVERIFY(command != nullptr);
  QCOMPARE(command->request.room, tides_);
  QCOMPARE(command->request.user, cy_);
  QCOMPARE(command->request.state, state);
  QCOMPARE(requests().toAnswer().size(), 1);
  QCOMPARE(requests().toAnswer().first().user, f_->bo);
  tell(request(tides_, cy_), state);  // a manager hears of it as well
  QCOMPARE(requests().toAnswer().size(), 1);
}

void TestJoinRequests::answeredByAnotherMeanwhile() {
  f_->rooms.joinRequests = {request(tides_, f_->bo)};
  f_->signIn();
  f_->rooms.joinRequests.clear();
  const Status refused = f_->settled(requests().answer(tides_, f_->bo, true));
  QCOMPARE(refused.error().code, ErrorCode::NotFound);
  QVERIFY(!refused.error().text.isEmpty());
  f_->settle();
  QCOMPARE(sent("cmd:getjoinreqs"), 2);
  QVERIFY(requests().toAnswer().isEmpty());
}

void TestJoinRequests::withdrawing() {
  f_->signIn();
  QVERIFY(f_->settled(requests().ask(crew_, QString())).ok());
  QSignalSpy ended(f_->client.get(), &Client::joinRequestEnded);
  QVERIFY(f_->settled(requests().withdraw(crew_)).ok());
  const auto* command = std::get_if<Xccos::AnswerJoinRequest>(&f_->rooms.commands.last());
  QVERIFY(command != nullptr);
  QCOMPARE(command->request.user, f_->ada);
  QCOMPARE(command->request.state, Xccos::JoinRequestState::Withdrawn);
  QVERIFY(requests().mine().isEmpty());
  QCOMPARE(ended.size(), 0);
  QVERIFY(f_->rooms.joinRequests.empty());
}

void TestJoinRequests::askedAgainAfterAReconnect() {
  f_->rooms.joinRequests = {request(tides_, f_->bo)};
  f_->signIn();
  f_->transport->cut(Error::make(ErrorCode::ConnectionLost, QStringLiteral("Reset.")));
  f_->settle();
  QCOMPARE(requests().toAnswer().size(), 1);  // what was known stays on the screen
  f_->rooms.joinRequests = {request(tides_, cy_), request(crew_, f_->ada)};
  f_->client->retryNow();
  f_->advanceMs(0);
  QCOMPARE(f_->client->status().state, ConnectionState::Connected);
  QCOMPARE(sent("cmd:getjoinreqs"), 2);
  QCOMPARE(requests().toAnswer().size(), 1);
  QCOMPARE(requests().toAnswer().first().user, cy_);
  QVERIFY(requests().mineTo(crew_));
}

void TestJoinRequests::aServerThatLostTheFeature() {
  f_->rooms.joinRequests = {request(tides_, f_->bo)};
  f_->signIn();
  f_->server->chatSupports.clear();
  f_->transport->cut(Error::make(ErrorCode::ConnectionLost, QStringLiteral("Reset.")));
  f_->settle();
  f_->client->retryNow();
  f_->advanceMs(0);
  QCOMPARE(f_->client->status().state, ConnectionState::Connected);
  QVERIFY(!requests().isSupported());
  QVERIFY(requests().toAnswer().isEmpty());
  QCOMPARE(sent("cmd:getjoinreqs"), 1);
}

void TestJoinRequests::aDeletedRoomTakesItsRequests() {
  f_->rooms.joinRequests = {request(tides_, f_->bo), request(crew_, f_->ada)};
  f_->signIn();
  f_->rooms.notice(Xccos::ChannelDeletedNotice{{tides_}});
  f_->settle();
  QVERIFY(requests().toAnswer().isEmpty());
  QCOMPARE(requests().mine().size(), 1);
}

void TestJoinRequests::becomingManagerAsksAgain() {
  f_->followBefore(tides_, QStringLiteral("Tide tables"));
  f_->signIn();
  QVERIFY(requests().toAnswer().isEmpty());
  f_->rooms.joinRequests = {request(tides_, f_->bo)};
  Xccos::UserInfo ada;
  ada.uri = f_->ada.bytes();
  ada.mask = Xccos::Permission::kManagerMember;
  Xccos::PermissionsNotice notice;
  notice.rooms.push_back({tides_, {ada}});
  f_->rooms.notice(notice);
  f_->settle();
  QCOMPARE(sent("cmd:getjoinreqs"), 2);
  QCOMPARE(requests().toAnswer().size(), 1);
}

void TestJoinRequests::longListsAreCut() {
  for (int i = 0; i <= JoinRequests::kMostKept; ++i) {
    const auto user = SipUri::fromTrusted("sip:hand" + QByteArray::number(i) + "@orchard.example");
    f_->rooms.joinRequests.push_back(request(tides_, user));
  }
  f_->rooms.joinRequests.front().words = QString(5000, u'x');
  f_->signIn();
  QCOMPARE(requests().toAnswer().size(), JoinRequests::kMostKept);
  QCOMPARE(requests().toAnswer().first().words.size(), JoinRequests::kMostWords);
  tell(request(tides_, cy_), Xccos::JoinRequestState::Pending);
  QCOMPARE(requests().toAnswer().size(), JoinRequests::kMostKept);
}

void TestJoinRequests::signedOut() {
  f_->rooms.joinRequests = {request(tides_, f_->bo), request(crew_, f_->ada)};
  f_->signIn();
  f_->client->signOut();
  f_->advanceMs(0);
  QVERIFY(requests().mine().isEmpty());
  QVERIFY(requests().toAnswer().isEmpty());
  QVERIFY(!requests().isSupported());
}

void TestJoinRequests::withoutConnection() {
  f_->signIn();
  f_->transport->cut(Error::make(ErrorCode::ConnectionLost, QStringLiteral("Reset.")));
  f_->settle();
  QCOMPARE(f_->settled(requests().ask(crew_, QString())).error().code, ErrorCode::ConnectionLost);
  QCOMPARE(f_->settled(requests().answer(tides_, f_->bo, true)).error().code, ErrorCode::ConnectionLost);
}

PARLOUR_TEST(TestJoinRequests)

}  // namespace tst_joinrequests

#include "tst_joinrequests.moc"
