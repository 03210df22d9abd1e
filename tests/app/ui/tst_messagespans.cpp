// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "app/ui/text/MessageSpans.h"
#include "tests/program/TestProgram.h"

namespace tst_messagespans {

using namespace Parlour;
using namespace Parlour::Ui;

namespace {

RichSpans spansOf(const QString& chatText, const SpanWords& words = {}) {
  return messageSpans(Xccos::parseChatText(chatText).spans, words);
}

}  // namespace

class MessageSpansTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void linksAndRoomLinks();
  void bareAddressesBecomeLinks_data();
  void bareAddressesBecomeLinks();
  void emoticonsKeepTheTypedText();
  void mentionsAreWholeWords();
  void hitsAreFoundAnywhere();
  void scriptLinksStayText();
  void formatsOfTheSenderAreDrawn();
  void formatsOfOtherWordsAreNot();
  void formatsOfAStory();
  void readingTime();
};

void MessageSpansTest::linksAndRoomLinks() {
  const RichSpans spans = spansOf(
      QStringLiteral("see <a href=\"https://a.example/x\">that</a> in <a href=\"ma-chan://a.example/r1\">Room</a>"));
  QCOMPARE(spans.size(), 4);
  QCOMPARE(spans.at(1).kind, RichSpan::Kind::Link);
  QCOMPARE(spans.at(1).target, QStringLiteral("https://a.example/x"));
  QCOMPARE(spans.at(3).kind, RichSpan::Kind::RoomLink);
  QCOMPARE(spans.at(3).target, QStringLiteral("ma-chan://a.example/r1"));
}

void MessageSpansTest::bareAddressesBecomeLinks_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QString>("link");
  QTest::newRow("end of sentence") << QStringLiteral("go to https://a.example/x.")
                                   << QStringLiteral("https://a.example/x");
  QTest::newRow("in brackets") << QStringLiteral("(http://a.example)") << QStringLiteral("http://a.example");
  QTest::newRow("no scheme") << QStringLiteral("a.example/x") << QString();
  QTest::newRow("file") << QStringLiteral("file:///etc/passwd") << QString();
  QTest::newRow("in code") << QStringLiteral("plain words only") << QString();
}

void MessageSpansTest::bareAddressesBecomeLinks() {
  QFETCH(QString, text);
  QString link;
  for (const RichSpan& span : spansOf(text)) {
    if (span.kind == RichSpan::Kind::Link) {
      link = span.target;
    }
  }
  QTEST(link, "link");
}

void MessageSpansTest::emoticonsKeepTheTypedText() {
  const RichSpans spans = spansOf(QStringLiteral("done :)"));
  QCOMPARE(spans.last().kind, RichSpan::Kind::Emoticon);
  QCOMPARE(spans.last().text, QStringLiteral(":)"));
  QCOMPARE(spans.last().target, QStringLiteral("smile"));
}

void MessageSpansTest::mentionsAreWholeWords() {
  const SpanWords words{mentionWords(QStringLiteral("ada"), QStringLiteral("Ada Quince")), {}};
  QStringList boxes;
  for (const RichSpan& span : spansOf(QStringLiteral("Adam and ADA and @ada, Ada Quince"), words)) {
    if (span.kind == RichSpan::Kind::Mention) {
      boxes.append(span.text);
    }
  }
  QCOMPARE(boxes, (QStringList{QStringLiteral("ADA"), QStringLiteral("@ada"), QStringLiteral("Ada Quince")}));
}

void MessageSpansTest::hitsAreFoundAnywhere() {
  int hits = 0;
  for (const RichSpan& span : plainSpans(QStringLiteral("Limits (limit.x)"), {{}, {QStringLiteral("limit")}})) {
    hits += span.marks.testFlag(TextMark::Hit) ? 1 : 0;
  }
  QCOMPARE(hits, 2);
}

void MessageSpansTest::scriptLinksStayText() {
  for (const RichSpan& span : spansOf(QStringLiteral("<a href=\"javascript:alert(1)\">x</a> <b>bold</b>"))) {
    QCOMPARE(span.kind, RichSpan::Kind::Text);
  }
}

void MessageSpansTest::formatsOfTheSenderAreDrawn() {
  const Xccos::ChatText text = Xccos::parseChatText(QStringLiteral("Gale \r\nwarning :) see https://a.example/x"));
  const RichSpans spans = messageSpans(text, "{\\rtf1 {\\b Gale \\par warn}ing :) {\\i see https}://a.example/x}");
  QCOMPARE(spans.size(), 7);
  QCOMPARE(spans.at(0), (RichSpan{RichSpan::Kind::Text, QStringLiteral("Gale \nwarn"), {}, TextMark::Bold}));
  QCOMPARE(spans.at(1).text, QStringLiteral("ing "));
  QCOMPARE(spans.at(2).kind, RichSpan::Kind::Emoticon);
  QCOMPARE(spans.at(4).marks, TextMarks(TextMark::Italic));
  QCOMPARE(spans.at(5).text, QStringLiteral("https"));
  QCOMPARE(spans.at(6).kind, RichSpan::Kind::Link);
  QCOMPARE(spans.at(6).target, QStringLiteral("https://a.example/x"));
}

void MessageSpansTest::formatsOfOtherWordsAreNot() {
  const Xccos::ChatText text = Xccos::parseChatText(QStringLiteral("buy"));
  QCOMPARE(messageSpans(text, "{\\rtf1 {\\b sell}}"), messageSpans(text.spans));
}

void MessageSpansTest::formatsOfAStory() {
  const Xccos::ChatText text = Xccos::parseChatText(Xccos::makeStory(QStringLiteral("Fix"), QStringLiteral("Day one")));
  for (const QByteArray& rtf : {QByteArray("{\\rtf1 Fix\\par Day {\\b one}}"), QByteArray("{\\rtf1 Day {\\b one}}")}) {
    const RichSpans spans = messageSpans(text, rtf);
    QCOMPARE(spans.size(), 2);
    QCOMPARE(spans.at(1), (RichSpan{RichSpan::Kind::Text, QStringLiteral("one"), {}, TextMark::Bold}));
  }
}

void MessageSpansTest::readingTime() {
  QCOMPARE(readingMinutes(QString()), 1);
  QCOMPARE(readingMinutes(QStringLiteral("word ").repeated(400)), 2);
}

PARLOUR_TEST(MessageSpansTest)

}  // namespace tst_messagespans

#include "tst_messagespans.moc"
