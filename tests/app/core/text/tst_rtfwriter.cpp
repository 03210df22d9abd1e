// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "app/core/text/RtfReader.h"
#include "app/core/text/RtfWriter.h"
#include "tests/program/TestProgram.h"

namespace tst_rtfwriter {

using namespace Parlour::Core;

class RtfWriterTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void writesLittle();
  void comesBackTheSame_data();
  void comesBackTheSame();
  void titleStandsBefore();
};

void RtfWriterTest::writesLittle() {
  FormattedText text;
  text.append(QStringLiteral("Gale "), TextMark::Bold);
  text.append(QStringLiteral("{war}\nning €"));
  QCOMPARE(writeRtf(text), QByteArray("{\\rtf1\\ansi {\\b Gale }\\{war\\}\\par ning \\u8364?}"));
}

void RtfWriterTest::comesBackTheSame_data() {
  QTest::addColumn<QString>("words");
  QTest::addColumn<int>("marks");
  QTest::addColumn<QString>("link");
  const auto row = [](const char* name, const QString& words, TextMarks marks, const QString& link = {}) {
    QTest::newRow(name) << words << static_cast<int>(marks.toInt()) << link;
  };
  row("bold", QStringLiteral("word"), TextMark::Bold);
  row("all", QStringLiteral(" two  words\t"),
      TextMark::Bold | TextMark::Italic | TextMark::Underline | TextMark::Strike | TextMark::Code);
  row("digits after the marks", QStringLiteral("12"), TextMark::Italic);
  row("other scripts", QStringLiteral("שלום 中文 😀"), TextMark::Underline);
  row("no marks", QStringLiteral("a\\b{c}\nd"), {});
  row("link", QStringLiteral("here"), TextMark::Bold, QStringLiteral("https://a.example/x?y=1#z"));
}

void RtfWriterTest::comesBackTheSame() {
  QFETCH(QString, words);
  QFETCH(int, marks);
  QFETCH(QString, link);
  FormattedText text;
  text.append(QStringLiteral("before "));
  text.append(words, TextMarks::fromInt(marks), link);
  text.append(QStringLiteral(" after"));
  const auto back = readRtf(writeRtf(text));
  QVERIFY(back);
  QCOMPARE(back->text, text.text);
  QVERIFY(back->runs == text.runs);
}

void RtfWriterTest::titleStandsBefore() {
  FormattedText body;
  body.append(QStringLiteral("day "));
  body.append(QStringLiteral("one"), TextMark::Bold);
  const auto whole = readRtf(rtfWithTitle(QStringLiteral("Voyage"), writeRtf(body)));
  QVERIFY(whole);
  QCOMPARE(whole->text, QStringLiteral("Voyage\nday one"));
  QCOMPARE(whole->runs.size(), 1);
  QCOMPARE(whole->runs.first().start, 11);
  QVERIFY(rtfWithTitle(QStringLiteral("Voyage"), "no rtf").isEmpty());
}

PARLOUR_TEST(RtfWriterTest)

}  // namespace tst_rtfwriter

#include "tst_rtfwriter.moc"
