// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "protocol/signin/Provisioning.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/frontend/support/FrontDesk.h"

namespace tst_provisioner {

using namespace Parlour;
using namespace Parlour::Server;
using namespace Parlour::Server::Testing;

namespace {

const QByteArray& wantedGroups() {
  static const QByteArray xml =
      "<provisioningGroupList xmlns=\"http://schemas.microsoft.com/2006/09/sip/provisioninggrouplist\">"
      "<provisioningGroup name=\"ServerConfiguration\"/><provisioningGroup name=\"persistentChatConfiguration\"/>"
      "</provisioningGroupList>";
  return xml;
}

Sip::Request provisioningRequest(Caller& caller) {
  auto request = caller.subscription(Signin::kProvisioningEvent, Signin::kProvisioningType, wantedGroups());
  request.headers.add("Expires", "0");
  return request;
}

std::optional<Signin::PersistentChatConfiguration> chatOf(const QByteArray& xml) {
  const auto document = Signin::ProvisioningDocument::parse(xml);
  return document ? document->persistentChat() : std::nullopt;
}

}  // namespace

class TestProvisioner : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void documentInTheAnswer();
  void documentBehindTheAnswer_data();
  void documentBehindTheAnswer();
  void policy_data();
  void policy();
  void groupsThatAreNotWantedAreMissing();
  void emptyBodyMeansChat();
  void refusals_data();
  void refusals();
  void endOfTheSubscriptionGivesNoSecondDocument();
};

void TestProvisioner::documentInTheAnswer() {
  FrontDesk desk;
  Caller ada(desk, "ada");
  ada.signIn();
  const auto response = ada.ask(provisioningRequest(ada));
  QCOMPARE(response.status, 200);
  QCOMPARE(response.headers.value("Event"), "vnd-microsoft-provisioning-v2");
  QCOMPARE(response.headers.value("Expires"), "0");
  QCOMPARE(response.headers.value("subscription-state"), "terminated;expires=0");
  QCOMPARE(response.headers.value("ms-piggyback-cseq"), "1");
  QCOMPARE(response.headers.value("Supported"), "ms-benotify, ms-piggyback-first-notify");
  QCOMPARE(response.headers.value("Content-Type"), Signin::kProvisioningType);
  const auto document = Signin::ProvisioningDocument::parse(response.body);
  QVERIFY(document);
  QCOMPARE(document->groups.size(), 1);  // no ServerConfiguration (pidgin-sipe 2.4)
  const auto chat = document->persistentChat();
  QVERIFY(chat);
  QCOMPARE(chat->enabled, std::optional<bool>(true));
  QCOMPARE(chat->defaultPoolUri, deskSettings().poolUri);
  QCOMPARE(chat->poolUris, QList<QByteArray>{deskSettings().poolUri});
  QCOMPARE(chat->webManagerUriInt, QStringLiteral("https://chat.orchard.example/rooms"));
  QVERIFY(desk.transport.sent.empty());
}

void TestProvisioner::documentBehindTheAnswer_data() {
  QTest::addColumn<bool>("benotify");
  QTest::addColumn<QByteArray>("method");
  QTest::newRow("NOTIFY") << false << QByteArray("NOTIFY");
  QTest::newRow("BENOTIFY") << true << QByteArray("BENOTIFY");
}

void TestProvisioner::documentBehindTheAnswer() {
  QFETCH(bool, benotify);
  QFETCH(QByteArray, method);
  FrontDesk desk;
  Caller ada(desk, "ada", 7);
  ada.signIn();
  auto request = provisioningRequest(ada);
  request.headers.remove("Supported");
  if (benotify) request.headers.add("Supported", "ms-benotify");
  desk.transport.order.clear();
  const auto response = ada.ask(request);
  QCOMPARE(response.status, 200);
  QVERIFY(response.body.isEmpty());
  QVERIFY(!response.headers.contains("ms-piggyback-cseq"));
  QCOMPARE(response.headers.value("Supported"), benotify ? "ms-benotify" : "");
  QCOMPARE(desk.transport.order, (QByteArrayList{"200", method}));

  const auto notices = desk.transport.takeSent(method);
  QCOMPARE(notices.size(), size_t{1});
  QCOMPARE(bool(notices.front().done), !benotify);  // a BENOTIFY is never answered
  QCOMPARE(notices.front().connection, Sip::ConnectionId{7});
  const auto& notice = notices.front().request;
  QCOMPARE(notice.uri, "sip:ada@orchard.example;opaque=user:epid:5f1c2ab390;gruu");
  QCOMPARE(notice.headers.value("CSeq"), "1 " + method);
  QCOMPARE(notice.callId(), request.callId());
  QCOMPARE(notice.from().tag(), Sip::NameAddress::parse(response.headers.value("To"))->tag());
  QCOMPARE(notice.to().tag(), request.from().tag());
  QCOMPARE(notice.to().epid(), "5f1c2ab390");
  QCOMPARE(notice.headers.value("Event"), "vnd-microsoft-provisioning-v2");
  QCOMPARE(notice.headers.value("subscription-state"), "terminated;expires=0");
  QCOMPARE(chatOf(notice.body)->enabled, std::optional<bool>(true));
}

void TestProvisioner::policy_data() {
  QTest::addColumn<QByteArray>("name");
  QTest::addColumn<bool>("enabled");
  QTest::newRow("on") << QByteArray("ada") << true;
  QTest::newRow("off") << QByteArray("fin") << false;
}

void TestProvisioner::policy() {
  QFETCH(QByteArray, name);
  QFETCH(bool, enabled);
  FrontDesk desk;
  Caller caller(desk, name);
  caller.signIn();
  const auto chat = chatOf(caller.ask(provisioningRequest(caller)).body);
  QVERIFY(chat);
  QCOMPARE(chat->enabled, std::optional<bool>(enabled));
  QCOMPARE(chat->defaultPoolUri.isEmpty(), !enabled);
  QCOMPARE(chat->webManagerUriInt.isEmpty(), !enabled);
}

void TestProvisioner::groupsThatAreNotWantedAreMissing() {
  FrontDesk desk;
  Caller ada(desk, "ada");
  ada.signIn();
  auto request = provisioningRequest(ada);
  request.body.replace("persistentChatConfiguration", "meetingPolicy");
  const auto response = ada.ask(request);
  QCOMPARE(response.status, 200);
  const auto document = Signin::ProvisioningDocument::parse(response.body);
  QVERIFY(document);
  QVERIFY(document->groups.isEmpty());
}

void TestProvisioner::emptyBodyMeansChat() {
  FrontDesk desk;
  Caller ada(desk, "ada");
  ada.signIn();
  auto request = provisioningRequest(ada);
  request.body.clear();
  QVERIFY(chatOf(ada.ask(request).body));
}

void TestProvisioner::refusals_data() {
  QTest::addColumn<QByteArray>("header");
  QTest::addColumn<QByteArray>("value");
  QTest::addColumn<int>("status");
  QTest::addColumn<int>("errorId");
  QTest::newRow("other Accept") << QByteArray("Accept") << QByteArray("application/xml") << 406 << 4013;
  QTest::newRow("no XML") << QByteArray() << QByteArray("rubbish") << 400 << 4001;
  QTest::newRow("half a document") << QByteArray() << wantedGroups().left(150) << 400 << 4001;
  QTest::newRow("another document") << QByteArray() << QByteArray("<roamingList/>") << 400 << 4001;
  QTest::newRow("document type") << QByteArray() << "<!DOCTYPE x [<!ENTITY e \"boom\">]>" + wantedGroups() << 400
                                 << 4001;
  QTest::newRow("other event") << QByteArray("Event") << QByteArray("presence.winfo") << 489 << 0;
  QTest::newRow("somebody else") << QByteArray("To") << QByteArray("<sip:bo@orchard.example>") << 403 << 4004;
  QTest::newRow("no address") << QByteArray("To") << QByteArray("<tel:12>") << 403 << 4004;
}

void TestProvisioner::refusals() {
  QFETCH(QByteArray, header);
  QFETCH(QByteArray, value);
  QFETCH(int, status);
  QFETCH(int, errorId);
  FrontDesk desk;
  Caller ada(desk, "ada");
  ada.signIn();
  auto request = provisioningRequest(ada);
  if (header.isEmpty()) {
    request.body = value;
  } else {
    request.headers.set(header, value);
  }
  const auto response = ada.ask(request);
  QCOMPARE(response.status, status);
  if (errorId != 0) {
    const QByteArray name = errorId == 4004 ? "ms-diagnostics-public" : "ms-diagnostics";
    QVERIFY(response.headers.value(name).startsWith(QByteArray::number(errorId) + ';'));
  }
  QVERIFY(desk.transport.sent.empty());
}

void TestProvisioner::endOfTheSubscriptionGivesNoSecondDocument() {
  FrontDesk desk;
  Caller ada(desk, "ada");
  ada.signIn();
  auto request = provisioningRequest(ada);
  const auto first = ada.ask(request);
  request.headers.set("To", first.headers.value("To"));
  request.headers.set("CSeq", "2 SUBSCRIBE");
  const auto second = ada.ask(request);
  QCOMPARE(second.status, 200);
  QVERIFY(second.body.isEmpty());
  QCOMPARE(second.headers.value("Event"), "vnd-microsoft-provisioning-v2");
  QCOMPARE(second.headers.value("Expires"), "0");
  QVERIFY(desk.transport.sent.empty());
}

PARLOUR_TEST(TestProvisioner)

}  // namespace tst_provisioner

#include "tst_provisioner.moc"
