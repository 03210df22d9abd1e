// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "app/core/session/ChatSession.h"
#include "tests/program/TestProgram.h"
#include "tests/support/FakeScheduler.h"
#include "tests/support/ScriptedServer.h"

namespace tst_chatsession {

using namespace Parlour;
using namespace Parlour::Core;
using namespace Parlour::Testing;

namespace {

using InfoResult = Result<Xccos::ServerInfoReply>;

// A session that is open on a scripted server, without the rest of a client.
struct SessionFixture {
  SessionFixture() {
    Identity identity;
    identity.user = SipUri::fromTrusted("sip:ada@orchard.example");
    identity.epid = "5be0c1a2d3";
    identity.userAgent = "Parlour/test";
    link.setIdentity(identity);
    scheduler.afterEach = [this] { transport.settle(); };
    session.onEnded = [this](const SessionEnd& end) { ends.append(end); };
    session.onPostRefused = [this](EnvId id, const Error& error) { refused.append({id, error.code}); };
    link.open({"192.0.2.10", 5060, Sip::Protocol::Tcp, {}}, [](const Status&) {});
    transport.settle();
  }
  void open(std::optional<qint64> keepAliveMs = {}) {
    session.open(server.poolUri, keepAliveMs, [this](const Sip::Response& response) { opened = response.status; });
    transport.settle();
    server.takeTranscript();
  }
  void askInfo() {
    session.ask<Xccos::ServerInfoReply>(Xccos::GetServerInfo{"orchard.example", "123"},
                                        [this](const InfoResult& result) { results.append(result); });
    transport.settle();
  }
  void advance(qint64 ms) {
    scheduler.advanceMs(ms);
    transport.settle();
  }
  int sent(const char* line) const { return static_cast<int>(server.transcript().count(QString::fromLatin1(line))); }

  FakeClock clock;
  FakeScheduler scheduler{clock};
  FakeSipTransport transport;
  ScriptedRooms rooms{clock};
  ScriptedServer server{transport, rooms, clock};
  SipLink link{transport, scheduler, clock};
  EnvIds ids{12345};
  ChatSession session{link, scheduler, clock, ids, [] { return quint64{777}; }};
  int opened = 0;
  QList<InfoResult> results;
  QList<SessionEnd> ends;
  QList<std::pair<EnvId, ErrorCode>> refused;
};

QString infoLine() { return QStringLiteral("INFO cmd:getserverinfo"); }

}  // namespace

class TestChatSession : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aReplyReachesItsCommand();
  void whatTheServerSupports();
  void repliesInAnyOrder();
  void strangersRepliesAreIgnored();
  void noReplyInTimeFails();
  void failureCodesBecomeErrors();
  void busyIsRepeatedWithTheSameEnvelope();
  void busyGivesUpAfterSixTries();
  void retryAfterIsHonoured();
  void lostDialogEndsEverything_data();
  void lostDialogEndsEverything();
  void byeAfterAndBeforeTheFirstReply();
  void sessionTimer();
  void sessionTimerOnADeadDialog();
  void quietConnectionsAreKeptAlive();
  void infosAreAnsweredAtOnce();
  void deadDialogsAreAnswered487();
  void errorReportsFindTheirPost();
  void silenceIsNoticed();
  void envelopeNumbersAreConsecutive();
};

void TestChatSession::aReplyReachesItsCommand() {
  SessionFixture f;
  f.open();
  QCOMPARE(f.opened, 200);
  f.askInfo();
  QCOMPARE(f.results.size(), 1);
  QVERIFY(f.results[0].ok());
  QCOMPARE(f.results[0]->info.displayName, QStringLiteral("Orchard rooms"));
  QFuture<InfoResult> future =
      f.session.request<Xccos::ServerInfoReply>(Xccos::GetServerInfo{"orchard.example", "123"});
  QVERIFY(!future.isFinished());
  f.transport.settle();
  QVERIFY(future.isFinished());
  QVERIFY(future.result().ok());
}

void TestChatSession::whatTheServerSupports() {
  SessionFixture f;
  QVERIFY(!f.session.supports("parlour-joinreq"));
  f.server.chatSupports = "timer, parlour-joinreq";
  f.open();
  QVERIFY(f.session.supports("parlour-joinreq"));
  QVERIFY(f.session.supports("timer"));
  QVERIFY(!f.session.supports("joinreq"));
  f.session.bye();
  QVERIFY(!f.session.supports("timer"));
  f.server.chatSupports.clear();
  f.open();
  QVERIFY(!f.session.supports("timer"));
}

void TestChatSession::repliesInAnyOrder() {
  SessionFixture f;
  f.open();
  f.rooms.deviate("cmd:getserverinfo", {0, {}});
  f.rooms.deviate("cmd:getinv", {0, {}});
  QStringList order;
  f.session.ask<Xccos::ServerInfoReply>(Xccos::GetServerInfo{},
                                        [&](const auto&) { order.append(QStringLiteral("info")); });
  f.session.ask<Xccos::InvitationsReply>(Xccos::GetInvitations{},
                                         [&](const auto&) { order.append(QStringLiteral("inv")); });
  f.transport.settle();
  const EnvId first = EnvIds(12345).take();
  f.rooms.send(
      Xccos::Envelope::ofReply(9, Xccos::InvitationsReply{{first + 1, 1, 200, QStringLiteral("SUCCESS_OK")}, {}}));
  f.rooms.send(Xccos::Envelope::ofReply(10, Xccos::ServerInfoReply{{first, 1, 200, QStringLiteral("SUCCESS_OK")}, {}}));
  f.transport.settle();
  QCOMPARE(order, (QStringList{QStringLiteral("inv"), QStringLiteral("info")}));
}

void TestChatSession::strangersRepliesAreIgnored() {
  SessionFixture f;
  f.open();
  f.rooms.deviate("cmd:getserverinfo", {0, {}});
  f.askInfo();
  f.rooms.send(Xccos::Envelope::ofReply(9, Xccos::ServerInfoReply{{99, 1, 200, QStringLiteral("SUCCESS_OK")}, {}}));
  f.server.sendInDialog("INFO", "<xccos broken");
  f.transport.settle();
  QVERIFY(f.results.isEmpty());
  QCOMPARE(f.server.answersOfClient, (QList<int>{200, 200}));
}

void TestChatSession::noReplyInTimeFails() {
  SessionFixture f;
  f.open();
  f.rooms.deviate("cmd:getserverinfo", {0, {}});
  f.askInfo();
  f.advance(59'000);
  QVERIFY(f.results.isEmpty());
  f.advance(1'500);
  QCOMPARE(f.results.size(), 1);
  QCOMPARE(f.results[0].error().code, ErrorCode::Timeout);
  QVERIFY(f.session.isOpen());
}

void TestChatSession::failureCodesBecomeErrors() {
  SessionFixture f;
  f.open();
  f.rooms.deviate("cmd:getserverinfo", {403, QStringLiteral("ERROR_PERMISSION")});
  f.askInfo();
  QCOMPARE(f.results[0].error().code, ErrorCode::PermissionDenied);
  QCOMPARE(f.results[0].error().wireCode, 403);
}

void TestChatSession::busyIsRepeatedWithTheSameEnvelope() {
  SessionFixture f;
  f.open();
  f.server.received.clear();
  f.server.plan(infoLine(), 503);
  f.server.plan(infoLine(), 503);
  f.askInfo();
  QCOMPARE(f.sent("INFO cmd:getserverinfo"), 1);
  f.advance(1'300);
  QCOMPARE(f.sent("INFO cmd:getserverinfo"), 2);
  f.advance(1'000);
  QCOMPARE(f.sent("INFO cmd:getserverinfo"), 2);
  f.advance(1'500);
  QCOMPARE(f.sent("INFO cmd:getserverinfo"), 3);
  QCOMPARE(f.results.size(), 1);
  QVERIFY(f.results[0].ok());
  QCOMPARE(f.server.received.at(1).body, f.server.received.at(0).body);
  QVERIFY(f.server.received.at(1).cseq() > f.server.received.at(0).cseq());
}

void TestChatSession::busyGivesUpAfterSixTries() {
  SessionFixture f;
  f.open();
  for (int i = 0; i < 10; ++i) f.server.plan(infoLine(), 503);
  f.askInfo();
  f.advance(120'000);
  QCOMPARE(f.sent("INFO cmd:getserverinfo"), 6);
  QCOMPARE(f.results.size(), 1);
  QCOMPARE(f.results[0].error().code, ErrorCode::Busy);
}

void TestChatSession::retryAfterIsHonoured() {
  SessionFixture f;
  f.open();
  f.server.plan(infoLine(), 503, {{"Retry-After", "20"}});
  f.askInfo();
  f.advance(19'900);
  QCOMPARE(f.sent("INFO cmd:getserverinfo"), 1);
  f.advance(3'200);
  QCOMPARE(f.sent("INFO cmd:getserverinfo"), 2);
}

void TestChatSession::lostDialogEndsEverything_data() {
  QTest::addColumn<int>("status");
  QTest::newRow("481") << 481;
  QTest::newRow("487") << 487;
  QTest::newRow("408") << 408;
}

void TestChatSession::lostDialogEndsEverything() {
  QFETCH(int, status);
  SessionFixture f;
  f.open();
  f.rooms.deviate("cmd:getinv", {0, {}});
  int cancelled = 0;
  f.session.ask<Xccos::InvitationsReply>(Xccos::GetInvitations{}, [&](const auto& result) {
    if (!result && result.error().code != ErrorCode::Internal) ++cancelled;
  });
  f.server.plan(infoLine(), status);
  f.askInfo();
  QCOMPARE(f.results.size(), 1);
  QVERIFY(!f.results[0].ok());
  QCOMPARE(cancelled, 1);
  QCOMPARE(f.ends.size(), 1);
  QVERIFY(!f.ends[0].beforeFirstReply);
  QVERIFY(!f.session.isOpen());
  QCOMPARE(f.sent("BYE"), 1);
  f.askInfo();  // without a session: refused at once
  QCOMPARE(f.results.last().error().code, ErrorCode::ConnectionLost);
}

void TestChatSession::byeAfterAndBeforeTheFirstReply() {
  SessionFixture f;
  f.open();
  f.askInfo();
  f.server.sendBye();
  f.transport.settle();
  QCOMPARE(f.ends.size(), 1);
  QVERIFY(!f.ends[0].beforeFirstReply);
  f.open();
  f.server.sendBye();
  f.transport.settle();
  QCOMPARE(f.ends.size(), 2);
  QVERIFY(f.ends[1].beforeFirstReply);
  QCOMPARE(f.ends[1].error.code, ErrorCode::PermissionDenied);
}

void TestChatSession::sessionTimer() {
  SessionFixture f;
  f.server.sessionExpires = 600;
  f.open();
  f.advance(589'000);
  QCOMPARE(f.sent("UPDATE"), 0);
  f.advance(1'500);
  QCOMPARE(f.sent("UPDATE"), 1);
  QVERIFY(f.server.received.last().body.isEmpty());
  f.server.plan(QStringLiteral("UPDATE"), 500);  // whatever it is, the timer starts again
  f.advance(590'000);
  f.advance(591'000);
  QCOMPARE(f.sent("UPDATE"), 3);
  QVERIFY(f.session.isOpen());
}

void TestChatSession::sessionTimerOnADeadDialog() {
  SessionFixture f;
  f.server.sessionExpires = 600;
  f.open();
  f.server.forgetSession();
  f.advance(591'000);
  QCOMPARE(f.ends.size(), 1);
  QVERIFY(!f.session.isOpen());
}

void TestChatSession::quietConnectionsAreKeptAlive() {
  SessionFixture f;
  f.server.sessionExpires = 0;
  f.open(240'000);
  f.advance(200'000);
  f.askInfo();
  f.advance(200'000);
  QCOMPARE(f.sent("UPDATE"), 0);
  f.advance(45'000);
  QCOMPARE(f.sent("UPDATE"), 1);
  f.advance(240'000);
  QCOMPARE(f.sent("UPDATE"), 2);
}

void TestChatSession::infosAreAnsweredAtOnce() {
  SessionFixture f;
  f.open();
  int chats = 0;
  f.session.onChat = [&](const Xccos::ChatMessage&, EnvId) {
    ++chats;
    f.session.reset(Error::make(ErrorCode::Cancelled, QStringLiteral("Enough.")));  // even if this ends the session
  };
  Xccos::ChatMessage message;
  message.chanUri = *RoomUri::fromParts("orchard.example", "tides");
  message.author = SipUri::fromTrusted("sip:bo@orchard.example");
  message.chat = "Low water at six.";
  message.chatId = 1;
  f.rooms.send(Xccos::Envelope::ofChat(1, message));
  f.transport.settle();
  QCOMPARE(chats, 1);
  QCOMPARE(f.server.answersOfClient, (QList<int>{200}));
  QCOMPARE(f.transport.unansweredByClient(), 0);
}

void TestChatSession::deadDialogsAreAnswered487() {
  SessionFixture f;
  f.open();
  f.session.reset(Error::make(ErrorCode::ConnectionLost, QStringLiteral("Forgotten.")));
  f.server.sendInDialog("INFO", "<xccos/>");
  f.server.sendInDialog("BYE");
  f.server.sendInDialog("OPTIONS");
  f.transport.settle();
  QCOMPARE(f.server.answersOfClient, (QList<int>{487, 481, 200}));
}

void TestChatSession::errorReportsFindTheirPost() {
  SessionFixture f;
  f.open();
  Xccos::ErrorReport report;
  report.id = Xccos::ErrId::Chat;
  report.command = Xccos::CommandRef{4242, 1};
  report.code = 413;
  report.text = QStringLiteral("ERROR_LIMIT_EXCEEDED");
  f.rooms.send(Xccos::Envelope::ofError(1, report));
  report.command.reset();
  f.rooms.send(Xccos::Envelope::ofError(2, report));
  f.transport.settle();
  QCOMPARE(f.refused, (QList<std::pair<EnvId, ErrorCode>>{{4242, ErrorCode::LimitExceeded}}));
}

void TestChatSession::silenceIsNoticed() {
  SessionFixture f;
  f.open();
  QList<qint64> silences;
  f.link.onSilence = [&](std::optional<qint64> ms) { silences.append(ms.value_or(-1)); };
  f.server.plan(infoLine(), 0);
  f.askInfo();
  f.advance(4'900);
  QVERIFY(silences.isEmpty());
  f.advance(2'200);
  QCOMPARE(silences, (QList<qint64>{5'000, 6'000, 7'000}));
  f.session.reset(Error::make(ErrorCode::Cancelled, QStringLiteral("Over.")));
  f.link.close();
  const auto before = silences.size();
  f.advance(10'000);
  QCOMPARE(silences.size(), before);
}

void TestChatSession::envelopeNumbersAreConsecutive() {
  SessionFixture f;
  f.open();
  f.server.received.clear();
  for (int i = 0; i < 3; ++i) f.askInfo();
  QList<EnvId> numbers;
  for (const Sip::Request& request : f.server.received) numbers.append(Xccos::parse(request.body)->envId);
  QCOMPARE(numbers.size(), 3);
  QCOMPARE(numbers[1], numbers[0] + 1);
  QCOMPARE(numbers[2], numbers[1] + 1);
}

PARLOUR_TEST(TestChatSession)

}  // namespace tst_chatsession

#include "tst_chatsession.moc"
