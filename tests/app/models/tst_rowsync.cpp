// SPDX-License-Identifier: Apache-2.0
#include <QTest>
#include <algorithm>
#include <random>

#include "app/models/RowSync.h"
#include "tests/program/TestProgram.h"

namespace tst_rowsync {

using namespace Parlour::Models;

namespace {

struct NumberedRow {
  int id = 0;
  int value = 0;
  bool operator==(const NumberedRow&) const = default;
};

struct Syncer {
  QList<NumberedRow> rows;
  int inserts = 0;
  int removes = 0;

  void run(const QList<NumberedRow>& wanted) {
    RowSync<NumberedRow> sync;
    sync.same = [](const NumberedRow& a, const NumberedRow& b) { return a.id == b.id; };
    sync.insert = [this](int at, const std::function<void()>& change) {
      const auto size = rows.size();
      QVERIFY(at >= 0 && at <= size);
      change();
      QCOMPARE(rows.size(), size + 1);
      ++inserts;
    };
    sync.remove = [this](int at, const std::function<void()>& change) {
      const auto size = rows.size();
      QVERIFY(at >= 0 && at < size);
      change();
      QCOMPARE(rows.size(), size - 1);
      ++removes;
    };
    sync.changed = [this](int at) { QVERIFY(at >= 0 && at < rows.size()); };
    sync.run(rows, wanted);
  }
};

}  // namespace

class TestRowSync : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void changesAreMinimal_data();
  void changesAreMinimal();
  void anyListBecomesAnyOther();
};

void TestRowSync::changesAreMinimal_data() {
  QTest::addColumn<QList<int>>("before");
  QTest::addColumn<QList<int>>("after");
  QTest::addColumn<int>("inserts");
  QTest::addColumn<int>("removes");
  QTest::newRow("nothing") << QList<int>{} << QList<int>{} << 0 << 0;
  QTest::newRow("same") << QList<int>{1, 2, 3} << QList<int>{1, 2, 3} << 0 << 0;
  QTest::newRow("one more in the middle") << QList<int>{1, 3} << QList<int>{1, 2, 3} << 1 << 0;
  QTest::newRow("one less") << QList<int>{1, 2, 3} << QList<int>{1, 3} << 0 << 1;
  QTest::newRow("last comes first") << QList<int>{1, 2, 3} << QList<int>{3, 1, 2} << 1 << 1;
  QTest::newRow("all others") << QList<int>{1, 2} << QList<int>{3, 4, 5} << 3 << 2;
  QTest::newRow("emptied") << QList<int>{1, 2} << QList<int>{} << 0 << 2;
}

void TestRowSync::changesAreMinimal() {
  QFETCH(QList<int>, before);
  QFETCH(QList<int>, after);
  QFETCH(int, inserts);
  QFETCH(int, removes);
  Syncer syncer;
  for (const int id : before) syncer.rows.append({id, 0});
  QList<NumberedRow> wanted;
  for (const int id : after) wanted.append({id, 7});
  syncer.run(wanted);
  QCOMPARE(syncer.rows, wanted);
  QCOMPARE(syncer.inserts, inserts);
  QCOMPARE(syncer.removes, removes);
}

void TestRowSync::anyListBecomesAnyOther() {
  std::mt19937 random(20310304);
  Syncer syncer;
  for (int round = 0; round < 2'000; ++round) {
    QList<NumberedRow> wanted;
    for (int id = 0; id < 12; ++id) {
      if (random() % 2 == 0) wanted.append({id, static_cast<int>(random() % 3)});
    }
    std::shuffle(wanted.begin(), wanted.end(), random);
    syncer.run(wanted);
    QCOMPARE(syncer.rows, wanted);
  }
}

PARLOUR_TEST(TestRowSync)

}  // namespace tst_rowsync

#include "tst_rowsync.moc"
