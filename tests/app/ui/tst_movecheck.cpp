// SPDX-License-Identifier: Apache-2.0
#include <QSignalSpy>
#include <QTest>

#include "app/ui/manage/MoveCheck.h"
#include "tests/app/ui/FakeRoomAdmin.h"
#include "tests/program/TestProgram.h"

namespace tst_movecheck {

using namespace Parlour;
using namespace Parlour::Tests;
using namespace Parlour::Ui;
using Core::RoomRole;

// Who would be dropped by a move, and when nobody can say.
class MoveCheckTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void namesWhoIsNotAllowed();
  void asksOnceForEachOne();
  void aFailureMeansUnknown();
  void aFullAnswerMeansUnknown();
  void longListsAreNotAsked();

 private:
  QPair<QStringList, bool> check();

  FakeRoomAdmin server_;
  std::unique_ptr<ManageRoomModel> model_;
};

void MoveCheckTest::init() {
  server_ = {};
  server_.people = {{QStringLiteral("ada quince"), {person("ada", QStringLiteral("Ada Quince"))}},
                    {QStringLiteral("bo medlar"), {person("bo", QStringLiteral("Bo Medlar"))}},
                    {QStringLiteral("cy sorb"), {person("cy2", QStringLiteral("Cy Sorb"))}}};
  model_ = std::make_unique<ManageRoomModel>(person("bo", QStringLiteral("Bo Medlar")), seaAndLand(), harbourRoom());
  model_->set(&RoomValues::category, seaAndLand().at(1).uri);
}

QPair<QStringList, bool> MoveCheckTest::check() {
  MoveCheck check(*model_, server_.actions());
  QSignalSpy finished(&check, &MoveCheck::finished);
  check.start();
  if (finished.isEmpty() && !finished.wait()) {
    return {{QStringLiteral("no answer")}, false};
  }
  return {finished.first().at(0).toStringList(), finished.first().at(1).toBool()};
}

void MoveCheckTest::namesWhoIsNotAllowed() {
  // Somebody else of the same name is allowed; the address decides.
  QCOMPARE(check(), qMakePair(QStringList{QStringLiteral("Cy Sorb")}, true));
}

void MoveCheckTest::asksOnceForEachOne() {
  check();
  QCOMPARE(server_.queries.size(), 3);
  for (const PeopleQuery& query : std::as_const(server_.queries)) {
    QCOMPARE(query.category, seaAndLand().at(1).uri);
  }
}

void MoveCheckTest::aFailureMeansUnknown() {
  RoomAdminActions actions = server_.actions();
  actions.find = [](const PeopleQuery&) {
    const Error error = Error::make(ErrorCode::Busy, QStringLiteral("busy"));
    return Core::settledWith(Result<QList<Core::Principal>>(error));
  };
  MoveCheck check(*model_, actions);
  QSignalSpy finished(&check, &MoveCheck::finished);
  check.start();
  QTRY_COMPARE(finished.size(), 1);
  QVERIFY(!finished.first().at(1).toBool());
}

void MoveCheckTest::aFullAnswerMeansUnknown() {
  QList<Core::Principal> many;
  for (int i = 0; i < 20; ++i) {
    many.append(person(qPrintable(QStringLiteral("cy%1").arg(i + 10)), QStringLiteral("Cy Sorb")));
  }
  server_.people[QStringLiteral("cy sorb")] = many;
  QVERIFY(!check().second);
}

void MoveCheckTest::longListsAreNotAsked() {
  for (int i = 0; i < MoveCheck::kMostEntries; ++i) {
    model_->list(RoomRole::Member)
        .add(person(qPrintable(QStringLiteral("crew%1").arg(i)), QStringLiteral("Crew %1").arg(i)));
  }
  QVERIFY(!check().second);
  QVERIFY(server_.queries.isEmpty());
}

PARLOUR_TEST(MoveCheckTest)

}  // namespace tst_movecheck

#include "tst_movecheck.moc"
