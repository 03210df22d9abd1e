// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "tests/program/TestProgram.h"
#include "tests/server-sim/frontend/support/PresenceCaller.h"

namespace tst_presenceendings {

using namespace Parlour;
using namespace Parlour::Server;
using namespace Parlour::Server::Testing;

// What happens to presence when endpoints, users, subscriptions and time end.
class TestPresenceEndings : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void staticSurvivesSignOut();
  void endpointInstancesEndWithTheirEndpoint();
  void userInstancesEndWithTheLastEndpoint();
  void endpointLeavesDuringAPublish();
  void publisherLeavesDuringItsOwnPublish();
  void subscriberLeavesWhileLoading();
  void timedInstancesExpire();
  void endOfSubscription();
  void refreshKeepsTheDialog();
  void newSubscriptionReplaces();
  void unknownDialogIsGone();
  void foreignCallIdChangesNothing();
  void subscriptionExpires();
};

void TestPresenceEndings::staticSurvivesSignOut() {
  FrontDesk desk;
  Caller ada(desk, "ada");
  ada.signIn();
  ada.ask(ada.publication(Published{1}.toXml()));
  ada.signOut();
  ada.signIn();
  const QStringList expected{QStringLiteral("roomSetting 1 v1 a")};
  QCOMPARE(instancesIn(ada.ask(roamingSubscription(ada)).body), expected);
  // A later version counts on, also after the document has been read from the store again.
  QCOMPARE(ada.ask(ada.publication(Published{1, 1}.toXml())).status, 200);
}

void TestPresenceEndings::endpointInstancesEndWithTheirEndpoint() {
  FrontDesk desk;
  Caller office(desk, "ada", 1, "office");
  Caller home(desk, "ada", 2, "home");
  office.signIn();
  home.signIn();
  home.ask(roamingSubscription(home));
  Published device{1, 0, "office", "endpoint", {}, "device"};
  Published other{2, 0, "home", "endpoint", {}, "device"};
  office.ask(office.publication(device.toXml()));
  home.ask(home.publication(other.toXml()));
  QVERIFY(desk.store.rowsOf(Ada).empty());
  desk.transport.sent.clear();
  desk.transport.lose(1);
  desk.store.run();
  const auto notices = desk.transport.takeSent("BENOTIFY");
  QCOMPARE(notices.size(), size_t{1});
  QCOMPARE(instancesIn(notices.front().request.body), QStringList{QStringLiteral("device 2 v1 home")});
  QCOMPARE(instancesIn(home.ask(roamingSubscription(home)).body), QStringList{QStringLiteral("device 2 v1 home")});
}

void TestPresenceEndings::userInstancesEndWithTheLastEndpoint() {
  FrontDesk desk;
  Caller office(desk, "ada", 1, "office");
  Caller home(desk, "ada", 2, "home");
  office.signIn();
  home.signIn();
  Published state{1, 0, "busy", "user", {}, "state"};
  office.ask(office.publication(state.toXml()));
  office.signOut();
  QCOMPARE(instancesIn(home.ask(roamingSubscription(home)).body), QStringList{QStringLiteral("state 1 v1 busy")});
  home.signOut();
  home.signIn();
  QVERIFY(instancesIn(home.ask(roamingSubscription(home)).body).isEmpty());
}

void TestPresenceEndings::endpointLeavesDuringAPublish() {
  FrontDesk desk;
  Caller office(desk, "ada", 1, "office");
  Caller home(desk, "ada", 2, "home");
  office.signIn();
  home.signIn();
  office.ask(office.publication(Published{1, 0, "office", "endpoint", {}, "device"}.toXml()));
  const auto incoming = desk.transport.receive(2, home.publication(Published{5}.toXml()));
  desk.transport.lose(1);  // while the store writes
  desk.store.run();
  QCOMPARE(desk.transport.answerTo(incoming).status, 200);
  QCOMPARE(instancesIn(home.ask(roamingSubscription(home)).body), QStringList{QStringLiteral("roomSetting 5 v1 a")});
}

void TestPresenceEndings::publisherLeavesDuringItsOwnPublish() {
  FrontDesk desk;
  Caller office(desk, "ada", 1, "office");
  Caller home(desk, "ada", 2, "home");
  office.signIn();
  home.signIn();
  const Published device{1, 0, "office", "endpoint", {}, "device"};
  desk.transport.receive(1, office.publication(device.toXml() + Published{5}.toXml()));
  desk.transport.lose(1);
  desk.store.run();
  QCOMPARE(instancesIn(home.ask(roamingSubscription(home)).body), QStringList{QStringLiteral("roomSetting 5 v1 a")});
}

void TestPresenceEndings::subscriberLeavesWhileLoading() {
  FrontDesk desk;
  Caller office(desk, "ada", 1, "office");
  Caller home(desk, "ada", 2, "home");
  office.signIn();
  home.signIn();
  desk.transport.receive(1, roamingSubscription(office));
  desk.transport.lose(1);
  desk.store.run();
  home.ask(home.publication(Published{5}.toXml()));
  QVERIFY(desk.transport.takeSent("BENOTIFY").empty());
}

void TestPresenceEndings::timedInstancesExpire() {
  FrontDesk desk;
  Caller ada(desk, "ada");
  ada.signIn();
  ada.ask(roamingSubscription(ada));
  Published away{1, 0, "lunch", "time", "600", "note"};
  QCOMPARE(ada.ask(ada.publication(away.toXml())).status, 200);
  desk.transport.sent.clear();
  desk.advanceSeconds(599);
  QVERIFY(desk.transport.takeSent("BENOTIFY").empty());
  desk.advanceSeconds(1);
  const auto notices = desk.transport.takeSent("BENOTIFY");
  QCOMPARE(notices.size(), size_t{1});
  QCOMPARE(instancesIn(notices.front().request.body), QStringList{QStringLiteral("note -")});
}

void TestPresenceEndings::endOfSubscription() {
  FrontDesk desk;
  Caller ada(desk, "ada");
  ada.signIn();
  auto request = roamingSubscription(ada);
  const auto first = ada.ask(request);
  request.headers.set("To", first.headers.value("To"));
  request.headers.set("CSeq", "2 SUBSCRIBE");
  request.headers.add("Expires", "0");
  const auto last = ada.ask(request);
  QCOMPARE(last.status, 200);
  QCOMPARE(last.headers.value("Expires"), "0");
  QCOMPARE(last.headers.value("subscription-state"), "terminated;expires=0");
  ada.ask(ada.publication(Published{1}.toXml()));
  QVERIFY(desk.transport.takeSent("BENOTIFY").empty());
}

void TestPresenceEndings::refreshKeepsTheDialog() {
  FrontDesk desk;
  Caller ada(desk, "ada");
  ada.signIn();
  auto request = roamingSubscription(ada);
  const auto first = ada.ask(request);
  ada.ask(ada.publication(Published{1}.toXml()));
  desk.clock.advanceMs(3'600'000);
  request.headers.set("To", first.headers.value("To"));
  request.headers.set("CSeq", "2 SUBSCRIBE");
  const auto second = ada.ask(request);
  QCOMPARE(second.status, 200);
  QCOMPARE(second.headers.value("subscription-state"), "active;expires=28800");
  QCOMPARE(second.headers.value("ms-piggyback-cseq"), "3");  // the first notification had 1, the BENOTIFY 2
  ada.ask(ada.publication(Published{2}.toXml()));
  const auto notices = desk.transport.takeSent("BENOTIFY");
  QCOMPARE(notices.size(), size_t{2});
  QCOMPARE(notices[1].request.headers.value("CSeq"), "4 BENOTIFY");
  QCOMPARE(notices[1].request.from().tag(), notices[0].request.from().tag());
}

void TestPresenceEndings::newSubscriptionReplaces() {
  FrontDesk desk;
  Caller ada(desk, "ada");
  ada.signIn();
  ada.ask(roamingSubscription(ada));
  const auto second = roamingSubscription(ada);
  ada.ask(second);
  ada.ask(ada.publication(Published{1}.toXml()));
  const auto notices = desk.transport.takeSent("BENOTIFY");
  QCOMPARE(notices.size(), size_t{1});
  QCOMPARE(notices.front().request.callId(), second.callId());
}

void TestPresenceEndings::unknownDialogIsGone() {
  FrontDesk desk;
  Caller ada(desk, "ada");
  ada.signIn();
  auto request = roamingSubscription(ada);
  request.headers.set("To", request.headers.value("To") + ";tag=longgone");
  QCOMPARE(ada.ask(request).status, 481);
  ada.ask(ada.publication(Published{1}.toXml()));
  QVERIFY(desk.transport.takeSent("BENOTIFY").empty());
}

void TestPresenceEndings::foreignCallIdChangesNothing() {
  FrontDesk desk;
  Caller ada(desk, "ada", 1);
  Caller bo(desk, "bo", 2);
  ada.signIn();
  bo.signIn();
  const auto own = roamingSubscription(ada);
  const auto answer = ada.ask(own);
  auto theft = roamingSubscription(bo);
  theft.headers.set("Call-ID", own.callId());
  bo.ask(theft);
  theft.headers.set("To", "<sip:bo@orchard.example>;tag=" + Sip::NameAddress::parse(answer.headers.value("To"))->tag());
  theft.headers.add("Expires", "0");
  bo.ask(theft);
  ada.ask(ada.publication(Published{1}.toXml()));
  const auto notices = desk.transport.takeSent("BENOTIFY");
  QCOMPARE(notices.size(), size_t{1});
  QCOMPARE(notices.front().connection, Sip::ConnectionId{1});
}

void TestPresenceEndings::subscriptionExpires() {
  auto settings = deskSettings();
  settings.subscriptionSeconds = 600;
  FrontDesk desk(settings);
  Caller ada(desk, "ada");
  ada.signIn();
  ada.ask(roamingSubscription(ada));
  desk.advanceSeconds(599);
  ada.ask(ada.publication(Published{1}.toXml()));
  QCOMPARE(desk.transport.takeSent("BENOTIFY").size(), size_t{1});
  desk.advanceSeconds(1);
  ada.ask(ada.publication(Published{2}.toXml()));
  QVERIFY(desk.transport.takeSent("BENOTIFY").empty());
}

PARLOUR_TEST(TestPresenceEndings)

}  // namespace tst_presenceendings

#include "tst_presenceendings.moc"
