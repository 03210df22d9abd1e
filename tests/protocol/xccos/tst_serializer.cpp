// SPDX-License-Identifier: Apache-2.0
// What is sent: valid to both schemas, compact, and safe for any text.
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include "protocol/xccos/Codec.h"
#include "tests/program/TestProgram.h"
#include "tests/protocol/xccos/CanonicalXml.h"

namespace tst_serializer {

using namespace Parlour;
using namespace Parlour::Xccos;

namespace {

ChatMessage chatWith(const QByteArray& text) {
  ChatMessage message;
  message.chanUri = *RoomUri::parse("ma-chan://orchard.example/k1");
  message.author = *SipUri::parse("sip:ada@orchard.example");
  message.ts = *Timestamp::parse("2031-03-04T08:30:01Z");
  message.chat = text;
  return message;
}

// The output of xmllint, empty when all files are valid.
QByteArray lintAll(const QStringList& schema, const QStringList& files) {
  QProcess lint;
  lint.setProcessChannelMode(QProcess::MergedChannels);
  lint.start(QStringLiteral("xmllint"), QStringList{QStringLiteral("--noout")} + schema + files);
  if (!lint.waitForFinished(60'000)) return "xmllint did not finish";
  return lint.exitCode() == 0 ? QByteArray() : lint.readAll();
}

}  // namespace

class TestSerializer : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void outputIsValid_data() {
    QTest::addColumn<QStringList>("schema");
    const QString folder = Tests::transcriptFolder() + QLatin1String("/schema/");
    QTest::newRow("W3C schema") << QStringList{QStringLiteral("--schema"), folder + QLatin1String("xccos.xsd")};
    QTest::newRow("RELAX NG") << QStringList{QStringLiteral("--relaxng"), folder + QLatin1String("xccos.rng")};
  }

  void outputIsValid() {
    QFETCH(QStringList, schema);
    if (QStandardPaths::findExecutable(QStringLiteral("xmllint")).isEmpty()) QSKIP("xmllint is not installed");
    QTemporaryDir folder;
    QStringList files;
    for (const QString& name : Tests::transcriptNames()) {
      QFile file(folder.filePath(name + QLatin1String(".xml")));
      QVERIFY(file.open(QIODevice::WriteOnly));
      file.write(serialize(*parse(Tests::readTranscript(name))));
      files.append(file.fileName());
    }
    QVERIFY(files.size() >= 85);
    const QByteArray complaints = lintAll(schema, files);
    QVERIFY2(complaints.isEmpty(), complaints.constData());
  }

  void exactBytesOfAPost() {
    QCOMPARE(
        serialize(Envelope::ofChat(1804289420, chatWith("Cast off at <half past>?"))),
        QByteArray("<xccos ver=\"1\" envid=\"1804289420\" xmlns=\"urn:parlano:xml:ns:xccos\"><grpchat id=\"grpchat\" "
                   "seqid=\"1\" chanUri=\"ma-chan://orchard.example/k1\" author=\"sip:ada@orchard.example\" "
                   "ts=\"2031-03-04T08:30:01Z\"><chat>Cast off at &lt;half past&gt;?</chat></grpchat></xccos>"));
  }

  void exactBytesOfACommand() {
    QCOMPARE(serialize(Envelope::ofCommand(1, RequestUri{})),
             QByteArray("<xccos ver=\"1\" envid=\"1\" xmlns=\"urn:parlano:xml:ns:xccos\"><cmd id=\"cmd:requri\" "
                        "seqid=\"1\"><data/></cmd></xccos>"));
  }

  void textSurvives_data() {
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("received");
    const auto same = [](const char* row, const QByteArray& text) { QTest::newRow(row) << text << text; };
    same("markup", "a < b > c & \"d\" 'e' ]]> &amp;");
    same("line ends", "one\r\ntwo\nthree\rfour\t.");
    same("blanks", "  two  spaces  ");
    same("other scripts", "\xc3\xa4\xe6\x96\x87\xf0\x9f\x8c\x8a");
    same("private use and replacement", "\xef\xa3\xbf\xef\xbf\xbd");
    QTest::newRow("controls dropped") << QByteArray(
                                             "a\0b\x01\x1f\x7f"
                                             "c",
                                             7)
                                      << QByteArray(
                                             "ab\x7f"
                                             "c");
    QTest::newRow("non-characters dropped") << QByteArray(
                                                   "a\xef\xbf\xbe"
                                                   "b\xef\xbf\xbf")
                                            << QByteArray("ab");
    QTest::newRow("broken UTF-8 repaired") << QByteArray(
                                                  "a\xff"
                                                  "b")
                                           << QByteArray(
                                                  "a\xef\xbf\xbd"
                                                  "b");
    same("empty", "");
  }

  void textSurvives() {
    QFETCH(QByteArray, sent);
    QFETCH(QByteArray, received);
    ChatMessage message = chatWith(sent);
    message.authDisp = sent;
    auto result = parse(serialize(Envelope::ofChat(3, message)));
    QVERIFY2(result, result ? "" : qPrintable(result.error().detail));
    QCOMPARE(result->chat()->chat, received);
    QCOMPARE(result->chat()->authDisp, received);
  }

  void clientsAndServersWriteVisibilityDifferently() {
    ChanInfo room;
    room.name = QStringLiteral("Tide tables");
    room.parent = *CategoryUri::parse("ma-cat://orchard.example/c1");
    room.visibility = Visibility::Scoped;
    const QByteArray command = serialize(Envelope::ofCommand(1, CreateChannel{room}));
    QCOMPARE(command.count("info:visibility\""), 1);
    QCOMPARE(command.count("info:visibilty\""), 0);
    const QByteArray reply = serialize(Envelope::ofReply(1, CreateChannelReply{ReplyHeader(), room}));
    QCOMPARE(reply.count("info:visibility\""), 1);
    QCOMPARE(reply.count("info:visibilty\""), 1);
  }

  void serversWriteSevenDecimals() {
    ChatMessage message = chatWith("x");
    QVERIFY(serialize(Envelope::ofChat(1, message)).contains("ts=\"2031-03-04T08:30:01Z\""));
    message.chatId = 5;
    QVERIFY(serialize(Envelope::ofChat(1, message)).contains("ts=\"2031-03-04T08:30:01.0000000Z\""));
  }

  void absentValuesAreNotWrittenEmpty() {
    ChatMessage message = chatWith("x");
    message.author = SipUri();
    message.ts = Timestamp();
    const QByteArray post = serialize(Envelope::ofChat(1, message));
    QVERIFY(!post.contains("author=") && !post.contains("ts="));
    QVERIFY(*parse(post)->chat() == message);
    const QByteArray reply = serialize(Envelope::ofReply(1, RequestUriReply()));
    QVERIFY(reply.contains("<data/>"));
    QVERIFY(std::get<RequestUriReply>(parse(reply)->replies()->at(0).message).uri.isEmpty());
  }

  void severalMessagesKeepTheirNumbers() {
    Envelope envelope;
    envelope.envId = 18446744073709551615U;
    envelope.content = Envelope::Notices{{1, ChannelDeletedNotice{{*RoomUri::parse("ma-chan://d/a")}}},
                                         {2, ChannelDeletedNotice{{*RoomUri::parse("ma-chan://d/b")}}}};
    auto result = parse(serialize(envelope));
    QVERIFY2(result, result ? "" : qPrintable(result.error().detail));
    QVERIFY(*result == envelope);
  }

  void failedRepliesOfEveryCommand_data() {
    QTest::addColumn<QString>("name");
    for (const QString& name : Tests::transcriptNames()) {
      if (name.startsWith(QLatin1String("cmd-"))) QTest::newRow(qPrintable(name)) << name;
    }
  }

  void failedRepliesOfEveryCommand() {
    QFETCH(QString, name);
    const Envelope envelope = *parse(Tests::readTranscript(name));
    const Command& command = envelope.commands()->at(0).message;
    const Reply reply = failedReply(command, {envelope.envId, 1, 404, QStringLiteral("ERROR_NO_SUCH_NODE")});
    QCOMPARE(headerOf(reply).commandEnvId, envelope.envId);
    const QByteArray written = serialize(Envelope::ofReply(9, reply));
    QVERIFY(written.contains("<resp code=\"404\">ERROR_NO_SUCH_NODE</resp><data/></rpl>"));
    auto parsed = parse(written);
    QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().detail));
    QVERIFY(parsed->replies()->at(0).message == reply);
  }
};

PARLOUR_TEST(TestSerializer)

}  // namespace tst_serializer

#include "tst_serializer.moc"
