// SPDX-License-Identifier: Apache-2.0
#include "app/ui/quickswitch/PlaceFinder.h"

#include <QTest>

#include "tests/program/TestProgram.h"

namespace tst_placefinder {

using Parlour::Ui::bestPlaces;
using Parlour::Ui::QuickEntry;

// In which order the quick switch offers what there is.
class TestPlaceFinder : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void order_data();
  void order();
  void whatFitsIsMarked();
};

QList<QuickEntry> northgate() {
  QList<QuickEntry> places;
  for (const char* name : {"Cash desk", "FX Desk – London", "FX Desk – Tokyo", "Payments", "Support desk"}) {
    QuickEntry entry;
    entry.text = QString::fromUtf8(name);
    entry.target = entry.text;
    entry.unread = entry.text == QLatin1String("Payments") ? 3 : 0;
    places.append(entry);
  }
  return places;
}

void TestPlaceFinder::order_data() {
  QTest::addColumn<QString>("words");
  QTest::addColumn<QStringList>("recent");
  QTest::addColumn<QStringList>("found");
  const QString cash = QStringLiteral("Cash desk");
  const QString london = QStringLiteral("FX Desk – London");
  const QString tokyo = QStringLiteral("FX Desk – Tokyo");
  const QString payments = QStringLiteral("Payments");
  const QString support = QStringLiteral("Support desk");
  QTest::newRow("nothing typed") << QString() << QStringList() << QStringList{payments, cash, london, tokyo, support};
  QTest::newRow("recent first") << QString() << QStringList{tokyo, cash}
                                << QStringList{tokyo, cash, payments, london, support};
  QTest::newRow("only what fits") << QStringLiteral("desk") << QStringList()
                                  << QStringList{cash, london, tokyo, support};
  QTest::newRow("recent of the same fit")
      << QStringLiteral("desk") << QStringList{support, tokyo} << QStringList{support, tokyo, cash, london};
  QTest::newRow("a start before a word") << QStringLiteral("s") << QStringList()
                                         << QStringList{support, payments, cash, london, tokyo};
  QTest::newRow("a better fit before a recent one")
      << QStringLiteral("fx") << QStringList{cash} << QStringList{london, tokyo};
  QTest::newRow("letters") << QStringLiteral("fdt") << QStringList() << QStringList{tokyo};
  QTest::newRow("none") << QStringLiteral("zebra") << QStringList() << QStringList();
}

void TestPlaceFinder::order() {
  QFETCH(QString, words);
  QFETCH(QStringList, recent);
  QStringList found;
  for (const QuickEntry& entry : bestPlaces(northgate(), words, recent)) found.append(entry.text);
  QTEST(found, "found");
}

void TestPlaceFinder::whatFitsIsMarked() {
  const QList<QuickEntry> found = bestPlaces(northgate(), QStringLiteral("tok"), {});
  QCOMPARE(found.size(), 1);
  QCOMPARE(found.first().hits.size(), 1);
  QCOMPARE(found.first().text.mid(found.first().hits.first().start, found.first().hits.first().length),
           QStringLiteral("Tok"));
}

PARLOUR_TEST(TestPlaceFinder)

}  // namespace tst_placefinder

#include "tst_placefinder.moc"
