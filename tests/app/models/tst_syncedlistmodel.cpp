// SPDX-License-Identifier: Apache-2.0
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>
#include <random>

#include "app/models/SyncedListModel.h"
#include "tests/program/TestProgram.h"

namespace tst_syncedlistmodel {

using namespace Parlour::Models;

namespace {

struct NumberedRow {
  int id = 0;
  int value = 0;
  bool operator==(const NumberedRow&) const = default;
};

class NumberedModel : public SyncedListModel<NumberedRow> {
 public:
  using SyncedListModel::rows;
  using SyncedListModel::syncTo;
  QVariant data(const QModelIndex& index, int role) const override {
    return role == Qt::DisplayRole && index.isValid() ? QVariant(row(index.row()).id) : QVariant();
  }

 protected:
  QString identityOf(const NumberedRow& row) const override { return QString::number(row.id); }
};

QList<NumberedRow> numbered(const QList<int>& ids, int value) {
  QList<NumberedRow> rows;
  for (const int id : ids) rows.append({id, value});
  return rows;
}

}  // namespace

class TestSyncedListModel : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void changesAreFew_data();
  void changesAreFew();
  void onlyWhatChangedIsTold();
  void doublesDoNoHarm();
  void anyListBecomesAnyOther();
};

void TestSyncedListModel::changesAreFew_data() {
  QTest::addColumn<QList<int>>("before");
  QTest::addColumn<QList<int>>("after");
  QTest::addColumn<int>("inserts");
  QTest::addColumn<int>("removes");
  QTest::addColumn<int>("moves");
  QTest::newRow("nothing") << QList<int>{} << QList<int>{} << 0 << 0 << 0;
  QTest::newRow("same") << QList<int>{1, 2, 3} << QList<int>{1, 2, 3} << 0 << 0 << 0;
  QTest::newRow("one more in the middle") << QList<int>{1, 3} << QList<int>{1, 2, 3} << 1 << 0 << 0;
  QTest::newRow("three more side by side") << QList<int>{1, 5} << QList<int>{1, 2, 3, 4, 5} << 1 << 0 << 0;
  QTest::newRow("one less") << QList<int>{1, 2, 3} << QList<int>{1, 3} << 0 << 1 << 0;
  QTest::newRow("two runs less") << QList<int>{1, 2, 3, 4, 5} << QList<int>{3} << 0 << 2 << 0;
  QTest::newRow("last comes first") << QList<int>{1, 2, 3} << QList<int>{3, 1, 2} << 0 << 0 << 1;
  QTest::newRow("all others") << QList<int>{1, 2} << QList<int>{3, 4, 5} << 1 << 1 << 0;
  QTest::newRow("emptied") << QList<int>{1, 2} << QList<int>{} << 0 << 1 << 0;
}

void TestSyncedListModel::changesAreFew() {
  QFETCH(QList<int>, before);
  QFETCH(QList<int>, after);
  NumberedModel model;
  model.syncTo(numbered(before, 0));
  QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
  QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
  QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);
  QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
  model.syncTo(numbered(after, 7));
  QCOMPARE(model.rows(), numbered(after, 7));
  QTEST(static_cast<int>(inserted.size()), "inserts");
  QTEST(static_cast<int>(removed.size()), "removes");
  QTEST(static_cast<int>(moved.size()), "moves");
  QCOMPARE(reset.size(), 0);
}

void TestSyncedListModel::onlyWhatChangedIsTold() {
  NumberedModel model;
  model.syncTo({{1, 0}, {2, 0}, {3, 0}});
  QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
  model.syncTo({{1, 0}, {2, 5}, {3, 0}});
  QCOMPARE(changed.size(), 1);
  QCOMPARE(changed.first().first().toModelIndex().row(), 1);
}

void TestSyncedListModel::doublesDoNoHarm() {
  NumberedModel model;
  const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
  const QList<QList<int>> lists{{1, 2, 1}, {1}, {2, 2, 2, 1}, {1, 2}, {3, 3}, {}};
  for (const QList<int>& ids : lists) {
    model.syncTo(numbered(ids, 0));
    QCOMPARE(model.rows(), numbered(ids, 0));
  }
}

void TestSyncedListModel::anyListBecomesAnyOther() {
  std::mt19937 random(20310304);
  NumberedModel model;
  const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
  for (int round = 0; round < 2'000; ++round) {
    QList<NumberedRow> wanted;
    for (int id = 0; id < 12; ++id) {
      if (random() % 2 == 0) wanted.append({id, static_cast<int>(random() % 3)});
    }
    std::shuffle(wanted.begin(), wanted.end(), random);
    const int watched = model.rowCount() > 0 ? static_cast<int>(random() % 1'000) % model.rowCount() : -1;
    const int id = watched < 0 ? -1 : model.row(watched).id;
    const QPersistentModelIndex place = watched < 0 ? QModelIndex() : model.index(watched);
    model.syncTo(wanted);
    QCOMPARE(model.rows(), wanted);
    const bool stays = std::any_of(wanted.begin(), wanted.end(), [id](const NumberedRow& row) { return row.id == id; });
    QCOMPARE(place.isValid(), stays && id >= 0);
    if (place.isValid()) QCOMPARE(model.row(place.row()).id, id);
  }
}

PARLOUR_TEST(TestSyncedListModel)

}  // namespace tst_syncedlistmodel

#include "tst_syncedlistmodel.moc"
