// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "protocol/signin/KeepAlive.h"
#include "tests/program/TestProgram.h"
#include "tests/protocol/signin/Transcript.h"

namespace tst_keepalive {

using namespace Parlour::Signin;

class TstKeepAlive : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void readsTheTranscript() {
    const auto offer = KeepAlive::parse(transcriptHeader("register.sip", "ms-keep-alive").value(0));
    QCOMPARE(offer, KeepAlive::offer());
    const QByteArray value = transcriptHeader("register-ok.sip", "ms-keep-alive").value(0);
    const auto answer = KeepAlive::parse(value);
    QCOMPARE(answer, KeepAlive::answer(300));
    QCOMPARE(KeepAlive::answer(300).toBytes(), value);
    QCOMPARE(KeepAlive::offer().toBytes(), QByteArray("UAC;hop-hop=yes"));
  }

  void decidesWhenToSend_data() {
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<qint64>("ms");  // -1: never
    QTest::newRow("agreed") << QByteArray("UAS;hop-hop=yes;timeout=300") << qint64{240'000};
    QTest::newRow("shortest") << QByteArray("uas; HOP-HOP=YES; Timeout=1") << qint64{800};
    QTest::newRow("not agreed") << QByteArray("UAS;hop-hop=no;timeout=300") << qint64{-1};
    QTest::newRow("no timeout") << QByteArray("UAS;hop-hop=yes") << qint64{-1};
    QTest::newRow("an offer") << QByteArray("UAC;hop-hop=yes;timeout=300") << qint64{-1};
    QTest::newRow("other mechanism") << QByteArray("UAS;end-end=yes;timeout=300") << qint64{-1};
  }

  void decidesWhenToSend() {
    QFETCH(QByteArray, value);
    QFETCH(qint64, ms);
    const auto header = KeepAlive::parse(value);
    QVERIFY(header);
    QCOMPARE(header->sendAfterMs().value_or(-1), ms);
  }

  void refuses_data() {
    QTest::addColumn<QByteArray>("value");
    for (const char* value : {"", "UAX;hop-hop=yes", "UAS;hop-hop=maybe", "UAS;timeout=0", "UAS;timeout=-5",
                              "UAS;timeout=86401", "UAS;timeout=x", "UAS;=yes"}) {
      QTest::newRow(value) << QByteArray(value);
    }
    QTest::newRow("too many") << "UAS" + QByteArray(";a=yes").repeated(17);
    QTest::newRow("too long") << QByteArray(10'000, 'U');
  }

  void refuses() {
    QFETCH(QByteArray, value);
    QVERIFY(!KeepAlive::parse(value));
  }
};

PARLOUR_TEST(TstKeepAlive)

}  // namespace tst_keepalive

#include "tst_keepalive.moc"
