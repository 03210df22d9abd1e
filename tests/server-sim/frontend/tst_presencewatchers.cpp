// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "protocol/signin/PresenceWatch.h"
#include "protocol/signin/StateCategory.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/frontend/support/PresenceCaller.h"

namespace tst_presencewatchers {

using namespace Parlour;
using namespace Parlour::Server;
using namespace Parlour::Server::Testing;
using Signin::StateKind;
namespace Availability = Parlour::Signin::Availability;

namespace {

SipUri addressOf(const char* name) { return SipUri::fromTrusted("sip:" + QByteArray(name) + "@orchard.example"); }

Sip::Request watching(Caller& caller, const QByteArrayList& names) {
  Signin::PresenceQuery query{SipUri::fromTrusted(caller.address()), {}};
  for (const QByteArray& name : names) query.users.append(addressOf(name.constData()));
  Sip::Request request = caller.subscription(Signin::kPresenceEvent, Signin::kPresenceQueryType, query.toXml());
  request.headers.add("Require", "adhoclist, categoryList");
  return request;
}

QByteArray stateXml(StateKind kind, quint32 availability, quint32 instance, const QByteArray& expireType = "endpoint",
                    quint32 version = 0) {
  return "<publication categoryName=\"state\" instance=\"" + QByteArray::number(instance) +
         "\" container=\"2\" version=\"" + QByteArray::number(version) + "\" expireType=\"" + expireType + "\">" +
         Signin::StateCategory{kind, availability}.toFragment() + "</publication>";
}

// "ada 3500 bo 18500", in the order told; "?" when it cannot be read.
QByteArray told(const QByteArray& body) {
  const auto reports = Signin::PresenceReport::parseBody(body);
  if (!reports) return "?";
  QByteArrayList words;
  for (const auto& report : *reports) words += {report.user.user(), QByteArray::number(report.availability)};
  return words.join(' ');
}

}  // namespace

class TestPresenceWatchers : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void tellsWhatIsNow();
  void summedUp_data();
  void summedUp();
  void tellsChangesOnce();
  void comingAndGoing();
  void aLaterListReplaces();
  void refreshAndEnd();
  void onceOnly();
  void standInsAreAvailable();
  void watchersThatLeave();
  void expiredWatchers();
  void withoutPiggyback();
  void refusals_data();
  void refusals();

 private:
  QByteArrayList takeNotices(FrontDesk& desk, Sip::ConnectionId connection) {
    QByteArrayList bodies;
    for (const auto& notice : desk.transport.takeSent("BENOTIFY")) {
      const bool presence = notice.request.headers.value("Event") == Signin::kPresenceEvent;
      if (presence && notice.connection == connection) bodies.append(told(notice.request.body));
    }
    return bodies;
  }
};

void TestPresenceWatchers::tellsWhatIsNow() {
  FrontDesk desk;
  Caller ada(desk, "ada", 1);
  Caller bo(desk, "bo", 2);
  QVERIFY(ada.signIn().headers.hasToken("Supported", "adhoclist"));
  bo.signIn();
  bo.ask(bo.publication(stateXml(StateKind::Machine, Availability::kBusy, 7)));
  const auto response = ada.ask(watching(ada, {"bo", "cy", "nobody", "ada", "bo"}));
  QCOMPARE(response.status, 200);
  QCOMPARE(response.headers.value("Event"), "presence");
  QCOMPARE(response.headers.value("subscription-state"), "active;expires=28800");
  QCOMPARE(response.headers.value("Content-Type"), QByteArray(Signin::kPresenceBodyType));
  // Who is not signed in and who does not exist look the same.
  QCOMPARE(told(response.body), "bo 6500 cy 18500 nobody 18500 ada 3500");
}

void TestPresenceWatchers::summedUp_data() {
  QTest::addColumn<QByteArray>("office");
  QTest::addColumn<QByteArray>("home");
  QTest::addColumn<QByteArray>("seen");
  const auto machine = [](quint32 availability, quint32 instance) {
    return stateXml(StateKind::Machine, availability, instance);
  };
  const QByteArray busyPerson = stateXml(StateKind::User, Availability::kBusy, 9, "static");
  QTest::newRow("nothing said") << QByteArray() << QByteArray() << QByteArray("bo 3500");
  QTest::newRow("most available") << machine(15500, 1) << machine(3500, 2) << QByteArray("bo 3500");
  QTest::newRow("all away") << machine(15500, 1) << machine(15500, 2) << QByteArray("bo 15500");
  QTest::newRow("one says nothing") << machine(15500, 1) << QByteArray() << QByteArray("bo 15500");
  QTest::newRow("person says less") << machine(3500, 1) + busyPerson << machine(3500, 2) << QByteArray("bo 6500");
  QTest::newRow("person says more") << machine(15500, 1) + busyPerson << QByteArray() << QByteArray("bo 15500");
  QTest::newRow("person only") << busyPerson << QByteArray() << QByteArray("bo 6500");
  QTest::newRow("own sum does not count")
      << stateXml(StateKind::Aggregate, 6500, 4) << QByteArray() << QByteArray("bo 3500");
  QTest::newRow("nonsense") << machine(12, 1) << QByteArray() << QByteArray("bo 3500");
}

void TestPresenceWatchers::summedUp() {
  QFETCH(QByteArray, office);
  QFETCH(QByteArray, home);
  FrontDesk desk;
  Caller ada(desk, "ada", 1);
  Caller atOffice(desk, "bo", 2, "office");
  Caller atHome(desk, "bo", 3, "home");
  for (Caller* caller : {&ada, &atOffice, &atHome}) caller->signIn();
  if (!office.isEmpty()) QCOMPARE(atOffice.ask(atOffice.publication(office)).status, 200);
  if (!home.isEmpty()) QCOMPARE(atHome.ask(atHome.publication(home)).status, 200);
  QTEST(told(ada.ask(watching(ada, {"bo"})).body), "seen");
}

void TestPresenceWatchers::tellsChangesOnce() {
  FrontDesk desk;
  Caller ada(desk, "ada", 1);
  Caller bo(desk, "bo", 2);
  Caller cy(desk, "cy", 3);
  for (Caller* caller : {&ada, &bo, &cy}) caller->signIn();
  ada.ask(watching(ada, {"bo"}));
  desk.clock.advanceMs(1'000'000);
  bo.ask(bo.publication(stateXml(StateKind::Machine, Availability::kAway, 7)));
  const auto notices = desk.transport.takeSent("BENOTIFY");
  QCOMPARE(notices.size(), size_t{1});
  QCOMPARE(notices.front().connection, Sip::ConnectionId{1});
  QCOMPARE(notices.front().request.headers.value("subscription-state"), "active;expires=27800");
  QCOMPARE(notices.front().request.headers.value("CSeq"), "2 BENOTIFY");
  QCOMPARE(told(notices.front().request.body), "bo 15500");
  // The same again, somebody whom nobody watches, another category: nothing to tell.
  bo.ask(bo.publication(stateXml(StateKind::Machine, Availability::kAway, 7, "endpoint", 1)));
  cy.ask(cy.publication(stateXml(StateKind::Machine, Availability::kAway, 7)));
  bo.ask(bo.publication(Published{1}.toXml()));
  QVERIFY(desk.transport.takeSent("BENOTIFY").empty());
}

void TestPresenceWatchers::comingAndGoing() {
  FrontDesk desk;
  Caller ada(desk, "ada", 1);
  Caller bo(desk, "bo", 2);
  ada.signIn();
  QCOMPARE(told(ada.ask(watching(ada, {"bo"})).body), "bo 18500");
  bo.signIn();
  bo.ask(roamingSubscription(bo));
  QCOMPARE(takeNotices(desk, 1), QByteArrayList{"bo 3500"});
  bo.ask(bo.publication(stateXml(StateKind::Machine, Availability::kBusy, 7)));
  QCOMPARE(takeNotices(desk, 1), QByteArrayList{"bo 6500"});
  bo.signOut();
  desk.store.run();
  QCOMPARE(takeNotices(desk, 1), QByteArrayList{"bo 18500"});
  bo.signIn();
  bo.ask(roamingSubscription(bo));
  QCOMPARE(takeNotices(desk, 1), QByteArrayList{"bo 3500"});  // what the computer said has ended with its sign-out
  desk.transport.lose(2);
  desk.store.run();
  QCOMPARE(takeNotices(desk, 1), QByteArrayList{"bo 18500"});
}

void TestPresenceWatchers::aLaterListReplaces() {
  FrontDesk desk;
  Caller ada(desk, "ada", 1);
  Caller bo(desk, "bo", 2);
  Caller cy(desk, "cy", 3);
  for (Caller* caller : {&ada, &bo, &cy}) caller->signIn();
  const Sip::Request first = watching(ada, {"bo"});
  Sip::Dialog dialog = Sip::Dialog::fromResponse(first, ada.ask(first));
  Sip::Request second = dialog.makeRequest("SUBSCRIBE");
  for (const char* name : {"Event", "Supported", "Proxy-Require", "Content-Type"}) {
    for (const QByteArray& value : first.headers.values(name)) second.headers.add(name, value);
  }
  second.body = watching(ada, {"cy"}).body;
  QCOMPARE(told(ada.ask(second).body), "cy 3500");
  bo.ask(bo.publication(stateXml(StateKind::Machine, Availability::kAway, 7)));
  cy.ask(cy.publication(stateXml(StateKind::Machine, Availability::kAway, 7)));
  QCOMPARE(takeNotices(desk, 1), QByteArrayList{"cy 15500"});
}

void TestPresenceWatchers::refreshAndEnd() {
  FrontDesk desk;
  Caller ada(desk, "ada", 1);
  Caller bo(desk, "bo", 2);
  ada.signIn();
  bo.signIn();
  const Sip::Request first = watching(ada, {"bo"});
  Sip::Dialog dialog = Sip::Dialog::fromResponse(first, ada.ask(first));
  const auto inDialog = [&](const QByteArray& expires) {
    Sip::Request request = dialog.makeRequest("SUBSCRIBE");
    request.headers.add("Event", Signin::kPresenceEvent);
    request.headers.add("Supported", "ms-piggyback-first-notify");
    request.headers.add("Supported", "ms-benotify");
    if (!expires.isEmpty()) request.headers.add("Expires", expires);
    return request;
  };
  QCOMPARE(told(ada.ask(inDialog({})).body), "bo 3500");
  bo.ask(bo.publication(stateXml(StateKind::Machine, Availability::kAway, 7)));
  QCOMPARE(takeNotices(desk, 1), QByteArrayList{"bo 15500"});
  const auto ended = ada.ask(inDialog("0"));
  QCOMPARE(ended.status, 200);
  QCOMPARE(ended.headers.value("subscription-state"), "terminated;expires=0");
  bo.signOut();
  desk.store.run();
  QVERIFY(takeNotices(desk, 1).isEmpty());
  QCOMPARE(ada.ask(inDialog({})).status, 481);
}

void TestPresenceWatchers::onceOnly() {
  FrontDesk desk;
  Caller ada(desk, "ada", 1);
  Caller bo(desk, "bo", 2);
  ada.signIn();
  bo.signIn();
  Sip::Request request = watching(ada, {"bo"});
  request.headers.add("Expires", "0");
  QCOMPARE(told(ada.ask(request).body), "bo 3500");
  bo.ask(bo.publication(stateXml(StateKind::Machine, Availability::kAway, 7)));
  QVERIFY(takeNotices(desk, 1).isEmpty());
}

void TestPresenceWatchers::standInsAreAvailable() {
  FrontDesk desk;
  desk.frontEnd.setStandIns([](const SipUri& user) { return user == addressOf("cy") || user == addressOf("bo"); });
  Caller ada(desk, "ada", 1);
  Caller bo(desk, "bo", 2);
  ada.signIn();
  bo.signIn();
  bo.ask(bo.publication(stateXml(StateKind::Machine, Availability::kBusy, 7)));
  // Who has an endpoint speaks for himself.
  QCOMPARE(told(ada.ask(watching(ada, {"cy", "bo", "dot"})).body), "cy 3500 bo 6500 dot 18500");
}

void TestPresenceWatchers::watchersThatLeave() {
  FrontDesk desk;
  Caller ada(desk, "ada", 1);
  Caller bo(desk, "bo", 2);
  ada.signIn();
  bo.signIn();
  ada.ask(watching(ada, {"bo", "ada"}));
  ada.signOut();
  bo.ask(bo.publication(stateXml(StateKind::Machine, Availability::kAway, 7)));
  QVERIFY(takeNotices(desk, 1).isEmpty());
  ada.signIn();
  QCOMPARE(told(ada.ask(watching(ada, {"bo"})).body), "bo 15500");
}

void TestPresenceWatchers::expiredWatchers() {
  FrontEndSettings settings = deskSettings();
  settings.subscriptionSeconds = 60;
  FrontDesk desk(settings);
  Caller ada(desk, "ada", 1);
  Caller bo(desk, "bo", 2);
  ada.signIn();
  bo.signIn();
  ada.ask(watching(ada, {"bo"}));
  desk.advanceSeconds(61);
  for (quint32 version = 0; version < 2; ++version) {
    bo.ask(bo.publication(stateXml(StateKind::Machine, 6500 + version, 7, "endpoint", version)));
  }
  QVERIFY(takeNotices(desk, 1).isEmpty());
}

void TestPresenceWatchers::withoutPiggyback() {
  FrontDesk desk;
  Caller ada(desk, "ada", 1);
  ada.signIn();
  Sip::Request request = watching(ada, {"bo"});
  request.headers.remove("Supported");
  const auto response = ada.ask(request);
  QVERIFY(response.body.isEmpty());
  const auto notices = desk.transport.takeSent("NOTIFY");
  QCOMPARE(notices.size(), size_t{1});
  QCOMPARE(told(notices.front().request.body), "bo 18500");
}

void TestPresenceWatchers::refusals_data() {
  QTest::addColumn<QByteArray>("body");
  QTest::addColumn<int>("status");
  QByteArray many = "<batchSub><action><adhocList>";
  for (int i = 0; i < 251; ++i) many += "<resource uri=\"sip:p" + QByteArray::number(i) + "@orchard.example\"/>";
  QTest::newRow("nothing") << QByteArray() << 400;
  QTest::newRow("no XML") << QByteArray("bo") << 400;
  QTest::newRow("too many") << many + "</adhocList></action></batchSub>" << 413;
}

void TestPresenceWatchers::refusals() {
  QFETCH(QByteArray, body);
  FrontDesk desk;
  Caller ada(desk, "ada", 1);
  ada.signIn();
  QTEST(ada.ask(ada.subscription(Signin::kPresenceEvent, Signin::kPresenceQueryType, body)).status, "status");
}

PARLOUR_TEST(TestPresenceWatchers)

}  // namespace tst_presencewatchers

#include "tst_presencewatchers.moc"
