// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "app/models/wire/SipSummary.h"
#include "protocol/signin/PresenceWatch.h"
#include "protocol/signin/Publication.h"
#include "protocol/signin/StateCategory.h"
#include "tests/program/TestProgram.h"

namespace tst_sipsummary {

using namespace Parlour;
using namespace Parlour::Models;

// What the Wire view says about the presence of people.
class TestSipSummary : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void requests_data();
  void requests();
  void answerWithPresence();

 private:
  static QList<SipUri> people(int count) {
    QList<SipUri> users;
    for (int i = 0; i < count; ++i) {
      users.append(SipUri::fromTrusted("sip:p" + QByteArray::number(i) + "@orchard.example"));
    }
    return users;
  }
  static QByteArray query(int count) { return Signin::PresenceQuery{people(1).first(), people(count)}.toXml(); }
  static QByteArray report(int count) {
    QList<Signin::PresenceReport> reports;
    for (const SipUri& user : people(count)) reports.append({user, 3500});
    return Signin::PresenceReport::toBody(people(1).first(), reports);
  }
};

void TestSipSummary::requests_data() {
  QTest::addColumn<QByteArray>("method");
  QTest::addColumn<QByteArray>("headers");
  QTest::addColumn<QByteArray>("body");
  QTest::addColumn<QString>("rest");
  const QByteArray ask = QByteArray("Event: presence\r\nContent-Type: ") + Signin::kPresenceQueryType + "\r\n";
  const QByteArray tell = QByteArray("Event: presence\r\nContent-Type: ") + Signin::kPresenceBodyType + "\r\n";
  QTest::newRow("about one") << QByteArray("SUBSCRIBE") << ask << query(1)
                             << QStringLiteral("presence of p0@orchard.example");
  QTest::newRow("about many") << QByteArray("SUBSCRIBE") << ask << query(25) << QStringLiteral("presence of 25 people");
  QTest::newRow("end") << QByteArray("SUBSCRIBE") << QByteArray("Event: presence\r\nExpires: 0\r\n") << QByteArray()
                       << QStringLiteral("presence, end");
  QTest::newRow("another body") << QByteArray("SUBSCRIBE") << ask << QByteArray("<list/>")
                                << QStringLiteral("presence");
  QTest::newRow("told of one") << QByteArray("BENOTIFY") << tell << report(1)
                               << QStringLiteral("presence of p0@orchard.example");
  QTest::newRow("told of nobody") << QByteArray("BENOTIFY") << tell << report(0) << QStringLiteral("presence");
  QTest::newRow("told nonsense") << QByteArray("BENOTIFY") << tell << QByteArray("hello") << QStringLiteral("presence");
  Signin::Publication publication;
  publication.categoryName = Signin::StateCategory::categoryName();
  publication.fragment = Signin::StateCategory{Signin::StateKind::Machine, 3500}.toFragment();
  QTest::newRow("own state") << QByteArray("SERVICE") << QByteArray("Content-Type: ") + Signin::kPublishType + "\r\n"
                             << Signin::PublishRequest{people(1).first(), {publication}}.toXml()
                             << QStringLiteral("publish state");
}

void TestSipSummary::requests() {
  QFETCH(QByteArray, method);
  QFETCH(QByteArray, headers);
  QFETCH(QByteArray, body);
  RoomNames names;
  const WireMessage request =
      WireMessage::parse(method + " sip:ada@orchard.example SIP/2.0\r\n" + headers + "\r\n" + body);
  QVERIFY(request.valid);
  const SipSummary summary = summarizeRequest(request, names);
  QTEST(summary.rest, "rest");
  QCOMPARE(summary.kind, WireKind::Subscription);
}

void TestSipSummary::answerWithPresence() {
  RoomNames names;
  const WireMessage response = WireMessage::parse(QByteArray("SIP/2.0 200 OK\r\nCSeq: 1 SUBSCRIBE\r\nContent-Type: ") +
                                                  Signin::kPresenceBodyType + "\r\n\r\n" + report(3));
  QCOMPARE(summarizeResponse(response, WireKind::Subscription, names).rest, QStringLiteral("presence of 3 people"));
}

PARLOUR_TEST(TestSipSummary)

}  // namespace tst_sipsummary

#include "tst_sipsummary.moc"
