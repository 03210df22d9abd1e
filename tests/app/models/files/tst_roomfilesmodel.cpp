// SPDX-License-Identifier: Apache-2.0
#include <QAbstractItemModelTester>
#include <QCoreApplication>
#include <QTest>

#include "app/core/session/Promises.h"
#include "app/models/Roles.h"
#include "app/models/files/RoomFilesModel.h"
#include "tests/program/TestProgram.h"

namespace tst_roomfilesmodel {

using namespace Parlour;
using namespace Parlour::Models;

namespace {

Core::RoomFile roomFile(qint64 number, const char* name, const char* user, qint64 size) {
  Core::RoomFile file;
  file.number = number;
  file.file = "77aa66bb-55cc-44dd-93ee-22ff1100" + QByteArray::number(number).rightJustified(4, '0');
  file.name = QString::fromUtf8(name);
  file.user = QString::fromUtf8(user);
  file.size = size;
  file.time = Timestamp::fromMs(1'900'000'000'000 + number * 60'000);
  return file;
}

}  // namespace

class TestRoomFilesModel : public QObject {
  Q_OBJECT

 private:
  QList<qint64> asked_;
  QList<Result<Core::RoomFilePage>> answers_;

  RoomFilesModel::ListPage list() {
    return [this](qint64 before) {
      asked_.append(before);
      auto [future, settle] = Core::makePromise<Result<Core::RoomFilePage>>();
      const auto answer = answers_.isEmpty() ? Result<Core::RoomFilePage>(Core::RoomFilePage{}) : answers_.takeFirst();
      // Answers of a server come later.
      QMetaObject::invokeMethod(
          this, [settle = settle, answer] { settle(answer); }, Qt::QueuedConnection);
      return future;
    };
  }
  static QStringList names(const QAbstractItemModel& model) {
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row) names.append(model.index(row, 0).data().toString());
    return names;
  }
  static Core::RoomFilePage threeFiles() {
    return {{roomFile(9, "tides.pdf", "Bo Medlar", 500), roomFile(8, "Ebb.csv", "Ada Quince", 2'000'000),
             roomFile(7, "chart.png", "Cy Sorb", 30'000)},
            false};
  }

 private Q_SLOTS:
  void init() {
    asked_.clear();
    answers_.clear();
  }

  void pagesAreFetchedOnDemand() {
    answers_ = {Core::RoomFilePage{{roomFile(9, "a", "Ada", 1), roomFile(8, "b", "Ada", 1)}, true},
                Core::RoomFilePage{{roomFile(7, "c", "Ada", 1)}, false}};
    RoomFilesModel model(list());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.refresh();
    QVERIFY(model.loading());
    QVERIFY(!model.canFetchMore({}));
    QTRY_COMPARE(model.rowCount(), 2);
    QVERIFY(model.canFetchMore({}));
    model.fetchMore({});
    QTRY_COMPARE(model.rowCount(), 3);
    QVERIFY(!model.canFetchMore({}));
    QCOMPARE(asked_, (QList<qint64>{0, 8}));
  }

  void aPageThatRepeatsOthersEndsTheList() {
    const Core::RoomFilePage same{{roomFile(9, "a", "Ada", 1), roomFile(8, "b", "Ada", 1)}, true};
    answers_ = {same, same};
    RoomFilesModel model(list());
    model.refresh();
    QTRY_COMPARE(model.rowCount(), 2);
    QVERIFY(model.canFetchMore({}));
    model.fetchMore({});
    QTRY_VERIFY(!model.loading());
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(!model.canFetchMore({}));
  }

  void errorsAreKept() {
    answers_ = {Error::make(ErrorCode::PermissionDenied, QStringLiteral("Not yours."))};
    RoomFilesModel model(list());
    model.refresh();
    QTRY_VERIFY(!model.loading());
    QCOMPARE(model.error()->text, QStringLiteral("Not yours."));
    answers_ = {threeFiles()};
    model.refresh();
    QTRY_COMPARE(model.rowCount(), 3);
    QVERIFY(!model.error());
  }

  void whatARowTells() {
    answers_ = {threeFiles()};
    RoomFilesModel model(list());
    model.refresh();
    QTRY_COMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(1, RoomFilesModel::SizeColumn).data().toString(), QStringLiteral("1.9 MB"));
    QCOMPARE(model.index(1, RoomFilesModel::FromColumn).data().toString(), QStringLiteral("Ada Quince"));
    QCOMPARE(model.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Name"));
    QVERIFY(model.index(0, 0).data(Qt::AccessibleTextRole).toString().startsWith(QStringLiteral("tides.pdf, from Bo")));
    QVERIFY(!model.index(0, 0).data(Models::RowRole).value<Core::RoomFile>().file.isEmpty());
    QVERIFY(!model.data(model.index(7, 0), Qt::DisplayRole).isValid());
  }

  void sorting_data() {
    QTest::addColumn<int>("column");
    QTest::addColumn<QStringList>("names");
    const QString tides = QStringLiteral("tides.pdf");
    const QString ebb = QStringLiteral("Ebb.csv");
    const QString chart = QStringLiteral("chart.png");
    QTest::newRow("name") << int(RoomFilesModel::NameColumn) << QStringList{chart, ebb, tides};
    QTest::newRow("from") << int(RoomFilesModel::FromColumn) << QStringList{ebb, tides, chart};
    QTest::newRow("when") << int(RoomFilesModel::WhenColumn) << QStringList{chart, ebb, tides};
    QTest::newRow("size") << int(RoomFilesModel::SizeColumn) << QStringList{tides, chart, ebb};
  }

  void sorting() {
    QFETCH(int, column);
    answers_ = {threeFiles()};
    RoomFilesModel model(list());
    RoomFilesFilter sorted;
    const QAbstractItemModelTester tester(&sorted, QAbstractItemModelTester::FailureReportingMode::QtTest);
    sorted.setSourceModel(&model);
    model.refresh();
    QTRY_COMPARE(sorted.rowCount(), 3);
    sorted.sort(column, Qt::AscendingOrder);
    QTEST(names(sorted), "names");
  }

  void filtering() {
    answers_ = {threeFiles()};
    RoomFilesModel model(list());
    RoomFilesFilter sorted;
    sorted.setSourceModel(&model);
    model.refresh();
    QTRY_COMPARE(sorted.rowCount(), 3);
    sorted.setWords(QStringLiteral(" TIDES medlar "));
    QCOMPARE(names(sorted), QStringList{QStringLiteral("tides.pdf")});
    sorted.setWords(QStringLiteral("nobody"));
    QCOMPARE(sorted.rowCount(), 0);
    sorted.setWords({});
    QCOMPARE(sorted.rowCount(), 3);
  }
};

PARLOUR_TEST(TestRoomFilesModel)

}  // namespace tst_roomfilesmodel

#include "tst_roomfilesmodel.moc"
