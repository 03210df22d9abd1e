// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "tests/perf/load/GoalTable.h"
#include "tests/program/TestProgram.h"

namespace tst_goaltable {

using namespace Parlour::Perf;

// A goal that is missed must be told as missed, else the table means nothing.
class TestGoalTable : public QObject {
  Q_OBJECT

 private:
  static ScenarioResult result(const char* name, const char* figure, double value) {
    ScenarioResult made;
    made.name = QLatin1String(name);
    made.figures.insert(QLatin1String(figure), value);
    return made;
  }
  static Goal cpu(Goal::Kind kind, double bound) {
    Goal goal;
    goal.what = QStringLiteral("cpu");
    goal.scenarios = {QStringLiteral("room")};
    goal.figure = QStringLiteral("us");
    goal.kind = kind;
    goal.bound = bound;
    return goal;
  }

 private Q_SLOTS:
  void judgesTheMedianOfTheRounds_data() {
    QTest::addColumn<bool>("atMost");
    QTest::addColumn<double>("bound");
    QTest::addColumn<bool>("met");
    QTest::newRow("below") << true << 11.0 << true;
    QTest::newRow("just") << true << 10.0 << true;
    QTest::newRow("above") << true << 9.0 << false;
    QTest::newRow("fast enough") << false << 10.0 << true;
    QTest::newRow("too slow") << false << 10.5 << false;
  }

  void judgesTheMedianOfTheRounds() {
    QFETCH(bool, atMost);
    QFETCH(double, bound);
    QFETCH(bool, met);
    const QList<Goal> goals{cpu(atMost ? Goal::Kind::AtMost : Goal::Kind::AtLeast, bound)};
    const auto rows = rowsOf({result("room", "us", 30), result("room", "us", 10), result("room", "us", 2)}, goals);
    QCOMPARE(*rows.front().measured, 10.0);
    QCOMPARE(rows.front().met, met);
    QCOMPARE(goalTable(rows).contains(QStringLiteral("MISSED")), !met);
  }

  void comparesEachRoundWithItsFloor() {
    Goal goal = cpu(Goal::Kind::AtMost, 1.8);
    goal.floor = QStringLiteral("floor");
    goal.ofFloor = true;
    const QList<Goal> goals{goal};
    const QList<ScenarioResult> results{result("room", "us", 10),  result("floor", "us", 5), result("room", "us", 30),
                                        result("floor", "us", 10), result("room", "us", 16), result("floor", "us", 10)};
    const auto rows = rowsOf(results, goals);
    QCOMPARE(*rows.front().ratio, 2.0);
    QVERIFY(!rows.front().met);
  }

  void takesTheWorstOfSeveral() {
    Goal goal = cpu(Goal::Kind::AtMost, 5);
    goal.scenarios = {QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")};
    const QList<Goal> goals{goal};
    const auto rows = rowsOf({result("one", "us", 1), result("two", "us", 7), result("three", "us", 3)}, goals);
    QCOMPARE(*rows.front().measured, 7.0);
    QVERIFY(!rows.front().met);
  }

  void addsUpWhatMustNeverHappen() {
    Goal goal = cpu(Goal::Kind::AtMost, 0);
    goal.scenarios.clear();
    const QList<Goal> goals{goal};
    QVERIFY(rowsOf({result("one", "us", 0), result("two", "us", 0)}, goals).front().met);
    QVERIFY(!rowsOf({result("one", "us", 0), result("two", "us", 1)}, goals).front().met);
  }

  void leavesSmallStoresOut() {
    Goal goal = cpu(Goal::Kind::AtMost, 5);
    goal.leastMessages = 1'000;
    const QList<Goal> goals{goal};
    ScenarioResult small = result("room", "us", 1);
    small.figures.insert(QStringLiteral("messages"), 999);
    QVERIFY(!rowsOf({small}, goals).front().measured);
    small.figures.insert(QStringLiteral("messages"), 1'000);
    QVERIFY(rowsOf({small}, goals).front().met);
  }

  void tellsWithoutJudging() {
    Goal goal = cpu(Goal::Kind::AtMost, 5);
    goal.judged = false;
    const QList<Goal> goals{goal};
    const QString table = goalTable(rowsOf({result("room", "us", 9)}, goals));
    QVERIFY(!table.contains(QStringLiteral("MISSED")));
    QVERIFY(table.contains(QStringLiteral("0 of 0 goals met")));
  }

  void saysWhatWasNotMeasured() {
    const QList<Goal> goals{cpu(Goal::Kind::AtMost, 5)};
    const auto rows = rowsOf({result("other", "us", 1)}, goals);
    QVERIFY(!rows.front().met);
    QVERIFY(goalTable(rows).contains(QStringLiteral("not measured")));
  }

  // A scenario that was renamed would turn its goal into "not measured" for ever; the names are told apart here by
  // their parts, because the scenarios need a server.
  void everyGoalSaysWhatItNeeds() {
    for (const Goal& goal : goals()) {
      QVERIFY2(!goal.what.isEmpty() && !goal.figure.isEmpty(), qPrintable(goal.what));
      QVERIFY2(!goal.ofFloor || !goal.floor.isEmpty(), qPrintable(goal.what));
    }
  }
};

PARLOUR_TEST(TestGoalTable)

}  // namespace tst_goaltable

#include "tst_goaltable.moc"
