// SPDX-License-Identifier: Apache-2.0
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

#include "app/core/export/HistoryFormat.h"
#include "protocol/xccos/ChatText.h"
#include "tests/program/TestProgram.h"

namespace tst_historyformat {

using namespace Parlour;
using namespace Parlour::Core;

Message messageSaying(const QString& text) {
  Message message;
  message.chatId = 7;
  message.author = SipUri::parse("sip:ada@orchard.example").value();
  message.authorName = QStringLiteral("Ada Quince");
  message.time = *Timestamp::parse("2031-03-04T08:15:30Z");
  message.text = text;
  return message;
}

QString written(HistoryFile kind, const Message& message) {
  const auto format = makeHistoryFormat(kind);
  HistoryHead head;
  head.roomName = QStringLiteral("Tide <tables>");
  head.madeAt = message.time;
  return QString::fromUtf8(format->head(head) + format->message(message) + format->foot());
}

// What strangers wrote stays text in every kind of file.
class TestHistoryFormat : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void htmlHasNoTagsOfOthers_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("script") << QStringLiteral("<script>alert(1)</script>");
    QTest::newRow("picture") << QStringLiteral("<img src=http://evil.example/x onerror=alert(1)>");
    QTest::newRow("end of page") << QStringLiteral("</p></article></body></html><iframe src='//evil.example'>");
    QTest::newRow("attribute") << QStringLiteral("\" onmouseover=\"alert(1)");
    QTest::newRow("comment") << QStringLiteral("<!-- <style>@import url(//evil.example)</style>");
    QTest::newRow("entity") << QStringLiteral("&lt;script&gt;&#60;b&#62;");
    QTest::newRow("link") << Xccos::makeLink(QStringLiteral("http://evil.example/?a=<b>&c"), QStringLiteral("<i>here"));
    QTest::newRow("story") << Xccos::makeStory(QStringLiteral("<h1 onclick=x>"), QStringLiteral("<object>"));
  }
  void htmlHasNoTagsOfOthers() {
    QFETCH(QString, text);
    Message message = messageSaying(text);
    message.authorName = QStringLiteral("<b onclick=x>Mallory</b>");
    QString body = written(HistoryFile::Html, message);
    body = body.mid(body.indexOf(QStringLiteral("<body>"))).remove(QStringLiteral("<br>"));
    body.chop(8);  // "</html>\n"
    static const QSet<QString> kOurs{QStringLiteral("body"), QStringLiteral("h1"),     QStringLiteral("h2"),
                                     QStringLiteral("p"),    QStringLiteral("bdi"),    QStringLiteral("article"),
                                     QStringLiteral("time"), QStringLiteral("header"), QStringLiteral("b")};
    QXmlStreamReader reader(body);
    while (!reader.atEnd()) {
      if (reader.readNext() != QXmlStreamReader::StartElement) continue;
      QVERIFY2(kOurs.contains(reader.name().toString()), qPrintable(reader.name().toString()));
      for (const QXmlStreamAttribute& attribute : reader.attributes()) {
        QVERIFY(attribute.name() == QLatin1String("class") || attribute.name() == QLatin1String("dir"));
      }
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
  }

  void textKeepsItsLines_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("line feed") << QStringLiteral("x\n[2031-03-04 09:00:00] Bo Medlar\n    forged");
    QTest::newRow("carriage return") << QStringLiteral("x\r[2031-03-04 09:00:00] Bo Medlar");
    QTest::newRow("line separator") << QStringLiteral("x\u2028[2031-03-04 09:00:00] Bo Medlar");
    QTest::newRow("next line") << QStringLiteral("x\u0085[2031-03-04 09:00:00] Bo Medlar");
    QTest::newRow("form feed") << QStringLiteral("x\f[2031-03-04 09:00:00] Bo Medlar");
  }
  void textKeepsItsLines() {
    QFETCH(QString, text);
    const QString file = written(HistoryFile::Text, messageSaying(text));
    int heads = 0;
    for (const QString& line : file.split(QLatin1Char('\n'))) heads += line.startsWith(QLatin1Char('[')) ? 1 : 0;
    QCOMPARE(heads, 1);
    QVERIFY(!file.contains(QLatin1Char('\r')) && !file.contains(QChar(0x2028)) && !file.contains(QChar(0x85)));
  }

  void noMarksThatTurnOrHide_data() {
    QTest::addColumn<int>("mark");
    for (const int mark : {0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0x200E, 0x200F,
                           0x061C, 0x01, 0x08, 0x1B, 0x7F, 0x9B}) {
      QTest::addRow("U+%04X", mark) << mark;
    }
  }
  void noMarksThatTurnOrHide() {
    QFETCH(int, mark);
    const QChar unit(static_cast<char16_t>(mark));
    Message message = messageSaying(QStringLiteral("a%1b").arg(unit));
    message.authorName = QStringLiteral("Ada%1").arg(unit);
    for (const HistoryFile kind : {HistoryFile::Text, HistoryFile::Html}) {
      const QString file = written(kind, message);
      QVERIFY(!file.contains(unit));
      QVERIFY(file.contains(QStringLiteral("ab")));
    }
  }

  void jsonReadsBack() {
    Message message = messageSaying(QStringLiteral("a \"quoted\" \\ line\n</script>\u202E\u0001 b"));
    message.alert = true;
    message.removed = true;
    const QString file = written(HistoryFile::Json, message);
    const QJsonArray all = QJsonDocument::fromJson(file.toUtf8()).object().value(QStringLiteral("messages")).toArray();
    QCOMPARE(all.size(), 1);
    const QJsonObject object = all.first().toObject();
    QCOMPARE(object.value(QStringLiteral("chat")).toString(), message.text);
    QCOMPARE(object.value(QStringLiteral("importance")).toString(), QStringLiteral("high"));
    QCOMPARE(object.value(QStringLiteral("removed")).toBool(), true);
    QCOMPARE(object.value(QStringLiteral("time")).toString(), QStringLiteral("2031-03-04T08:15:30.0000000Z"));
  }

  void filesStoriesAndRemovedOnes() {
    const RoomUri room = RoomUri::parse("ma-chan://orchard.example/5b8d6a0e-6a51-4a39-9f0c-6d7c0b2f9a11").value();
    const QString file = Xccos::makeFileLink(room, "abc-1.pdf", QStringLiteral("tides.pdf"), 43);
    QVERIFY(!file.isEmpty());
    QVERIFY(written(HistoryFile::Text, messageSaying(file)).contains(QStringLiteral("[File: tides.pdf, 43 bytes]")));
    const QString story = Xccos::makeStory(QStringLiteral("Spring tide"), QStringLiteral("It comes."));
    QVERIFY(
        written(HistoryFile::Text, messageSaying(story)).contains(QStringLiteral("\n    Spring tide\n    It comes.")));
    QVERIFY(
        written(HistoryFile::Html, messageSaying(story)).contains(QStringLiteral("<h2 dir=\"auto\">Spring tide</h2>")));
    Message gone = messageSaying(QString());
    gone.removed = true;
    QVERIFY(written(HistoryFile::Text, gone).contains(QStringLiteral("(removed)\n    A message was removed")));
    Message urgent = messageSaying(QStringLiteral("now"));
    urgent.alert = true;
    QVERIFY(written(HistoryFile::Html, urgent).contains(QStringLiteral("high importance")));
  }
};

PARLOUR_TEST(TestHistoryFormat)

}  // namespace tst_historyformat

#include "tst_historyformat.moc"
