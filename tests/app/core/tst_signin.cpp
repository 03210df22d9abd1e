// SPDX-License-Identifier: Apache-2.0
#include <QSignalSpy>
#include <QTest>

#include "tests/program/TestProgram.h"
#include "tests/support/ClientFixture.h"

namespace tst_signin {

using namespace Parlour;
using namespace Parlour::Core;
using namespace Parlour::Testing;
using Lines = QStringList;

namespace {

QString line(const char* text) { return QString::fromLatin1(text); }

Lines wholeSignIn() {
  return {line("REGISTER"),
          line("SUBSCRIBE provisioning"),
          line("SUBSCRIBE roaming"),
          line("INVITE"),
          line("ACK"),
          line("INFO cmd:getserverinfo"),
          line("INFO cmd:getassociations"),
          line("INFO cmd:getassociations"),
          line("INFO cmd:bjoin"),
          line("INFO cmd:join"),
          line("INFO cmd:bccontext"),
          line("INFO cmd:bccontext"),
          line("INFO cmd:bccontext"),
          line("INFO cmd:getinv")};
}

void rememberOpenRoom(ClientFixture& fixture, const RoomUri& room) {
  const QVariantMap entry{{line("uri"), room.toString()}, {line("name"), line("Slipway")}};
  fixture.settings->insert(line("accounts/ada@orchard.example/openRooms"), QVariantList{entry});
}

}  // namespace

// One test a path through the sign-in; what the client sends is demanded line by line.
class TestSignIn : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void wholeFlowPipelined();
  void requestsCarryTheEndpoint();
  void digestChallenge_data();
  void digestChallenge();
  void wrongPassword();
  void refusals_data();
  void refusals();
  void disabledByPolicy();
  void noPool();
  void lookupInTwoSteps();
  void documentsByNotify();
  void redirected();
  void redirectCircle();
  void busyWithRetryAfter();
  void cannotFindOrReach();
  void secondAddressIsTried();
  void byeBeforeTheFirstReply();
  void roamingFailureDoesNotStop();
  void olderServerWithoutAssociations();
  void lostAtEachStep_data();
  void lostAtEachStep();
  void signOutSaysGoodbye();
};

void TestSignIn::wholeFlowPipelined() {
  ClientFixture f;
  f.rooms.add(testRoom("tides"), line("Tide tables"));
  f.rooms.add(testRoom("crew"), line("Crew rota"));
  f.rooms.add(testRoom("slip"), line("Slipway"));
  f.followBefore(testRoom("tides"), line("Tide tables"));
  f.followBefore(testRoom("crew"), line("Crew rota"));
  rememberOpenRoom(f, testRoom("slip"));
  QSignalSpy signedIn(f.client.get(), &Client::signedIn);
  f.signIn();
  QCOMPARE(f.server->takeTranscript(), wholeSignIn());
  QCOMPARE(signedIn.size(), 1);
  QCOMPARE(f.client->status().state, ConnectionState::Connected);
  for (const StepProgress& progress : f.client->signInSteps()) QCOMPARE(progress.state, StepState::Done);
  QCOMPARE(f.client->rooms().size(), 3);
  for (const Room* room : f.client->rooms()) QCOMPARE(room->joinState(), JoinState::Joined);
  QCOMPARE(f.client->limits().messageBytes, 4000);
  QCOMPARE(f.client->limits().displayName, line("Orchard rooms"));
  QCOMPARE(f.client->myName(), line("Ada Quince"));
  QCOMPARE(f.transport->unansweredByClient(), 0);
  QVERIFY(!f.server->answersOfClient.contains(487));
}

void TestSignIn::requestsCarryTheEndpoint() {
  ClientFixture f;
  f.signIn();
  QByteArray epid;
  for (const Sip::Request& request : f.server->received) {
    if (epid.isEmpty()) epid = request.from().epid();
    QCOMPARE(request.from().epid(), epid);
    if (request.method == "REGISTER") continue;
    QVERIFY2(request.headers.value("Contact").contains(";gruu>"), request.method.constData());
  }
  QCOMPARE(epid.size(), 10);
  const auto invite = std::find_if(f.server->received.cbegin(), f.server->received.cend(),
                                   [](const Sip::Request& request) { return request.method == "INVITE"; });
  QCOMPARE(invite->uri, f.server->poolUri);
  QVERIFY(invite->body.contains("m=message 50312 sip null"));
}

void TestSignIn::digestChallenge_data() {
  QTest::addColumn<int>("status");
  QTest::newRow("401") << 401;
  QTest::newRow("407") << 407;
}

void TestSignIn::digestChallenge() {
  QFETCH(int, status);
  ClientFixture f;
  f.server->password = "sea gull";
  f.server->challengeStatus = status;
  f.signIn();
  QCOMPARE(f.server->transcript().mid(0, 3),
           (Lines{line("REGISTER"), line("REGISTER"), line("SUBSCRIBE provisioning")}));
  QCOMPARE(f.client->status().state, ConnectionState::Connected);
  const Sip::Request& repeated = f.server->received.at(1);
  QCOMPARE(repeated.cseq(), 2U);
  QCOMPARE(repeated.callId(), f.server->received.at(0).callId());
}

void TestSignIn::wrongPassword() {
  ClientFixture f;
  f.server->password = "another one";
  f.signIn();
  QCOMPARE(f.server->takeTranscript(), (Lines{line("REGISTER"), line("REGISTER")}));
  QCOMPARE(f.client->status().state, ConnectionState::Refused);
  QCOMPARE(f.client->status().error->code, ErrorCode::Unauthorized);
  QVERIFY(f.client->status().error->text.contains(line("password")));
  QVERIFY(!f.client->status().advice.isEmpty());
  QCOMPARE(f.step(SignInStep::Register), StepState::Failed);
  QCOMPARE(f.step(SignInStep::Provisioning), StepState::Waiting);
  f.advanceMs(3'600'000);
  QVERIFY(f.server->takeTranscript().isEmpty());  // never by itself again: the account would be locked
}

void TestSignIn::refusals_data() {
  QTest::addColumn<QString>("line");
  QTest::addColumn<int>("status");
  QTest::addColumn<int>("step");
  QTest::addColumn<int>("code");
  QTest::addColumn<bool>("again");
  QTest::addColumn<QString>("words");
  const auto add = [](const char* name, const char* where, int status, SignInStep step, ErrorCode code, bool again,
                      const char* words) {
    QTest::newRow(name) << line(where) << status << static_cast<int>(step) << static_cast<int>(code) << again
                        << line(words);
  };
  using S = SignInStep;
  add("register 404", "REGISTER", 404, S::Register, ErrorCode::NotFound, false, "does not serve this address");
  add("register 403", "REGISTER", 403, S::Register, ErrorCode::PermissionDenied, false, "Cannot sign in");
  add("register 504", "REGISTER", 504, S::Register, ErrorCode::Timeout, true, "home of your account");
  add("register 408", "REGISTER", 408, S::Register, ErrorCode::Timeout, true, "does not answer");
  add("provisioning 500", "SUBSCRIBE provisioning", 500, S::Provisioning, ErrorCode::Internal, false, "settings");
  add("invite 403", "INVITE", 403, S::OpenSession, ErrorCode::PermissionDenied, false, "not permitted");
  add("invite 404", "INVITE", 404, S::OpenSession, ErrorCode::NotFound, false, "pool does not exist");
  add("invite 480", "INVITE", 480, S::OpenSession, ErrorCode::Busy, true, "not running");
  add("invite 488", "INVITE", 488, S::OpenSession, ErrorCode::NotSupported, false, "kind of session");
}

void TestSignIn::refusals() {
  QFETCH(QString, line);
  QFETCH(int, status);
  QFETCH(int, step);
  QFETCH(int, code);
  QFETCH(bool, again);
  QFETCH(QString, words);
  ClientFixture f;
  f.server->plan(line, status);
  f.signIn();
  QCOMPARE(f.server->transcript().last(),
           line == QLatin1String("SUBSCRIBE provisioning") ? QStringLiteral("SUBSCRIBE roaming") : line);
  QVERIFY(f.client->status().error);
  QCOMPARE(static_cast<int>(f.client->status().error->code), code);
  QCOMPARE(f.client->status().error->wireCode, status);
  QVERIFY2(f.client->status().error->text.contains(words), qPrintable(f.client->status().error->text));
  QVERIFY(!f.client->status().advice.isEmpty());
  QCOMPARE(f.step(static_cast<SignInStep>(step)), StepState::Failed);
  QCOMPARE(f.client->status().state == ConnectionState::Refused, !again);
  QCOMPARE(f.client->status().retryInMs > 0, again);
  QCOMPARE(f.transport->connection(), Sip::ConnectionId{0});
  f.server->takeTranscript();
  f.advanceMs(90'000);
  QCOMPARE(f.client->status().state == ConnectionState::Connected, again);
}

void TestSignIn::disabledByPolicy() {
  ClientFixture f;
  f.server->chatEnabled = false;
  f.signIn();
  QCOMPARE(f.server->takeTranscript(),
           (Lines{line("REGISTER"), line("SUBSCRIBE provisioning"), line("SUBSCRIBE roaming")}));
  QCOMPARE(f.client->status().state, ConnectionState::Refused);
  QCOMPARE(f.client->status().error->code, ErrorCode::Disabled);
}

void TestSignIn::noPool() {
  ClientFixture f;
  f.server->chatEnabled.reset();
  f.signIn();
  QCOMPARE(f.client->status().state, ConnectionState::Refused);
  QCOMPARE(f.client->status().error->code, ErrorCode::NotFound);
  QVERIFY(!f.server->transcript().contains(line("INVITE")));
}

void TestSignIn::lookupInTwoSteps() {
  ClientFixture f;
  f.server->chatEnabled.reset();
  f.request.lookupUri = "sip:ocschat@orchard.example";
  f.signIn();
  const Lines expected{line("INVITE"), line("ACK"), line("INFO cmd:requri"),       line("BYE"),
                       line("INVITE"), line("ACK"), line("INFO cmd:getserverinfo")};
  QCOMPARE(f.server->transcript().mid(3, 7), expected);
  QList<QByteArray> invited;
  for (const Sip::Request& request : f.server->received) {
    if (request.method == "INVITE") invited.append(request.uri);
  }
  QCOMPARE(invited, (QList<QByteArray>{"sip:ocschat@orchard.example", f.rooms.lookupAnswer}));
  QCOMPARE(f.client->status().state, ConnectionState::Connected);
}

void TestSignIn::documentsByNotify() {
  ClientFixture f;
  f.rooms.add(testRoom("tides"), line("Tide tables"));
  f.followBefore(testRoom("tides"), line("Tide tables"));
  f.server->piggyback = false;
  f.signIn();
  QCOMPARE(f.client->status().state, ConnectionState::Connected);
  QVERIFY(f.client->room(testRoom("tides")));
  QCOMPARE(f.server->answersOfClient.mid(0, 2), (QList<int>{200, 200}));
}

void TestSignIn::redirected() {
  ClientFixture f;
  f.server->plan(line("REGISTER"), 301, {{"Contact", "<sip:fe02.orchard.example:5071;transport=tls>"}});
  f.signIn();
  QCOMPARE(f.locator->asked, (Lines{QString(), line("fe02.orchard.example")}));
  QCOMPARE(f.transport->opened().size(), 2);
  QCOMPARE(f.server->transcript().mid(0, 3),
           (Lines{line("REGISTER"), line("REGISTER"), line("SUBSCRIBE provisioning")}));
  QCOMPARE(f.client->status().state, ConnectionState::Connected);
}

void TestSignIn::redirectCircle() {
  ClientFixture f;
  for (int i = 0; i < 8; ++i) f.server->plan(line("REGISTER"), 301, {{"Contact", "<sip:fe02.orchard.example>"}});
  f.signIn();
  QCOMPARE(f.server->takeTranscript().size(), 6);
  QCOMPARE(f.client->status().state, ConnectionState::Refused);
}

void TestSignIn::busyWithRetryAfter() {
  ClientFixture f;
  f.server->plan(line("REGISTER"), 503, {{"Retry-After", "5"}});
  f.signIn();
  QCOMPARE(f.client->status().state, ConnectionState::Busy);
  QVERIFY(f.client->status().retryInMs >= 5'000);
  QVERIFY(f.client->status().retryInMs <= 6'500);
  f.advanceMs(4'900);
  QCOMPARE(f.client->status().state, ConnectionState::Busy);
  QVERIFY(f.client->status().retryInMs <= 2'500);
  f.advanceMs(1'700);
  QCOMPARE(f.client->status().state, ConnectionState::Connected);
}

void TestSignIn::cannotFindOrReach() {
  ClientFixture f;
  f.locator->answer = Error::make(ErrorCode::NotFound, line("There is no server named fe09."));
  f.signIn();
  QCOMPARE(f.client->status().state, ConnectionState::Refused);
  QVERIFY(f.client->status().error->text.contains(line("fe09")));
  QCOMPARE(f.step(SignInStep::Resolve), StepState::Failed);

  ClientFixture g;
  g.transport->failNextOpen(Error::make(ErrorCode::ConnectionLost, line("Port 5061 refused the connection.")));
  g.signIn();
  QCOMPARE(g.client->status().state, ConnectionState::Refused);
  QVERIFY(g.client->status().error->text.contains(line("Port 5061")));
  QCOMPARE(g.step(SignInStep::Connect), StepState::Failed);
}

void TestSignIn::secondAddressIsTried() {
  ClientFixture f;
  f.locator->answer =
      QList<Sip::Target>{{"192.0.2.10", 5061, Sip::Protocol::Tls, {}}, {"192.0.2.11", 5061, Sip::Protocol::Tls, {}}};
  f.transport->failNextOpen(Error::make(ErrorCode::ConnectionLost, line("No route.")));
  f.signIn();
  QCOMPARE(f.client->status().state, ConnectionState::Connected);
  QVERIFY(f.client->serverName().startsWith(line("192.0.2.11:5061")));
}

void TestSignIn::byeBeforeTheFirstReply() {
  ClientFixture f;
  f.rooms.deviate("cmd:getserverinfo", {0, {}});
  f.rooms.deviate("cmd:getassociations", {0, {}});
  f.rooms.deviate("cmd:getassociations", {0, {}});
  f.rooms.deviate("cmd:getinv", {0, {}});
  f.signIn();
  QCOMPARE(f.client->status().state, ConnectionState::SigningIn);
  f.server->sendBye();
  f.settle();
  QCOMPARE(f.client->status().state, ConnectionState::Refused);
  QCOMPARE(f.client->status().error->code, ErrorCode::PermissionDenied);
  QCOMPARE(f.step(SignInStep::OpenSession), StepState::Failed);
  QVERIFY(f.server->answersOfClient.contains(200));
}

void TestSignIn::roamingFailureDoesNotStop() {
  ClientFixture f;
  f.server->plan(line("SUBSCRIBE roaming"), 488);
  f.signIn();
  QCOMPARE(f.client->status().state, ConnectionState::Connected);
  QCOMPARE(f.step(SignInStep::RoamingSelf), StepState::Failed);
  QCOMPARE(f.step(SignInStep::JoinFollowed), StepState::Skipped);
}

void TestSignIn::olderServerWithoutAssociations() {
  ClientFixture f;
  f.rooms.deviate("cmd:getassociations", {405, line("ERROR_MSG_NOT_SUPPORTED")});
  f.rooms.deviate("cmd:getassociations", {405, line("ERROR_MSG_NOT_SUPPORTED")});
  f.signIn();
  QCOMPARE(f.client->status().state, ConnectionState::Connected);
  QCOMPARE(f.step(SignInStep::MemberRooms), StepState::Skipped);
  QCOMPARE(f.step(SignInStep::ManagedRooms), StepState::Skipped);
}

void TestSignIn::lostAtEachStep_data() {
  QTest::addColumn<QString>("line");
  QTest::addColumn<int>("step");
  QTest::newRow("register") << line("REGISTER") << static_cast<int>(SignInStep::Register);
  QTest::newRow("provisioning") << line("SUBSCRIBE provisioning") << static_cast<int>(SignInStep::Provisioning);
  QTest::newRow("roaming") << line("SUBSCRIBE roaming") << static_cast<int>(SignInStep::RoamingSelf);
  QTest::newRow("invite") << line("INVITE") << static_cast<int>(SignInStep::OpenSession);
  QTest::newRow("serverinfo") << line("INFO cmd:getserverinfo") << static_cast<int>(SignInStep::ServerInfo);
  QTest::newRow("bjoin") << line("INFO cmd:bjoin") << static_cast<int>(SignInStep::JoinFollowed);
  QTest::newRow("bccontext") << line("INFO cmd:bccontext") << static_cast<int>(SignInStep::RecentHistory);
  QTest::newRow("getinv") << line("INFO cmd:getinv") << static_cast<int>(SignInStep::Invitations);
}

void TestSignIn::lostAtEachStep() {
  QFETCH(QString, line);
  QFETCH(int, step);
  ClientFixture f;
  f.rooms.add(testRoom("tides"), QStringLiteral("Tide tables"));
  f.followBefore(testRoom("tides"), QStringLiteral("Tide tables"));
  f.server->plan(line, 0);
  f.signIn();
  QCOMPARE(f.client->status().state, ConnectionState::SigningIn);
  QCOMPARE(f.step(static_cast<SignInStep>(step)), StepState::Running);
  f.transport->cut(Error::make(ErrorCode::ConnectionLost, QStringLiteral("The connection was reset.")));
  f.settle();
  QCOMPARE(f.step(static_cast<SignInStep>(step)), StepState::Failed);
  QVERIFY(f.client->status().retryInMs > 0);
  QVERIFY(f.client->status().error);
  f.advanceMs(2'500);
  QCOMPARE(f.client->status().state, ConnectionState::Connected);
  QVERIFY(!f.client->status().error);
  QCOMPARE(f.client->room(testRoom("tides"))->joinState(), JoinState::Joined);
}

void TestSignIn::signOutSaysGoodbye() {
  ClientFixture f;
  f.signIn();
  f.server->takeTranscript();
  QSignalSpy signedOut(f.client.get(), &Client::signedOut);
  f.client->signOut();
  f.settle();
  QCOMPARE(f.server->takeTranscript(), (Lines{line("BYE"), line("SUBSCRIBE roaming"), line("REGISTER")}));
  QCOMPARE(f.server->received.last().headers.value("Expires"), QByteArray("0"));
  QCOMPARE(signedOut.size(), 1);
  QCOMPARE(f.client->status().state, ConnectionState::SignedOut);
  QCOMPARE(f.transport->connection(), Sip::ConnectionId{0});
  f.advanceMs(3'600'000);
  QVERIFY(f.server->takeTranscript().isEmpty());
}

PARLOUR_TEST(TestSignIn)

}  // namespace tst_signin

#include "tst_signin.moc"
