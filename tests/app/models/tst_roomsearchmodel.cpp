// SPDX-License-Identifier: Apache-2.0
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "app/models/Roles.h"
#include "app/models/RoomSearchModel.h"
#include "tests/program/TestProgram.h"
#include "tests/support/ClientFixture.h"

namespace tst_roomsearchmodel {

using namespace Parlour;
using namespace Parlour::Models;
using namespace Parlour::Testing;

class TestRoomSearchModel : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void searching();
  void laterSearchWins();
  void clearingForgetsTheSearch();
  void failureKeepsTheRows();
  void followedIsKeptTrue();
  void texts();

 private:
  static Core::RoomSearchQuery wordsOf(const char* words) {
    Core::RoomSearchQuery query;
    query.words = QString::fromLatin1(words);
    return query;
  }
  int rowOf(const RoomSearchModel& model, const RoomUri& uri) const {
    for (int i = 0; i < model.rowCount(); ++i) {
      if (model.row(i).room.uri == uri) return i;
    }
    return -1;
  }

  const RoomUri tides_ = testRoom("tides");
  const RoomUri crew_ = testRoom("crew");
  std::unique_ptr<ClientFixture> f_;
};

void TestRoomSearchModel::init() {
  f_ = std::make_unique<ClientFixture>();
  f_->rooms.add(tides_, QStringLiteral("Tide tables")).description = QStringLiteral("When the boats can leave");
  f_->rooms.add(crew_, QStringLiteral("Crew rota"));
  f_->followBefore(tides_, QStringLiteral("Tide tables"));
  f_->signIn();
}

void TestRoomSearchModel::searching() {
  RoomSearchModel model(*f_->client);
  QAbstractItemModelTester tester(&model);
  QSignalSpy changes(&model, &RoomSearchModel::searchingChanged);
  QVERIFY(!model.searching());
  model.search(wordsOf("tide"));
  QVERIFY(model.searching());
  QCOMPARE(model.rowCount(), 0);
  f_->settle();
  QVERIFY(!model.searching());
  QCOMPARE(changes.size(), 2);
  QCOMPARE(model.rowCount(), 2);
  QVERIFY(model.row(rowOf(model, tides_)).followed);
  QVERIFY(!model.row(rowOf(model, crew_)).followed);
  QCOMPARE(model.row(0).words, QStringLiteral("tide"));
}

void TestRoomSearchModel::laterSearchWins() {
  RoomSearchModel model(*f_->client);
  QAbstractItemModelTester tester(&model);
  QSignalSpy resets(&model, &RoomSearchModel::modelReset);
  model.search(wordsOf("first"));
  model.search(wordsOf("second"));
  f_->settle();
  QCOMPARE(resets.size(), 1);
  QCOMPARE(model.row(0).words, QStringLiteral("second"));
}

void TestRoomSearchModel::clearingForgetsTheSearch() {
  RoomSearchModel model(*f_->client);
  QAbstractItemModelTester tester(&model);
  model.search(wordsOf("tide"));
  f_->settle();
  model.search(wordsOf("crew"));
  QSignalSpy changes(&model, &RoomSearchModel::searchingChanged);
  model.clear();
  QVERIFY(!model.searching());
  QCOMPARE(changes.size(), 1);
  QCOMPARE(model.rowCount(), 0);
  f_->settle();
  QCOMPARE(model.rowCount(), 0);
}

void TestRoomSearchModel::failureKeepsTheRows() {
  RoomSearchModel model(*f_->client);
  QAbstractItemModelTester tester(&model);
  model.search(wordsOf("tide"));
  f_->settle();
  QSignalSpy failures(&model, &RoomSearchModel::failed);
  f_->rooms.deviate("cmd:chansrch", {502, QStringLiteral("ERROR_DATABASE_CONNECTION")});
  model.search(wordsOf("crew"));
  f_->settle();
  QCOMPARE(failures.size(), 1);
  QVERIFY(!model.searching());
  QCOMPARE(model.rowCount(), 2);
  QCOMPARE(model.row(0).words, QStringLiteral("tide"));
}

void TestRoomSearchModel::followedIsKeptTrue() {
  RoomSearchModel model(*f_->client);
  QAbstractItemModelTester tester(&model);
  model.search(wordsOf("tide"));
  f_->settle();
  QSignalSpy changed(&model, &RoomSearchModel::dataChanged);
  f_->client->open(crew_);
  f_->settle();
  QVERIFY(!model.row(rowOf(model, crew_)).followed);  // open is not followed
  f_->client->follow(crew_, QStringLiteral("Crew rota"));
  f_->settle();
  QVERIFY(model.row(rowOf(model, crew_)).followed);
  QVERIFY(!changed.isEmpty());
  f_->client->unfollow(crew_);
  f_->client->unfollow(tides_);
  f_->settle();
  QVERIFY(!model.row(rowOf(model, crew_)).followed);
  QVERIFY(!model.row(rowOf(model, tides_)).followed);
}

void TestRoomSearchModel::texts() {
  RoomSearchModel model(*f_->client);
  model.search(wordsOf("tide"));
  f_->settle();
  const auto index = model.index(rowOf(model, tides_));
  QCOMPARE(index.data(Qt::DisplayRole).toString(), QStringLiteral("Tide tables"));
  QCOMPARE(index.data(Qt::AccessibleTextRole).toString(),
           QStringLiteral("Tide tables, followed, When the boats can leave"));
  QCOMPARE(index.data(IdRole).toString(), tides_.toString());
}

PARLOUR_TEST(TestRoomSearchModel)

}  // namespace tst_roomsearchmodel

#include "tst_roomsearchmodel.moc"
