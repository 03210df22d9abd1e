// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "app/core/rooms/WhyNot.h"
#include "protocol/xccos/Permissions.h"
#include "protocol/xccos/ResponseCodes.h"
#include "tests/program/TestProgram.h"

namespace tst_whynot {

using namespace Parlour;
using namespace Parlour::Core;
namespace Permission = Parlour::Xccos::Permission;

namespace {

WhyNotFacts closedRoom() {
  WhyNotFacts facts;
  facts.room.name = QStringLiteral("Tide tables");
  facts.room.privacy = Privacy::Closed;
  return facts;
}

WhyNotFacts with(WhyNotFacts facts, const std::function<void(WhyNotFacts&)>& change) {
  change(facts);
  return facts;
}

WhyNotFacts joinedAs(quint32 mask, RoomKind kind = RoomKind::Normal) {
  WhyNotFacts facts = closedRoom();
  facts.joined = true;
  facts.mask = mask;
  facts.room.kind = kind;
  return facts;
}

Error refused(int code, const char* text) { return Xccos::errorFromResponse(code, QString::fromLatin1(text)); }

const QStringList& twoManagers() {
  static const QStringList names = {QStringLiteral("Marta Nowak"), QStringLiteral("Ben Carter")};
  return names;
}

}  // namespace

class TestWhyNot : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void join_data();
  void join();
  void post_data();
  void post();
  void manage_data();
  void manage();
  void names_data();
  void names();
  void factsOfARoom();

 private:
  static void row(const char* name, const WhyNotFacts& facts, const char* sentence) {
    QTest::newRow(name) << facts << QString::fromUtf8(sentence);
  }
  static void columns() {
    QTest::addColumn<WhyNotFacts>("facts");
    QTest::addColumn<QString>("sentence");
  }
  static void addEndings();
};

void TestWhyNot::join_data() {
  columns();
  row("nothing in the way", closedRoom(), "");
  row("in the room", joinedAs(Permission::kMember), "");
  row("no member", with(closedRoom(), [](auto& f) { f.error = refused(403, "ERROR_PERMISSION"); }),
      "Members only. Ask a manager of the room to add you.");
  row("no member, managers known",
      with(closedRoom(),
           [](auto& f) {
             f.error = refused(404, "ERROR_NO_SUCH_NODE");
             f.managers = twoManagers();
           }),
      "Members only. Ask Marta Nowak or Ben Carter.");
  row("mask without the right", with(closedRoom(), [](auto& f) { f.mask = Permission::kView; }),
      "Members only. Ask a manager of the room to add you.");
  row("manager without membership", with(closedRoom(), [](auto& f) { f.mask = Permission::kManagerOnly; }),
      "You manage this room but are no member of it. Add yourself to its members to join.");
  row("manager by the list",
      with(closedRoom(),
           [](auto& f) {
             f.managesRoom = true;
             f.error = refused(403, "ERROR_PERMISSION");
           }),
      "You manage this room but are no member of it. Add yourself to its members to join.");
  row("in the server's words",
      with(closedRoom(),
           [](auto& f) {
             f.error = refused(403, "ERROR_PERMISSION: Tide tables is for the Crew. Ask Ben Carter.");
             f.managers = twoManagers();
           }),
      "Tide tables is for the Crew. Ask Ben Carter.");
  row("not there", with(WhyNotFacts(), [](auto& f) { f.error = refused(404, "ERROR_NO_SUCH_NODE"); }),
      "This room does not exist, or you cannot see it. Check the link, or ask whoever gave it to you.");
  row("outside the category",
      with(closedRoom(),
           [](auto& f) {
             f.room.privacy = Privacy::Open;
             f.error = refused(403, "ERROR_PERMISSION");
           }),
      "The category of this room does not admit your account. Ask your administrator.");
  row("outside a category with a name",
      with(closedRoom(),
           [](auto& f) {
             f.room.privacy = Privacy::Open;
             f.room.categoryName = QStringLiteral("Seafaring");
             f.error = refused(403, "ERROR_PERMISSION");
           }),
      "The category Seafaring does not admit your account. Ask your administrator.");
  row("disabled", with(closedRoom(), [](auto& f) { f.room.disabled = true; }),
      "This room is disabled. An administrator can turn it on again.");
  row("disabled, by the answer", with(closedRoom(), [](auto& f) { f.error = refused(410, "ERROR_NODE_DISABLED"); }),
      "This room is disabled. An administrator can turn it on again.");
  row("busy",
      with(closedRoom(), [](auto& f) { f.error = Error::make(ErrorCode::Timeout, QStringLiteral("No answer.")); }),
      "No answer. Try again in a moment.");
  row("something else",
      with(closedRoom(), [](auto& f) { f.error = Error::make(ErrorCode::Internal, QStringLiteral("It broke.")); }),
      "It broke.");
  addEndings();
}

// What took the person out of the room.
void TestWhyNot::addEndings() {
  row("removed", with(closedRoom(), [](auto& f) { f.ending = RoomEnding::Removed; }),
      "You were removed from this room. To come back, ask a manager of the room.");
  row("removed, managers known",
      with(closedRoom(),
           [](auto& f) {
             f.ending = RoomEnding::Removed;
             f.managers = twoManagers();
           }),
      "You were removed from this room. To come back, ask Marta Nowak or Ben Carter.");
  row("removed from a managed room",
      with(closedRoom(),
           [](auto& f) {
             f.ending = RoomEnding::Removed;
             f.managesRoom = true;
           }),
      "You were removed from this room. As a manager you can add yourself again.");
  row("disabled while in it", with(closedRoom(), [](auto& f) { f.ending = RoomEnding::Disabled; }),
      "This room was disabled by a manager. You can read its history.");
  row("deleted", with(closedRoom(), [](auto& f) { f.ending = RoomEnding::Deleted; }),
      "This room was deleted. What you read of it stays here until you take it off your list.");
}

void TestWhyNot::join() {
  QFETCH(WhyNotFacts, facts);
  QTEST(WhyNot::join(facts), "sentence");
}

void TestWhyNot::post_data() {
  columns();
  const auto auditorium = [](quint32 mask) { return joinedAs(mask, RoomKind::Auditorium); };
  row("member", joinedAs(Permission::kMember), "");
  row("rights not told", joinedAs(0), "");
  row("presenter", auditorium(Permission::kPresenterMember), "");
  row("not in the room", closedRoom(), "Open the room to post in it.");
  row("cannot be in the room", with(closedRoom(), [](auto& f) { f.ending = RoomEnding::Deleted; }),
      "This room was deleted. What you read of it stays here until you take it off your list.");
  row("disabled", with(joinedAs(Permission::kMember), [](auto& f) { f.room.disabled = true; }),
      "This room was disabled by a manager. You can read its history.");
  row("reader", joinedAs(Permission::kMember & ~Permission::kChat),
      "You may read this room, not post in it. If you need to, ask a manager of the room.");
  row("reader, managers known",
      with(joinedAs(Permission::kMember & ~Permission::kChat), [](auto& f) { f.managers = twoManagers(); }),
      "You may read this room, not post in it. If you need to, ask Marta Nowak or Ben Carter.");
  row("auditorium", auditorium(Permission::kMember), "Only presenters post here.");
  row("auditorium, one presenter",
      with(auditorium(Permission::kMember), [](auto& f) { f.presenters = {QStringLiteral("Ben Carter")}; }),
      "Only presenters post here. The presenter is Ben Carter.");
  row("auditorium, presenters", with(auditorium(Permission::kMember), [](auto& f) { f.presenters = twoManagers(); }),
      "Only presenters post here. Presenters are Marta Nowak and Ben Carter.");
  row("auditorium, managers", with(auditorium(Permission::kMember), [](auto& f) { f.managers = twoManagers(); }),
      "Only presenters post here. To become one, ask Marta Nowak or Ben Carter.");
  row("auditorium, as manager",
      with(auditorium(Permission::kManagerMember), [](auto& f) { f.presenters = twoManagers(); }),
      "Only presenters post here. As a manager you can make yourself one.");
  row("auditorium, rights not told", auditorium(0), "Only presenters post here.");
}

void TestWhyNot::post() {
  QFETCH(WhyNotFacts, facts);
  QTEST(WhyNot::post(facts), "sentence");
}

void TestWhyNot::manage_data() {
  columns();
  row("manager", joinedAs(Permission::kManagerMember), "");
  row("manager elsewhere", with(closedRoom(), [](auto& f) { f.managesRoom = true; }), "");
  row("manager no longer", with(joinedAs(Permission::kMember), [](auto& f) { f.managesRoom = true; }),
      "Only managers change this room. Ask your administrator.");
  row("member", joinedAs(Permission::kMember), "Only managers change this room. Ask your administrator.");
  row("member, managers known", with(joinedAs(Permission::kMember), [](auto& f) { f.managers = twoManagers(); }),
      "Only managers change this room. Ask Marta Nowak or Ben Carter.");
  row("in the server's words",
      with(joinedAs(Permission::kMember),
           [](auto& f) { f.error = refused(403, "ERROR_PERMISSION: You are no manager of Tide tables."); }),
      "You are no manager of Tide tables.");
  row("server without management",
      with(joinedAs(Permission::kManagerMember),
           [](auto& f) { f.error = Error::make(ErrorCode::NotSupported, QStringLiteral("Manage them elsewhere.")); }),
      "Manage them elsewhere.");
  row("deleted", with(joinedAs(Permission::kManagerMember), [](auto& f) { f.ending = RoomEnding::Deleted; }),
      "This room was deleted. What you read of it stays here until you take it off your list.");
}

void TestWhyNot::manage() {
  QFETCH(WhyNotFacts, facts);
  QTEST(WhyNot::manage(facts), "sentence");
}

void TestWhyNot::names_data() {
  QTest::addColumn<QStringList>("names");
  QTest::addColumn<QString>("any");
  QTest::addColumn<QString>("all");
  const auto row = [](const char* names, const char* any, const char* all) {
    QTest::newRow(*names ? names : "nobody") << QString::fromLatin1(names).split(u' ', Qt::SkipEmptyParts)
                                             << QString::fromLatin1(any) << QString::fromLatin1(all);
  };
  row("", "", "");
  row("Ada", "Ada", "Ada");
  row("Ada Bo", "Ada or Bo", "Ada and Bo");
  row("Ada Bo Cy", "Ada, Bo or Cy", "Ada, Bo and Cy");
  row("Ada Bo Cy Dot", "Ada, Bo, Cy or Dot", "Ada, Bo, Cy and Dot");
  row("Ada Bo Cy Dot Eve", "Ada, Bo, Cy or one of 2 others", "Ada, Bo, Cy and 2 others");
}

void TestWhyNot::names() {
  QFETCH(QStringList, names);
  QTEST(WhyNot::anyOf(names), "any");
  QTEST(WhyNot::allOf(names), "all");
}

void TestWhyNot::factsOfARoom() {
  Room room(*RoomUri::fromParts("orchard.example", "tides"));
  RoomSummary summary;
  summary.kind = RoomKind::Auditorium;
  room.setSummary(summary);
  Participant ada{
      SipUri::fromTrusted("sip:ada@orchard.example"), QStringLiteral("Ada"), Presence::Unknown, 0, true, false};
  Participant bo{
      SipUri::fromTrusted("sip:bo@orchard.example"), QStringLiteral("Bo"), Presence::Unknown, 0, false, true};
  room.setParticipants({ada, bo}, false);
  room.setOwnMask(Permission::kMember);
  room.setJoinState(JoinState::Joined);
  WhyNotFacts facts = WhyNotFacts::of(room);
  QCOMPARE(facts.managers, QStringList{QStringLiteral("Ada")});
  QCOMPARE(WhyNot::post(facts), QStringLiteral("Only presenters post here. The presenter is Bo."));
  summary.managers = twoManagers();  // told by the server, so whoever is present does not count
  room.setSummary(summary);
  room.setEnding(RoomEnding::Removed, Error());
  facts = WhyNotFacts::of(room);
  QVERIFY(!facts.joined);
  QCOMPARE(WhyNot::join(facts),
           QStringLiteral("You were removed from this room. To come back, ask Marta Nowak or Ben Carter."));
}

PARLOUR_TEST(TestWhyNot)

}  // namespace tst_whynot

#include "tst_whynot.moc"
