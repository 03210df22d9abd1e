// SPDX-License-Identifier: Apache-2.0
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "app/core/text/spelling/SpellChecker.h"
#include "tests/program/TestProgram.h"

namespace tst_spellchecker {

using namespace Parlour::Core;

namespace {

// Dictionaries of a few words in two encodings, so that no installed one is needed.
void writeFile(const QString& name, const QByteArray& bytes) {
  QFile file(name);
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write(bytes);
}

}  // namespace

class SpellCheckerTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase();
  void finds_data();
  void finds();
  void suggests();
  void addedWordsAreKept();
  void ignoredWordsAreNot();
  void languagesAddUp();
  void anotherCountryWillDo();
  void withoutADictionaryEverythingIsRight();

 private:
  QStringList folders() const { return {folder_.path()}; }
  QTemporaryDir folder_;
};

void SpellCheckerTest::initTestCase() {
  const QString base = folder_.path() + QLatin1Char('/');
  writeFile(base + QStringLiteral("en_XX.aff"), "SET UTF-8\nTRY esianrtolcdugmphbyfvkwz\n");
  writeFile(base + QStringLiteral("en_XX.dic"), "6\nthe\nfixing\nclosed\ncan't\ncaf\xC3\xA9\nat\n");
  writeFile(base + QStringLiteral("de_XX.aff"), "SET ISO8859-1\n");
  writeFile(base + QStringLiteral("de_XX.dic"), "1\nschl\xFCssel\n");
  writeFile(base + QStringLiteral("hyph_en.dic"), "x");
}

void SpellCheckerTest::finds_data() {
  QTest::addColumn<QString>("line");
  QTest::addColumn<QStringList>("wrong");
  const auto row = [](const char* name, const QString& line, const QStringList& wrong) {
    QTest::newRow(name) << line << wrong;
  };
  row("right", QStringLiteral("the fixing closed"), {});
  row("wrong", QStringLiteral("teh fixing, closd."), {QStringLiteral("teh"), QStringLiteral("closd")});
  row("capital", QStringLiteral("The Fixing"), {});
  row("apostrophes", QStringLiteral("can't can’t cnat't"), {QStringLiteral("cnat't")});
  row("accents", QStringLiteral("café cafè"), {QStringLiteral("cafè")});
  row("addresses", QStringLiteral("at https://intranet.exampel/fx www.exampel.org a.b@exampel.org"), {});
  row("mentions", QStringLiteral("@tomas the"), {});
  row("names of emoticons", QStringLiteral("the :smile:"), {});
  row("code", QStringLiteral("the `foo bar`"), {});
  row("figures and capitals", QStringLiteral("40m EURCHF x2y the"), {});
  row("empty", QString(), {});
}

void SpellCheckerTest::finds() {
  QFETCH(QString, line);
  SpellChecker checker(folders(), QString());
  checker.setLanguages({QStringLiteral("en_XX")});
  QStringList wrong;
  for (const MisspeltRange& range : checker.misspelt(line)) wrong.append(line.mid(range.start, range.length));
  QTEST(wrong, "wrong");
}

void SpellCheckerTest::suggests() {
  SpellChecker checker(folders(), QString());
  checker.setLanguages({QStringLiteral("en_XX")});
  QVERIFY(checker.suggestions(QStringLiteral("closd")).contains(QStringLiteral("closed")));
}

void SpellCheckerTest::addedWordsAreKept() {
  const QTemporaryDir home;
  const QString file = home.filePath(QStringLiteral("words.txt"));
  for (const bool first : {true, false}) {
    SpellChecker checker(folders(), file);
    checker.setLanguages({QStringLiteral("en_XX")});
    QCOMPARE(checker.misspelt(QStringLiteral("Aldgate")).size(), first ? 1 : 0);
    if (first) {
      QSignalSpy changed(&checker, &SpellChecker::changed);
      checker.addWord(QStringLiteral("Aldgate"));
      QCOMPARE(changed.size(), 1);
      QVERIFY(checker.misspelt(QStringLiteral("Aldgate aldgate")).isEmpty());
    }
  }
}

void SpellCheckerTest::ignoredWordsAreNot() {
  SpellChecker checker(folders(), QString());
  checker.setLanguages({QStringLiteral("en_XX")});
  checker.ignoreWord(QStringLiteral("aldgate"));
  QVERIFY(checker.misspelt(QStringLiteral("Aldgate")).isEmpty());
  SpellChecker next(folders(), QString());
  next.setLanguages({QStringLiteral("en_XX")});
  QCOMPARE(next.misspelt(QStringLiteral("Aldgate")).size(), 1);
}

void SpellCheckerTest::languagesAddUp() {
  SpellChecker checker(folders(), QString());
  QCOMPARE(checker.availableLanguages(), (QStringList{QStringLiteral("de_XX"), QStringLiteral("en_XX")}));
  checker.setLanguages({QStringLiteral("en_XX"), QStringLiteral("de_XX"), QStringLiteral("fr_XX")});
  QVERIFY(checker.misspelt(QStringLiteral("the schlüssel")).isEmpty());
  QCOMPARE(checker.misspelt(QStringLiteral("中文中文 the")).size(), 0);
}

void SpellCheckerTest::anotherCountryWillDo() {
  SpellChecker checker(folders(), QString());
  checker.setLanguages({QStringLiteral("en_YY")});
  QVERIFY(checker.isOn());
  QCOMPARE(checker.misspelt(QStringLiteral("the fixng")).size(), 1);
}

void SpellCheckerTest::withoutADictionaryEverythingIsRight() {
  SpellChecker checker({folder_.filePath(QStringLiteral("none"))}, QString());
  checker.setLanguages({QStringLiteral("en_XX")});
  QVERIFY(!checker.isOn());
  QVERIFY(checker.availableLanguages().isEmpty());
  QVERIFY(checker.misspelt(QStringLiteral("teh")).isEmpty());
  SpellChecker off(folders(), QString());
  off.setLanguages({QStringLiteral("en_XX")}, false);
  QVERIFY(!off.isOn());
}

PARLOUR_TEST(SpellCheckerTest)

}  // namespace tst_spellchecker

#include "tst_spellchecker.moc"
