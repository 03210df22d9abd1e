// SPDX-License-Identifier: Apache-2.0
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include "server-sim/compliance/Conversation.h"
#include "server-sim/compliance/Rendering.h"
#include "tests/program/Paths.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/compliance/ComplianceSamples.h"

namespace tst_rendering {

using namespace Parlour::Server;

// What the adapters make of a batch.
class TestRendering final : public QObject {
  Q_OBJECT

  static AdapterSettings settingsOf(AdapterType type) {
    AdapterSettings settings;
    settings.type = type;
    return settings;
  }

  static QByteArray fileOf(const std::vector<OutputFile>& files, const char* ending) {
    for (const OutputFile& file : files) {
      if (file.name.endsWith(QLatin1String(ending))) return file.bytes;
    }
    return {};
  }

  // What xmllint says of the document against the schema; empty: it is valid.
  static QByteArray complaint(const QByteArray& document, const QString& schema) {
    const QTemporaryDir directory;
    QFile file(directory.filePath(QStringLiteral("document.xml")));
    if (!file.open(QFile::WriteOnly)) return "no file";
    file.write(document);
    file.close();
    QProcess xmllint;
    xmllint.start(QStringLiteral("xmllint"),
                  {QStringLiteral("--noout"), QStringLiteral("--schema"), schema, file.fileName()});
    if (!xmllint.waitForFinished()) return "xmllint does not run";
    const QByteArray said = xmllint.readAllStandardError();
    return xmllint.exitCode() == 0 ? QByteArray() : said;
  }

  static QString conversationsSchema() {
    return Parlour::Testing::sourcePath(QStringLiteral("resources/compliance/conversations.xsd"));
  }

 private Q_SLOTS:
  void xmlIsValid_data() {
    QTest::addColumn<bool>("oneRoom");
    QTest::addColumn<bool>("details");
    QTest::newRow("plain") << false << false;
    QTest::newRow("one room a file") << true << false;
    QTest::newRow("details") << false << true;
    QTest::newRow("all") << true << true;
  }
  void xmlIsValid() {
    QFETCH(bool, oneRoom);
    QFETCH(bool, details);
    AdapterSettings settings = settingsOf(AdapterType::Xml);
    settings.oneRoomPerFile = oneRoom;
    settings.roomDetails = details;
    settings.userDetails = details;
    const auto files = renderBatch(sampleBatchOfAll(), settings);
    QVERIFY(files.ok());
    int documents = 0;
    for (const OutputFile& file : *files) {
      if (file.name.endsWith(QLatin1String(".events.xml"))) continue;
      ++documents;
      QCOMPARE(complaint(file.bytes, conversationsSchema()), QByteArray());
      QCOMPARE(file.bytes.contains("category=\"Sea\""), details && file.bytes.contains("tides"));
      QCOMPARE(file.bytes.contains("title=\"Pilot\""), details);
    }
    QCOMPARE(documents, oneRoom ? 2 : 1);
  }

  // The check of validity would notice.
  void schemaRefusesOthers() {
    QByteArray document = conversationsXml(sampleBatchOfAll(), settingsOf(AdapterType::Xml));
    QVERIFY(!complaint(QByteArray(document).replace("BACKCHAT", "SEARCH"), conversationsSchema()).isEmpty());
    QVERIFY(!complaint(QByteArray(document).replace(" islogged", " other"), conversationsSchema()).isEmpty());
  }

  void everyEventOnceInXml() {
    const EventBatch batch = sampleBatchOfAll();
    const auto files = renderBatch(batch, settingsOf(AdapterType::Xml));
    QVERIFY(files.ok());
    const QByteArray conversations = fileOf(*files, "-15.xml");
    const QByteArray further = fileOf(*files, ".events.xml");
    QCOMPARE(conversations.count("<Message "), 7);
    QCOMPARE(conversations.count("<FirstMessage "), 2);
    QCOMPARE(further.count("<Event "), 8);
    QVERIFY(further.contains("xmlns=\"urn:parlour:compliance:1\""));
    QVERIFY(further.contains("type=\"role-change\""));
  }

  void timesHaveThreeForms() {
    const QByteArray document = conversationsXml(sampleBatchOfAll(), settingsOf(AdapterType::Xml));
    // Event 2: 2031-03-04T08:15:32.0000001Z.
    QVERIFY(
        document.contains("since1970=\"1930378532000\" string=\"2031-03-04T08:15:32.0000001Z\" "
                          "long=\"640659753320000001\""));
  }

  void textSurvivesXml() {
    const QByteArray document = conversationsXml(sampleBatchOfAll(), settingsOf(AdapterType::Xml));
    QXmlStreamReader reader(document);
    QString content;
    while (!reader.atEnd()) {
      reader.readNext();
      if (reader.isStartElement() && reader.name() == QLatin1String("Message") &&
          reader.attributes().value(QLatin1String("type")) == QLatin1String("CHAT") && content.isEmpty()) {
        content = reader.attributes().value(QLatin1String("content")).toString();
        QCOMPARE(reader.attributes().value(QLatin1String("id")).toString(), QStringLiteral("2"));
      }
    }
    QVERIFY(!reader.hasError());
    QCOMPARE(content, QStringLiteral("=1+1, \"so\" <be> & 潮🌊\nline\uFFFDtwo"));
  }

  void sameBatchSameBytes() {
    for (const AdapterType type : {AdapterType::Xml, AdapterType::Csv, AdapterType::JsonLines, AdapterType::Eml}) {
      const auto first = renderBatch(sampleBatchOfAll(), settingsOf(type));
      const auto second = renderBatch(sampleBatchOfAll(), settingsOf(type));
      QVERIFY(first.ok() && second.ok());
      QCOMPARE(first->size(), second->size());
      for (size_t i = 0; i < first->size(); ++i) {
        QCOMPARE((*first)[i].name, (*second)[i].name);
        QCOMPARE((*first)[i].bytes, (*second)[i].bytes);
        QVERIFY((*first)[i].name.startsWith(QLatin1String("20310304T081530Z-3fa9c1d2-1-15")));
      }
    }
  }

  void attachmentsAreListed() {
    AdapterSettings settings = settingsOf(AdapterType::Xml);
    settings.attachManifest = true;
    const auto files = renderBatch(sampleBatchOfAll(), settings);
    QVERIFY(files.ok());
    const QByteArray list = fileOf(*files, ".ATTACH");
    QCOMPARE(list.count("<Attachment "), 2);
    QVERIFY(list.contains("type=\"FILEUPLOAD\" file=\"c3a1f6be.txt\" name=\"notes, final.txt\" size=\"12\""));
  }

  void csvIsHarmless() {
    const QByteArray csv = eventsCsv(sampleBatchOfAll());
    QVERIFY(csv.startsWith("event,time,type,"));
    QVERIFY(csv.contains(",\"'=1+1, \"\"so\"\" <be> & "));
    QCOMPARE(csv.count("\r\n"), 16);
  }

  void jsonLinesAreWhole() {
    const QList<QByteArray> lines = eventsJsonLines(sampleBatchOfAll(), settingsOf(AdapterType::JsonLines)).split('\n');
    QCOMPARE(lines.size(), 17);  // batch, 15 events, nothing after the last end of line
    for (int i = 0; i < 16; ++i) QVERIFY(QJsonDocument::fromJson(lines[i]).isObject());
    const QJsonObject post = QJsonDocument::fromJson(lines[2]).object();
    QCOMPARE(post[QLatin1String("event")].toInt(), 2);
    QCOMPARE(post[QLatin1String("content")].toString(), QStringLiteral("=1+1, \"so\" <be> & 潮🌊\nline\u0001two"));
  }

  void mailsCanBeRead() {
    const auto mails = conversationMails(sampleBatchOfAll(), settingsOf(AdapterType::Eml));
    QCOMPARE(mails.size(), size_t{3});  // two rooms, and what concerns none
    const QByteArray mail = mails.back().bytes;
    const qsizetype end = mail.indexOf("\r\n\r\n");
    for (const QByteArray& line : mail.left(end).split('\n')) {
      QVERIFY(line.size() <= (line.contains("20310304T081530Z") ? 998 : 78));
    }
    QVERIFY(mail.contains("Subject: =?utf-8?B?" + QStringLiteral("Größe – deck").toUtf8().toBase64() + "?=\r\n"));
    QVERIFY(mail.startsWith("Date: Tue, 04 Mar 2031 08:15:45 +0000\r\n"));
    QVERIFY(QByteArray::fromBase64(mail.mid(end)).contains("post #15: from another room"));
  }

  void stylesheetRuns() {
    AdapterSettings settings = settingsOf(AdapterType::Xml);
    settings.stylesheet = Parlour::Testing::sourcePath(QStringLiteral("tests/server-sim/compliance/data/archive.xsl"));
    const auto files = renderBatch(sampleBatchOfAll(), settings);
    QVERIFY2(files.ok(), files.ok() ? "" : qPrintable(files.error().text));
    const QByteArray made = fileOf(*files, "-15.xml");
    QVERIFY(made.contains("<FileDump>"));
    QCOMPARE(made.count("<LoginName>Ada \"Tide\" Lund</LoginName>"), 4);
    QCOMPARE(made.count("<ParticipantEntered>"), 1);
  }

  void stylesheetsThatAreRefused_data() {
    QTest::addColumn<QByteArray>("body");
    const QByteArray root = "<xsl:template match='/'>";
    QTest::newRow("no XML") << QByteArray("<xsl:stylesheet");
    QTest::newRow("no stylesheet") << QByteArray("-");
    QTest::newRow("import") << QByteArray("<xsl:import href='other.xsl'/>");
    QTest::newRow("include") << QByteArray("<xsl:include href='other.xsl'/>");
    QTest::newRow("ends itself") << root + "<xsl:message terminate='yes'>no</xsl:message></xsl:template>";
    QTest::newRow("no end") << root +
                                   "<xsl:call-template name='a'/></xsl:template>"
                                   "<xsl:template name='a'><xsl:call-template name='a'/></xsl:template>";
  }
  void stylesheetsThatAreRefused() {
    QFETCH(QByteArray, body);
    const QTemporaryDir directory;
    AdapterSettings settings = settingsOf(AdapterType::Xml);
    settings.stylesheet = directory.filePath(QStringLiteral("sheet.xsl"));
    QFile file(settings.stylesheet);
    QVERIFY(file.open(QFile::WriteOnly));
    const QByteArray head = "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>";
    if (body == "-") {
      file.write("<something/>");
    } else {
      file.write(head + body + "</xsl:stylesheet>");
    }
    file.close();
    const auto files = renderBatch(sampleBatchOfAll(), settings);
    QVERIFY(!files.ok());
    QVERIFY2(files.error().text.contains(QLatin1String("stylesheet")), qPrintable(files.error().text));
  }

  // None of the ways in which libxslt can be made to write a file does.
  void stylesheetsWriteNothing_data() {
    QTest::addColumn<QByteArray>("element");
    QTest::newRow("XSLT 1.1") << QByteArray("<xsl:document href='%1'>text</xsl:document>");
    QTest::newRow("EXSLT") << QByteArray("<x:document href='%1'>text</x:document>");
    QTest::newRow("Saxon") << QByteArray("<s:output href='%1'>text</s:output>");
  }
  void stylesheetsWriteNothing() {
    QFETCH(QByteArray, element);
    const QTemporaryDir directory;
    const QString target = directory.filePath(QStringLiteral("made"));
    AdapterSettings settings = settingsOf(AdapterType::Xml);
    settings.stylesheet = directory.filePath(QStringLiteral("sheet.xsl"));
    QFile file(settings.stylesheet);
    QVERIFY(file.open(QFile::WriteOnly));
    file.write(
        "<xsl:stylesheet version='1.1' xmlns:xsl='http://www.w3.org/1999/XSL/Transform' "
        "xmlns:x='http://exslt.org/common' xmlns:s='http://icl.com/saxon' extension-element-prefixes='x s'>"
        "<xsl:template match='/'>" +
        element.replace("%1", target.toUtf8()) + "<a/></xsl:template></xsl:stylesheet>");
    file.close();
    static_cast<void>(renderBatch(sampleBatchOfAll(), settings));
    QVERIFY(!QFile::exists(target));
  }
};

PARLOUR_TEST(TestRendering)

}  // namespace tst_rendering

#include "tst_rendering.moc"
