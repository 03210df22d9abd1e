// SPDX-License-Identifier: Apache-2.0
#include <QTest>
#include <thread>

#include "protocol/sip/trace/Trace.h"
#include "tests/program/TestProgram.h"

namespace tst_trace {

using namespace Parlour;
using namespace Parlour::Sip;

class TestTrace : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void secretsAreMasked_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray start = "REGISTER sip:x SIP/2.0\r\n";
    QTest::newRow("digest")
        << start +
               "Authorization: Digest username=\"ada\", realm=\"r\", nonce=\"n0nce\", response=\"s3cret\", "
               "qop=auth\r\n\r\n"
        << start +
               "Authorization: Digest username=\"ada\", realm=\"r\", nonce=\"***\", response=\"***\", qop=auth\r\n\r\n";
    QTest::newRow("any case and spaces")
        << start + "PROXY-authorization:NTLM GSSAPI-Data = \"TlRM==\", Opaque=ABC, version=4\r\n\r\n"
        << start + "PROXY-authorization:NTLM GSSAPI-Data = \"***\", Opaque=***, version=4\r\n\r\n";
    QTest::newRow("folded") << start + "Authorization: Digest a=1,\r\n response=\"s3cret\"\r\nX: response=1\r\n\r\n"
                            << start + "Authorization: Digest a=1,\r\n response=\"***\"\r\nX: response=1\r\n\r\n";
    QTest::newRow("escaped quote") << start + "Authorization: Digest cnonce=\"a\\\"s3cret\", b=2\r\n\r\n"
                                   << start + "Authorization: Digest cnonce=\"***\", b=2\r\n\r\n";
    QTest::newRow("open quote") << start + "Authorization: Digest response=\"s3cret\r\nX: 1\r\n\r\n"
                                << start + "Authorization: Digest response=\"***\"\r\nX: 1\r\n\r\n";
    QTest::newRow("bare blob") << start + "Authorization: Basic YWRhOnMzY3JldA==\r\n\r\n"
                               << start + "Authorization: Basic ***\r\n\r\n";
    QTest::newRow("server's answer")
        << QByteArray("SIP/2.0 200 OK\r\nAuthentication-Info: NTLM rspauth=\"0100\", srand=\"1\"\r\n\r\n")
        << QByteArray("SIP/2.0 200 OK\r\nAuthentication-Info: NTLM rspauth=\"***\", srand=\"1\"\r\n\r\n");
    QTest::newRow("file token attribute") << start + "\r\n<data><token token=\"4c1d\" serveruri=\"https://x\"/></data>"
                                          << start + "\r\n<data><token token=\"***\" serveruri=\"https://x\"/></data>";
    QTest::newRow("token element") << start + "\r\n<s:A><ns:token>4c1d</ns:token><b>t</b></s:A>"
                                   << start + "\r\n<s:A><ns:token>***</ns:token><b>t</b></s:A>";
    QTest::newRow("query") << start + "\r\nGET /f?token=4c1d&x=1" << start + "\r\nGET /f?token=***&x=1";
    QTest::newRow("nothing secret") << start + "Contact: <sip:a>;tag=1\r\n\r\n<a nonce=\"5\">token</a>"
                                    << start + "Contact: <sip:a>;tag=1\r\n\r\n<a nonce=\"5\">token</a>";
    QTest::newRow("no end of head") << QByteArray("Authorization: Digest nonce=\"n\"")
                                    << QByteArray("Authorization: Digest nonce=\"***\"");
    QTest::newRow("empty") << QByteArray() << QByteArray();
    QTest::newRow("only equals signs") << QByteArray("\r\n\r\n===token=") << QByteArray("\r\n\r\n===token=");
  }
  void secretsAreMasked() {
    QFETCH(QByteArray, text);
    QTEST(redact(text), "expected");
  }

  void keepsTheNewest() {
    FakeClock clock;
    TraceBuffer buffer(clock, 3);
    for (int i = 1; i <= 5; ++i) buffer.add(i % 2 == 0, 7, "message " + QByteArray::number(i));
    QCOMPARE(buffer.lastNumber(), 5U);
    const QList<TraceRecord> all = buffer.recordsAfter(0);
    QCOMPARE(all.size(), 3);
    QCOMPARE(all.first().number, 3U);
    QCOMPARE(all.first().text, QByteArray("message 3"));
    QCOMPARE(all.first().time, clock.now());
    QVERIFY(!all.first().outgoing);
    QCOMPARE(buffer.recordsAfter(4).size(), 1);
    QCOMPARE(buffer.recordsAfter(5).size(), 0);
    QCOMPARE(buffer.recordsAfter(99).size(), 0);
    buffer.clear();
    QCOMPARE(buffer.recordsAfter(0).size(), 0);
    buffer.add(true, 7, "more");
    QCOMPARE(buffer.recordsAfter(0).size(), 1);
    QCOMPARE(buffer.lastNumber(), 6U);
  }

  void boundsTheBytes() {
    FakeClock clock;
    TraceBuffer buffer(clock);
    const QByteArray big(8 * 1024 * 1024, 'x');
    for (int i = 0; i < 12; ++i) buffer.add(true, 1, big);
    QCOMPARE(buffer.recordsAfter(0).size(), 8);
  }

  void listenerMayReadTheBuffer() {
    FakeClock clock;
    TraceBuffer buffer(clock);
    quint64 seen = 0;
    buffer.setListener([&] { seen = buffer.lastNumber(); });
    buffer.add(true, 1, "a");
    QCOMPARE(seen, 1U);
  }

  void threadsMayShareIt() {
    SystemClock clock;
    TraceBuffer buffer(clock, 50);
    std::thread writer([&] {
      for (int i = 0; i < 2000; ++i) buffer.add(false, 1, "Authorization: x nonce=\"1\"");
    });
    quint64 last = 0;
    while (last < 2000) {
      for (const TraceRecord& record : buffer.recordsAfter(last)) {
        QVERIFY(record.number > last);
        last = record.number;
      }
    }
    writer.join();
  }
};

PARLOUR_TEST(TestTrace)

}  // namespace tst_trace

#include "tst_trace.moc"
