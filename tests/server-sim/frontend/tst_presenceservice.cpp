// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "protocol/signin/ContactCard.h"
#include "protocol/signin/Publication.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/frontend/support/PresenceCaller.h"

namespace tst_presenceservice {

using namespace Parlour;
using namespace Parlour::Server;
using namespace Parlour::Server::Testing;

class TestPresenceService : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void firstDocument();
  void contactCard();
  void scopes_data();
  void scopes();
  void publishing();
  void conflictStoresNothing();
  void severalAreAllOrNothing();
  void deleting_data();
  void deleting();
  void tooManyRooms();
  void refusals_data();
  void refusals();
  void foreignListsAreAnsweredQuietly_data();
  void foreignListsAreAnsweredQuietly();
  void allEndpointsAreTold();
  void otherUsersAreNotTold();
  void notifyIsAnsweredByTheClient();
  void publishesInFlightAreSerialised();
  void storeFailureChangesNothing();
  void loadingFailure();
  void longQueueIsRefused();
};

void TestPresenceService::firstDocument() {
  FrontDesk desk;
  StoredPublication row;
  row.name = "roomSetting";
  row.container = 1;
  row.instance = 402517719;
  row.version = 3;
  row.expireType = "static";
  row.fragment = "<propertyList xmlns=\"urn:x\">kept</propertyList>";
  row.publishTime = *Timestamp::parse("2014-03-01T10:07:31.150");
  desk.store.rowsOf(Ada).push_back(row);
  Caller ada(desk, "ada");
  ada.signIn();
  const auto response = ada.ask(roamingSubscription(ada));
  QCOMPARE(response.status, 200);
  QCOMPARE(response.headers.value("Event"), "vnd-microsoft-roaming-self");
  QCOMPARE(response.headers.value("Expires"), "28800");
  QCOMPARE(response.headers.value("subscription-state"), "active;expires=28800");
  QCOMPARE(response.headers.value("ms-piggyback-cseq"), "1");
  QCOMPARE(response.headers.value("Supported"), "ms-benotify, ms-piggyback-first-notify");
  QCOMPARE(response.contentType(), "application/vnd-microsoft-roaming-self+xml");
  QVERIFY(response.body.contains("publishTime=\"2014-03-01T10:07:31.150\""));
  QVERIFY(response.body.contains("uri=\"sip:ada@orchard.example\""));
  QCOMPARE(instancesIn(response.body), QStringList{QStringLiteral("roomSetting 402517719 v3 kept")});
  QVERIFY(desk.transport.sent.empty());
}

void TestPresenceService::contactCard() {
  FrontDesk desk;
  Caller ada(desk, "ada");
  ada.signIn();
  const auto cards = [&] {
    QStringList fragments;
    const auto data = Signin::RoamingData::parse(ada.ask(roamingSubscription(ada)).body);
    for (const auto& item : data ? *data->categories : QList<Signin::CategoryInstance>()) {
      if (item.name == Signin::ContactCard::categoryName()) fragments.append(QString::fromUtf8(item.fragment));
    }
    return fragments;
  };
  // The directory's word, until the user publishes an own card.
  QCOMPARE(cards().size(), 1);
  QCOMPARE(Signin::ContactCard::parse(cards().front().toUtf8())->displayName, QStringLiteral("Ada"));
  Published own{0, 0, "own"};
  own.name = Signin::ContactCard::categoryName().toUtf8();
  QCOMPARE(ada.ask(ada.publication(own.toXml())).status, 200);
  QCOMPARE(cards().size(), 1);
  QVERIFY(cards().front().contains(QStringLiteral("own")));
}

void TestPresenceService::scopes_data() {
  QTest::addColumn<Signin::RoamingScope>("scope");
  QTest::newRow("categories") << Signin::RoamingScope{true, false, false, false};
  QTest::newRow("containers") << Signin::RoamingScope{false, true, false, false};
  QTest::newRow("subscribers and delegates") << Signin::RoamingScope{false, false, true, true};
  QTest::newRow("everything") << Signin::RoamingScope{true, true, true, true};
}

void TestPresenceService::scopes() {
  QFETCH(Signin::RoamingScope, scope);
  FrontDesk desk;
  Caller ada(desk, "ada");
  ada.signIn();
  const auto response = ada.ask(ada.subscription(Signin::kRoamingSelfEvent, Signin::kRoamingSelfType, scope.toXml()));
  const auto data = Signin::RoamingData::parse(response.body);
  QVERIFY(data);
  QCOMPARE(data->categories.has_value(), scope.categories);
  QCOMPARE(data->containers.has_value(), scope.containers);
  QCOMPARE(data->subscribers.has_value(), scope.subscribers);
  QCOMPARE(data->delegates.has_value(), scope.delegates);
}

void TestPresenceService::publishing() {
  FrontDesk desk;
  Caller ada(desk, "ada");
  ada.signIn();
  const auto response = ada.ask(ada.publication(Published{7, 0, "ma-chan://a"}.toXml()));
  QCOMPARE(response.status, 200);
  QCOMPARE(response.contentType(), "application/vnd-microsoft-roaming-self+xml");
  QCOMPARE(instancesIn(response.body), QStringList{QStringLiteral("roomSetting 7 v1 ma-chan://a")});
  QCOMPARE(desk.store.rowsOf(Ada).size(), size_t{1});
  const auto& row = desk.store.rowsOf(Ada).front();
  QCOMPARE(row.name, "roomSetting");
  QCOMPARE(row.container, 1u);
  QCOMPARE(row.instance, 7u);
  QCOMPARE(row.version, 1u);
  QCOMPARE(row.expireType, "static");
  QCOMPARE(row.publishTime, desk.clock.now());
  const auto second = ada.ask(ada.publication(Published{7, 1, "b"}.toXml() + Published{8, 0, "c"}.toXml()));
  QCOMPARE(instancesIn(second.body),
           (QStringList{QStringLiteral("roomSetting 7 v2 b"), QStringLiteral("roomSetting 8 v1 c")}));
  QCOMPARE(desk.store.rowsOf(Ada).size(), size_t{2});
}

void TestPresenceService::conflictStoresNothing() {
  FrontDesk desk;
  Caller ada(desk, "ada");
  ada.signIn();
  ada.ask(roamingSubscription(ada));
  ada.ask(ada.publication(Published{7, 0}.toXml()));
  ada.ask(ada.publication(Published{7, 1, "b"}.toXml()));
  desk.transport.sent.clear();
  const auto response = ada.ask(ada.publication(Published{7, 0, "c"}.toXml()));
  QCOMPARE(response.status, 409);
  QVERIFY(response.headers.value("ms-diagnostics")
              .startsWith("2141;reason=\"Version is out of date\";source=\"chat.orchard.example\""));
  QCOMPARE(response.contentType(), "application/msrtc-fault+xml");
  const auto fault = Signin::PublishFault::parse(response.body);
  QVERIFY(fault);
  QVERIFY(fault->isVersionConflict());
  QCOMPARE(fault->conflicts, (QList<Signin::VersionConflict>{{1, 0, 2}}));
  QCOMPARE(desk.store.rowsOf(Ada).front().version, 2u);
  QVERIFY(desk.store.rowsOf(Ada).front().fragment.contains(">b<"));
  QVERIFY(desk.transport.sent.empty());
}

void TestPresenceService::severalAreAllOrNothing() {
  FrontDesk desk;
  Caller ada(desk, "ada");
  ada.signIn();
  ada.ask(ada.publication(Published{1, 0}.toXml()));
  const auto response =
      ada.ask(ada.publication(Published{2, 0}.toXml() + Published{1, 5}.toXml() + Published{3, 4}.toXml()));
  QCOMPARE(response.status, 409);
  const auto fault = Signin::PublishFault::parse(response.body);
  QCOMPARE(fault->conflicts, (QList<Signin::VersionConflict>{{2, 5, 1}, {3, 4, 0}}));
  QCOMPARE(desk.store.rowsOf(Ada).size(), size_t{1});
  QCOMPARE(instancesIn(ada.ask(roamingSubscription(ada)).body), QStringList{QStringLiteral("roomSetting 1 v1 a")});
}

void TestPresenceService::deleting_data() {
  QTest::addColumn<QList<int>>("stored");
  QTest::addColumn<int>("version");
  QTest::addColumn<int>("status");
  QTest::addColumn<QStringList>("left");
  const QString marker = QStringLiteral("roomSetting -");
  const QString second = QStringLiteral("roomSetting 2 v1 a");
  QTest::newRow("one of two") << QList<int>{1, 2} << 1 << 200 << QStringList{second};
  QTest::newRow("the last one") << QList<int>{1} << 1 << 200 << QStringList{marker};
  QTest::newRow("what is not there") << QList<int>{2} << 9 << 200 << QStringList{second};
  QTest::newRow("old version") << QList<int>{1} << 0 << 409 << QStringList{};
}

void TestPresenceService::deleting() {
  QFETCH(QList<int>, stored);
  QFETCH(int, version);
  QFETCH(int, status);
  QFETCH(QStringList, left);
  FrontDesk desk;
  Caller ada(desk, "ada");
  ada.signIn();
  for (const int instance : stored) ada.ask(ada.publication(Published{quint32(instance)}.toXml()));
  Published deletion{1, quint32(version)};
  deletion.expires = "0";
  const auto response = ada.ask(ada.publication(deletion.toXml()));
  QCOMPARE(response.status, status);
  QCOMPARE(instancesIn(response.body), left);
  if (status != 200) return;
  const auto& rows = desk.store.rowsOf(Ada);
  QVERIFY(std::none_of(rows.begin(), rows.end(), [](const auto& row) { return row.instance == 1; }));
}

void TestPresenceService::tooManyRooms() {
  auto settings = deskSettings();
  settings.roomSettingsPerUser = 2;
  FrontDesk desk(settings);
  Caller ada(desk, "ada");
  ada.signIn();
  QCOMPARE(ada.ask(ada.publication(Published{1}.toXml() + Published{2}.toXml())).status, 200);
  const auto response = ada.ask(ada.publication(Published{3}.toXml()));
  QCOMPARE(response.status, 413);
  QVERIFY(response.headers.value("ms-diagnostics").startsWith("4008;"));
  QCOMPARE(desk.store.rowsOf(Ada).size(), size_t{2});
  Published note{3};
  note.name = "note";
  QCOMPARE(ada.ask(ada.publication(note.toXml())).status, 200);
  QCOMPARE(ada.ask(ada.publication(Published{2, 1, "b"}.toXml())).status, 200);
  Published gone{1, 1};
  gone.expires = "0";
  QCOMPARE(ada.ask(ada.publication(gone.toXml() + Published{4}.toXml())).status, 200);
}

void TestPresenceService::refusals_data() {
  QTest::addColumn<QByteArray>("type");
  QTest::addColumn<QByteArray>("body");
  QTest::addColumn<int>("status");
  QTest::addColumn<QByteArray>("diagnostics");
  const QByteArray type = Signin::kPublishType;
  const QByteArray head =
      "<publish xmlns=\"http://schemas.microsoft.com/2006/09/sip/rich-presence\"><publications uri=\"";
  const QByteArray own = head + "sip:ada@orchard.example\">";
  const QByteArray end = "</publications></publish>";
  QTest::newRow("somebody else") << type << head + "sip:bo@orchard.example\">" + Published{}.toXml() + end << 403
                                 << QByteArray("4004");
  QTest::newRow("wrong type") << QByteArray("text/plain") << own + Published{}.toXml() + end << 415
                              << QByteArray("4013");
  QTest::newRow("no type") << QByteArray() << own + Published{}.toXml() + end << 415 << QByteArray("4013");
  QTest::newRow("broken XML") << type << own + Published{}.toXml() << 400 << QByteArray("4001");
  QTest::newRow("no XML") << type << QByteArray() << 400 << QByteArray("4001");
  QTest::newRow("same instance twice") << type << own + Published{}.toXml() + Published{}.toXml() + end << 400
                                       << QByteArray("4001");
  QTest::newRow("fragment too large") << type << own + Published{1, 0, QByteArray(5'000, 'x')}.toXml() + end << 413
                                      << QByteArray("4008");
  QByteArray many;
  for (quint32 i = 0; i < 101; ++i) many += Published{i}.toXml();
  QTest::newRow("too many") << type << own + many + end << 413 << QByteArray("4008");
}

void TestPresenceService::refusals() {
  QFETCH(QByteArray, type);
  QFETCH(QByteArray, body);
  QFETCH(int, status);
  QFETCH(QByteArray, diagnostics);
  FrontDesk desk;
  Caller ada(desk, "ada");
  ada.signIn();
  auto request = ada.publication({});
  request.headers.set("Content-Type", type);
  if (type.isEmpty()) request.headers.remove("Content-Type");
  request.body = body;
  const auto response = ada.ask(request);
  QCOMPARE(response.status, status);
  const QByteArray header = response.headers.contains("ms-diagnostics") ? "ms-diagnostics" : "ms-diagnostics-public";
  QVERIFY(response.headers.value(header).startsWith(diagnostics + ';'));
  QVERIFY(desk.store.rowsOf(Ada).empty());
  QVERIFY(desk.store.rowsOf(Bo).empty());
}

void TestPresenceService::foreignListsAreAnsweredQuietly_data() {
  QTest::addColumn<QByteArray>("type");
  QTest::newRow("containers") << QByteArray("application/msrtc-setcontainermembers+xml");
  QTest::newRow("subscribers") << QByteArray("application/msrtc-presence-setsubscriber+xml; charset=utf-8");
}

void TestPresenceService::foreignListsAreAnsweredQuietly() {
  QFETCH(QByteArray, type);
  FrontDesk desk;
  Caller ada(desk, "ada");
  ada.signIn();
  auto request = ada.publication({});
  request.headers.set("Content-Type", type);
  request.body = "<whatever/>";
  const auto response = ada.ask(request);
  QCOMPARE(response.status, 200);
  QVERIFY(response.body.isEmpty());
}

void TestPresenceService::allEndpointsAreTold() {
  FrontDesk desk;
  Caller office(desk, "ada", 1, "office");
  Caller home(desk, "ada", 2, "home");
  for (Caller* caller : {&office, &home}) {
    caller->signIn();
    QCOMPARE(caller->ask(roamingSubscription(*caller)).status, 200);
  }
  desk.clock.advanceMs(1'000'000);
  const auto first = office.ask(office.publication(Published{1}.toXml()));
  const auto second = office.ask(office.publication(Published{2, 0, "b"}.toXml()));
  const auto notices = desk.transport.takeSent("BENOTIFY");
  QCOMPARE(notices.size(), size_t{4});
  std::map<Sip::ConnectionId, QByteArrayList> cseqs;
  for (const auto& notice : notices) {
    QCOMPARE(notice.request.headers.value("Event"), "vnd-microsoft-roaming-self");
    QCOMPARE(notice.request.headers.value("subscription-state"), "active;expires=27800");
    QVERIFY(!notice.done);
    cseqs[notice.connection].append(notice.request.headers.value("CSeq"));
  }
  const QByteArrayList expected{"2 BENOTIFY", "3 BENOTIFY"};
  QCOMPARE(cseqs[1], expected);
  QCOMPARE(cseqs[2], expected);
  // The complete list of the name, the same as in the answer.
  QCOMPARE(notices.back().request.body, second.body);
  QCOMPARE(instancesIn(second.body),
           (QStringList{QStringLiteral("roomSetting 1 v1 a"), QStringLiteral("roomSetting 2 v1 b")}));
}

void TestPresenceService::otherUsersAreNotTold() {
  FrontDesk desk;
  Caller ada(desk, "ada", 1);
  Caller bo(desk, "bo", 2);
  for (Caller* caller : {&ada, &bo}) {
    caller->signIn();
    caller->ask(roamingSubscription(*caller));
  }
  ada.ask(ada.publication(Published{1}.toXml()));
  const auto notices = desk.transport.takeSent("BENOTIFY");
  QCOMPARE(notices.size(), size_t{1});
  QCOMPARE(notices.front().connection, Sip::ConnectionId{1});
  QVERIFY(instancesIn(bo.ask(roamingSubscription(bo)).body).isEmpty());
}

void TestPresenceService::notifyIsAnsweredByTheClient() {
  FrontDesk desk;
  Caller ada(desk, "ada");
  ada.signIn();
  auto request = roamingSubscription(ada);
  request.headers.remove("Supported");
  QVERIFY(ada.ask(request).body.isEmpty());
  ada.ask(ada.publication(Published{1}.toXml()));
  const auto notices = desk.transport.takeSent("NOTIFY");
  QCOMPARE(notices.size(), size_t{2});
  QCOMPARE(notices[1].request.headers.value("CSeq"), "2 NOTIFY");
  Sip::Response gone;
  gone.status = 481;
  notices[1].done(gone);
  ada.ask(ada.publication(Published{2}.toXml()));
  QVERIFY(desk.transport.takeSent("NOTIFY").empty());
}

void TestPresenceService::publishesInFlightAreSerialised() {
  FrontDesk desk;
  Caller ada(desk, "ada");
  ada.signIn();
  const auto first = desk.transport.receive(1, ada.publication(Published{1, 0, "first"}.toXml()));
  const auto second = desk.transport.receive(1, ada.publication(Published{1, 0, "second"}.toXml()));
  const auto third = desk.transport.receive(1, ada.publication(Published{1, 1, "third"}.toXml()));
  desk.store.run();
  QCOMPARE(desk.transport.answerTo(first).status, 200);
  QCOMPARE(desk.transport.answerTo(second).status, 409);
  QCOMPARE(desk.transport.answerTo(third).status, 200);
  QVERIFY(!desk.transport.answeredTwice());
  QCOMPARE(instancesIn(desk.transport.answerTo(third).body), QStringList{QStringLiteral("roomSetting 1 v2 third")});
}

void TestPresenceService::storeFailureChangesNothing() {
  FrontDesk desk;
  Caller ada(desk, "ada");
  ada.signIn();
  ada.ask(roamingSubscription(ada));
  desk.store.failWith(Error::make(ErrorCode::Storage, QStringLiteral("full"), QStringLiteral("disk full")));
  const auto response = ada.ask(ada.publication(Published{1}.toXml()));
  QCOMPARE(response.status, 503);
  QCOMPARE(response.retryAfterSeconds(), 5);
  QVERIFY(desk.transport.takeSent("BENOTIFY").empty());
  desk.store.failWith({});
  QCOMPARE(ada.ask(ada.publication(Published{1}.toXml())).status, 200);
}

void TestPresenceService::loadingFailure() {
  FrontDesk desk;
  Caller ada(desk, "ada");
  ada.signIn();
  desk.store.failWith(Error::make(ErrorCode::Storage, QStringLiteral("gone")));
  QCOMPARE(ada.ask(roamingSubscription(ada)).status, 503);
  QCOMPARE(ada.ask(ada.publication(Published{1}.toXml())).status, 503);
  desk.store.failWith({});
  QCOMPARE(ada.ask(roamingSubscription(ada)).status, 200);
}

// A client that floods its own document while the disk is slow gets 503, and nobody's stack or memory suffers.
void TestPresenceService::longQueueIsRefused() {
  auto settings = deskSettings();
  settings.load.requestsPerUser = 0;
  FrontDesk desk(settings);
  Caller ada(desk, "ada");
  ada.signIn();
  std::vector<Sip::IncomingId> requests;
  for (int i = 0; i < 20'000; ++i) requests.push_back(desk.transport.receive(1, roamingSubscription(ada)));
  desk.store.run();
  std::map<int, int> statuses;
  for (const auto incoming : requests) ++statuses[desk.transport.answerTo(incoming).status];
  QCOMPARE(statuses.size(), size_t{2});
  QVERIFY(statuses[200] >= 20);
  QVERIFY(statuses[200] <= 1'000);
  QVERIFY(statuses[503] > 0);
  QCOMPARE(ada.ask(roamingSubscription(ada)).status, 200);
}

PARLOUR_TEST(TestPresenceService)

}  // namespace tst_presenceservice

#include "tst_presenceservice.moc"
