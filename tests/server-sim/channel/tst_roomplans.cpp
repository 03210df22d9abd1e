// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "server-sim/channel/ChannelState.h"
#include "server-sim/channel/changes/RoomPlans.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/channel/support/Actors.h"

namespace tst_roomplans {

using namespace Parlour;
using namespace Parlour::Server;
using namespace Parlour::Server::Testing;
using Xccos::InviteSetting;
using Xccos::RoleOp;

namespace {

const Timestamp kNow = *Timestamp::parse("2031-03-04T09:00:00Z");

RoomDraft crewRota() {
  RoomDraft draft;
  draft.name = QStringLiteral("Crew rota");
  draft.category = categoryAddress("seafaring");
  return draft;
}

RoleEdit list(Role role, RoleOp op, const QByteArrayList& names) { return {role, op, addresses(names)}; }

// A wish of `who` for a new room that differs from crewRota() as `change` says.
Wish creating(const QByteArray& who, const std::function<void(RoomDraft&)>& change) {
  RoomDraft draft = crewRota();
  change(draft);
  return [=](const ChannelState& state) { return createRoom(state, actor(who), draft, kNow); };
}

Wish changing(const Actor& who, const QByteArray& room, const std::function<void(RoomEdit&)>& change) {
  RoomEdit edit;
  edit.room = Harbour::room(room);
  change(edit);
  return [=](const ChannelState& state) { return modifyRoom(state, who, edit, kNow); };
}

Wish staffing(const Actor& who, const QByteArray& room, const RoleEdit& edit) {
  return [=](const ChannelState& state) {
    return setRoomRoles(state, who, Harbour::room(room), {edit}, std::nullopt, kNow);
  };
}

Room onlyRoom(const Plan& plan) { return std::get<ChangeSet>(plan).rooms.at(0); }

using Ids = std::vector<PrincipalId>;

void row(const char* name, const Wish& wish, const char* verdict) {
  QTest::newRow(name) << wish << QString::fromUtf8(verdict);
}

void nameRefusals() {
  const QString longText(257, QLatin1Char('x'));
  row("no name", creating("ada", [](RoomDraft& d) { d.name = QStringLiteral("  "); }), "400 A name is needed.");
  row("long name", creating("ada", [=](RoomDraft& d) { d.name = longText; }),
      "400 The name is too long: at most 256 characters are allowed.");
  row("longest name", creating("ada", [=](RoomDraft& d) { d.name = longText.left(256); }), "ok");
  row("two lines", creating("ada", [](RoomDraft& d) { d.name = QStringLiteral("a\nb"); }),
      "400 The name may only have one line of text.");
  row("long description", creating("ada", [=](RoomDraft& d) { d.description = longText; }),
      "400 The description is too long: at most 256 characters are allowed.");
  row("long topic", creating("ada", [=](RoomDraft& d) { d.topic = QString(513, QLatin1Char('x')); }),
      "400 The topic is too long: at most 512 characters are allowed.");
  row("name taken", creating("ada", [](RoomDraft& d) { d.name = QStringLiteral(" TIDE tables"); }),
      "452 The name \"TIDE tables\" is already in use.");
  row("name of a secret room", creating("bo", [](RoomDraft& d) { d.name = QStringLiteral("vault of tides"); }),
      "452 The name \"vault of tides\" is already in use.");
  row("name of a category", creating("ada", [](RoomDraft& d) { d.name = QStringLiteral("Far Shore"); }),
      "452 The name \"Far Shore\" is already in use.");
}

void placeRefusals() {
  row("below the root", creating("ada", [](RoomDraft& d) { d.category = categoryAddress("root"); }),
      "453 Rooms cannot be placed directly below the root category. Choose one of its categories.");
  row("no category", creating("ada", [](RoomDraft& d) { d.category = {}; }), "404 There is no such category.");
  row("no such category", creating("ada", [](RoomDraft& d) { d.category = categoryAddress("moon"); }),
      "404 There is no such category.");
  row("category of others", creating("ada", [](RoomDraft& d) { d.category = categoryAddress("farshore"); }),
      "404 There is no such category.");
  row("creator, but denied", creating("hal", [](RoomDraft&) {}), "404 There is no such category.");
  row("no creator", creating("cy", [](RoomDraft&) {}),
      "458 Only creators of the category \"Seafaring\" may place rooms there.");
  row("disabled creator", creating("gus", [](RoomDraft&) {}), "404 There is no such category.");
}

void listRefusals() {
  row("unknown member", creating("ada", [](RoomDraft& d) { d.roles = {list(Role::Member, RoleOp::Set, {"zoe"})}; }),
      "454 There is no person or group \"sip:zoe@orchard.example\".");
  row("member out of scope",
      creating("ada",
               [](RoomDraft& d) {
                 d.roles = {list(Role::Member, RoleOp::Set, {"cy", "eve"})};
               }),
      "456 Eve is not allowed by the category \"Seafaring\".");
  row("denied manager", creating("ada", [](RoomDraft& d) { d.roles = {list(Role::Manager, RoleOp::Add, {"hal"})}; }),
      "456 Hal is not allowed by the category \"Seafaring\".");
  row("members of an open room",
      creating("ada",
               [](RoomDraft& d) {
                 d.privacy = Privacy::Open;
                 d.roles = {list(Role::Member, RoleOp::Set, {"cy"})};
               }),
      "400 The room \"Crew rota\" is open to everybody its category allows, so it has no list of members.");
  row("presenters of a normal room",
      creating("ada", [](RoomDraft& d) { d.roles = {list(Role::Presenter, RoleOp::Set, {"ada"})}; }),
      "400 The room \"Crew rota\" is no auditorium, so it has no presenters.");
  row("creators of a room", creating("ada", [](RoomDraft& d) { d.roles = {list(Role::Creator, RoleOp::Set, {"cy"})}; }),
      "400 Creators belong to a category, not to a room.");
  row("unknown add-in", creating("ada", [](RoomDraft& d) { d.addIn = "1"; }), "400 There is no such add-in.");
}

void changeRefusals() {
  const auto topic = [](RoomEdit& e) { e.topic = QStringLiteral("Neap tides"); };
  row("no such room", changing(actor("bo"), "nowhere", topic), "404 There is no such room.");
  row("member changes", changing(actor("ada"), "tides", topic), "403 Only managers may change this room. Ask Bo.");
  row("manager changes", changing(actor("bo"), "tides", topic), "ok");
  row("administrator changes", changing(administrator(), "tides", topic), "ok");
  row("manager changes a disabled room", changing(actor("bo"), "attic", topic), "ok");
  row("manager enables", changing(actor("bo"), "attic", [](RoomEdit& e) { e.disabled = false; }),
      "403 Only administrators may enable the room \"Attic\" again.");
  row("administrator enables", changing(administrator(), "attic", [](RoomEdit& e) { e.disabled = false; }), "ok");
  row("name of itself", changing(actor("bo"), "tides", [](RoomEdit& e) { e.name = QStringLiteral("TIDE TABLES"); }),
      "ok");
  row("invitations on", changing(actor("bo"), "stage", [](RoomEdit& e) { e.invitations = InviteSetting::On; }), "ok");
  row("invitations on, category off",
      changing(localAdministrator(), "whisper", [](RoomEdit& e) { e.invitations = InviteSetting::On; }),
      "400 The category \"Quiet\" has invitations switched off, so its rooms cannot switch them on.");
  row("invitations inherited, category off",
      changing(localAdministrator(), "whisper", [](RoomEdit& e) { e.invitations = InviteSetting::Off; }), "ok");
  row("move without being creator there",
      changing(actor("bo"), "tides", [](RoomEdit& e) { e.category = categoryAddress("quiet"); }),
      "458 Only creators of the category \"Quiet\" may place rooms there.");
  row("move to where one may not see",
      changing(actor("bo"), "tides", [](RoomEdit& e) { e.category = categoryAddress("farshore"); }),
      "404 There is no such category.");
}

void staffRefusals() {
  row("already member", staffing(actor("bo"), "tides", list(Role::Member, RoleOp::Add, {"cy"})),
      "455 Cy already has this role.");
  row("one of several already member", staffing(actor("bo"), "tides", list(Role::Member, RoleOp::Add, {"cy", "dot"})),
      "ok");
  row("presenter who is no member", staffing(actor("bo"), "stage", list(Role::Presenter, RoleOp::Add, {"dot"})),
      "457 Dot must be a member of the room \"Stage\" before presenting there.");
  row("last manager leaves", staffing(actor("bo"), "tides", list(Role::Manager, RoleOp::Remove, {"bo"})),
      "403 The room \"Tide tables\" would be left without a manager. Make somebody else manager first.");
  row("last manager gives way to a disabled one",
      staffing(actor("bo"), "tides", list(Role::Manager, RoleOp::Set, {"gus"})),
      "403 The room \"Tide tables\" would be left without a manager. Make somebody else manager first.");
  row("manager gives way", staffing(actor("bo"), "tides", list(Role::Manager, RoleOp::Set, {"ada"})), "ok");
  row("administrator takes the last manager away",
      staffing(administrator(), "tides", list(Role::Manager, RoleOp::Set, {})), "ok");
  row(
      "manager deletes",
      [](const ChannelState& state) { return removeRoom(state, actor("bo"), Harbour::room("tides"), kNow); },
      "403 Only administrators may delete rooms.");
}

}  // namespace

class TestRoomPlans : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void refusals_data();
  void refusals();
  void secretRoomIsLikeNoRoom_data();
  void secretRoomIsLikeNoRoom();
  void createDefaults();
  void creatorOfAnOpenRoom();
  void administratorOutOfScopeOnlyCreates();
  void changesNothing();
  void collision();
  void stampsAlwaysGrow();
  void openRoomLosesItsMembers();
  void normalRoomLosesItsPresenters();
  void presenterLeavesWithMembership();
  void presenterThroughAGroup();
  void move();
  void previewOfAMove();
  void invitations_data();
  void invitations();
  void requestsOfNewMembersEnd();
  void auditTellsTheDifference();
  void removal();
};

void TestRoomPlans::refusals_data() {
  QTest::addColumn<Wish>("wish");
  QTest::addColumn<QString>("verdict");
  nameRefusals();
  placeRefusals();
  listRefusals();
  changeRefusals();
  staffRefusals();
}

void TestRoomPlans::refusals() {
  QFETCH(Wish, wish);
  QFETCH(QString, verdict);
  const ChannelState state(harbourSnapshot());
  QCOMPARE(verdictOf(wish(state)), verdict);
}

void TestRoomPlans::secretRoomIsLikeNoRoom_data() {
  QTest::addColumn<QByteArray>("who");
  QTest::addColumn<QByteArray>("room");
  QTest::newRow("secret room") << QByteArray("bo") << QByteArray("vault");
  QTest::newRow("out of scope") << QByteArray("eve") << QByteArray("lobby");
  QTest::newRow("disabled user") << QByteArray("gus") << QByteArray("lobby");
}

void TestRoomPlans::secretRoomIsLikeNoRoom() {
  QFETCH(QByteArray, who);
  QFETCH(QByteArray, room);
  const ChannelState state(harbourSnapshot());
  const auto all = [&](const QByteArray& key) {
    QStringList verdicts;
    verdicts << verdictOf(changing(actor(who), key, [](RoomEdit& e) { e.disabled = true; })(state));
    verdicts << verdictOf(staffing(actor(who), key, list(Role::Member, RoleOp::Add, {"ada"}))(state));
    verdicts << verdictOf(removeRoom(state, actor(who), Harbour::room(key), kNow));
    return verdicts;
  };
  QCOMPARE(all(room), all("nowhere"));
}

void TestRoomPlans::createDefaults() {
  const ChannelState state(harbourSnapshot());
  const Plan plan = createRoom(state, actor("ada"), crewRota(), kNow);
  const Room room = onlyRoom(plan);
  QCOMPARE(room.id, RoomId(0));
  QCOMPARE(room.uri.domain(), QByteArray("orchard.example"));
  QVERIFY(room.type == RoomType::Normal && room.privacy == Privacy::Closed);
  QVERIFY(room.inheritInvitations && !room.disabled);
  QCOMPARE(room.members, (Ids{Ada}));
  QCOMPARE(room.managers, (Ids{Ada}));
  QCOMPARE(room.audit.createdBy, QByteArray("sip:ada@orchard.example"));
  QVERIFY(room.audit.createdOn == kNow && room.audit.updatedOn == kNow);
  QVERIFY(std::get<ChangeSet>(plan).invitations.empty());
  QVERIFY(onlyRoom(createRoom(state, actor("ada"), crewRota(), kNow)).uri != room.uri);
}

void TestRoomPlans::creatorOfAnOpenRoom() {
  const ChannelState state(harbourSnapshot());
  RoomDraft draft = crewRota();
  draft.privacy = Privacy::Open;
  const Room room = onlyRoom(createRoom(state, actor("ada"), draft, kNow));
  QVERIFY(room.members.empty());
  QCOMPARE(room.managers, (Ids{Ada}));
}

void TestRoomPlans::administratorOutOfScopeOnlyCreates() {
  const ChannelState state(harbourSnapshot());
  RoomDraft draft = crewRota();
  draft.category = categoryAddress("farshore");
  for (const Actor& who : {administrator(), localAdministrator()}) {
    const Room room = onlyRoom(createRoom(state, who, draft, kNow));
    QVERIFY(room.members.empty() && room.managers.empty());
    QCOMPARE(room.audit.createdBy, who.name);
  }
}

void TestRoomPlans::changesNothing() {
  const ChannelState state(harbourSnapshot());
  const Wish wish = changing(actor("bo"), "tides", [](RoomEdit& e) {
    e.name = QStringLiteral("Tide tables");
    e.privacy = Privacy::Closed;
    e.category = categoryAddress("seafaring");
    e.roles = {list(Role::Member, RoleOp::Remove, {"dot"})};
  });
  QCOMPARE(verdictOf(wish(state)), QStringLiteral("nothing"));
}

void TestRoomPlans::collision() {
  Snapshot snapshot = harbourSnapshot();
  snapshot.rooms[0].audit.updatedOn = kNow;
  const ChannelState state(snapshot);
  const auto edit = [&](Timestamp asOf) {
    return verdictOf(changing(actor("bo"), "tides", [asOf](RoomEdit& e) {
      e.asOf = asOf;
      e.topic = QStringLiteral("Neap");
    })(state));
  };
  QCOMPARE(edit(kNow), QStringLiteral("ok"));
  QCOMPARE(edit(Timestamp{kNow.ticks - 1}),
           QStringLiteral("409 The room \"Tide tables\" was changed meanwhile. Reload it and try again."));
  // Who may not change the room learns nothing about its changes.
  const Plan others = setRoomRoles(state, actor("eve"), Harbour::room("tides"), {}, Timestamp{1}, kNow);
  QCOMPARE(verdictOf(others), QStringLiteral("404 There is no such room."));
}

void TestRoomPlans::stampsAlwaysGrow() {
  Snapshot snapshot = harbourSnapshot();
  snapshot.rooms[0].audit.updatedOn = kNow;
  const ChannelState state(snapshot);
  const Room room = onlyRoom(changing(actor("bo"), "tides", [](RoomEdit& e) { e.topic = QString(); })(state));
  QVERIFY(room.audit.updatedOn > kNow);
  QCOMPARE(room.audit.updatedBy, QByteArray("sip:bo@orchard.example"));
}

void TestRoomPlans::openRoomLosesItsMembers() {
  const ChannelState state(harbourSnapshot());
  const Room room = onlyRoom(changing(actor("bo"), "stage", [](RoomEdit& e) { e.privacy = Privacy::Open; })(state));
  QVERIFY(room.members.empty());
  QCOMPARE(room.presenters, (Ids{Cy}));
  QCOMPARE(room.managers, (Ids{Bo}));
}

void TestRoomPlans::normalRoomLosesItsPresenters() {
  const ChannelState state(harbourSnapshot());
  const Room room = onlyRoom(changing(actor("bo"), "stage", [](RoomEdit& e) { e.type = RoomType::Normal; })(state));
  QVERIFY(room.presenters.empty());
  QCOMPARE(room.members, (Ids{Ada, Bo, Cy}));
}

void TestRoomPlans::presenterLeavesWithMembership() {
  const ChannelState state(harbourSnapshot());
  const Room room = onlyRoom(staffing(actor("bo"), "stage", list(Role::Member, RoleOp::Remove, {"cy"}))(state));
  QCOMPARE(room.members, (Ids{Ada, Bo}));
  QVERIFY(room.presenters.empty());
}

void TestRoomPlans::presenterThroughAGroup() {
  const ChannelState state(harbourSnapshot());
  const Wish wish = changing(actor("bo"), "tides", [](RoomEdit& e) {
    e.type = RoomType::Auditorium;
    e.roles = {list(Role::Presenter, RoleOp::Set, {"ada"})};
  });
  QCOMPARE(onlyRoom(wish(state)).presenters, (Ids{Ada}));
}

void TestRoomPlans::move() {
  Snapshot snapshot = harbourSnapshot();
  snapshot.categories[1].creators = {Bo};
  snapshot.categories[1].denied = {Cy};
  const ChannelState state(snapshot);
  const Room room =
      onlyRoom(changing(actor("bo"), "stage", [](RoomEdit& e) { e.category = categoryAddress("quiet"); })(state));
  QCOMPARE(room.category, snapshot.categories[1].id);
  QCOMPARE(room.members, (Ids{Ada, Bo}));
  QVERIFY(room.presenters.empty());
  QCOMPARE(room.managers, (Ids{Bo}));
}

void TestRoomPlans::previewOfAMove() {
  Snapshot snapshot = harbourSnapshot();
  snapshot.categories[1].denied = {Cy};
  const ChannelState state(snapshot);
  const Room& stage = *state.rooms().find(RoomId(Stage));
  const MovePreview preview = previewMove(state, stage, *state.category(categoryAddress("quiet")), {Ada, Cy});
  QCOMPARE(preview.members, (Ids{Cy}));
  QCOMPARE(preview.presenters, (Ids{Cy}));
  QVERIFY(preview.managers.empty());
  QCOMPARE(preview.losingAccess, (Ids{Cy}));
  const MovePreview far = previewMove(state, stage, *state.category(categoryAddress("farshore")), {Ada, Cy});
  QCOMPARE(far.managers, (Ids{Bo}));
  QCOMPARE(far.losingAccess, (Ids{Ada, Cy}));
  QVERIFY(previewMove(state, stage, *state.category(categoryAddress("seafaring")), {Ada, Cy}).isEmpty());
}

void TestRoomPlans::invitations_data() {
  QTest::addColumn<Wish>("wish");
  QTest::addColumn<QList<qint64>>("invited");
  using List = QList<qint64>;
  const auto add = [](const QByteArray& room, const QByteArray& name) {
    return staffing(actor("bo"), room, list(Role::Member, RoleOp::Add, {name}));
  };
  QTest::newRow("new member") << add("tides", "dot") << List{Dot};
  // Gus is disabled, Fin may not chat; Ada, Bo and Cy are members already.
  QTest::newRow("group") << add("tides", "afloat") << List{Dot};
  QTest::newRow("manager only") << staffing(actor("bo"), "tides", list(Role::Manager, RoleOp::Add, {"dot"})) << List{};
  QTest::newRow("member through a group") << add("tides", "ada") << List{};
  QTest::newRow("room without invitations") << add("stage", "dot") << List{};
  QTest::newRow("disabled room") << add("attic", "dot") << List{};
  QTest::newRow("category without invitations")
      << staffing(administrator(), "whisper", list(Role::Member, RoleOp::Add, {"cy"})) << List{};
  QTest::newRow("new room") << creating("ada", [](RoomDraft& d) {
    d.roles = {list(Role::Member, RoleOp::Set, {"crew", "cy", "ada"})};
  }) << List{Bo, Cy};
}

void TestRoomPlans::invitations() {
  QFETCH(Wish, wish);
  QFETCH(QList<qint64>, invited);
  const ChannelState state(harbourSnapshot());
  const Plan plan = wish(state);
  QList<qint64> users;
  for (const NewInvitation& invitation : std::get<ChangeSet>(plan).invitations) {
    users.append(invitation.user);
    QVERIFY(invitation.room == onlyRoom(plan).uri);
  }
  QCOMPARE(users, invited);
}

void TestRoomPlans::requestsOfNewMembersEnd() {
  Snapshot snapshot = harbourSnapshot();
  snapshot.joinRequests = {{Dot, Stage, {}, Timestamp{1}}, {Fin, Stage, {}, Timestamp{2}}, {Dot, Attic, {}, {}}};
  const ChannelState state(snapshot);
  const auto ended = [&](const RoleEdit& edit) {
    QList<qint64> users;
    const Plan plan = staffing(actor("bo"), "stage", edit)(state);
    for (const EndedJoinRequest& request : std::get<ChangeSet>(plan).endedJoinRequests) {
      if (request.room == Stage) users.append(request.user);
    }
    return users;
  };
  // Also of those who get no invitation: Stage sends none.
  QCOMPARE(ended(list(Role::Member, RoleOp::Add, {"dot"})), (QList<qint64>{Dot}));
  QCOMPARE(ended(list(Role::Member, RoleOp::Add, {"afloat"})), (QList<qint64>{Dot, Fin}));
  QCOMPARE(ended(list(Role::Member, RoleOp::Remove, {"cy"})), QList<qint64>());
}

void TestRoomPlans::auditTellsTheDifference() {
  const ChannelState state(harbourSnapshot());
  const Plan plan = changing(actor("bo"), "tides", [](RoomEdit& e) {
    e.topic = QStringLiteral("Neap");
    e.roles = {list(Role::Member, RoleOp::Set, {"crew", "dot"})};
  })(state);
  const AuditEntry entry = std::get<ChangeSet>(plan).audit.at(0);
  QVERIFY(entry.time == kNow);
  QCOMPARE(entry.actor, QByteArray("sip:bo@orchard.example"));
  QCOMPARE(entry.action, QByteArray("room.set"));
  QCOMPARE(entry.object, Harbour::room("tides").bytes());
  QCOMPARE(entry.before, QByteArray(R"({"members":["sip:cy@orchard.example"],"topic":"Spring tides"})"));
  QCOMPARE(entry.after, QByteArray(R"({"members":["sip:dot@orchard.example"],"topic":"Neap"})"));
}

void TestRoomPlans::removal() {
  const ChannelState state(harbourSnapshot());
  const Plan plan = removeRoom(state, administrator(), Harbour::room("vault"), kNow);
  const ChangeSet& set = std::get<ChangeSet>(plan);
  QCOMPARE(set.removedRooms, (std::vector<RoomId>{Vault}));
  QVERIFY(set.audit.at(0).before.contains("Vault of tides") && set.audit.at(0).after.isEmpty());
}

PARLOUR_TEST(TestRoomPlans)

}  // namespace tst_roomplans

#include "tst_roomplans.moc"
