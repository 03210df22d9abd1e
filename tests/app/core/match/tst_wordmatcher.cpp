// SPDX-License-Identifier: Apache-2.0
#include <QElapsedTimer>
#include <QTest>

#include "app/core/match/WordMatcher.h"
#include "tests/program/TestProgram.h"

namespace tst_wordmatcher {

using namespace Parlour::Core;

class TestWordMatcher : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void wholeWords_data() {
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("found");  // what is marked; empty: no match
    const auto row = [](const char* name, const char* word, const char* text, const char* found) {
      QTest::newRow(name) << QString::fromUtf8(word) << QString::fromUtf8(text) << QString::fromUtf8(found);
    };
    row("alone", "limit", "limit", "limit");
    row("any case", "Limit", "the LIMIT is", "LIMIT");
    row("part of a word", "limit", "limits", "");
    row("end of a word", "limit", "unlimit", "");
    row("with a sign", "limit", "(limit)!", "limit");
    row("after an underscore", "limit", "over_limit", "");
    row("accent in the text", "cafe", "le café noir", "café");
    row("accent in the word", "café", "CAFE", "CAFE");
    row("accent as a sign of its own", "cafe", "cafe\xCC\x81 noir", "cafe\xCC\x81");
    row("sharp s", "Strasse", "die Straße dort", "Straße");
    row("sharp s in the word", "Straße", "STRASSE", "STRASSE");
    row("Greek", "λόγος", "ΛΟΓΟΣ", "ΛΟΓΟΣ");
    row("Cyrillic", "цена", "Цена выросла", "Цена");
    row("Cyrillic part", "цена", "ценам", "");
    row("full width", "fx", "ＦＸ desk", "ＦＸ");
    row("ligature", "office", "the oﬃce", "oﬃce");
    row("soft hyphen", "limit", "li\xC2\xADmit", "li\xC2\xADmit");
    row("joiner that hides it", "limit", "l\xE2\x80\x8Bimit", "l\xE2\x80\x8Bimit");
    row("Chinese without blanks", "汇率", "今天汇率上涨", "汇率");
    row("Japanese", "為替", "昨日の為替は", "為替");
    row("Latin in Japanese", "Parlour", "Parlourは速い", "Parlour");
    row("Korean with its ending", "환율", "환율이 올랐다", "환율");
    row("Thai", "ราคา", "วันนี้ราคาขึ้น", "ราคา");
    row("rare Han character", "𠀋", "a𠀋b", "𠀋");
    row("phrase", "limit breach", "a  Limit \n breach again", "Limit \n breach");
    row("phrase apart", "limit breach", "limit was a breach", "");
    row("no break blank", "limit breach",
        "limit\xC2\xA0"
        "breach",
        "limit\xC2\xA0"
        "breach");
    row("sign at the end", "C++", "c++ and C", "c++");
    row("number", "88214", "no 188214, but 88214.", "88214");
    row("blank text", "limit", "  \n ", "");
  }
  void wholeWords() {
    QFETCH(QString, word);
    QFETCH(QString, text);
    QFETCH(QString, found);
    const WordMatcher matcher({word}, MatchWords::Any);
    QCOMPARE(matcher.matches(text), !found.isEmpty());
    QCOMPARE(matcher.firstIn(text).has_value(), !found.isEmpty());
    const auto ranges = matcher.rangesIn(text);
    QCOMPARE(ranges.size(), found.isEmpty() ? 0 : 1);
    if (!ranges.isEmpty()) QCOMPARE(text.mid(ranges.first().start, ranges.first().length).trimmed(), found);
  }

  void manners_data() {
    QTest::addColumn<int>("mode");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("matches");
    const auto row = [](MatchWords mode, const char* text, bool matches) {
      QTest::addRow("%d %s", static_cast<int>(mode), text)
          << static_cast<int>(mode) << QString::fromLatin1(text) << matches;
    };
    row(MatchWords::All, "breach of a limit", true);
    row(MatchWords::All, "breach", false);
    row(MatchWords::Any, "breach", true);
    row(MatchWords::Any, "nothing", false);
    row(MatchWords::Exact, "limit breach", true);
    row(MatchWords::Exact, "breach of a limit", false);
    row(MatchWords::Exact, "limits breach", false);
  }
  void manners() {
    QFETCH(int, mode);
    QFETCH(QString, text);
    QFETCH(bool, matches);
    const WordMatcher matcher({QStringLiteral("limit"), QStringLiteral("breach")}, static_cast<MatchWords>(mode));
    QCOMPARE(matcher.matches(text), matches);
    QCOMPARE(matcher.rangesIn(text).isEmpty(), !matches);
  }

  void rangesAscendAndDoNotOverlap() {
    const WordMatcher matcher({QStringLiteral("b c"), QStringLiteral("a b"), QStringLiteral("c")}, MatchWords::Any);
    const QList<WordMatcher::Range> expected{{0, 5}, {8, 1}};
    QCOMPARE(matcher.rangesIn(QStringLiteral("a b c d c")), expected);
  }

  void nothingMatchesNothing() {
    QVERIFY(WordMatcher().isEmpty());
    const WordMatcher blanks({QString(), QStringLiteral("  "), QStringLiteral("\u0301")}, MatchWords::All);
    QVERIFY(blanks.isEmpty());
    QVERIFY(!blanks.matches(QStringLiteral("text")));
    QVERIFY(!blanks.matches(QString()));
  }

  void inputIsBounded() {
    QStringList many;
    for (int i = 0; i < 500; ++i) many.append(QStringLiteral("w%1").arg(i));
    const WordMatcher matcher(many, MatchWords::Any);
    QVERIFY(matcher.matches(QStringLiteral("w99")));
    QVERIFY(!matcher.matches(QStringLiteral("w100")));
    const QString far = QString(WordMatcher::kLongestText, u' ') + QStringLiteral(" w1");
    QVERIFY(!matcher.matches(far));
    const QString lone(QChar(0xD800));
    QVERIFY(!matcher.matches(lone + lone));
  }

  // A page of 50 stories must not be felt; the bound is generous for sanitizers and busy machines.
  void longTextsTakeLittleTime() {
    QStringList words;
    for (int i = 0; i < 20; ++i) words.append(QStringLiteral("keyword%1").arg(i));
    const WordMatcher matcher(words, MatchWords::Any);
    QString story;
    while (story.size() < 8'192) story += QStringLiteral("The fixing moved, nothing else did; keywords none. ");
    QElapsedTimer timer;
    timer.start();
    constexpr int kTimes = 50;
    for (int i = 0; i < kTimes; ++i) QVERIFY(!matcher.matches(story));
    const double micros = static_cast<double>(timer.nsecsElapsed()) / 1'000.0 / kTimes;
    qInfo("20 words against 8 KB: %.0f us", micros);
    QVERIFY(micros < 5'000);
  }
};

PARLOUR_TEST(TestWordMatcher)

}  // namespace tst_wordmatcher

#include "tst_wordmatcher.moc"
