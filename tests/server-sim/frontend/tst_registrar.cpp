// SPDX-License-Identifier: Apache-2.0
#include <QTest>
#include <functional>

#include "tests/program/TestProgram.h"
#include "tests/server-sim/frontend/support/FrontDesk.h"

namespace tst_registrar {

using namespace Parlour;
using namespace Parlour::Server;
using namespace Parlour::Server::Testing;

using Edit = std::function<void(Sip::Request&)>;

namespace {

constexpr char kOtherEpid[] = "7be04d21c8";

QByteArray allHeaders(const Sip::Response& response) {
  QByteArray text;
  for (const auto& line : response.headers) text += line.name + ": " + line.value + '\n';
  return text;
}

QByteArray errorIdOf(const Sip::Response& response) {
  QByteArray value = response.headers.value("ms-diagnostics");
  if (value.isEmpty()) value = response.headers.value("ms-diagnostics-public");
  return value.left(value.indexOf(';'));
}

void setFrom(Sip::Request& request, const QByteArray& from) { request.headers.set("From", from); }

}  // namespace

class TestRegistrar : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void refusals_data();
  void refusals();
  void acceptedForms_data();
  void acceptedForms();
  void successHeadersExactly();
  void contactsOfAllEndpoints();
  void instanceFollowsFromEpid();
  void refreshIsNotChallenged();
  void refreshOnAnotherConnectionIs();
  void signingOffEndsEverything();
  void signingOffByContactParameter();
  void expiryEndsEverything();
  void refreshPutsExpiryOff();
  void quotaPushesOutTheOldest();
  void sameEndpointOnAnotherConnectionReplaces();
  void connectionLostEndsItsEndpoints();
  void connectionLostDuringTheCheckLeavesNothing();
};

void TestRegistrar::refusals_data() {
  QTest::addColumn<Edit>("edit");
  QTest::addColumn<int>("status");
  QTest::addColumn<QByteArray>("errorId");
  const auto row = [](const char* name, int status, const char* errorId, Edit edit) {
    QTest::newRow(name) << edit << status << QByteArray(errorId);
  };
  row("neither epid nor instance", 400, "4010", [](auto& request) {
    setFrom(request, "<sip:ada@orchard.example>;tag=1");
    request.headers.set("Contact", "<sip:192.0.2.21:50312;transport=tls>");
  });
  row("no Contact and no epid", 400, "4010", [](auto& request) {
    setFrom(request, "<sip:ada@orchard.example>;tag=1");
    request.headers.remove("Contact");
  });
  row("instance without epid", 400, "4011", [](auto& request) { setFrom(request, "<sip:ada@orchard.example>;tag=1"); });
  row("epid of 17 characters", 400, "4012",
      [](auto& request) { setFrom(request, "<sip:ada@orchard.example>;tag=1;epid=0123456789abcdef0"); });
  row("other event", 489, "4055", [](auto& request) { request.headers.set("Event", "presence"); });
  row("empty event", 489, "4055", [](auto& request) { request.headers.set("Event", ""); });
  row("categories without gruu-10", 421, "2057",
      [](auto& request) { request.headers.set("Supported", "msrtc-event-categories"); });
  row("foreign domain", 404, "4005",
      [](auto& request) { setFrom(request, "<sip:ada@elsewhere.example>;tag=1;epid=ab"); });
  row("sub-domain", 404, "4005",
      [](auto& request) { setFrom(request, "<sip:ada@sub.orchard.example>;tag=1;epid=ab"); });
  row("From is no address", 400, "4000", [](auto& request) { setFrom(request, "<tel:123>;tag=1;epid=ab"); });
  row("no Contact", 400, "4000", [](auto& request) { request.headers.remove("Contact"); });
  row("Contact without address", 400, "4000", [](auto& request) { request.headers.set("Contact", "<>;expires=60"); });
}

void TestRegistrar::refusals() {
  QFETCH(Edit, edit);
  QFETCH(int, status);
  QFETCH(QByteArray, errorId);
  auto settings = deskSettings();
  settings.openSignIn = true;  // so that nothing but the check can refuse
  FrontDesk desk(settings);
  Caller ada(desk, "ada");
  auto request = ada.registration();
  edit(request);
  const auto response = ada.ask(request);
  QCOMPARE(response.status, status);
  QCOMPARE(errorIdOf(response), errorId);
  QVERIFY(!Sip::NameAddress::parse(response.headers.value("To"))->tag().isEmpty());
  QCOMPARE(desk.frontEnd.endpointCount(), size_t{0});
}

void TestRegistrar::acceptedForms_data() {
  QTest::addColumn<Edit>("edit");
  const auto row = [](const char* name, Edit edit) { QTest::newRow(name) << edit; };
  row("as it is", [](auto&) {});
  row("without Event", [](auto& request) { request.headers.remove("Event"); });
  row("Event in capitals", [](auto& request) { request.headers.set("Event", "Registration"); });
  row("epid of 16 characters",
      [](auto& request) { setFrom(request, "<sip:ada@orchard.example>;tag=1;epid=0123456789abcdef"); });
  row("neither categories nor gruu", [](auto& request) { request.headers.remove("Supported"); });
  row("options in lines of their own", [](auto& request) {
    request.headers.set("Supported", "msrtc-event-categories");
    request.headers.add("Supported", "gruu-10");
  });
  row("address in capitals", [](auto& request) { setFrom(request, "<SIP:Ada@Orchard.Example>;tag=1;epid=ab"); });
}

void TestRegistrar::acceptedForms() {
  QFETCH(Edit, edit);
  auto settings = deskSettings();
  settings.openSignIn = true;
  FrontDesk desk(settings);
  Caller ada(desk, "ada");
  auto request = ada.registration();
  edit(request);
  QCOMPARE(ada.ask(request).status, 200);
  QCOMPARE(desk.frontEnd.endpointCount(), size_t{1});
}

void TestRegistrar::successHeadersExactly() {
  FrontDesk desk;
  Caller alice(desk, "ada");
  QCOMPARE(alice.signIn().status, 200);
  const auto incoming = desk.transport.receive(1, alice.registration());
  const QByteArray expected =
      "Contact: <sip:192.0.2.21:50312;transport=tls;ms-opaque=d3470f2e1d>;expires=7200;"
      "+sip.instance=\"<urn:uuid:31f3002b-81ae-562b-a37a-a201aa50eed0>\";"
      "gruu=\"sip:ada@orchard.example;opaque=user:epid:KwDzMa6BK1ajeqIBqlDu0AAA;gruu\"\n"
      "Expires: 7200\n"
      "presence-state: register-action=\"refreshed\";primary-cluster-type=\"central\";is-connected-to-primary=\"yes\"\n"
      "ms-keep-alive: UAS; tcp=no; hop-hop=yes; end-end=no; timeout=300\n"
      "Allow-Events: vnd-microsoft-provisioning-v2,vnd-microsoft-roaming-self\n"
      "Supported: msrtc-event-categories\n"
      "Supported: adhoclist\n"
      "Server: Parlour/" PARLOUR_VERSION "\n";
  QCOMPARE(allHeaders(desk.transport.rawAnswerTo(incoming)), expected);
}

void TestRegistrar::contactsOfAllEndpoints() {
  FrontDesk desk;
  Caller first(desk, "ada");
  Caller second(desk, "ada", 2, kOtherEpid);
  QCOMPARE(first.signIn().status, 200);
  desk.advanceSeconds(200);
  const auto response = second.signIn();
  QVERIFY(response.headers.value("presence-state").contains("register-action=\"added\""));
  const auto contacts = response.headers.values("Contact");
  QCOMPARE(contacts.size(), 2);
  const auto has = [&](const QByteArray& instance, const QByteArray& expires) {
    return std::any_of(contacts.begin(), contacts.end(), [&](const QByteArray& contact) {
      return contact.contains(instance) && contact.contains(";expires=" + expires + ';');
    });
  };
  QVERIFY(has(second.instance(), "7200"));
  QVERIFY(has(first.instance(), "7000"));  // what is left of it
}

void TestRegistrar::instanceFollowsFromEpid() {
  FrontDesk desk;
  Caller ada(desk, "ada");
  auto request = ada.registration();
  request.headers.set("Contact", "<sip:192.0.2.21:50312;transport=tls>");
  const auto response = ada.signIn(request, ada.password());
  QCOMPARE(response.status, 200);
  QVERIFY(response.headers.value("Contact").contains("urn:uuid:31f3002b-81ae-562b-a37a-a201aa50eed0"));
}

void TestRegistrar::refreshIsNotChallenged() {
  FrontDesk desk;
  Caller ada(desk, "ada");
  QVERIFY(ada.signIn().headers.value("presence-state").contains("\"added\""));
  const auto response = ada.ask(ada.registration());
  QCOMPARE(response.status, 200);
  QVERIFY(response.headers.value("presence-state").contains("\"refreshed\""));
  QCOMPARE(desk.frontEnd.endpointCount(), size_t{1});
}

void TestRegistrar::refreshOnAnotherConnectionIs() {
  FrontDesk desk;
  Caller ada(desk, "ada", 1);
  QCOMPARE(ada.signIn().status, 200);
  Caller thief(desk, "ada", 2);
  QCOMPARE(thief.ask(thief.registration()).status, 401);
  QCOMPARE(thief.signOut().status, 401);
  QCOMPARE(desk.frontEnd.endpointCount(), size_t{1});
}

void TestRegistrar::signingOffEndsEverything() {
  FrontDesk desk;
  Caller ada(desk, "ada");
  ada.signIn();
  QCOMPARE(ada.invite().status, 200);
  const auto response = ada.signOut();
  QCOMPARE(response.status, 200);
  QCOMPARE(response.headers.value("Expires"), "0");
  QCOMPARE(desk.frontEnd.endpointCount(), size_t{0});
  QCOMPARE(desk.frontEnd.dialogs().count(), size_t{0});
  QCOMPARE(desk.service.sessionCount(), size_t{0});
  QCOMPARE(ada.ask(ada.make("SUBSCRIBE")).status, 403);
}

void TestRegistrar::signingOffByContactParameter() {
  FrontDesk desk;
  Caller ada(desk, "ada");
  ada.signIn();
  auto request = ada.registration();
  request.headers.set("Contact", request.headers.value("Contact") + ";expires=0");
  QCOMPARE(ada.ask(request).status, 200);
  QCOMPARE(desk.frontEnd.endpointCount(), size_t{0});
}

void TestRegistrar::expiryEndsEverything() {
  FrontDesk desk;
  Caller ada(desk, "ada");
  ada.signIn();
  QCOMPARE(ada.invite().status, 200);
  desk.advanceSeconds(7'199);
  QCOMPARE(desk.frontEnd.endpointCount(), size_t{1});
  desk.advanceSeconds(1);
  QCOMPARE(desk.frontEnd.endpointCount(), size_t{0});
  QCOMPARE(desk.service.sessionCount(), size_t{0});
}

void TestRegistrar::refreshPutsExpiryOff() {
  FrontDesk desk;
  Caller ada(desk, "ada");
  ada.signIn();
  desk.advanceSeconds(7'000);
  ada.ask(ada.registration());
  desk.advanceSeconds(7'000);
  QCOMPARE(desk.frontEnd.endpointCount(), size_t{1});
}

void TestRegistrar::quotaPushesOutTheOldest() {
  auto settings = deskSettings();
  settings.endpointsPerUser = 2;
  FrontDesk desk(settings);
  Caller first(desk, "ada", 1, "e1");
  const auto registered = first.signIn();
  QCOMPARE(first.invite().status, 200);
  desk.clock.advanceMs(1'000);
  Caller second(desk, "ada", 2, "e2");
  second.signIn();
  desk.clock.advanceMs(1'000);
  QVERIFY(desk.transport.takeSent("NOTIFY").empty());
  Caller third(desk, "ada", 3, "e3");
  QCOMPARE(third.signIn().headers.values("Contact").size(), 2);

  const auto notices = desk.transport.takeSent("NOTIFY");
  QCOMPARE(notices.size(), size_t{1});
  const auto& notice = notices.front().request;
  QCOMPARE(notices.front().connection, Sip::ConnectionId{1});
  QCOMPARE(notice.uri, "sip:192.0.2.21:50312;transport=tls;ms-opaque=d3470f2e1d");
  QCOMPARE(notice.headers.value("Event"), "registration-notify");
  QCOMPARE(notice.headers.value("subscription-state"), "terminated;expires=0");
  QCOMPARE(notice.contentType(), "text/registration-event");
  QCOMPARE(notice.body, "deregistered;event=unregistered");
  // The dialog of the REGISTER, seen from the server (signin 1.9).
  QCOMPARE(notice.callId(), registered.callId());
  QCOMPARE(notice.from().tag(), Sip::NameAddress::parse(registered.headers.value("To"))->tag());
  QCOMPARE(notice.to().tag(), Sip::NameAddress::parse(registered.headers.value("From"))->tag());
  QCOMPARE(notice.to().epid(), "e1");
  QCOMPARE(desk.frontEnd.endpointCount(), size_t{2});
  QCOMPARE(desk.service.sessionCount(), size_t{0});
  QCOMPARE(first.ask(first.make("SERVICE")).status, 403);
  QCOMPARE(second.ask(second.make("SERVICE")).status, 415);
}

void TestRegistrar::sameEndpointOnAnotherConnectionReplaces() {
  FrontDesk desk;
  Caller before(desk, "ada", 1);
  before.signIn();
  QCOMPARE(before.invite().status, 200);
  Caller after(desk, "ada", 2);
  const auto response = after.signIn();
  QVERIFY(response.headers.value("presence-state").contains("\"added\""));
  QCOMPARE(response.headers.values("Contact").size(), 1);
  QCOMPARE(desk.frontEnd.endpointCount(), size_t{1});
  QCOMPARE(desk.service.sessionCount(), size_t{0});
  QCOMPARE(before.ask(before.make("SERVICE")).status, 403);
  desk.transport.lose(1);
  QCOMPARE(desk.frontEnd.endpointCount(), size_t{1});
  QCOMPARE(after.ask(after.make("SERVICE")).status, 415);
}

void TestRegistrar::connectionLostEndsItsEndpoints() {
  FrontDesk desk;
  Caller ada(desk, "ada", 1, "e1");
  Caller bo(desk, "bo", 1, "e2");
  Caller cy(desk, "cy", 2, "e3");
  for (Caller* caller : {&ada, &bo, &cy}) {
    QCOMPARE(caller->signIn().status, 200);
    QCOMPARE(caller->invite().status, 200);
  }
  desk.transport.lose(1);
  QCOMPARE(desk.frontEnd.endpointCount(), size_t{1});
  QCOMPARE(desk.service.sessionCount(), size_t{1});
}

void TestRegistrar::connectionLostDuringTheCheckLeavesNothing() {
  FrontDesk desk;
  Caller ada(desk, "ada");
  const auto first = ada.registration();
  const auto request = ada.answering(ada.ask(first), first, ada.password());
  const auto incoming = desk.transport.receive(1, request);
  QCOMPARE(desk.transport.answerTo(incoming).status, 0);  // the store is being asked
  desk.transport.lose(1);
  desk.store.run();
  QCOMPARE(desk.frontEnd.endpointCount(), size_t{0});
}

PARLOUR_TEST(TestRegistrar)

}  // namespace tst_registrar

#include "tst_registrar.moc"
