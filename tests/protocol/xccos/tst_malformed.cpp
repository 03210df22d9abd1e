// SPDX-License-Identifier: Apache-2.0
// What is refused, where the error points, and what is tolerated.
#include <QElapsedTimer>
#include <QTest>

#include "protocol/xccos/Codec.h"
#include "protocol/xccos/Names.h"
#include "tests/program/TestProgram.h"

namespace tst_malformed {

using namespace Parlour;
using namespace Parlour::Xccos;

namespace {

const QByteArray kRoom = "ma-chan://orchard.example/a3c1d7e2-0f44-4d5a-9b6b-2f10c8e47a01";

QByteArray envelopeAround(const QByteArray& inner) {
  return "<xccos ver=\"1\" envid=\"7\" xmlns=\"urn:parlano:xml:ns:xccos\">" + inner + "</xccos>";
}

QByteArray commandAround(const QByteArray& id, const QByteArray& data) {
  return envelopeAround("<cmd id=\"" + id + "\" seqid=\"1\"><data>" + data + "</data></cmd>");
}

QByteArray replyAround(const QByteArray& id, const QByteArray& data) {
  return envelopeAround(
      "<rpl id=\"" + id +
      "\" seqid=\"1\"><commandid seqid=\"1\" envid=\"5\"/><resp code=\"200\">SUCCESS_OK</resp><data>" + data +
      "</data></rpl>");
}

QByteArray post(const QByteArray& attributes, const QByteArray& children = "<chat>hello</chat>") {
  return envelopeAround("<grpchat id=\"grpchat\" seqid=\"1\" " + attributes + ">" + children + "</grpchat>");
}

QByteArray goodPost() {
  return post("chanUri=\"" + kRoom + "\" author=\"sip:ada@orchard.example\" ts=\"2031-03-04T08:30:01Z\"");
}

QByteArray chanids(int count) {
  QByteArray out;
  for (int i = 0; i < count; ++i) {
    out += "<chanid key=\"" + QByteArray::number(i) + "\" domain=\"orchard.example\" value=\"k" +
           QByteArray::number(i) + "\"/>";
  }
  return out;
}

QByteArray manyAttributes(int count) {
  QByteArray out;
  for (int i = 0; i < count; ++i) out += " a" + QByteArray::number(i) + "='x'";
  return out;
}

}  // namespace

class TestMalformed : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void refused_data() {
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("detail");
    const auto parseError = [](const char* row, const QByteArray& body, const char* detail) {
      QTest::newRow(row) << body << ErrorCode::ParseFailed << QString::fromLatin1(detail);
    };
    const auto limitError = [](const char* row, const QByteArray& body, const char* detail) {
      QTest::newRow(row) << body << ErrorCode::LimitExceeded << QString::fromLatin1(detail);
    };
    parseError("empty body", "", "line 1");
    parseError("blank body", " \r\n ", "line");
    parseError("text", "hello", "line 1, column");
    parseError("truncated", goodPost().chopped(20), "line 1");
    parseError("cut in a tag", goodPost().first(60), "line 1");
    parseError("second root", goodPost() + "<x/>", "line 1");
    parseError("text behind", goodPost() + "x", "line 1");
    parseError("wrong root", "<sip xmlns=\"urn:parlano:xml:ns:xccos\"/>", "root element");
    parseError("no namespace", "<xccos ver=\"1\" envid=\"7\"><cmd/></xccos>", "root element");
    parseError("wrong namespace", "<xccos ver=\"1\" envid=\"7\" xmlns=\"urn:other\"/>", "root element");
    parseError("no content", envelopeAround(""), "empty envelope");
    parseError("undeclared prefix", envelopeAround("<p:cmd/>"), "line 1");
    parseError("doctype", "<!DOCTYPE xccos>" + goodPost(), "document type");
    parseError("entity bomb",
               "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>" + post("chanUri='x'", "<chat>&b;</chat>"),
               "document type");
    parseError("undeclared entity", post("chanUri=\"" + kRoom + "\"", "<chat>&bomb;</chat>"), "line 1");
    parseError("invalid UTF-8", goodPost().replace("hello", "h\xff\xfe"), "encoding");
    parseError("NUL byte", goodPost().replace("hello", QByteArray("h\0o", 3)), "encoding");
    parseError("control character", goodPost().replace("hello", "h&#1;o"), "line 1");
    parseError("UTF-16", QByteArray("\xff\xfe<\0x\0", 6), "encoding");
    parseError("Latin-1 declared", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + goodPost(), "UTF-8");
    parseError("UTF-16 declared behind a tab", "<?xml\tversion='1.0'\nencoding = 'UTF-16'?>" + goodPost(), "UTF-8");
    parseError("no envid", "<xccos ver=\"1\" xmlns=\"urn:parlano:xml:ns:xccos\"><cmd/></xccos>", "envid");
    parseError("negative envid", goodPost().replace("envid=\"7\"", "envid=\"-7\""), "envid");
    parseError("envid too big", goodPost().replace("envid=\"7\"", "envid=\"18446744073709551616\""), "envid");
    parseError("signed seqid", goodPost().replace("seqid=\"1\"", "seqid=\"+1\""), "seqid of grpchat");
    parseError("no room", post("author=\"sip:ada@orchard.example\""), "grpchat without attribute chanUri");
    parseError("bad room", post("chanUri=\"ma-chan://orchard.example\""), "chanUri of grpchat");
    parseError("bad author", goodPost().replace("sip:ada@orchard.example", "sip:"), "author of grpchat");
    parseError("bad time", goodPost().replace("2031-03-04T", "2031-13-04T"), "ts of grpchat");
    parseError("no chat", post("chanUri=\"" + kRoom + "\"", "<rtf>x</rtf>"), "grpchat without chat");
    parseError("no command id", envelopeAround("<cmd seqid=\"1\"><data/></cmd>"), "cmd without attribute id");
    parseError("join nothing", commandAround("cmd:join", ""), "cmd:join without chanid");
    parseError("join two", commandAround("cmd:join", chanids(2)), "cmd:join without chanid");
    parseError("bjoin nothing", commandAround("cmd:bjoin", ""), "cmd:bjoin without chanid");
    parseError("chanid without key", commandAround("cmd:join", "<chanid domain=\"d\" value=\"v\"/>"), "key");
    parseError("chanid with path", commandAround("cmd:join", "<chanid key=\"0\" domain=\"d\" value=\"a/b\"/>"),
               "chanid");
    parseError("part nothing", commandAround("cmd:part", "<chanib/>"), "cmd:part without chanib");
    parseError("negative count",
               commandAround("cmd:bccontext", "<chanib uri=\"" + kRoom + "\"/><bcq><last cnt=\"-1\"/></bcq>"),
               "cnt of last");
    parseError("no window",
               commandAround("cmd:bcbydate", "<chanib uri=\"" + kRoom + "\"/><bcq><last cnt=\"1\"/></bcq>"),
               "cmd:bcbydate without bcq");
    parseError("author without address",
               commandAround("cmd:bcbydate", "<chanib uri=\"" + kRoom + "\"/><bcq><date/><author/></bcq>"),
               "author without attribute uri");
    parseError("unknown query type", commandAround("cmd:chansrch", "<qib qtype=\"BYMOON\" criteria=\"\"/>"), "qtype");
    parseError("maxResults -2", commandAround("cmd:chansrch", "<qib qtype=\"BYNAME\" maxResults=\"-2\"/>"),
               "maxResults");
    parseError("bad flag", commandAround("cmd:chansrch", "<qib qtype=\"BYNAME\" extended=\"perhaps\"/>"), "extended");
    parseError("bad member", commandAround("cmd:chansrch", "<qib qtype=\"BYNAME\" member=\"ada\"/>"), "member");
    parseError("bad base64",
               commandAround("cmd:setpref", "<pref label=\"a\" seqid=\"1\" createdefault=\"false\" content=\"!!\"/>"),
               "content of pref");
    parseError("create without parent", commandAround("cmd:chancreate", "<chanib name=\"x\"/>"), "without parent");
    parseError("bad prop",
               commandAround("cmd:chanmodify", "<chanib uri=\"" + kRoom +
                                                   "\"><prop id=\"urn:parlano:ma:prop:invite\">maybe</prop>"
                                                   "</chanib>"),
               "prop");
    parseError("reply without commandid", envelopeAround("<rpl id=\"rpl:join\" seqid=\"1\"><resp code=\"200\"/></rpl>"),
               "rpl without commandid");
    parseError("bad mask",
               replyAround("rpl:join", "<chanib uri=\"" + kRoom + "\"><aib key=\"-4\" value=\"0\"/></chanib>"),
               "key of aib");
    parseError("bad id list",
               replyAround("rpl:join", "<chanib uri=\"" + kRoom + "\"><aib key=\"4\" value=\"0,,2\"/></chanib>"),
               "value of aib");
    limitError("too big", goodPost().replace("hello", QByteArray(1024 * 1024, 'x')), "bytes");
    limitError("deep", envelopeAround(QByteArray("<a>").repeated(200) + QByteArray("</a>").repeated(200)), "depth");
    limitError("many rooms", commandAround("cmd:bjoin", chanids(501)), "number of rooms");
    limitError("many elements", envelopeAround(QByteArray("<a/>").repeated(60000)), "number of elements");
    limitError("many attributes", envelopeAround("<cmd" + manyAttributes(80) + "/>"), "attributes");
    limitError("giant attribute", goodPost().replace("sip:ada@", "sip:" + QByteArray(400'000, 'a') + "@"), "attribute");
    limitError("long attribute", goodPost().replace("sip:ada@", "sip:" + QByteArray(70'000, 'a') + "@"), "attribute");
    limitError("long text", goodPost().replace("hello", QByteArray(300'000, 'x')), "length of a text");
  }

  void refused() {
    QFETCH(QByteArray, body);
    QFETCH(ErrorCode, code);
    QFETCH(QString, detail);
    auto result = parse(body);
    QVERIFY(!result);
    QCOMPARE(result.error().code, code);
    QVERIFY2(result.error().detail.contains(detail), qPrintable(result.error().detail));
    QVERIFY(result.error().offset >= 0 && result.error().offset <= body.size());
    QVERIFY(!result.error().text.isEmpty());
  }

  void errorPointsToTheByte() {
    const QByteArray body =
        post("chanUri=\"" + kRoom + "\"", "\n<chat>\xc3\xa4\xf0\x9f\x8c\x8a</chat>\n<oops</grpchat>");
    auto result = parse(body);
    QVERIFY(!result);
    const qsizetype oops = body.indexOf("<oops");
    QVERIFY2(result.error().offset >= oops && result.error().offset <= oops + 8, qPrintable(result.error().detail));
    QVERIFY2(result.error().detail.contains(QLatin1String("line 3")), qPrintable(result.error().detail));
  }

  void manyAttributesAreRefusedAtOnce() {
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!parse(envelopeAround("<cmd" + manyAttributes(90'000) + "/>")));
    QVERIFY2(timer.elapsed() < 2000, "a long tag must not cost quadratic time");
  }

  void bigBatchAtTheLimitPasses() {
    auto result = parse(commandAround("cmd:bjoin", chanids(500)));
    QVERIFY2(result, result ? "" : qPrintable(result.error().detail));
    QCOMPARE(std::get<BatchJoin>(result->commands()->at(0).message).rooms.size(), 500U);
  }

  void tolerated_data() {
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("declaration") << "<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n" + goodPost();
    QTest::newRow("declaration with single quotes") << "<?xml version='1.0' encoding = 'UTF-8' ?>" + goodPost();
    QTest::newRow("BOM") << "\xef\xbb\xbf" + goodPost();
    QTest::newRow("BOM and declaration") << "\xef\xbb\xbf<?xml version=\"1.0\"?>" + goodPost();
    QTest::newRow("trailing white space") << goodPost() + "\r\n\r\n";
    QTest::newRow("comment") << "<!-- a <b> -->" + goodPost();
    QTest::newRow("unknown attribute") << goodPost().replace("seqid=", "mood=\"calm\" seqid=");
    QTest::newRow("unknown child") << goodPost().replace("<chat>", "<extra><deep a='1'/></extra><chat>");
    QTest::newRow("foreign child") << goodPost().replace("<chat>", "<chat xmlns='urn:x'>no</chat><chat>");
    QTest::newRow("prefix") << QByteArray(
                                   "<x:xccos ver='1' envid='7' xmlns:x='urn:parlano:xml:ns:xccos'><x:grpchat "
                                   "id='grpchat' seqid='1' chanUri='") +
                                   kRoom +
                                   "' author='sip:ada@orchard.example' ts='2031-03-04T08:30:01Z'><x:chat>hello</x:chat>"
                                   "</x:grpchat></x:xccos>";
    QTest::newRow("CDATA") << goodPost().replace("hello", "<![CDATA[hello]]>");
    QTest::newRow("upper case address") << goodPost().replace("sip:ada@orchard", "SIP:Ada@Orchard");
  }

  void tolerated() {
    QFETCH(QByteArray, body);
    auto result = parse(body);
    QVERIFY2(result, result ? "" : qPrintable(result.error().detail));
    QVERIFY(result->chat());
    QCOMPARE(result->chat()->chat, QByteArray("hello"));
    QCOMPARE(result->chat()->author.bytes(), QByteArray("sip:ada@orchard.example"));
    QCOMPARE(result->dropped, 0);
  }

  void idsAndValuesIgnoreCase() {
    auto result = parse(commandAround("CMD:ChanSrch", "<qib qtype=\"byname\" criteria=\"x\" extended=\"TRUE\"/>"));
    QVERIFY2(result, result ? "" : qPrintable(result.error().detail));
    const auto& search = std::get<ChannelSearch>(result->commands()->at(0).message);
    QCOMPARE(search.filter.extended.value(), true);
  }

  void mixedKindsKeepTheFirstInRank() {
    const QByteArray chat = goodPost().mid(goodPost().indexOf("<grpchat"));
    const QByteArray inner = chat.first(chat.indexOf("</xccos>"));
    const QByteArray notice = "<ntc id=\"ntc:part\" seqid=\"2\"><data/></ntc>";
    auto twoChats = parse(envelopeAround(inner + QByteArray(inner).replace("hello", "again")));
    QCOMPARE(twoChats->chat()->chat, QByteArray("hello"));
    QCOMPARE(twoChats->dropped, 1);
    auto mixed = parse(envelopeAround(inner + notice + notice));
    QVERIFY(mixed->notices());
    QCOMPARE(mixed->notices()->size(), 2U);
    QCOMPARE(mixed->dropped, 1);
  }

  void unknownIdsAreKept() {
    auto command = parse(commandAround("cmd:sing", "<song/>"));
    QCOMPARE(std::get<UnknownCommand>(command->commands()->at(0).message).id, QByteArray("cmd:sing"));
    const Reply refusal = failedReply(command->commands()->at(0).message, {7, 1, 405, QStringLiteral("X")});
    QCOMPARE(messageId(refusal), QByteArray("rpl:sing"));
    auto reply = parse(serialize(Envelope::ofReply(9, refusal)));
    QCOMPARE(std::get<UnknownReply>(reply->replies()->at(0).message).header.code, 405);
    auto notice = parse(envelopeAround("<ntc id=\"ntc:sing\" seqid=\"1\"><data/></ntc>"));
    QCOMPARE(std::get<UnknownNotice>(notice->notices()->at(0).message).id, QByteArray("ntc:sing"));
    auto other = parse(envelopeAround("<future/>"));
    QVERIFY(other && other->commands() && other->commands()->empty());
    QCOMPARE(other->dropped, 1);
  }

  void longUnknownIdsAreCut() {
    auto command = parse(commandAround("cmd:" + QByteArray(5000, 'x'), ""));
    QCOMPARE(std::get<UnknownCommand>(command->commands()->at(0).message).id.size(), 64);
  }

  void storedMessageWithoutTextIsKept() {
    auto result =
        parse(replyAround("rpl:bccontext", "<chanib uri=\"" + kRoom + "\"><msg id=\"grpchat\" chanUri=\"" + kRoom +
                                               "\" chatId=\"3\"><rtf>r</rtf></msg><msg id=\"other\"/></chanib>"));
    QVERIFY2(result, result ? "" : qPrintable(result.error().detail));
    const auto& rooms = std::get<BackchatContextReply>(result->replies()->at(0).message).rooms;
    QCOMPARE(rooms.at(0).messages.size(), 1U);
    QCOMPARE(rooms.at(0).messages[0].chatId, ChatId{3});
    QVERIFY(rooms.at(0).messages[0].chat.isEmpty());
  }

  void unreadableCodeCountsAsFailure_data() {
    QTest::addColumn<QByteArray>("response");
    QTest::newRow("missing resp") << QByteArray();
    QTest::newRow("missing code") << QByteArray("<resp>x</resp>");
    QTest::newRow("word") << QByteArray("<resp code=\"ok\">x</resp>");
    QTest::newRow("out of range") << QByteArray("<resp code=\"20000\">x</resp>");
  }

  void unreadableCodeCountsAsFailure() {
    QFETCH(QByteArray, response);
    auto result = parse(
        envelopeAround("<rpl id=\"rpl:part\" seqid=\"1\"><commandid seqid=\"1\" envid=\"5\"/>" + response + "</rpl>"));
    QVERIFY2(result, result ? "" : qPrintable(result.error().detail));
    QCOMPARE(headerOf(result->replies()->at(0).message).code, 500);
  }

  void otherServersValuesReadAsAbsent() {
    auto result = parse(replyAround("rpl:getchaninfo", "<chanib uri=\"" + kRoom +
                                                           "\" behavior=\"STAGE\" disabled=\"2\"><info id=\""
                                                           "urn:parlano:ma:info:visibility\">HIDDEN</info></chanib>"));
    QVERIFY2(result, result ? "" : qPrintable(result.error().detail));
    const auto& room = std::get<ChannelInfoReply>(result->replies()->at(0).message).room;
    QVERIFY(!room.behavior && !room.disabled && !room.visibility);
  }
};

PARLOUR_TEST(TestMalformed)

}  // namespace tst_malformed

#include "tst_malformed.moc"
