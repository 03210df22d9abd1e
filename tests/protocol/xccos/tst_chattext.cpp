// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "protocol/xccos/ChatText.h"
#include "protocol/xccos/Codec.h"
#include "tests/program/TestProgram.h"
#include "tests/protocol/xccos/CanonicalXml.h"

namespace tst_chattext {

using namespace Parlour;
using namespace Parlour::Xccos;
using Kind = ChatSpan::Kind;

namespace {

// "T:text", "L:label>href", "R:label>room", "F:label>file", one per span.
QStringList describeSpans(const ChatText& text) {
  QStringList out;
  for (const ChatSpan& span : text.spans) {
    switch (span.kind) {
      case Kind::Text:
        out.append(QStringLiteral("T:") + span.text);
        break;
      case Kind::Link:
        out.append(QStringLiteral("L:%1>%2").arg(span.text, span.href));
        break;
      case Kind::RoomLink:
        out.append(QStringLiteral("R:%1>%2").arg(span.text, span.room.toString()));
        break;
      case Kind::FileLink:
        out.append(QStringLiteral("F:%1|%2>%3")
                       .arg(span.file->fileName, span.file->sizeText, QString::fromUtf8(span.file->uniqueFile)));
        break;
    }
  }
  return out;
}

QString chatOf(const char* transcript) {
  return QString::fromUtf8(parse(Tests::readTranscript(QLatin1String(transcript)))->chat()->chat);
}

}  // namespace

class TestChatText : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void spans_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char* name, const char* text, std::initializer_list<const char*> spans) {
      QStringList list;
      for (const char* span : spans) list.append(QString::fromUtf8(span));
      QTest::newRow(name) << QString::fromUtf8(text) << list;
    };
    row("plain", "R&D <b>news</b>", {"T:R&D <b>news</b>"});
    row("empty", "", {});
    row("link", "see <a href=\"https://x.example/?a=1&amp;b=2\">the &lt;page&gt;</a>!",
        {"T:see ", "L:the <page>>https://x.example/?a=1&b=2", "T:!"});
    row("two links", "<a href=\"http://a.example\">a</a><A HREF=\"mailto:b@c.example\">b</A>",
        {"L:a>http://a.example", "L:b>mailto:b@c.example"});
    row("sip", "<a href=\"sip:ada@orchard.example\">Ada</a>", {"L:Ada>sip:ada@orchard.example"});
    row("room", "<a href=\"ma-chan://d.example/k\">Room</a>", {"R:Room>ma-chan://d.example/k"});
    row("file", "<a href=\"ma-filelink://d.example/k/77aa.txt\">tides.txt (43 bytes)</a>",
        {"F:tides.txt|43 bytes>77aa.txt"});
    row("file without size", "<a href=\"ma-filelink://d.example/k/77aa.txt\">tides.txt</a>", {"F:tides.txt|>77aa.txt"});
    row("file name with directories", "<a href=\"ma-filelink://d.example/k/77aa.txt\">../../etc\\passwd (1 bytes)</a>",
        {"F:passwd|1 bytes>77aa.txt"});
    const auto plain = [&row](const char* name, const char* text) {
      QTest::newRow(name) << QString::fromUtf8(text) << QStringList{QStringLiteral("T:") + QString::fromUtf8(text)};
    };
    plain("javascript", "<a href=\"javascript:alert(1)\">x</a>");
    plain("data", "<a href=\"data:text/html,x\">x</a>");
    plain("file scheme", "<a href=\"file:///etc/passwd\">x</a>");
    plain("encoded scheme", "<a href=\"java&#115;cript:x\">x</a>");
    plain("blank before scheme", "<a href=\" https://x.example\">x</a>");
    plain("tab in scheme", "<a href=\"java\tscript:x\">x</a>");
    plain("no host", "<a href=\"https://\">x</a>");
    plain("relative", "<a href=\"/x\">x</a>");
    plain("direction override", "<a href=\"https://x.example/\xe2\x80\xae\">x</a>");
    plain("single quotes", "<a href='https://x.example'>x</a>");
    plain("second attribute", "<a href=\"https://x.example\" onclick=\"y\">x</a>");
    plain("element in label", "<a href=\"https://x.example\"><img src=x></a>");
    plain("never closed", "<a href=\"https://x.example\">x");
    plain("quote never closed", "<a href=\"https://x.example");
    plain("room with path", "<a href=\"ma-chan://d/k/z\">x</a>");
    plain("file with parent", "<a href=\"ma-filelink://d/k/..\">x</a>");
    plain("file with slash", "<a href=\"ma-filelink://d/k/a/b.txt\">x</a>");
    plain("file with encoded slash", "<a href=\"ma-filelink://d/k/a%2fb.txt\">x</a>");
  }

  void spans() {
    QFETCH(QString, text);
    QFETCH(QStringList, expected);
    const ChatText parsed = parseChatText(text);
    QCOMPARE(parsed.kind, ChatText::Kind::Plain);
    QCOMPARE(describeSpans(parsed), expected);
  }

  void recordedStory() {
    const ChatText story = parseChatText(chatOf("grpchat-story"));
    QCOMPARE(story.kind, ChatText::Kind::Story);
    QCOMPARE(story.title, QStringLiteral("Voyage report"));
    QCOMPARE(story.spans.size(), 3U);
    QCOMPARE(story.spans[0].text, QStringLiteral("Day one: calm.\r\nDay two: see "));
    QCOMPARE(story.spans[1].kind, Kind::RoomLink);
    QVERIFY(story.plainText().startsWith(QLatin1String("Voyage report\nDay one")));
  }

  void recordedFile() {
    const ChatText text = parseChatText(chatOf("grpchat-file"));
    QCOMPARE(text.spans.size(), 1U);
    QCOMPARE(text.spans[0].file->fileName, QStringLiteral("tides-march.txt"));
    QCOMPARE(text.spans[0].file->room.key(), QByteArray("a3c1d7e2-0f44-4d5a-9b6b-2f10c8e47a01"));
    QCOMPARE(
        makeFileLink(text.spans[0].file->room, text.spans[0].file->uniqueFile, QStringLiteral("tides-march.txt"), 43),
        chatOf("grpchat-file"));
  }

  void typedTextIsNeverMarkup_data() {
    QTest::addColumn<QString>("typed");
    QTest::newRow("plain") << QStringLiteral("hello");
    QTest::newRow("story mark") << QStringLiteral("[STORY]not one");
    QTest::newRow("story mark, small") << QStringLiteral("[story] no");
    QTest::newRow("anchor") << QStringLiteral("use <a href=\"https://x.example\">x</a> here");
    QTest::newRow("two anchors") << QStringLiteral("<a b><A c>");
    QTest::newRow("joiner typed") << QStringLiteral("<\u2060a href=\"https://x.example\">x</a>");
    QTest::newRow("joiner in story mark") << QStringLiteral("[\u2060\u2060STORY]x");
    QTest::newRow("joiner elsewhere") << QStringLiteral("a\u2060b <\u2060b [\u2060");
    QTest::newRow("angle at end") << QStringLiteral("a <");
    QTest::newRow("lines") << QStringLiteral("one\r\ntwo");
  }

  void typedTextIsNeverMarkup() {
    QFETCH(QString, typed);
    const ChatText parsed = parseChatText(escapeTyped(typed));
    QCOMPARE(parsed.kind, ChatText::Kind::Plain);
    QCOMPARE(parsed.spans.size(), 1U);
    QCOMPARE(parsed.spans[0].kind, Kind::Text);
    QCOMPARE(parsed.spans[0].text, typed);
  }

  void escapeTypedNormalises() {
    QCOMPARE(escapeTyped(QStringLiteral("a\nb\rc\r\nd\x01\x7f\te")), QStringLiteral("a\r\nb\r\nc\r\nd\te"));
  }

  void builders() {
    const QString link = makeLink(QStringLiteral("https://x.example/?a=\"&b"), QStringLiteral("<b>"));
    QCOMPARE(link, QString());
    QCOMPARE(makeLink(QStringLiteral("javascript:x"), QStringLiteral("x")), QString());
    const QString good = makeLink(QStringLiteral("https://x.example/?a=1&b=2"), QStringLiteral("<b> & \"c\" &lt;"));
    QCOMPARE(describeSpans(parseChatText(good)),
             QStringList{QStringLiteral("L:<b> & \"c\" &lt;>https://x.example/?a=1&b=2")});
    const RoomUri room = *RoomUri::parse("ma-chan://d.example/k");
    QCOMPARE(describeSpans(parseChatText(makeRoomLink(room, QStringLiteral("R")))),
             QStringList{QStringLiteral("R:R>ma-chan://d.example/k")});
    QCOMPARE(makeFileLink(room, "../x", QStringLiteral("x"), 1), QString());
    QCOMPARE(makeFileLink(RoomUri(), "x.txt", QStringLiteral("x"), 1), QString());
    const QString story = makeStory(QStringLiteral("Two\nlines"), good);
    QVERIFY(isStory(story));
    QCOMPARE(parseChatText(story).title, QStringLiteral("Two lines"));
    QCOMPARE(parseChatText(story).spans.size(), 1U);
  }

  void sizes() {
    QCOMPARE(fileSizeText(100), QStringLiteral("100 bytes"));
    QCOMPARE(fileSizeText(10240), QStringLiteral("10 kilobytes"));
    QCOMPARE(fileSizeText(3 * 1024 * 1024), QStringLiteral("3 megabytes"));
  }

  void emoticonsAreWords() {
    QCOMPARE(emoticons().size(), std::size_t{11});
    for (std::size_t i = 0; i < emoticons().size(); ++i) QCOMPARE(emoticons()[i].number, static_cast<int>(i));
    const auto pieces = splitEmoticons(QStringLiteral("hi :) http://x:(8-) ;)"));
    QCOMPARE(pieces.size(), 4U);
    QCOMPARE(pieces[1].emoticon->number, 0);
    QCOMPARE(pieces[2].text, QStringLiteral(" http://x:(8-) "));
    QCOMPARE(pieces[3].emoticon->number, 8);
    QString joined;
    for (const auto& piece : pieces) joined.append(piece.text);
    QCOMPARE(joined, QStringLiteral("hi :) http://x:(8-) ;)"));
  }
};

PARLOUR_TEST(TestChatText)

}  // namespace tst_chattext

#include "tst_chattext.moc"
