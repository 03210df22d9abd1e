// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "server-sim/channel/changes/PrincipalPlans.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/channel/support/Actors.h"

namespace tst_principalplans {

using namespace Parlour;
using namespace Parlour::Server;
using namespace Parlour::Server::Testing;
using Xccos::RoleOp;

namespace {

const Timestamp kNow = *Timestamp::parse("2031-03-04T09:00:00Z");

Wish newUser(const Actor& who, const QByteArray& uri, const QString& name) {
  return [=](const ChannelState& state) {
    return createUser(state, who, UserDraft{uri, name, QStringLiteral("ivy@orchard.example"), {}}, kNow);
  };
}

Wish userEdit(const Actor& who, const UserEdit& edit) {
  return [=](const ChannelState& state) { return modifyUser(state, who, edit, kNow); };
}

UserEdit switching(const QByteArray& name, bool enabled) {
  UserEdit edit;
  edit.uri = principalAddress(name);
  edit.enabled = enabled;
  return edit;
}

Wish newGroup(const Actor& who, const QString& name) {
  return [=](const ChannelState& state) { return createGroup(state, who, GroupDraft{name}, kNow); };
}

Wish groupEdit(const Actor& who, const QByteArray& group, RoleOp op, const QByteArrayList& members) {
  GroupEdit edit;
  edit.uri = principalAddress(group);
  edit.op = op;
  edit.members = addresses(members);
  return [=](const ChannelState& state) { return modifyGroup(state, who, edit, kNow); };
}

}  // namespace

class TestPrincipalPlans : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void verdicts_data();
  void verdicts();
  void newPeopleAndGroups();
  void membershipDifferences();
  void disablingIsInTheAuditTrail();
};

void TestPrincipalPlans::verdicts_data() {
  QTest::addColumn<Wish>("wish");
  QTest::addColumn<QString>("verdict");
  const auto row = [](const char* name, const Wish& wish, const char* verdict) {
    QTest::newRow(name) << wish << QString::fromUtf8(verdict);
  };
  const Actor admin = administrator();
  const QString ivy = QStringLiteral("Ivy Moss");
  row("somebody adds a user", newUser(actor("bo"), "sip:ivy@orchard.example", ivy),
      "403 Only administrators may create users.");
  row("new user", newUser(admin, "SIP:Ivy@Orchard.example", ivy), "ok");
  row("no address", newUser(admin, "ivy", ivy), "400 \"ivy\" is no sign-in address.");
  row("no name", newUser(admin, "sip:ivy@orchard.example", {}), "400 A name is needed.");
  row("address taken", newUser(admin, "sip:ADA@orchard.example", ivy),
      "455 There is already somebody with the address \"sip:ada@orchard.example\".");
  row("somebody disables", userEdit(actor("bo"), switching("ada", false)), "403 Only administrators may change users.");
  row("administrator disables", userEdit(admin, switching("ada", false)), "ok");
  row("already disabled", userEdit(admin, switching("gus", false)), "nothing");
  row("unknown user", userEdit(admin, switching("zoe", false)), "454 There is no person \"sip:zoe@orchard.example\".");
  row("group is no user", userEdit(admin, switching("crew", false)), "454 There is no person \"ma-grp:crew@u.g\".");
  row("somebody adds a group", newGroup(actor("bo"), QStringLiteral("Riggers")),
      "403 Only administrators may create groups.");
  row("new group", newGroup(admin, QStringLiteral("Riggers")), "ok");
  row("group name taken", newGroup(admin, QStringLiteral("CREW")), "455 There is already a group \"crew\".");
  row("somebody fills a group", groupEdit(actor("bo"), "crew", RoleOp::Add, {"cy"}),
      "403 Only administrators may change groups.");
  row("user joins a group", groupEdit(admin, "crew", RoleOp::Add, {"cy"}), "ok");
  row("user is in the group", groupEdit(admin, "crew", RoleOp::Add, {"bo"}), "455 Bo already has this role.");
  row("unknown member", groupEdit(admin, "crew", RoleOp::Add, {"zoe"}),
      "454 There is no person or group \"sip:zoe@orchard.example\".");
  row("user is no group", groupEdit(admin, "ada", RoleOp::Add, {"bo"}),
      "454 There is no group \"sip:ada@orchard.example\".");
  row("group in itself", groupEdit(admin, "crew", RoleOp::Add, {"crew"}),
      "400 \"crew\" cannot become a member of \"crew\": the group would contain itself.");
  row("group in its member", groupEdit(admin, "crew", RoleOp::Add, {"everyone", "cy"}),
      "400 \"everyone\" cannot become a member of \"crew\": the group would contain itself.");
  row("member goes who is not there", groupEdit(admin, "crew", RoleOp::Remove, {"cy"}), "nothing");
}

void TestPrincipalPlans::verdicts() {
  QFETCH(Wish, wish);
  QFETCH(QString, verdict);
  QCOMPARE(verdictOf(wish(ChannelState(harbourSnapshot()))), verdict);
}

void TestPrincipalPlans::newPeopleAndGroups() {
  const ChannelState state(harbourSnapshot());
  const Plan made = newUser(administrator(), "sip:Ivy@orchard.example", QStringLiteral(" Ivy Moss "))(state);
  const Principal ivy = std::get<ChangeSet>(made).principals.at(0);
  QCOMPARE(ivy.id, PrincipalId(0));
  QCOMPARE(ivy.uri, QByteArray("sip:ivy@orchard.example"));
  QCOMPARE(ivy.displayName, QStringLiteral("Ivy Moss"));
  QVERIFY(ivy.enabled && ivy.type == PrincipalType::User && !ivy.guid.isEmpty());
  const Plan grouped = newGroup(administrator(), QStringLiteral("Riggers"))(state);
  const Principal riggers = std::get<ChangeSet>(grouped).principals.at(0);
  QCOMPARE(riggers.uri, "ma-grp:" + riggers.guid + "@u.g");
  QVERIFY(riggers.type == PrincipalType::Group);
}

void TestPrincipalPlans::membershipDifferences() {
  const ChannelState state(harbourSnapshot());
  const Plan plan = groupEdit(administrator(), "crew", RoleOp::Set, {"bo", "cy", "dot"})(state);
  const ChangeSet& set = std::get<ChangeSet>(plan);
  QVERIFY(set.addedMemberships == (std::vector<GroupMembership>{{Crew, Cy}, {Crew, Dot}}));
  QVERIFY(set.removedMemberships == (std::vector<GroupMembership>{{Crew, Ada}}));
  QCOMPARE(set.audit.at(0).before, QByteArray(R"({"members":["sip:ada@orchard.example"]})"));
  QCOMPARE(set.audit.at(0).after, QByteArray(R"({"members":["sip:cy@orchard.example","sip:dot@orchard.example"]})"));
}

void TestPrincipalPlans::disablingIsInTheAuditTrail() {
  const ChannelState state(harbourSnapshot());
  const Plan plan = userEdit(localAdministrator(), switching("ada", false))(state);
  const ChangeSet& set = std::get<ChangeSet>(plan);
  QVERIFY(!set.principals.at(0).enabled);
  QCOMPARE(set.audit.at(0).actor, QByteArray("local administrator"));
  QCOMPARE(set.audit.at(0).before, QByteArray(R"({"enabled":true})"));
  QCOMPARE(set.audit.at(0).after, QByteArray(R"({"enabled":false})"));
}

PARLOUR_TEST(TestPrincipalPlans)

}  // namespace tst_principalplans

#include "tst_principalplans.moc"
