// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "protocol/signin/DeregistrationNotice.h"
#include "tests/program/TestProgram.h"
#include "tests/protocol/signin/Transcript.h"

namespace tst_deregistrationnotice {

using namespace Parlour::Signin;

class TstDeregistrationNotice : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void readsTheTranscript() {
    QCOMPARE(transcriptHeader("deregistration-notify.sip", "Content-Type").value(0), QByteArray(kDeregistrationType));
    QCOMPARE(transcriptHeader("deregistration-notify.sip", "Event").value(0), QByteArray(kDeregistrationEvent));
    const QByteArray body = transcriptBody("deregistration-notify.sip");
    const auto notice = DeregistrationNotice::parse(body);
    QVERIFY(notice);
    QCOMPARE(notice->event, DeregistrationEvent::Rejected);
    QCOMPARE(DeregistrationNotice::make(DeregistrationEvent::Rejected).toBytes(), body);
  }

  void reads_data() {
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("event");
    QTest::addColumn<bool>("reconnect");
    const auto row = [](const char* body, DeregistrationEvent event, bool reconnect) {
      QTest::newRow(body) << QByteArray(body) << static_cast<int>(event) << reconnect;
    };
    row("deregistered;event=unregistered", DeregistrationEvent::Unregistered, false);
    row("deregistered;event=rejected\r\n", DeregistrationEvent::Rejected, false);
    row("Deregistered ; Event = \"Deactivated\"", DeregistrationEvent::Deactivated, true);
    row("deregistered;event=preferred-registrar-change", DeregistrationEvent::PreferredRegistrarChange, true);
    row("deregistered;event=retired", DeregistrationEvent::Other, false);
    row("deregistered", DeregistrationEvent::Other, false);
  }

  void reads() {
    QFETCH(QByteArray, body);
    QFETCH(int, event);
    QFETCH(bool, reconnect);
    const auto notice = DeregistrationNotice::parse(body);
    QVERIFY(notice);
    QCOMPARE(static_cast<int>(notice->event), event);
    QCOMPARE(notice->mayReconnectAtOnce(), reconnect);
    const auto again = DeregistrationNotice::parse(notice->toBytes());
    QVERIFY(again);
    QCOMPARE(again->eventText, notice->eventText);
  }

  void refuses() {
    QVERIFY(!DeregistrationNotice::parse(""));
    QVERIFY(!DeregistrationNotice::parse("registered;event=rejected"));
    QVERIFY(!DeregistrationNotice::parse("deregistered;" + QByteArray(2000, 'x')));
  }
};

PARLOUR_TEST(TstDeregistrationNotice)

}  // namespace tst_deregistrationnotice

#include "tst_deregistrationnotice.moc"
