// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "server-sim/store/SearchText.h"
#include "tests/program/TestProgram.h"

namespace Parlour::Server::tst_searchtext {

// How a search text is taken apart; what it finds is in the contract of the store.
class TestSearchText final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void indexExpression_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("options");  // p: exact phrase, a: all words, c: match case
    QTest::addColumn<QByteArray>("expression");
    QTest::addColumn<bool>("needsCheck");
    const auto row = [](const char* text, const char* options, const char* expression, bool needsCheck) {
      QTest::addRow("%s (%s)", text, options)
          << QString::fromUtf8(text) << QString::fromLatin1(options) << QByteArray(expression) << needsCheck;
    };
    row("Low water", "", "\"low\" OR \"water\"", false);
    row("Low water", "a", "\"low\" AND \"water\"", false);
    row("Low  water", "p", "\"low water\"", false);
    row("Low", "c", "\"Low\"", true);
    row("low-water", "", "\"low water\"", false);
    row("a\"b OR *", "a", "\"a b\" AND \"or\"", true);
    row(":-)", "", "", true);
    row(":-) low", "", "", true);
    row(":-) low", "a", "\"low\"", true);
    row("天気", "", "", true);
    row("Straße É", "a", "\"straße\" AND \"e\"", false);
  }

  void indexExpression() {
    QFETCH(QString, text);
    QFETCH(QString, options);
    QFETCH(QByteArray, expression);
    QFETCH(bool, needsCheck);
    HistoryQuery query;
    query.text = text;
    query.exactPhrase = options.contains(QLatin1Char('p'));
    query.allWords = options.contains(QLatin1Char('a'));
    query.matchCase = options.contains(QLatin1Char('c'));
    const auto search = SearchText::parse(query);
    QVERIFY(search);
    QCOMPARE(search->indexExpression(), expression);
    QCOMPARE(search->needsCheck(), needsCheck);
  }

  void brokenUtf8DoesNotMatter() {
    HistoryQuery query;
    query.text = QStringLiteral("low");
    QVERIFY(SearchText::parse(query)->matches("\xff\xfe low \xc3"));
    QVERIFY(!SearchText::parse(query)->matches("\xff\xfe lower \xc3"));
  }
};

PARLOUR_TEST(TestSearchText)

}  // namespace Parlour::Server::tst_searchtext

#include "tst_searchtext.moc"
