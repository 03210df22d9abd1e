// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "server-sim/channel/changes/ChangeService.h"
#include "server-sim/channel/changes/ConfigurationPlans.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/frontend/support/FrontDesk.h"

namespace tst_chatdialogs {

using namespace Parlour;
using namespace Parlour::Server;
using namespace Parlour::Server::Testing;

namespace {

std::optional<Xccos::Reply> replyIn(const FakeTransport::SentInfo& info) {
  const auto envelope = Xccos::parse(info.body->body);
  if (!envelope || !envelope->replies()) return std::nullopt;
  return envelope->replies()->front().message;
}

QByteArray chatIn(const FakeTransport::SentInfo& info) {
  const auto envelope = Xccos::parse(info.body->body);
  return envelope && envelope->chat() ? envelope->chat()->chat : QByteArray();
}

}  // namespace

class TestChatDialogs : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void acceptance();
  void addresses_data();
  void addresses();
  void refusals_data();
  void refusals();
  void strayDialogRequests_data();
  void strayDialogRequests();
  void reInviteAndUpdateRefresh();
  void infoIsAnsweredBeforeItsReply();
  void contentTypes_data();
  void contentTypes();
  void refusedPostsGetTheirStatus();
  void refusedPostIsAnsweredBeforeItsError();
  void infosAreInTheDialog();
  void oneBodyForAFanOut();
  void answersThatEndTheDialog_data();
  void answersThatEndTheDialog();
  void byeEndsTheSession();
  void sessionEndedByTheService();
  void secondInviteTakesTheJoinsOver();
};

void TestChatDialogs::acceptance() {
  FrontDesk desk;
  Caller ada(desk, "ada");
  ada.signIn();
  const auto incoming = desk.transport.receive(1, ada.invitation(deskSettings().poolUri));
  const auto response = desk.transport.rawAnswerTo(incoming);
  QCOMPARE(response.status, 200);
  QCOMPARE(response.headers.value("Contact"), '<' + deskSettings().poolUri + '>');
  QCOMPARE(response.headers.value("Session-Expires"), "1800;refresher=uac");
  QCOMPARE(response.headers.value("Supported"), "timer");
  QCOMPARE(response.contentType(), "application/sdp");
  QVERIFY(response.body.startsWith("v=0\r\n"));
  QVERIFY(response.body.contains("\r\nm=message 5060 sip null\r\na=accept-types:text/plain\r\n"));
  QVERIFY(!Sip::NameAddress::parse(desk.transport.answerTo(incoming).headers.value("To"))->tag().isEmpty());
  QCOMPARE(desk.service.sessionCount(), size_t{1});
}

void TestChatDialogs::addresses_data() {
  QTest::addColumn<QByteArray>("uri");
  QTest::addColumn<int>("status");
  QTest::newRow("pool") << QByteArray("sip:GC-1-PersistentChatService-1@orchard.example") << 200;
  QTest::newRow("pool in lower case") << QByteArray("sip:gc-1-persistentchatservice-1@orchard.example") << 200;
  QTest::newRow("pool with parameters") << QByteArray("sip:GC-1-PersistentChatService-1@orchard.example;transport=tls")
                                        << 200;
  QTest::newRow("look-up service") << QByteArray("sip:ocschat@orchard.example") << 200;
  QTest::newRow("alias") << QByteArray("sip:rooms@orchard.example") << 200;
  QTest::newRow("address for older clients") << QByteArray("sip:Boats@old.example") << 200;
  QTest::newRow("another domain") << QByteArray("sip:ocschat@elsewhere.example") << 404;
  QTest::newRow("a person") << QByteArray("sip:bo@orchard.example") << 404;
  QTest::newRow("no address") << QByteArray("tel:110") << 404;
}

void TestChatDialogs::addresses() {
  QFETCH(QByteArray, uri);
  QFETCH(int, status);
  FrontDesk desk;
  desk.service.changes().submit(
      [](const ChannelState& state) {
        return addPoolEndpoint(state, Actor{0, "local administrator", true}, "sip:boats@old.example", Timestamp{1});
      },
      [](const Outcome& outcome) { QVERIFY(outcome.ok()); });
  desk.store.chat().run();
  Caller ada(desk, "ada");
  ada.signIn();
  const auto response = ada.ask(ada.invitation(uri));
  QCOMPARE(response.status, status);
  if (status == 404) QVERIFY(response.headers.value("ms-diagnostics").startsWith("4007;"));
  QCOMPARE(desk.service.sessionCount(), size_t{status == 200});
}

void TestChatDialogs::refusals_data() {
  QTest::addColumn<QByteArray>("name");
  QTest::addColumn<QByteArray>("sdp");
  QTest::addColumn<QByteArray>("toTag");
  QTest::addColumn<int>("status");
  const QByteArray audio = "v=0\r\nm=audio 4000 RTP/AVP 0\r\n";
  QTest::newRow("no message media") << QByteArray("ada") << audio << QByteArray() << 488;
  QTest::newRow("message is no media line")
      << QByteArray("ada") << QByteArray("v=0\r\na=m=message 1 sip null\r\n") << QByteArray() << 488;
  QTest::newRow("older media name") << QByteArray("ada") << QByteArray("v=0\r\nm=x-ms-message 1 sip null\r\n")
                                    << QByteArray() << 200;
  QTest::newRow("message among others") << QByteArray("ada") << audio + "m=message 1 sip null\r\n"
                                        << QByteArray() << 200;
  QTest::newRow("no offer") << QByteArray("ada") << QByteArray() << QByteArray() << 200;
  QTest::newRow("policy off") << QByteArray("fin") << QByteArray() << QByteArray() << 403;
  QTest::newRow("unknown dialog") << QByteArray("ada") << QByteArray() << QByteArray("77e1") << 481;
}

void TestChatDialogs::refusals() {
  QFETCH(QByteArray, name);
  QFETCH(QByteArray, sdp);
  QFETCH(QByteArray, toTag);
  QFETCH(int, status);
  FrontDesk desk;
  Caller caller(desk, name);
  caller.signIn();
  auto request = caller.invitation(deskSettings().poolUri);
  request.body = sdp;
  if (!toTag.isEmpty()) request.headers.set("To", request.headers.value("To") + ";tag=" + toTag);
  const auto response = caller.ask(request);
  QCOMPARE(response.status, status);
  if (status == 403) QCOMPARE(response.diagnosticsReason(), "This user may not use the chat rooms.");
  QCOMPARE(desk.frontEnd.dialogs().count(), size_t{status == 200});
}

void TestChatDialogs::strayDialogRequests_data() {
  QTest::addColumn<QByteArray>("method");
  QTest::addColumn<QByteArray>("fault");
  for (const char* method : {"INFO", "UPDATE", "BYE"}) {
    for (const char* fault : {"Call-ID", "To tag", "From tag", "connection"}) {
      QTest::addRow("%s, other %s", method, fault) << QByteArray(method) << QByteArray(fault);
    }
  }
}

void TestChatDialogs::strayDialogRequests() {
  QFETCH(QByteArray, method);
  QFETCH(QByteArray, fault);
  FrontDesk desk;
  Caller ada(desk, "ada");
  ada.signIn();
  ada.invite();
  auto request = ada.dialog.makeRequest(method);
  request.headers.add("Content-Type", "text/plain");
  if (fault == "Call-ID") request.headers.set("Call-ID", "unknown");
  if (fault == "To tag") request.headers.set("To", "<" + deskSettings().poolUri + ">;tag=wrong");
  if (fault == "From tag") request.headers.set("From", "<sip:ada@orchard.example>;tag=wrong;epid=5f1c2ab390");
  QCOMPARE(desk.ask(fault == "connection" ? 2 : 1, request).status, 481);
  QCOMPARE(desk.frontEnd.dialogs().count(), size_t{1});
  QCOMPARE(ada.command(Xccos::RequestUri{}).status, 200);
}

void TestChatDialogs::reInviteAndUpdateRefresh() {
  FrontDesk desk;
  Caller ada(desk, "ada");
  ada.signIn();
  const auto first = ada.invite();
  desk.advanceSeconds(1'700);
  const auto again = ada.ask(ada.dialog.makeRequest("INVITE"));
  QCOMPARE(again.status, 200);
  QCOMPARE(again.headers.value("To"), first.headers.value("To"));
  QCOMPARE(again.headers.value("Session-Expires"), "1800;refresher=uac");
  desk.advanceSeconds(1'700);
  const auto update = ada.ask(ada.dialog.makeRequest("UPDATE"));
  QCOMPARE(update.status, 200);
  QCOMPARE(update.headers.value("Session-Expires"), "1800;refresher=uac");
  QVERIFY(!update.headers.value("Contact").isEmpty());
  desk.advanceSeconds(1'700);
  QCOMPARE(ada.command(Xccos::RequestUri{}).status, 200);
  QCOMPARE(desk.service.sessionCount(), size_t{1});
}

void TestChatDialogs::infoIsAnsweredBeforeItsReply() {
  FrontDesk desk;
  Caller ada(desk, "ada");
  ada.signIn();
  ada.invite();
  desk.transport.order.clear();
  QCOMPARE(ada.command(Xccos::RequestUri{}).status, 200);
  QCOMPARE(desk.transport.order, (QByteArrayList{"200", "INFO"}));
  const auto infos = ada.takeInfos();
  const auto reply = replyIn(infos.front());
  QVERIFY(reply);
  QVERIFY(std::holds_alternative<Xccos::RequestUriReply>(*reply));
}

void TestChatDialogs::contentTypes_data() {
  QTest::addColumn<QByteArray>("type");
  QTest::addColumn<int>("status");
  QTest::newRow("text/plain") << QByteArray("text/plain") << 200;
  QTest::newRow("with parameters") << QByteArray("Text/Plain; charset=utf-8") << 200;
  QTest::newRow("application/xml") << QByteArray("application/xml") << 200;
  QTest::newRow("text/xml") << QByteArray("text/xml") << 200;
  QTest::newRow("html") << QByteArray("text/html") << 415;
  QTest::newRow("none") << QByteArray() << 415;
}

void TestChatDialogs::contentTypes() {
  QFETCH(QByteArray, type);
  QFETCH(int, status);
  FrontDesk desk;
  Caller ada(desk, "ada");
  ada.signIn();
  ada.invite();
  auto request = ada.dialog.makeRequest("INFO");
  if (!type.isEmpty()) request.headers.add("Content-Type", type);
  request.body = Xccos::serialize(Xccos::Envelope::ofCommand(7, Xccos::RequestUri{}));
  QCOMPARE(ada.ask(request).status, status);
  QCOMPARE(ada.takeInfos().size(), size_t{status == 200});
}

void TestChatDialogs::refusedPostsGetTheirStatus() {
  FrontDesk desk;
  Caller ada(desk, "ada");
  ada.signIn();
  ada.invite();
  const auto response = ada.post("tides", "not joined");
  QCOMPARE(response.status, 403);
  QCOMPARE(response.phrase, "You have not joined this room.");
}

void TestChatDialogs::refusedPostIsAnsweredBeforeItsError() {
  ChannelSettings channel = Harbour::defaults();
  channel.commandsPerSecond = 1;
  channel.commandBurst = 1;
  FrontDesk desk(deskSettings(), channel);
  Caller ada(desk, "ada");
  ada.signIn();
  ada.invite();
  QCOMPARE(ada.command(Xccos::RequestUri{}).status, 200);
  const auto response = ada.command(Xccos::RequestUri{});
  QCOMPARE(response.status, 503);
  QCOMPARE(response.retryAfterSeconds(), 1);
}

void TestChatDialogs::infosAreInTheDialog() {
  FrontDesk desk;
  Caller ada(desk, "ada", 5);
  ada.signIn();
  const auto accepted = ada.invite();
  ada.command(Xccos::RequestUri{});
  ada.command(Xccos::RequestUri{});
  const auto infos = ada.takeInfos();
  QCOMPARE(infos.size(), size_t{2});
  QCOMPARE(infos[0].connection, Sip::ConnectionId{5});
  QCOMPARE(infos[0].head.requestUri, "sip:ada@orchard.example;opaque=user:epid:5f1c2ab390;gruu");
  // pidgin-sipe answers only what comes from exactly the address it invited (pidgin-sipe 2.6).
  QCOMPARE(Sip::NameAddress::parse(infos[0].head.from)->uri, deskSettings().poolUri);
  QCOMPARE(Sip::NameAddress::parse(infos[0].head.from)->tag(),
           Sip::NameAddress::parse(accepted.headers.value("To"))->tag());
  QCOMPARE(Sip::NameAddress::parse(infos[0].head.to)->tag(), ada.dialog.localTag());
  QCOMPARE(Sip::NameAddress::parse(infos[0].head.to)->epid(), "5f1c2ab390");
  QCOMPARE(infos[0].body->contentType, "text/plain");
  QCOMPARE(infos[1].cseq, infos[0].cseq + 1);
}

void TestChatDialogs::oneBodyForAFanOut() {
  FrontDesk desk;
  Caller ada(desk, "ada", 1, "e1");
  Caller bo(desk, "bo", 2, "e2");
  Caller cy(desk, "cy", 3, "e3");
  for (Caller* caller : {&ada, &bo, &cy}) {
    caller->signIn();
    caller->invite();
    caller->command(Xccos::Join{{0, Harbour::room("tides")}});
  }
  for (Caller* caller : {&ada, &bo, &cy}) caller->takeInfos();
  QCOMPARE(ada.post("tides", "Low water at six.").status, 200);
  QCOMPARE(desk.transport.infos.size(), size_t{3});
  for (const auto& info : desk.transport.infos) {
    QCOMPARE(chatIn(info), "Low water at six.");
    QCOMPARE(info.body.get(), desk.transport.infos.front().body.get());
  }
  desk.transport.infos.clear();
  ada.post("tides", "High water at noon.");
  QCOMPARE(chatIn(desk.transport.infos.front()), "High water at noon.");
}

void TestChatDialogs::answersThatEndTheDialog_data() {
  QTest::addColumn<int>("status");
  QTest::addColumn<bool>("ends");
  for (const int status : {481, 487, 408}) QTest::addRow("%d", status) << status << true;
  for (const int status : {200, 486, 500, 501, 503}) QTest::addRow("%d", status) << status << false;
}

void TestChatDialogs::answersThatEndTheDialog() {
  QFETCH(int, status);
  QFETCH(bool, ends);
  FrontDesk desk;
  Caller ada(desk, "ada", 1, "e1");
  Caller bo(desk, "bo", 2, "e2");
  for (Caller* caller : {&ada, &bo}) {
    caller->signIn();
    caller->invite();
    caller->command(Xccos::Join{{0, Harbour::room("tides")}});
  }
  const auto infos = ada.takeInfos();
  bo.takeInfos();
  desk.transport.answerInfo(infos.back(), status);
  QCOMPARE(desk.service.sessionCount(), size_t{ends ? 1u : 2u});
  QCOMPARE(ada.command(Xccos::RequestUri{}).status, ends ? 481 : 200);
  const auto told = bo.takeInfos();
  QCOMPARE(told.size(), size_t{ends});
  if (ends) QVERIFY(told.front().body->body.contains("ntc:part"));
}

void TestChatDialogs::byeEndsTheSession() {
  FrontDesk desk;
  Caller ada(desk, "ada");
  ada.signIn();
  ada.invite();
  QCOMPARE(ada.ask(ada.dialog.makeRequest("BYE")).status, 200);
  QCOMPARE(desk.service.sessionCount(), size_t{0});
  QCOMPARE(ada.ask(ada.dialog.makeRequest("BYE")).status, 481);
  QCOMPARE(ada.invite().status, 200);
}

void TestChatDialogs::sessionEndedByTheService() {
  FrontDesk desk;
  Caller ada(desk, "ada");
  ada.signIn();
  ada.invite();
  const SessionId only = 1;
  desk.service.close(only);
  desk.frontEnd.dialogs().endSession(only);
  QCOMPARE(desk.frontEnd.dialogs().count(), size_t{0});
  QCOMPARE(ada.command(Xccos::RequestUri{}).status, 481);
  QVERIFY(ada.takeInfos().empty());
  desk.frontEnd.dialogs().endSession(only);
  QCOMPARE(ada.invite().status, 200);
}

void TestChatDialogs::secondInviteTakesTheJoinsOver() {
  FrontDesk desk;
  Caller ada(desk, "ada", 1, "e1");
  Caller bo(desk, "bo", 2, "e2");
  for (Caller* caller : {&ada, &bo}) {
    caller->signIn();
    caller->invite();
    caller->command(Xccos::Join{{0, Harbour::room("tides")}});
  }
  const auto old = ada.dialog;
  bo.takeInfos();
  QCOMPARE(ada.invite().status, 200);
  QCOMPARE(desk.frontEnd.dialogs().count(), size_t{2});
  QVERIFY(bo.takeInfos().empty());  // nobody left, nobody came
  QCOMPARE(bo.post("tides", "still here?").status, 200);
  QVERIFY(desk.transport.takeInfos(old.callId()).size() >= 1);  // the reply to the join, before
  const auto infos = ada.takeInfos();
  QCOMPARE(infos.size(), size_t{1});
  QCOMPARE(chatIn(infos.front()), "still here?");
}

PARLOUR_TEST(TestChatDialogs)

}  // namespace tst_chatdialogs

#include "tst_chatdialogs.moc"
