// SPDX-License-Identifier: Apache-2.0
#include "app/models/QuickMatch.h"

#include <QTest>

#include "tests/program/TestProgram.h"

namespace tst_quickmatch {

using Parlour::Models::QuickMatch;
using Parlour::Models::QuickQuery;

// How names answer what was typed into the quick switch.
class TestQuickMatch : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void answers_data();
  void answers();
  void lettersCloseTogetherAreBetter();
  void longWordsEnd();
};

QString kindWord(const std::optional<QuickMatch>& match) {
  if (!match) return QStringLiteral("none");
  switch (match->kind) {
    case QuickMatch::Kind::Start:
      return QStringLiteral("start");
    case QuickMatch::Kind::Words:
      return QStringLiteral("words");
    case QuickMatch::Kind::Inside:
      return QStringLiteral("inside");
    case QuickMatch::Kind::Letters:
      return QStringLiteral("letters");
  }
  return {};
}

void TestQuickMatch::answers_data() {
  QTest::addColumn<QString>("typed");
  QTest::addColumn<QString>("name");
  QTest::addColumn<QString>("kind");
  QTest::addColumn<QString>("marked");  // the name with what fits in brackets
  const auto row = [](const char* what, const char* typed, const char* name, const char* kind, const char* marked) {
    QTest::newRow(what) << QString::fromUtf8(typed) << QString::fromUtf8(name) << QString::fromUtf8(kind)
                        << QString::fromUtf8(marked);
  };
  row("start", "fx d", "FX Desk – London", "start", "[FX D]esk – London");
  row("whole", "tide tables", "Tide tables", "start", "[Tide tables]");
  row("second word", "lon", "FX Desk – London", "words", "FX Desk – [Lon]don");
  row("words in any order", "lon fx", "FX Desk – London", "words", "[FX] Desk – [Lon]don");
  row("behind a hyphen", "off", "Settlement cut-offs", "words", "Settlement cut-[off]s");
  row("inside", "esk", "FX Desk – London", "inside", "FX D[esk] – London");
  row("letters of words", "fdl", "FX Desk – London", "letters", "[F]X [D]esk – [L]ondon");
  row("letters from a word on", "dsk", "FX Desk – London", "letters", "FX [D]e[sk] – London");
  row("accents do not count", "rio", "Río Tinto", "start", "[Río] Tinto");
  row("accents typed", "río", "Rio Tinto", "start", "[Rio] Tinto");
  row("chinese", "交易", "外汇交易室", "words", "外汇[交易]室");
  row("one letter is no abbreviation", "l", "FX Desk", "none", "");
  row("letters out of order", "ldf", "FX Desk – London", "none", "");
  row("letters that begin within a word", "esln", "FX Desk – London", "none", "");
  row("not there", "zebra", "FX Desk – London", "none", "");
  row("blank", "  ", "FX Desk", "none", "");
  row("a word is there once", "fx fx", "FX Desk", "none", "");
}

void TestQuickMatch::answers() {
  QFETCH(QString, typed);
  QFETCH(QString, name);
  const auto match = QuickQuery(typed).match(name);
  QTEST(kindWord(match), "kind");
  QString marked;
  qsizetype done = 0;
  for (const auto& hit : match ? match->hits : decltype(match->hits)()) {
    marked += name.mid(done, hit.start - done) + u'[' + name.mid(hit.start, hit.length) + u']';
    done = hit.start + hit.length;
  }
  QTEST(match ? marked + name.mid(done) : marked, "marked");
}

void TestQuickMatch::lettersCloseTogetherAreBetter() {
  const QuickQuery query(QStringLiteral("pay"));
  const auto near = QuickQuery(QStringLiteral("pts")).match(QStringLiteral("Pit stop"));
  const auto far = QuickQuery(QStringLiteral("pts")).match(QStringLiteral("Payments and other things"));
  QVERIFY(near && far);
  QVERIFY(near->spread < far->spread);
  QVERIFY(query.match(QStringLiteral("Payments"))->kind == QuickMatch::Kind::Start);
}

void TestQuickMatch::longWordsEnd() {
  const QString longName(100'000, QLatin1Char('a'));
  QVERIFY(QuickQuery(QString(5'000, QLatin1Char('a'))).match(longName));
  QVERIFY(!QuickQuery(QString(5'000, QLatin1Char('b'))).match(longName));
}

PARLOUR_TEST(TestQuickMatch)

}  // namespace tst_quickmatch

#include "tst_quickmatch.moc"
