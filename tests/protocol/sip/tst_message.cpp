// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "protocol/sip/Message.h"
#include "tests/program/TestProgram.h"

namespace tst_message {

using namespace Parlour;
using namespace Parlour::Sip;

class TestMessage : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void headersAreFoundWithoutRegardToCase() {
    Headers headers{{"Supported", "gruu-10, timer"}, {"X-Other", "1"}, {"supported", "msrtc-event-categories"}};
    QCOMPARE(headers.value("SUPPORTED"), QByteArray("gruu-10, timer"));
    QCOMPARE(headers.values("Supported"), (QList<QByteArray>{"gruu-10, timer", "msrtc-event-categories"}));
    QCOMPARE(headers.tokens("Supported"), (QList<QByteArray>{"gruu-10", "timer", "msrtc-event-categories"}));
    QVERIFY(headers.hasToken("supported", "Timer"));
    QVERIFY(!headers.hasToken("supported", "tim"));
    QVERIFY(!headers.contains("X-Absent"));
    QCOMPARE(headers.value("X-Absent"), QByteArray());
  }

  void setKeepsThePlaceAndDropsFurtherLines() {
    Headers headers{{"A", "1"}, {"B", "2"}, {"a", "3"}, {"C", "4"}};
    headers.set("A", "9");
    QCOMPARE(headers.size(), 3);
    QCOMPARE(headers.begin()->value, QByteArray("9"));
    headers.set("D", "5");
    QCOMPARE(headers.value("d"), QByteArray("5"));
    headers.remove("b");
    QVERIFY(!headers.contains("B"));
  }

  void listsSplitOutsideQuotesAndBrackets_data() {
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QList<QByteArray>>("items");
    QTest::newRow("plain") << QByteArray(" a , b,c ") << QList<QByteArray>{"a", "b", "c"};
    QTest::newRow("quoted comma") << QByteArray("\"Doe, Jane\" <sip:j@x>, <sip:k@x>")
                                  << QList<QByteArray>{"\"Doe, Jane\" <sip:j@x>", "<sip:k@x>"};
    QTest::newRow("bracketed comma") << QByteArray("<sip:a,b@x>;q=1,<sip:c@x>")
                                     << QList<QByteArray>{"<sip:a,b@x>;q=1", "<sip:c@x>"};
    QTest::newRow("escaped quote") << QByteArray("\"a\\\",b\" <sip:x>") << QList<QByteArray>{"\"a\\\",b\" <sip:x>"};
    QTest::newRow("empty items") << QByteArray(",, a,") << QList<QByteArray>{"a"};
    QTest::newRow("nothing") << QByteArray() << QList<QByteArray>{};
    QTest::newRow("open quote") << QByteArray("\"a,b") << QList<QByteArray>{"\"a,b"};
    QTest::newRow("trailing backslash") << QByteArray("\"a\\") << QList<QByteArray>{"\"a\\"};
  }
  void listsSplitOutsideQuotesAndBrackets() {
    QFETCH(QByteArray, value);
    QFETCH(QList<QByteArray>, items);
    QCOMPARE(splitHeaderList(value), items);
  }

  void addressesAreRead_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("uri");
    QTest::addColumn<QByteArray>("tag");
    QTest::addColumn<QByteArray>("epid");
    QTest::newRow("full") << QByteArray("\"Ada \\\"A\\\" L\" <sip:ada@x>;tag=1;epid=ab") << QByteArray("Ada \"A\" L")
                          << QByteArray("sip:ada@x") << QByteArray("1") << QByteArray("ab");
    QTest::newRow("bare name") << QByteArray("Ada L <sip:ada@x>;tag=1") << QByteArray("Ada L")
                               << QByteArray("sip:ada@x") << QByteArray("1") << QByteArray();
    QTest::newRow("no brackets") << QByteArray("sip:ada@x;tag=7") << QByteArray() << QByteArray("sip:ada@x")
                                 << QByteArray("7") << QByteArray();
    QTest::newRow("uri parameters stay inside")
        << QByteArray("<sip:a@x;opaque=user:epid:q;gruu>;TAG=t") << QByteArray()
        << QByteArray("sip:a@x;opaque=user:epid:q;gruu") << QByteArray("t") << QByteArray();
    QTest::newRow("star") << QByteArray("*") << QByteArray() << QByteArray("*") << QByteArray() << QByteArray();
    QTest::newRow("quoted semicolon") << QByteArray("<sip:a@x>;x=\"p;tag=no\";tag=yes") << QByteArray()
                                      << QByteArray("sip:a@x") << QByteArray("yes") << QByteArray();
  }
  void addressesAreRead() {
    QFETCH(QByteArray, text);
    const std::optional<NameAddress> address = NameAddress::parse(text);
    QVERIFY(address.has_value());
    QTEST(address->displayName, "name");
    QTEST(address->uri, "uri");
    QTEST(address->tag(), "tag");
    QTEST(address->epid(), "epid");
    const std::optional<NameAddress> again = NameAddress::parse(address->toBytes());
    QVERIFY(again.has_value());
    QCOMPARE(again->uri, address->uri);
    QCOMPARE(again->displayName, address->displayName);
    QCOMPARE(again->toBytes(), address->toBytes());
  }

  void brokenAddressesAreRefused_data() {
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"", "   ", "\"open <sip:a@x>", "<sip:a@x", "<>", "\"a\" junk <sip:a@x>", "<sip:a@x> junk",
                             "<sip:a@x>;=v", "<sip:a@x>;p=\"open", "\"only a name\"", ";tag=1", "sip:a b@x"}) {
      QTest::newRow(text) << QByteArray(text);
    }
    QTest::newRow("line end") << QByteArray("<sip:a@x>;tag=1\r\nVia: x");
    QTest::newRow("nul") << QByteArray("<sip:a\0@x>", 10);
  }
  void brokenAddressesAreRefused() {
    QFETCH(QByteArray, text);
    QVERIFY(!NameAddress::parse(text).has_value());
  }

  void parametersKeepOrderAndQuotes() {
    std::optional<NameAddress> contact =
        NameAddress::parse("<sip:a@x>;proxy=replace;+sip.instance=\"<urn:uuid:1>\";flag");
    QVERIFY(contact.has_value());
    QCOMPARE(contact->parameter("+SIP.instance"), QByteArray("<urn:uuid:1>"));
    contact->setParameter("proxy", "keep");
    contact->setParameter("gruu", "\"sip:g\"");
    QCOMPARE(contact->toBytes(), QByteArray("<sip:a@x>;proxy=keep;+sip.instance=\"<urn:uuid:1>\";flag;gruu=\"sip:g\""));
  }

  void requestsAreWrittenAsTheyAre() {
    Request request{"INFO",
                    "sip:chat@x",
                    {{"From", "<sip:a@x>;tag=1"}, {"content-length", "999"}, {"X", "a\r\nInjected: yes"}},
                    "hello"};
    QCOMPARE(toWire(request), QByteArray("INFO sip:chat@x SIP/2.0\r\nFrom: <sip:a@x>;tag=1\r\nX: a  Injected: "
                                         "yes\r\nContent-Length: 5\r\n\r\nhello"));
    Response response;
    response.status = 488;
    QCOMPARE(toWire(response), QByteArray("SIP/2.0 488 Not Acceptable Here\r\nContent-Length: 0\r\n\r\n"));
  }

  void derivedValues() {
    Response response{503,
                      "",
                      {{"CSeq", " 42   INFO"},
                       {"Retry-After", "12 (busy);duration=3"},
                       {"ms-diagnostics", "13004;reason=\"say \\\"no\\\"\";source=\"x\""},
                       {"Content-Type", "Application/SDP; charset=x"}},
                      {},
                      false};
    QCOMPARE(response.cseq(), 42U);
    QCOMPARE(response.cseqMethod(), QByteArray("INFO"));
    QCOMPARE(response.retryAfterSeconds(), 12);
    QCOMPARE(response.diagnosticsReason(), QByteArray("say \"no\""));
    QCOMPARE(response.contentType(), QByteArray("application/sdp"));
    Response other{
        403, "", {{"Warning", "310 host \"go away\""}, {"CSeq", "99999999999 X"}, {"Retry-After", "soon"}}, {}, false};
    QCOMPARE(other.diagnosticsReason(), QByteArray("go away"));
    QCOMPARE(other.cseq(), 0U);
    QCOMPARE(other.retryAfterSeconds(), -1);
    QCOMPARE(Response().cseqMethod(), QByteArray());
    QCOMPARE(Response().retryAfterSeconds(), -1);
  }
};

PARLOUR_TEST(TestMessage)

}  // namespace tst_message

#include "tst_message.moc"
