// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "server-sim/channel/AccessPolicy.h"

using namespace Parlour::Server;
using Parlour::Xccos::ResponseCode;

namespace {

constexpr RoomTraits kTraits(RoomType type, Privacy privacy, bool disabled = false) {
  return {type, privacy, disabled};
}

// Who somebody is, in the letters of the rows: s in scope, m member, v presenter, M manager, c creator,
// A administrator, x disabled user.
Standing standingOf(const QByteArray& letters) {
  Standing user;
  user.active = !letters.contains('x');
  user.inScope = letters.contains('s');
  user.member = letters.contains('m');
  user.presenter = letters.contains('v');
  user.manager = letters.contains('M');
  user.creator = letters.contains('c');
  user.administrator = letters.contains('A');
  return user;
}

Privacy privacyOf(char letter) {
  return letter == 'O' ? Privacy::Open : letter == 'C' ? Privacy::Closed : Privacy::Secret;
}

int code(const Decision& decision) { return static_cast<int>(decision.code); }

void row(const char* tag, const char* who, char privacy, int find, int see, int join, int normal, int auditorium,
         int manage) {
  QTest::newRow(qPrintable(QStringLiteral("%1, %2").arg(QLatin1String(tag)).arg(QLatin1Char(privacy))))
      << QByteArray(who) << privacy << find << see << join << normal << auditorium << manage;
}

void addOutsiderRows() {
  row("out of scope", "", 'O', 404, 404, 404, 404, 404, 404);
  row("out of scope", "", 'C', 404, 404, 404, 404, 404, 404);
  row("out of scope", "", 'S', 404, 404, 404, 404, 404, 404);
  row("out of scope with every role", "mvMc", 'O', 404, 404, 404, 404, 404, 404);
  row("out of scope with every role", "mvMc", 'C', 404, 404, 404, 404, 404, 404);
  row("out of scope with every role", "mvMc", 'S', 404, 404, 404, 404, 404, 404);
  row("disabled user", "xsmvM", 'O', 404, 404, 404, 404, 404, 404);
  row("disabled user", "xsmvM", 'C', 404, 404, 404, 404, 404, 404);
  row("disabled user", "xsmvM", 'S', 404, 404, 404, 404, 404, 404);
  row("in scope", "s", 'O', 200, 200, 200, 200, 403, 403);
  row("in scope", "s", 'C', 200, 200, 403, 403, 403, 403);
  row("in scope", "s", 'S', 404, 404, 404, 404, 404, 404);
}

void addMemberRows() {
  row("member", "sm", 'O', 200, 200, 200, 200, 403, 403);
  row("member", "sm", 'C', 200, 200, 200, 200, 403, 403);
  row("member", "sm", 'S', 200, 200, 200, 200, 403, 403);
  row("presenter and member", "smv", 'O', 200, 200, 200, 200, 200, 403);
  row("presenter and member", "smv", 'C', 200, 200, 200, 200, 200, 403);
  row("presenter and member", "smv", 'S', 200, 200, 200, 200, 200, 403);
  row("presenter only", "sv", 'O', 200, 200, 200, 200, 200, 403);
  row("presenter only", "sv", 'C', 200, 200, 403, 403, 403, 403);
  row("presenter only", "sv", 'S', 404, 404, 404, 404, 404, 404);
}

void addManagerRows() {
  row("manager only", "sM", 'O', 200, 200, 200, 200, 403, 200);
  row("manager only", "sM", 'C', 200, 200, 403, 403, 403, 200);
  row("manager only", "sM", 'S', 404, 200, 403, 403, 403, 200);
  row("manager and presenter, no member", "sMv", 'C', 200, 200, 403, 403, 403, 200);
  row("manager and presenter, no member", "sMv", 'S', 404, 200, 403, 403, 403, 200);
  row("manager and member", "sMm", 'O', 200, 200, 200, 200, 403, 200);
  row("manager and member", "sMm", 'C', 200, 200, 200, 200, 403, 200);
  row("manager and member", "sMm", 'S', 200, 200, 200, 200, 403, 200);
  row("manager, member, presenter", "sMmv", 'C', 200, 200, 200, 200, 200, 200);
  row("manager, member, presenter", "sMmv", 'S', 200, 200, 200, 200, 200, 200);
  row("creator", "sc", 'O', 200, 200, 200, 200, 403, 403);
  row("creator", "sc", 'C', 200, 200, 403, 403, 403, 403);
  row("creator", "sc", 'S', 404, 404, 404, 404, 404, 404);
  row("creator and member", "scm", 'S', 200, 200, 200, 200, 403, 403);
  row("administrator", "A", 'O', 200, 200, 403, 403, 403, 200);
  row("administrator", "A", 'C', 200, 200, 403, 403, 403, 200);
  row("administrator", "A", 'S', 404, 200, 403, 403, 403, 200);
  row("administrator and member", "Asm", 'S', 200, 200, 200, 200, 403, 200);
}

}  // namespace

// product.md 1.4, column by column, for every privacy and both types.
class TestAccessPolicy : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void matrix_data();
  void matrix();
  void masks_data();
  void masks();
  void disabledRoom_data();
  void disabledRoom();
  void postNeedsJoin();
  void joinedReadsWithoutBit10();
  void refusalsExplainThemselves();
  void invisibleEqualsAbsent();
  void creating_data();
  void creating();
};

void TestAccessPolicy::matrix_data() {
  QTest::addColumn<QByteArray>("who");
  QTest::addColumn<char>("privacy");
  QTest::addColumn<int>("find");
  QTest::addColumn<int>("see");
  QTest::addColumn<int>("join");  // also: read history, see participants
  QTest::addColumn<int>("postNormal");
  QTest::addColumn<int>("postAuditorium");
  QTest::addColumn<int>("manage");

  addOutsiderRows();
  addMemberRows();
  addManagerRows();
}

void TestAccessPolicy::matrix() {
  QFETCH(QByteArray, who);
  QFETCH(char, privacy);
  QFETCH(int, find);
  QFETCH(int, see);
  QFETCH(int, join);
  QFETCH(int, postNormal);
  QFETCH(int, postAuditorium);
  QFETCH(int, manage);
  const Standing user = standingOf(who);
  for (const RoomType type : {RoomType::Normal, RoomType::Auditorium}) {
    const RoomTraits room = kTraits(type, privacyOf(privacy));
    QCOMPARE(code(AccessPolicy::find(user, room)), find);
    QCOMPARE(code(AccessPolicy::see(user, room)), see);
    QCOMPARE(code(AccessPolicy::join(user, room)), join);
    QCOMPARE(code(AccessPolicy::readHistory(user, room, false)), join);
    QCOMPARE(code(AccessPolicy::seeParticipants(user, room)), join);
    const bool joined = join == 200;
    const int post = type == RoomType::Normal ? postNormal : postAuditorium;
    QCOMPARE(code(AccessPolicy::post(user, room, joined)), joined || see == 404 ? post : 451);
    QCOMPARE(code(AccessPolicy::manage(user, room)), manage);
  }
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

void TestAccessPolicy::disabledRoom_data() {
  QTest::addColumn<QByteArray>("who");
  QTest::addColumn<char>("privacy");
  QTest::addColumn<int>("use");  // join, read, post, participants
  QTest::addColumn<int>("see");
  QTest::addColumn<int>("findAsked");
  QTest::newRow("out of scope") << QByteArray("mM") << 'C' << 404 << 404 << 404;
  QTest::newRow("in scope") << QByteArray("s") << 'C' << 410 << 410 << 404;
  QTest::newRow("in scope, secret") << QByteArray("s") << 'S' << 404 << 404 << 404;
  QTest::newRow("member") << QByteArray("sm") << 'C' << 410 << 410 << 404;
  QTest::newRow("member, secret") << QByteArray("sm") << 'S' << 410 << 410 << 404;
  QTest::newRow("manager") << QByteArray("sM") << 'C' << 410 << 200 << 200;
  QTest::newRow("manager and member, secret") << QByteArray("sMm") << 'S' << 410 << 200 << 200;
}

void TestAccessPolicy::disabledRoom() {
  QFETCH(QByteArray, who);
  QFETCH(char, privacy);
  QFETCH(int, use);
  QFETCH(int, see);
  QFETCH(int, findAsked);
  const Standing user = standingOf(who);
  const RoomTraits room = kTraits(RoomType::Normal, privacyOf(privacy), true);
  QCOMPARE(code(AccessPolicy::join(user, room)), use);
  QCOMPARE(code(AccessPolicy::readHistory(user, room, true)), use);
  QCOMPARE(code(AccessPolicy::post(user, room, true)), use);
  QCOMPARE(code(AccessPolicy::seeParticipants(user, room)), use);
  QCOMPARE(code(AccessPolicy::see(user, room)), see);
  QCOMPARE(code(AccessPolicy::find(user, room)), 404);
  QCOMPARE(code(AccessPolicy::find(user, room, true)), findAsked);
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

void TestAccessPolicy::refusalsExplainThemselves() {
  const RoomTraits auditorium = kTraits(RoomType::Auditorium, Privacy::Closed);
  QVERIFY(AccessPolicy::post(standingOf("sm"), auditorium, true).reason.contains("presenters"));
  QVERIFY(AccessPolicy::join(standingOf("s"), {}).reason.contains("members"));
  QVERIFY(AccessPolicy::join(standingOf("sm"), {}).reason.isEmpty());
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

void TestAccessPolicy::creating_data() {
  QTest::addColumn<QByteArray>("who");
  QTest::addColumn<bool>("may");
  QTest::newRow("creator in scope") << QByteArray("sc") << true;
  QTest::newRow("creator out of scope") << QByteArray("c") << false;
  QTest::newRow("in scope") << QByteArray("s") << false;
  QTest::newRow("manager") << QByteArray("sMm") << false;
  QTest::newRow("administrator") << QByteArray("A") << true;
  QTest::newRow("disabled creator") << QByteArray("xsc") << false;
}

void TestAccessPolicy::creating() {
  QFETCH(QByteArray, who);
  QFETCH(bool, may);
  QCOMPARE(AccessPolicy::createRooms(standingOf(who)).allowed(), may);
}

QTEST_GUILESS_MAIN(TestAccessPolicy)
#include "tst_accesspolicy.moc"
