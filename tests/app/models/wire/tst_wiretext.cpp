// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "app/models/wire/WireText.h"
#include "tests/app/models/wire/TraceTranscript.h"
#include "tests/program/TestProgram.h"

namespace tst_wiretext {

using namespace Parlour;
using namespace Parlour::Models;
using namespace Parlour::Testing;

class TestWireText : public QObject {
  Q_OBJECT

 private:
  static QByteArray messageAt(qint64 offsetMs) {
    for (const TranscriptMessage& message : readTranscript("sign-in")) {
      if (message.offsetMs == offsetMs) return message.text;
    }
    return {};
  }
  static QByteArray withBody(const QByteArray& body) { return "INFO sip:x SIP/2.0\r\nCSeq: 1 INFO\r\n\r\n" + body; }
  static QStringList linesOf(const QList<WireLine>& lines) {
    return plainText(lines).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
  }

 private Q_SLOTS:
  void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

  void bodyIsFormattedAsInTheDesign() {
    const QByteArray message = messageAt(517);
    QCOMPARE(bodyKindOf(message), WireBodyKind::Xccos);
    const QStringList expected{QStringLiteral("<xccos ver=\"1\" envid=\"100127\""),
                               QStringLiteral("       xmlns=\"urn:parlano:xml:ns:xccos\">"),
                               QStringLiteral("  <rpl id=\"rpl:bjoin\" seqid=\"1\">"),
                               QStringLiteral("    <commandid seqid=\"1\" envid=\"100126\"/>"),
                               QStringLiteral("    <resp code=\"200\">SUCCESS_OK</resp>"),
                               QStringLiteral("    <data>"),
                               QStringLiteral("      <chanib name=\"FX Desk – London\""),
                               QStringLiteral("              behavior=\"AUDITORIUM\" disabled=\"false\""),
                               QStringLiteral("              topic=\"Fixings, client flow and cover\""),
                               QStringLiteral("              uri=\"ma-chan://northgate.example/8c1f…\">"),
                               QStringLiteral("        <aib key=\"3984\" value=\"0,1,2,3,4,5,6\"/>"),
                               QStringLiteral("        <aib key=\"12276\" value=\"1,7\"/>"),
                               QStringLiteral("        <info id=\"urn:parlano:ma:info:visibility\""),
                               QStringLiteral("          >SCOPED</info>"),
                               QStringLiteral("        <prop id=\"urn:parlano:ma:prop:filepost\""),
                               QStringLiteral("          >True</prop>"),
                               QStringLiteral("      </chanib>"),
                               QStringLiteral("      <chanib name=\"Payments operations\" …"),
                               QStringLiteral("      … 5 more rooms")};
    QCOMPARE(linesOf(bodyLines(message)), expected);
  }

  void copiesAreWhole() {
    const QString text = plainText(bodyLines(messageAt(517), {54, false}));
    QVERIFY(!text.contains(QStringLiteral("…")));
    QCOMPARE(text.count(QStringLiteral("<chanib ")), 7);
    QVERIFY(text.endsWith(QStringLiteral("  </rpl>\n</xccos>\n")));
  }

  void headersHaveNamesAndAStartLine() {
    const QList<WireLine> lines = headerLines(messageAt(517));
    QCOMPARE(lines.first().first().token, WireToken::Strong);
    QCOMPARE(lines.first().first().text, QStringLiteral("INFO"));
    QCOMPARE(lines.at(1).first().token, WireToken::HeaderName);
    QCOMPARE(plainText({lines.at(3)}), QStringLiteral("Call-ID: 4f1c0a77d2b94e6c\n"));
    QCOMPARE(headerLines(messageAt(21)).first().last().text, QStringLiteral("401 Unauthorized"));
  }

  void bodies_data() {
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("none") << QByteArray() << QStringList();
    QTest::newRow("plain") << QByteArray("v=0\r\ns=session\r\n")
                           << QStringList{QStringLiteral("v=0"), QStringLiteral("s=session")};
    QTest::newRow("broken XML stays as it is") << QByteArray("<a><b>\r\n") << QStringList{QStringLiteral("<a><b>")};
    QTest::newRow("escapes") << QByteArray("<c>1 &lt; 2 &amp; 3</c>")
                             << QStringList{QStringLiteral("<c>1 &lt; 2 &amp; 3</c>")};
    QTest::newRow("prefixes") << QByteArray("<x:a xmlns:x='urn:1' x:b='2'/>")
                              << QStringList{QStringLiteral("<x:a x:b=\"2\" xmlns:x=\"urn:1\"/>")};
    QTest::newRow("mixed text") << QByteArray("<a>one<b/>two</a>")
                                << QStringList{QStringLiteral("<a>"), QStringLiteral("  one"), QStringLiteral("  <b/>"),
                                               QStringLiteral("  two"), QStringLiteral("</a>")};
    QTest::newRow("entity bomb is not expanded")
        << QByteArray("<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>")
        << QStringList{QStringLiteral("<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>")};
  }
  void bodies() {
    QFETCH(QByteArray, body);
    QTEST(linesOf(bodyLines(withBody(body))), "expected");
  }

  void longTextIsCut() {
    const QByteArray body = "<a><b>" + QByteArray(9'000, 'x') + "</b><c/></a>";
    const QStringList lines = linesOf(bodyLines(withBody(body)));
    QVERIFY(lines.contains(QStringLiteral("    … 5,000 more characters")));
    QVERIFY(lines.contains(QStringLiteral("  <c/>")));
    QVERIFY(plainText(bodyLines(withBody(body), {54, false})).contains(QString(9'000, QLatin1Char('x'))));
  }

  void deepDocumentsStayPlain() {
    const QByteArray body = QByteArray("<a>").repeated(500) + QByteArray("</a>").repeated(500);
    QCOMPARE(linesOf(bodyLines(withBody(body))), QStringList{QString::fromUtf8(body)});
  }

  void rawBytesAreBounded() {
    const QStringList lines = linesOf(rawLines("INFO x\r\n\xff"));
    QCOMPARE(lines, (QStringList{QStringLiteral("00000  49 4e 46 4f 20 78 0d 0a  INFO x.."),
                                 QStringLiteral("00008  ff                       .")}));
    const QStringList large = linesOf(rawLines(QByteArray(70'000, 'a')));
    QCOMPARE(large.size(), 8'193);
    QCOMPARE(large.last(), QStringLiteral("… 4,464 more bytes"));
  }
};

PARLOUR_TEST(TestWireText)

}  // namespace tst_wiretext

#include "tst_wiretext.moc"
