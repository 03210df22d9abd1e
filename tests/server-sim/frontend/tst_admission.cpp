// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "server-sim/metrics/EventLog.h"
#include "server-sim/metrics/MetricSet.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/frontend/support/FrontDesk.h"

namespace tst_admission {

using namespace Parlour;
using namespace Parlour::Server;
using namespace Parlour::Server::Testing;

constexpr LoadReading kNoSignIns{300, 0, 0};
constexpr LoadReading kNoReading{1'500, 0, 0};
constexpr LoadReading kNoPosts{5'000, 0, 0};

// What the whole front end takes and refuses under load, and how it tells of it.
class TestAdmission : public QObject {
  Q_OBJECT

 private:
  static void enter(Caller& caller) {
    QCOMPARE(caller.signIn().status, 200);
    QCOMPARE(caller.invite().status, 200);
    caller.command(Xccos::Join{{0, Harbour::room("tides")}});
    caller.takeInfos();
  }

 private Q_SLOTS:
  void classesAreRefusedInTurn_data() {
    QTest::addColumn<qint64>("lag");
    QTest::addColumn<int>("signIn");
    QTest::addColumn<int>("history");
    QTest::addColumn<int>("roomSearch");
    QTest::addColumn<int>("post");
    QTest::newRow("normal") << qint64{0} << 200 << 200 << 200 << 200;
    QTest::newRow("no sign-ins") << kNoSignIns.lagMs << 503 << 200 << 200 << 200;
    QTest::newRow("no reading") << kNoReading.lagMs << 503 << 503 << 503 << 200;
    QTest::newRow("no posts") << kNoPosts.lagMs << 503 << 503 << 503 << 503;
  }
  void classesAreRefusedInTurn() {
    QFETCH(qint64, lag);
    FrontDesk desk;
    Caller ada(desk, "ada");
    enter(ada);
    desk.frontEnd.noteLoad({lag, 0, 0});
    Caller bo(desk, "bo", 2);
    const auto signIn = bo.signIn();
    QTEST(signIn.status, "signIn");
    QCOMPARE(signIn.retryAfterSeconds() > 0, signIn.status == 503);
    const Xccos::BackchatContext recent{Harbour::room("tides"), 5};
    QTEST(ada.command(recent).status, "history");
    QTEST(ada.command(Xccos::ChannelSearch{}).status, "roomSearch");
    QTEST(ada.post("tides", "hello").status, "post");
    // The dialog lives on: whatever the load, its other commands and refreshes are taken.
    QCOMPARE(ada.command(Xccos::GetServerInfo{}).status, 200);
    QCOMPARE(ada.ask(ada.registration()).status, 200);
    desk.advanceSeconds(2);
    desk.frontEnd.noteLoad({});
    QCOMPARE(bo.signIn().status, 200);
    QCOMPARE(ada.post("tides", "hello again").status, 200);
  }

  void signInsUnderWayAreFinished() {
    FrontDesk desk;
    Caller ada(desk, "ada");
    const auto first = ada.registration();
    const auto challenge = ada.ask(first);
    QCOMPARE(challenge.status, 401);
    desk.frontEnd.noteLoad(kNoSignIns);
    QCOMPARE(ada.ask(ada.answering(challenge, first, ada.password())).status, 200);
    QCOMPARE(ada.invite().status, 200);
    QCOMPARE(desk.frontEnd.counters().signIns.value(), quint64{1});
  }

  void signInsUnderWayAreLimited() {
    auto settings = deskSettings();
    settings.load.signInsInFlight = 2;
    settings.load.limitLoopback = false;
    FrontDesk desk(settings);
    desk.transport.addresses = {{1, "127.0.0.1"}, {2, "127.0.0.1"}, {3, "127.0.0.1"}};
    Caller ada(desk, "ada", 1);
    Caller bo(desk, "bo", 2);
    Caller cy(desk, "cy", 3);
    QCOMPARE(ada.signIn().status, 200);
    QCOMPARE(bo.ask(bo.registration()).status, 401);
    QCOMPARE(cy.ask(cy.registration()).status, 503);
    QCOMPARE(desk.frontEnd.counters().signInsInFlight.value(), qint64{2});
    QCOMPARE(ada.invite().status, 200);
    QCOMPARE(cy.ask(cy.registration()).status, 401);
    QCOMPARE(desk.frontEnd.counters().shedSignIns.value(), quint64{1});
    desk.transport.lose(2);
    desk.transport.lose(3);
    QCOMPARE(desk.frontEnd.counters().signInsInFlight.value(), qint64{0});
  }

  void ratesOfAUser() {
    auto settings = deskSettings();
    settings.load.requestsPerUser = 2;
    settings.load.requestBurstPerUser = 4;
    FrontDesk desk(settings);
    Caller ada(desk, "ada");
    Caller bo(desk, "bo", 2);
    QCOMPARE(ada.signIn().status, 200);
    QCOMPARE(bo.signIn().status, 200);
    for (int i = 0; i < 4; ++i) QCOMPARE(ada.ask(ada.make("OPTIONS")).status, 200);
    const auto refused = ada.ask(ada.make("OPTIONS"));
    QCOMPARE(refused.status, 503);
    QVERIFY(refused.retryAfterSeconds() > 0);
    QCOMPARE(bo.ask(bo.make("OPTIONS")).status, 200);
    desk.advanceSeconds(1);
    QCOMPARE(ada.ask(ada.make("OPTIONS")).status, 200);
    QCOMPARE(desk.frontEnd.counters().limitedUsers.value(), quint64{1});
  }

  void ratesOfAnAddress_data() {
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<bool>("loopbackToo");
    QTest::addColumn<bool>("limited");
    QTest::newRow("other computer") << QByteArray("192.0.2.9") << false << true;
    QTest::newRow("this computer") << QByteArray("127.0.0.1") << false << false;
    QTest::newRow("this computer, wanted") << QByteArray("127.0.0.1") << true << true;
  }
  void ratesOfAnAddress() {
    QFETCH(QByteArray, address);
    QFETCH(bool, loopbackToo);
    QFETCH(bool, limited);
    auto settings = deskSettings();
    settings.load.requestsPerAddress = 1;
    settings.load.requestBurstPerAddress = 5;
    settings.load.limitLoopback = loopbackToo;
    FrontDesk desk(settings);
    for (Sip::ConnectionId id = 1; id < 20; ++id) desk.transport.addresses[id] = address;
    desk.transport.addresses[20] = "192.0.2.77";
    int refused = 0;
    for (Sip::ConnectionId id = 1; id < 9; ++id) {
      Caller guest(desk, "ada", id);
      refused += guest.ask(guest.registration()).status == 503 ? 1 : 0;
    }
    QCOMPARE(refused, limited ? 3 : 0);
    QCOMPARE(desk.frontEnd.counters().limitedAddresses.value(), quint64(limited ? 3 : 0));
    QCOMPARE(Caller(desk, "bo", 20).signIn().status, 200);
  }

  void onlyClientsThatAnswerArePinged_data() {
    QTest::addColumn<QByteArray>("agent");
    QTest::addColumn<bool>("pinged");
    QTest::newRow("ours") << QByteArray("Parlour/0.1") << true;
    QTest::newRow("pidgin-sipe") << QByteArray("Purple/2.14.12 Sipe/1.25.0 (linux-x86_64; RTC/5.0)") << false;
    QTest::newRow("unnamed") << QByteArray() << false;
  }
  void onlyClientsThatAnswerArePinged() {
    QFETCH(QByteArray, agent);
    QFETCH(bool, pinged);
    FrontDesk desk;
    Caller ada(desk, "ada");
    auto request = ada.registration();
    if (agent.isEmpty()) {
      request.headers.remove("User-Agent");
    } else {
      request.headers.set("User-Agent", agent);
    }
    QCOMPARE(ada.signIn(request, ada.password()).status, 200);
    QCOMPARE(desk.transport.pinged.size(), size_t(pinged ? 1 : 0));
  }

  void requiredExtensions_data() {
    QTest::addColumn<QByteArray>("required");
    QTest::addColumn<QByteArray>("unknown");
    QTest::newRow("none") << QByteArray() << QByteArray();
    QTest::newRow("known") << QByteArray("timer, eventlist") << QByteArray();
    QTest::newRow("of presence lists") << QByteArray("adhoclist, categoryList") << QByteArray();
    QTest::newRow("Microsoft's") << QByteArray("ms-benotify,com.microsoft.autoextend") << QByteArray();
    QTest::newRow("unknown") << QByteArray("tomorrow") << QByteArray("tomorrow");
    QTest::newRow("some of them") << QByteArray("Timer, tomorrow ,someday") << QByteArray("tomorrow, someday");
  }
  void requiredExtensions() {
    QFETCH(QByteArray, required);
    QFETCH(QByteArray, unknown);
    FrontDesk desk;
    Caller ada(desk, "ada");
    QCOMPARE(ada.signIn().status, 200);
    auto request = ada.make("OPTIONS");
    if (!required.isEmpty()) request.headers.add("Require", required);
    const auto answer = ada.ask(request);
    QCOMPARE(answer.status, unknown.isEmpty() ? 200 : 420);
    QCOMPARE(answer.headers.value("Unsupported"), unknown);
  }

  void operatorsAreTold() {
    FrontDesk desk;
    EventLog events(desk.clock);
    desk.frontEnd.setEvents(&events);
    Caller ada(desk, "ada");
    desk.frontEnd.noteLoad(kNoSignIns);
    for (int i = 0; i < 12; ++i) QCOMPARE(ada.ask(ada.registration()).status, 503);
    desk.frontEnd.tick();
    QCOMPARE(events.newest(1).front().text, QStringLiteral("Under load: sign-ins are asked to come back later"));
    ada.ask(ada.registration());
    desk.frontEnd.tick();
    QCOMPARE(events.newest(10).size(), size_t{1});
    QCOMPARE(desk.frontEnd.counters().shed(), quint64{13});
    desk.advanceSeconds(2);
    desk.frontEnd.noteLoad({});
    desk.frontEnd.tick();
    QCOMPARE(events.newest(1).front().severity, Severity::Good);
  }

  void countersAreMetrics() {
    FrontDesk desk;
    Caller ada(desk, "ada");
    enter(ada);
    desk.frontEnd.noteLoad(kNoSignIns);
    Caller bo(desk, "bo", 2);
    bo.signIn();
    MetricSet set;
    collect(desk.frontEnd.counters(), set);
    const MetricSample* shed = set.find("parlour_requests_shed", {{"class", "sign_in"}});
    QVERIFY(shed != nullptr);
    QCOMPARE(shed->value, 1.0);
    QVERIFY(set.find("parlour_sign_ins") != nullptr);
    QCOMPARE(set.find("parlour_sign_ins")->value, 1.0);
    QCOMPARE(set.find("parlour_load_level")->value, 1.0);
  }
};

PARLOUR_TEST(TestAdmission)

}  // namespace tst_admission

#include "tst_admission.moc"
