// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "app/core/text/RtfReader.h"
#include "tests/program/TestProgram.h"

namespace tst_formattedtext {

using namespace Parlour::Core;

class FormattedTextTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void plainTextHasTheLastWord_data();
  void plainTextHasTheLastWord();
  void linksDoNotLie_data();
  void linksDoNotLie();
};

void FormattedTextTest::plainTextHasTheLastWord_data() {
  QTest::addColumn<QString>("plain");
  QTest::addColumn<QByteArray>("rtf");
  QTest::addColumn<QStringList>("bold");
  QTest::newRow("same") << QStringLiteral("Gale warning") << QByteArray("{\\rtf1 {\\b Gale} warning}")
                        << QStringList{QStringLiteral("Gale")};
  QTest::newRow("other line ends") << QStringLiteral("a\nb  c") << QByteArray("{\\rtf1 a\\par {\\b b c}\\par}")
                                   << QStringList{QStringLiteral("b  c")};
  QTest::newRow("word joiner") << QStringLiteral("<\u2060a b") << QByteArray("{\\rtf1 <a {\\b b}}")
                               << QStringList{QStringLiteral("b")};
  QTest::newRow("blank between two runs")
      << QStringLiteral("a b") << QByteArray("{\\rtf1 {\\b a }{\\b b}}") << QStringList{QStringLiteral("a b")};
  QTest::newRow("other words") << QStringLiteral("Sell nothing") << QByteArray("{\\rtf1 {\\b Sell} everything}")
                               << QStringList{};
  QTest::newRow("more words") << QStringLiteral("Sell") << QByteArray("{\\rtf1 {\\b Sell} all}") << QStringList{};
  QTest::newRow("fewer words") << QStringLiteral("Sell all") << QByteArray("{\\rtf1 {\\b Sell}}") << QStringList{};
  QTest::newRow("nothing said") << QString() << QByteArray("{\\rtf1 {\\b Sell}}") << QStringList{};
}

void FormattedTextTest::plainTextHasTheLastWord() {
  QFETCH(QString, plain);
  QFETCH(QByteArray, rtf);
  QStringList bold;
  const auto read = readRtf(rtf);
  QVERIFY(read);
  for (const FormatRun& run : formatsFor(plain, *read)) {
    QVERIFY(run.marks == TextMarks(TextMark::Bold));
    bold.append(plain.mid(run.start, run.length));
  }
  QTEST(bold, "bold");
}

void FormattedTextTest::linksDoNotLie_data() {
  QTest::addColumn<QString>("words");
  QTest::addColumn<bool>("kept");
  QTest::newRow("words") << QStringLiteral("the page") << true;
  QTest::newRow("its own address") << QStringLiteral("https://a.example/y") << true;
  QTest::newRow("another address") << QStringLiteral("https://bank.example/") << false;
  QTest::newRow("another address without a scheme") << QStringLiteral("www.bank.example") << false;
  QTest::newRow("a bare host") << QStringLiteral("bank.example") << false;
}

void FormattedTextTest::linksDoNotLie() {
  QFETCH(QString, words);
  FormattedText text;
  text.append(words, {}, QStringLiteral("https://a.example/x"));
  const QList<FormatRun> runs = formatsFor(words, text);
  QTEST(!runs.isEmpty(), "kept");
}

PARLOUR_TEST(FormattedTextTest)

}  // namespace tst_formattedtext

#include "tst_formattedtext.moc"
