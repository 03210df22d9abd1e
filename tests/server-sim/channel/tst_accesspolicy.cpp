// SPDX-License-Identifier: Apache-2.0
#include <QTest>
#include <map>

#include "server-sim/channel/AccessActions.h"
#include "tests/program/Paths.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/channel/support/PermissionTable.h"

namespace tst_accesspolicy {

using namespace Parlour::Server;
using namespace Parlour::Server::Testing;
using Parlour::Xccos::ResponseCode;

namespace {

constexpr RoomTraits kTraits(RoomType type, Privacy privacy, bool disabled = false) {
  return {type, privacy, disabled};
}

// Who somebody is, in the letters of the permission table.
Standing standingOf(const QByteArray& letters) { return PermissionCell{{}, letters}.standing(); }

Privacy privacyOf(char letter) {
  return letter == 'O' ? Privacy::Open : letter == 'C' ? Privacy::Closed : Privacy::Secret;
}

int code(const Decision& decision) { return static_cast<int>(decision.code); }

const std::vector<PermissionRow>& table() {
  static const auto rows = readPermissionTable(
      Parlour::Testing::sourcePath(QStringLiteral("tests/server-sim/channel/data/permissions.csv")));
  if (!rows) qFatal("%s", qPrintable(rows.error().text));
  return *rows;
}

// What the policy says about an action of the table.
Decision decide(const PermissionRow& row, const Standing& user) {
  if (row.action == "see-category") return AccessPolicy::seeCategory(user);
  if (row.action == "create-room") return AccessPolicy::createRooms(user);
  if (row.action == "change-category") return AccessPolicy::administerCategory(user);
  for (const AccessAction& action : accessActions()) {
    if (row.action == action.name) return action.decide(user, *row.room);
  }
  qFatal("no such action: %s", row.action.constData());
}

}  // namespace

// product.md 1.4 as the permission table has it, and what a table cannot say.
class TestAccessPolicy : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void table_data();
  void table();
  void tableIsComplete();
  void masks_data();
  void masks();
  void postNeedsJoin();
  void joinedReadsWithoutBit10();
  void postingWhileMembershipIsLost();
  void moving_data();
  void moving();
  void refusalsNameTheRule_data();
  void refusalsNameTheRule();
  void whomToAsk_data();
  void whomToAsk();
  void invisibleEqualsAbsent();
};

void TestAccessPolicy::table_data() {
  QTest::addColumn<int>("row");
  for (size_t row = 0; row < tst_accesspolicy::table().size(); ++row) {
    QTest::newRow(tst_accesspolicy::table()[row].title().constData()) << static_cast<int>(row);
  }
}

void TestAccessPolicy::table() {
  QFETCH(int, row);
  const PermissionRow& line = tst_accesspolicy::table().at(static_cast<size_t>(row));
  for (const PermissionCell& cell : line.cells) {
    const Decision decision = decide(line, cell.standing());
    QVERIFY2(decision.code == cell.outcome, qPrintable(QStringLiteral("%1: %2 instead of %3")
                                                           .arg(QString::fromUtf8(cell.person))
                                                           .arg(static_cast<int>(decision.code))
                                                           .arg(static_cast<int>(cell.outcome))));
    QCOMPARE(decision.reason.isEmpty(), decision.allowed());
  }
}

// Every action for every kind of room exactly once; the two that are about disabled rooms only for these.
void TestAccessPolicy::tableIsComplete() {
  std::map<QByteArray, int> lines;
  for (const PermissionRow& row : tst_accesspolicy::table()) {
    ++lines[row.title()];
    QCOMPARE(row.cells.size(), tst_accesspolicy::table().front().cells.size());
  }
  for (const auto& [title, count] : lines) QVERIFY2(count == 1, title.constData());
  size_t expected = 3;
  for (const AccessAction& action : accessActions()) {
    expected += action.ofDisabledRooms ? 6 : 12;
  }
  QCOMPARE(lines.size(), expected);
}

void TestAccessPolicy::masks_data() {
  QTest::addColumn<QByteArray>("who");
  QTest::addColumn<char>("privacy");
  QTest::addColumn<quint32>("normal");
  QTest::addColumn<quint32>("auditorium");
  QTest::newRow("member") << QByteArray("sm") << 'C' << 3984U << 3984U;
  QTest::newRow("member of a secret room") << QByteArray("sm") << 'S' << 3984U << 3984U;
  QTest::newRow("presenter") << QByteArray("smv") << 'C' << 3984U << 8080U;
  QTest::newRow("manager") << QByteArray("smM") << 'C' << 12276U << 12276U;
  QTest::newRow("manager and presenter") << QByteArray("smMv") << 'C' << 12276U << 16372U;
  QTest::newRow("manager only") << QByteArray("sM") << 'C' << 10260U << 10260U;
  QTest::newRow("manager and presenter, no member") << QByteArray("sMv") << 'C' << 10260U << 10260U;
  QTest::newRow("anyone in an open room") << QByteArray("s") << 'O' << 3968U << 3968U;
  QTest::newRow("presenter of an open room") << QByteArray("sv") << 'O' << 3968U << 8064U;
  QTest::newRow("manager of an open room") << QByteArray("sM") << 'O' << 12276U << 12276U;
  QTest::newRow("in scope of a closed room") << QByteArray("s") << 'C' << 0U << 0U;
  QTest::newRow("presenter only") << QByteArray("sv") << 'C' << 0U << 0U;
  QTest::newRow("member out of scope") << QByteArray("m") << 'C' << 0U << 0U;
  QTest::newRow("manager out of scope") << QByteArray("mM") << 'C' << 0U << 0U;
  QTest::newRow("disabled user") << QByteArray("xsmM") << 'C' << 0U << 0U;
}

void TestAccessPolicy::masks() {
  QFETCH(QByteArray, who);
  QFETCH(char, privacy);
  QFETCH(quint32, normal);
  QFETCH(quint32, auditorium);
  QCOMPARE(AccessPolicy::mask(standingOf(who), kTraits(RoomType::Normal, privacyOf(privacy))), normal);
  QCOMPARE(AccessPolicy::mask(standingOf(who), kTraits(RoomType::Auditorium, privacyOf(privacy))), auditorium);
}

void TestAccessPolicy::postNeedsJoin() {
  QCOMPARE(code(AccessPolicy::post(standingOf("sm"), {}, false)), 451);
  QCOMPARE(code(AccessPolicy::post(standingOf("sm"), {}, true)), 200);
  QCOMPARE(code(AccessPolicy::post(standingOf(""), {}, false)), 404);
}

void TestAccessPolicy::joinedReadsWithoutBit10() {
  QCOMPARE(code(AccessPolicy::readHistory(standingOf("s"), {}, false)), 403);
  QCOMPARE(code(AccessPolicy::readHistory(standingOf("s"), {}, true)), 200);
}

// Somebody who joined and was then taken off the list, before his session was told.
void TestAccessPolicy::postingWhileMembershipIsLost() {
  const Decision decision = AccessPolicy::post(standingOf("s"), {}, true);
  QCOMPARE(code(decision), 403);
  QCOMPARE(decision.reason, QByteArray("Only members may post in this room."));
}

void TestAccessPolicy::moving_data() {
  QTest::addColumn<QByteArray>("here");
  QTest::addColumn<QByteArray>("there");
  QTest::addColumn<int>("outcome");
  QTest::newRow("manager and creator there") << QByteArray("sM") << QByteArray("sc") << 200;
  QTest::newRow("manager, in scope there") << QByteArray("sM") << QByteArray("s") << 403;
  QTest::newRow("manager, creator here only") << QByteArray("sMc") << QByteArray("s") << 403;
  QTest::newRow("manager who may not know the target") << QByteArray("sM") << QByteArray("c") << 404;
  QTest::newRow("member and creator there") << QByteArray("sm") << QByteArray("sc") << 403;
  QTest::newRow("outsider and creator there") << QByteArray("") << QByteArray("sc") << 404;
  QTest::newRow("administrator") << QByteArray("A") << QByteArray("A") << 200;
}

void TestAccessPolicy::moving() {
  QFETCH(QByteArray, here);
  QFETCH(QByteArray, there);
  QFETCH(int, outcome);
  QCOMPARE(code(AccessPolicy::move(standingOf(here), {}, standingOf(there))), outcome);
}

void TestAccessPolicy::refusalsNameTheRule_data() {
  QTest::addColumn<QByteArray>("action");
  QTest::addColumn<QByteArray>("who");
  QTest::addColumn<QString>("sentence");
  const auto row = [](const char* action, const char* who, const char* sentence) {
    QTest::addRow("%s by %s", action, who) << QByteArray(action) << QByteArray(who) << QString::fromUtf8(sentence);
  };
  row("join", "s", "Only members may join this room. Ask Marta Nowak or Ben Carter.");
  row("join", "sv", "Only members may join this room; presenters must be members too. Ask Marta Nowak or Ben Carter.");
  row("join", "sM", "You may manage this room, but only its members may enter. Add yourself as a member first.");
  row("join", "A", "You may manage this room, but its category does not admit you as a member. Ask an administrator.");
  row("join", "", "There is no such room.");
  row("join", "sm", "");
  row("history", "s", "Only members may read the history of this room. Ask Marta Nowak or Ben Carter.");
  row("participants", "s", "Only members may see who is in this room. Ask Marta Nowak or Ben Carter.");
  row("post", "sm", "Only presenters may post in this room. Ask Marta Nowak or Ben Carter.");
  row("presenters", "sm", "Only managers may see the list of presenters. Ask Marta Nowak or Ben Carter.");
  row("manage", "sm", "Only managers may change this room. Ask Marta Nowak or Ben Carter.");
  row("enable", "sM", "Only administrators may enable a room that was disabled. Ask an administrator.");
  row("remove", "sM", "Only administrators may remove rooms or messages. Ask an administrator.");
}

void TestAccessPolicy::refusalsNameTheRule() {
  QFETCH(QByteArray, action);
  QFETCH(QByteArray, who);
  QFETCH(QString, sentence);
  const PermissionRow row{action, kTraits(RoomType::Auditorium, Privacy::Closed), {}};
  const QStringList managers{QStringLiteral("Marta Nowak"), QStringLiteral("Ben Carter")};
  QCOMPARE(explain(decide(row, standingOf(who)), managers), sentence);
}

void TestAccessPolicy::whomToAsk_data() {
  QTest::addColumn<QStringList>("managers");
  QTest::addColumn<QString>("sentence");
  const QString rule = QStringLiteral("Only members may join this room. ");
  QTest::newRow("nobody known") << QStringList() << rule + QStringLiteral("Ask one of its managers.");
  QTest::newRow("one") << QStringList{QStringLiteral("Ada")} << rule + QStringLiteral("Ask Ada.");
  QTest::newRow("three") << QStringList{QStringLiteral("Ada"), QStringLiteral("Bo"), QStringLiteral("Cy")}
                         << rule + QStringLiteral("Ask Ada, Bo or Cy.");
  QTest::newRow("many") << QStringList{QStringLiteral("Ada"), QStringLiteral("Bo"), QStringLiteral("Cy"),
                                       QStringLiteral("Dot")}
                        << rule + QStringLiteral("Ask Ada, Bo, Cy or another manager.");
}

void TestAccessPolicy::whomToAsk() {
  QFETCH(QStringList, managers);
  QFETCH(QString, sentence);
  QCOMPARE(explain(AccessPolicy::join(standingOf("s"), {}), managers), sentence);
}

void TestAccessPolicy::invisibleEqualsAbsent() {
  const Decision absent = AccessPolicy::noSuchNode();
  const RoomTraits secret = kTraits(RoomType::Normal, Privacy::Secret);
  for (const Decision& invisible :
       {AccessPolicy::join(standingOf("s"), secret), AccessPolicy::see(standingOf("s"), secret),
        AccessPolicy::post(standingOf("s"), secret, false),
        AccessPolicy::readHistory(standingOf("s"), secret, false)}) {
    QCOMPARE(invisible.code, absent.code);
    QCOMPARE(invisible.reason, absent.reason);
  }
}

PARLOUR_TEST(TestAccessPolicy)

}  // namespace tst_accesspolicy

#include "tst_accesspolicy.moc"
