// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "server-sim/web/files/SoapCodec.h"
#include "tests/program/TestProgram.h"

namespace tst_soapcodec {

using namespace Parlour;
using namespace Parlour::Server;

namespace {

QByteArray envelope(const QByteArray& body) {
  return "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>" + body + "</s:Body></s:Envelope>";
}

const QByteArray kSize = "<GetFileSize xmlns=\"http://www.microsoft.com\"><token>t</token></GetFileSize>";

}  // namespace

class TestSoapCodec : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  // The shapes of xccos 9, as clients send them.
  void requests_data() {
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("action");
    QTest::addColumn<SoapCall>("call");
    const SoapCall append{"AppendChunk",
                          {{"token", "4c1d0a77-90ab-4e1c-b3f2-6d5e4f3a2b1c"},
                           {"channelId", "a3c1d7e2-0f44-4d5a-9b6b-2f10c8e47a01"},
                           {"uniqueFilename", "77aa66bb-55cc-44dd-93ee-22ff11001234.txt"},
                           {"fileChunk", "TG93IHdhdGVyIGF0IHNpeC4="},
                           {"offset", "0"},
                           {"fileLength", "17"}}};
    const QByteArray parameters =
        "<token>4c1d0a77-90ab-4e1c-b3f2-6d5e4f3a2b1c</token><channelId>a3c1d7e2-0f44-4d5a-9b6b-2f10c8e47a01"
        "</channelId><uniqueFilename>77aa66bb-55cc-44dd-93ee-22ff11001234.txt</uniqueFilename>"
        "<fileChunk>TG93IHdhdGVyIGF0IHNpeC4=</fileChunk><offset>0</offset><fileLength>17</fileLength>";
    QTest::newRow("as observed") << envelope("<AppendChunk xmlns=\"http://www.microsoft.com\">" + parameters +
                                             "</AppendChunk>")
                                 << QByteArray("\"http://www.microsoft.com/AppendChunk\"") << append;
    QTest::newRow("with a prefix, a declaration and a header")
        << QByteArray(
               "<?xml version=\"1.0\"?>\n<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\" "
               "xmlns:m=\"http://www.microsoft.com\"><soap:Header><x/></soap:Header><soap:Body><m:GetFileSize>"
               "<m:token> t </m:token></m:GetFileSize></soap:Body></soap:Envelope>")
        << QByteArray("http://www.microsoft.com/GetFileSize") << SoapCall{"GetFileSize", {{"token", " t "}}};
    QTest::newRow("scheme stripped") << envelope(kSize) << QByteArray("\"www.microsoft.com/GetFileSize\"")
                                     << SoapCall{"GetFileSize", {{"token", "t"}}};
    QTest::newRow("no action") << envelope("<GetMaxFileSizeInKB xmlns=\"http://www.microsoft.com\"/>") << QByteArray()
                               << SoapCall{"GetMaxFileSizeInKB", {}};
  }
  void requests() {
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, action);
    QFETCH(SoapCall, call);
    const auto parsed = parseSoap(body, action);
    QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().text));
    QCOMPARE(*parsed, call);
    const auto again = parseSoap(writeSoapCall(*parsed), {});
    QVERIFY(again);
    QCOMPARE(*again, call);
  }

  void notUnderstood_data() {
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char* name, const QByteArray& body) { QTest::newRow(name) << body; };
    row("nothing", "");
    row("no XML", "token=t");
    row("other envelope", "<Envelope><Body/></Envelope>");
    row("no body", "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"/>");
    row("empty body", envelope(""));
    row("other namespace", envelope("<GetFileSize xmlns=\"http://www.example.com\"/>"));
    row("no namespace", envelope("<GetFileSize/>"));
    row("two operations", envelope(kSize + kSize));
    row("nested", envelope("<GetFileSize xmlns=\"http://www.microsoft.com\"><token><a/></token></GetFileSize>"));
    row("twice", envelope("<GetFileSize xmlns=\"http://www.microsoft.com\"><token/><token/></GetFileSize>"));
    row("many", envelope("<GetFileSize xmlns=\"http://www.microsoft.com\">" +
                         QByteArray("<a/><b/><c/><d/><e/><f/><g/><h/><i/><j/><k/><l/><m/><n/><o/><p/><q/>") +
                         "</GetFileSize>"));
    row("cut", envelope(kSize).chopped(4));
    row("something after", envelope(kSize) + "<x/>");
    row("document type", "<!DOCTYPE x [<!ENTITY a \"b\">]>" + envelope(kSize));
    row("entities", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" +
                        envelope("<GetFileSize xmlns=\"http://www.microsoft.com\"><token>&a;</token></GetFileSize>"));
    row("too long", envelope("<GetFileSize xmlns=\"http://www.microsoft.com\"><token>" +
                             QByteArray(kLargestSoapBytes, 'a') + "</token></GetFileSize>"));
  }
  void notUnderstood() {
    QFETCH(QByteArray, body);
    QVERIFY(!parseSoap(body, {}));
  }
  void actionMustBeThatOfTheBody() { QVERIFY(!parseSoap(envelope(kSize), "\"http://www.microsoft.com/AppendChunk\"")); }

  void numbers() {
    const SoapCall call{"x", {{"a", "12"}, {"b", "-1"}, {"c", "1e3"}, {"d", "9999999999999999"}, {"e", ""}}};
    QCOMPARE(call.number("a"), std::optional<qint64>(12));
    for (const char* name : {"b", "c", "d", "e", "f"}) QVERIFY(!call.number(name));
  }

  void chunks() {
    QCOMPARE(decodeChunk("TG93\r\n IHdh"), std::optional(QByteArray("Low wa")));
    QCOMPARE(decodeChunk(""), std::optional(QByteArray()));
    for (const char* text : {"TG93!", "T", "TG9", "=TG93", "TG93=="}) QVERIFY2(!decodeChunk(text), text);
  }

  void answers() {
    QVERIFY(writeSoapResult("GetFileSize", QByteArray("17"))
                .contains("<GetFileSizeResponse xmlns=\"http://www.microsoft.com\"><GetFileSizeResult>17"
                          "</GetFileSizeResult></GetFileSizeResponse>"));
    QVERIFY(writeSoapResult("AppendChunk", std::nullopt)
                .contains("<AppendChunkResponse xmlns=\"http://www.microsoft.com\"/>"));
    const QByteArray fault = writeSoapFault("token", QStringLiteral("a < b"));
    QVERIFY(fault.contains("<faultcode>s:Client</faultcode><faultstring>a &lt; b</faultstring>"));
  }
};

PARLOUR_TEST(TestSoapCodec)

}  // namespace tst_soapcodec

#include "tst_soapcodec.moc"
