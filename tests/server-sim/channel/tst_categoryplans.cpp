// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "server-sim/channel/changes/CategoryPlans.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/channel/support/Actors.h"

namespace tst_categoryplans {

using namespace Parlour;
using namespace Parlour::Server;
using namespace Parlour::Server::Testing;
using Xccos::RoleOp;

namespace {

const Timestamp kNow = *Timestamp::parse("2031-03-04T09:00:00Z");
using Ids = std::vector<PrincipalId>;

CategoryDraft workshop() {
  CategoryDraft draft;
  draft.name = QStringLiteral("Workshop");
  draft.allowed = addresses({"crew"});
  draft.creators = addresses({"bo"});
  return draft;
}

Wish creating(const Actor& who, const std::function<void(CategoryDraft&)>& change) {
  CategoryDraft draft = workshop();
  change(draft);
  return [=](const ChannelState& state) { return createCategory(state, who, draft, kNow); };
}

CategoryEdit editOf(const QByteArray& key, const std::vector<CategoryListEdit>& lists = {}) {
  CategoryEdit edit;
  edit.category = categoryAddress(key);
  edit.lists = lists;
  return edit;
}

Wish changing(const Actor& who, const CategoryEdit& edit) {
  return [=](const ChannelState& state) { return modifyCategory(state, who, edit, kNow); };
}

Wish removing(const Actor& who, const QByteArray& key) {
  return [=](const ChannelState& state) { return removeCategory(state, who, categoryAddress(key), kNow); };
}

CategoryListEdit deny(const QByteArrayList& names) { return {CategoryList::Denied, RoleOp::Add, addresses(names)}; }

}  // namespace

class TestCategoryPlans : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void refusals_data();
  void refusals();
  void create();
  void denialEmptiesListsOfTheRooms();
  void allowingMoreChangesNoRoom();
  void previewSaysWhatIsLost();
  void emptyCategoryGoes();
};

void TestCategoryPlans::refusals_data() {
  QTest::addColumn<Wish>("wish");
  QTest::addColumn<QString>("verdict");
  const auto row = [](const char* name, const Wish& wish, const char* verdict) {
    QTest::newRow(name) << wish << QString::fromUtf8(verdict);
  };
  const auto asIs = [](CategoryDraft&) {};
  row("creator creates", creating(actor("ada"), asIs), "403 Only administrators may create categories.");
  row("administrator creates", creating(administrator(), asIs), "ok");
  row("no name", creating(administrator(), [](CategoryDraft& d) { d.name.clear(); }), "400 A name is needed.");
  row("name of a category", creating(administrator(), [](CategoryDraft& d) { d.name = QStringLiteral("QUIET"); }),
      "452 The name \"QUIET\" is already in use.");
  row("name of a room", creating(administrator(), [](CategoryDraft& d) { d.name = QStringLiteral("lobby"); }),
      "452 The name \"lobby\" is already in use.");
  row("unknown principal", creating(administrator(), [](CategoryDraft& d) { d.denied = addresses({"zoe"}); }),
      "454 There is no person or group \"sip:zoe@orchard.example\".");
  row("creator out of scope", creating(administrator(), [](CategoryDraft& d) { d.creators = addresses({"cy"}); }),
      "456 Cy is not allowed by the category \"Workshop\".");
  row("denied creator", creating(administrator(), [](CategoryDraft& d) { d.denied = addresses({"bo"}); }),
      "456 Bo is not allowed by the category \"Workshop\".");
  row("somebody in scope changes", changing(actor("ada"), editOf("seafaring")),
      "403 Only administrators may change categories.");
  row("somebody out of scope changes", changing(actor("eve"), editOf("seafaring")), "404 There is no such category.");
  row("no such category", changing(administrator(), editOf("moon")), "404 There is no such category.");
  row("root", changing(administrator(), editOf("root")), "453 The root category cannot be changed.");
  row("already denied", changing(administrator(), editOf("seafaring", {deny({"hal"})})),
      "455 Hal already has this role.");
  row("nothing to change", changing(administrator(), editOf("seafaring")), "nothing");
  row("somebody deletes", removing(actor("eve"), "farshore"), "403 Only administrators may delete categories.");
  row("not empty", removing(administrator(), "farshore"),
      "453 The category \"Far shore\" still holds rooms (1). Delete or move them first.");
}

void TestCategoryPlans::refusals() {
  QFETCH(Wish, wish);
  QFETCH(QString, verdict);
  Snapshot snapshot = harbourSnapshot();
  QCOMPARE(verdictOf(wish(ChannelState(snapshot))), verdict);
}

void TestCategoryPlans::create() {
  const ChannelState state(harbourSnapshot());
  const Plan plan = creating(localAdministrator(), [](CategoryDraft& d) { d.history = false; })(state);
  const Category category = std::get<ChangeSet>(plan).categories.at(0);
  QCOMPARE(category.id, CategoryId(0));
  QVERIFY(category.invitations && !category.files && !category.history);
  QCOMPARE(category.allowed, (Ids{Crew}));
  QCOMPARE(category.creators, (Ids{Bo}));
  QCOMPARE(std::get<ChangeSet>(plan).audit.at(0).action, QByteArray("category.create"));
}

// Everybody stays allowed, but denied beats allowed.
void TestCategoryPlans::denialEmptiesListsOfTheRooms() {
  const ChannelState state(harbourSnapshot());
  const Plan plan = changing(administrator(), editOf("seafaring", {deny({"crew", "cy"})}))(state);
  const ChangeSet& set = std::get<ChangeSet>(plan);
  const Category category = set.categories.at(0);
  QCOMPARE(category.denied, (Ids{Cy, Hal, Crew}));
  QVERIFY(category.creators.empty());
  QStringList names;
  for (const Room& room : set.rooms) {
    names << room.name;
    QVERIFY(room.members.empty() && room.presenters.empty());
    QCOMPARE(room.managers, room.id == Vault ? Ids{Dot} : Ids{});
    QVERIFY(room.audit.updatedOn == kNow);
  }
  QCOMPARE(names.join(QLatin1Char(' ')), QStringLiteral("Attic Lobby Logbook Stage Tide tables Vault of tides"));
  QCOMPARE(set.audit.size(), size_t(7));
}

void TestCategoryPlans::allowingMoreChangesNoRoom() {
  const ChannelState state(harbourSnapshot());
  const CategoryEdit edit = editOf("seafaring", {{CategoryList::Allowed, RoleOp::Add, addresses({"eve"})}});
  const Plan plan = changing(administrator(), edit)(state);
  QCOMPARE(std::get<ChangeSet>(plan).categories.size(), size_t(1));
  QVERIFY(std::get<ChangeSet>(plan).rooms.empty());
}

void TestCategoryPlans::previewSaysWhatIsLost() {
  const ChannelState state(harbourSnapshot());
  const auto present = [](RoomId room) { return room == Lobby ? Ids{Ada, Cy} : Ids{}; };
  const auto losses = previewScope(state, editOf("seafaring", {deny({"cy"})}), present);
  QCOMPARE(losses.size(), size_t(3));
  QCOMPARE(losses[0].room, RoomId(Lobby));
  QCOMPARE(losses[0].lost.losingAccess, (Ids{Cy}));
  QVERIFY(losses[0].lost.members.empty());
  QCOMPARE(losses[1].room, RoomId(Stage));
  QCOMPARE(losses[1].lost.members, (Ids{Cy}));
  QCOMPARE(losses[1].lost.presenters, (Ids{Cy}));
  QCOMPARE(losses[2].room, RoomId(Tides));
  QVERIFY(previewScope(state, editOf("moon", {deny({"cy"})}), present).empty());
}

void TestCategoryPlans::emptyCategoryGoes() {
  Snapshot snapshot = harbourSnapshot();
  std::erase_if(snapshot.rooms, [](const Room& room) { return room.id == Far; });
  const Plan plan = removing(administrator(), "farshore")(ChannelState(snapshot));
  QCOMPARE(std::get<ChangeSet>(plan).removedCategories, (std::vector<CategoryId>{3}));
}

PARLOUR_TEST(TestCategoryPlans)

}  // namespace tst_categoryplans

#include "tst_categoryplans.moc"
