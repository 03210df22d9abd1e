// SPDX-License-Identifier: Apache-2.0
#include "tests/server-sim/store/ChangeContract.h"

#include <QTest>
#include <algorithm>

#include "tests/server-sim/store/SnapshotText.h"
#include "tests/server-sim/store/TempStore.h"

namespace Parlour::Server {
namespace {

using List = std::vector<PrincipalId>;

Category newCategory(const QByteArray& key) {
  Category category;
  category.uri = *CategoryUri::fromParts("orchard.example", key);
  category.name = QString::fromUtf8(key);
  return category;
}

Principal newPrincipal(const QByteArray& uri, PrincipalType type) {
  Principal principal;
  principal.uri = uri;
  principal.guid = "7d0b6a52-0000-4000-8000-00000000c0de";
  principal.type = type;
  principal.displayName = QString::fromUtf8(uri);
  return principal;
}

AddIn tideClock() {
  return {"91a2b3c4-d5e6-4f70-8a9b-acbdcedfe0f1", QStringLiteral("Tide clock"), QStringLiteral("https://t.example/")};
}

}  // namespace

void ChangeContract::init() {
  store_ = makeStore();
  QVERIFY(store_);
  const Snapshot all = snapshot();
  tides_ = roomIn(all, QStringLiteral("tides"));
  deck_ = roomIn(all, QStringLiteral("deck"));
  ada_ = principalIn(all, "sip:ada@");
  bo_ = principalIn(all, "sip:bo@");
  cy_ = principalIn(all, "sip:cy@");
  QVERIFY(tides_ > 0 && deck_ > 0 && ada_ > 0 && bo_ > 0 && cy_ > 0);
}

void ChangeContract::cleanup() { store_.reset(); }

Result<ChangeReceipt> ChangeContract::apply(const ChangeSet& set) {
  return ask<ChangeReceipt>([&](auto done) { store_->applyChanges(set, done); });
}

ChangeReceipt ChangeContract::mustApply(const ChangeSet& set) {
  const auto receipt = apply(set);
  if (!receipt) qCritical("Refused: %s %s", qPrintable(receipt.error().text), qPrintable(receipt.error().detail));
  return receipt ? *receipt : ChangeReceipt{};
}

Snapshot ChangeContract::snapshot() {
  const auto loaded = store_->load();
  if (!loaded) qCritical("load: %s %s", qPrintable(loaded.error().text), qPrintable(loaded.error().detail));
  return loaded ? *loaded : Snapshot{};
}

Room ChangeContract::roomNamed(const QString& name) {
  for (const Room& room : snapshot().rooms) {
    if (room.name == name) return room;
  }
  return {};
}

Result<PostReceipt> ChangeContract::post(RoomId room, const QByteArray& text) {
  NewPost post;
  post.room = room;
  post.author = ada_;
  post.chat = text;
  return ask<PostReceipt>([&](auto done) { store_->appendPost(post, done); });
}

std::vector<ChatId> ChangeContract::idsIn(RoomId room, const QString& text) {
  HistoryQuery query;
  query.room = room;
  query.limit = 5'000;
  query.text = text;
  const auto page = ask<HistoryPage>([&](auto done) { store_->history(query, done); });
  std::vector<ChatId> ids;
  if (!page) qCritical("history: %s", qPrintable(page.error().text));
  for (const StoredMessage& message : page ? page->messages : std::vector<StoredMessage>()) {
    ids.push_back(message.chatId);
  }
  return ids;
}

std::vector<StoredInvitation> ChangeContract::invitationsOf(PrincipalId user) {
  return *ask<std::vector<StoredInvitation>>([&](auto done) { store_->invitationsAfter(user, 0, done); });
}

std::vector<AuditEntry> ChangeContract::auditOf(const AuditQuery& query) {
  return *ask<std::vector<AuditEntry>>([&](auto done) { store_->auditTrail(query, done); });
}

Room ChangeContract::newRoom(const QByteArray& key) const {
  Room room;
  room.uri = *RoomUri::fromParts("orchard.example", key);
  room.name = QString::fromUtf8(key);
  const auto all = store_->load();
  for (const Room& each : all.value().rooms) {
    if (each.id == tides_) room.category = each.category;
  }
  room.audit = {"sip:bo@orchard.example", clock_.now(), "sip:bo@orchard.example", clock_.now()};
  return room;
}

void ChangeContract::newObjectsGetNumbers() {
  const auto before = snapshot();
  ChangeSet first;
  first.categories = {newCategory("upstream"), newCategory("downstream")};
  first.categories[1].allowed = {bo_, ada_};
  first.categories[1].denied = {cy_};
  first.categories[1].creators = {ada_};
  first.principals = {newPrincipal("sip:dee@orchard.example", PrincipalType::User),
                      newPrincipal("ma-grp:crew@u.g", PrincipalType::Group)};
  first.addIns = {tideClock()};
  const ChangeReceipt created = mustApply(first);
  QCOMPARE(created.categories.size(), size_t(2));
  QCOMPARE(created.principals.size(), size_t(2));
  QVERIFY(created.categories[0] != created.categories[1] && created.principals[0] != created.principals[1]);
  ChangeSet second;
  Room mill = newRoom("mill");
  mill.category = created.categories[1];
  mill.type = RoomType::Auditorium;
  mill.privacy = Privacy::Secret;
  mill.addIn = tideClock().guid;
  mill.members = {cy_, ada_, created.principals[1], ada_};
  mill.managers = {bo_};
  mill.presenters = {ada_};
  mill.lastChatId = 77;
  second.rooms = {mill};
  const ChangeReceipt receipt = mustApply(second);
  QCOMPARE(receipt.rooms.size(), size_t(1));
  Room stored = roomNamed(QStringLiteral("mill"));
  QCOMPARE(stored.id, receipt.rooms[0]);
  QCOMPARE(stored.members, (List{ada_, cy_, created.principals[1]}));
  QCOMPARE(stored.lastChatId, ChatId(0));
  const QStringList lines = linesOf(snapshot());
  QCOMPARE(lines.size(), linesOf(before).size() + 6);
  QVERIFY(lines.join(QLatin1Char('\n'))
              .contains(QStringLiteral("category ma-cat://orchard.example/downstream 'downstream' '' 101 allowed "
                                       "[sip:ada@orchard.example sip:bo@orchard.example] denied "
                                       "[sip:cy@orchard.example] creators [sip:ada@orchard.example]")));
  reopen();
  QCOMPARE(linesOf(snapshot()), lines);
}

void ChangeContract::roomIsReplacedWhole() {
  QVERIFY(post(tides_, "one"));
  QVERIFY(post(tides_, "two"));
  const Room old = roomNamed(QStringLiteral("tides"));
  ChangeSet set;
  set.addIns = {tideClock()};
  Room room = old;
  room.name = QStringLiteral("Ebb");
  room.description = QStringLiteral("d");
  room.topic = QStringLiteral("t");
  room.type = RoomType::Auditorium;
  room.privacy = Privacy::Open;
  room.inheritInvitations = false;
  room.disabled = true;
  room.addIn = tideClock().guid;
  room.category = roomNamed(QStringLiteral("deck")).category;
  room.audit = {"sip:cy@orchard.example", Timestamp{5}, "sip:bo@orchard.example", Timestamp{9}};
  room.members = {bo_};
  room.managers = {ada_, cy_};
  room.presenters = {bo_};
  room.lastChatId = 0;
  set.rooms = {room};
  QCOMPARE(mustApply(set).rooms, std::vector<RoomId>{tides_});
  room.lastChatId = 2;
  room.lastTime = old.lastTime;
  Snapshot expected;
  expected.rooms = {room};
  Snapshot stored;
  stored.rooms = {roomNamed(QStringLiteral("Ebb"))};
  QCOMPARE(linesOf(stored), linesOf(expected));
  QCOMPARE(stored.rooms[0].managers, room.managers);
  QCOMPARE(stored.rooms[0].category, room.category);
  QVERIFY(post(tides_, "three"));
  QCOMPARE(roomNamed(QStringLiteral("Ebb")).lastChatId, ChatId(3));
}

void ChangeContract::categoryIsReplacedWhole() {
  Category category = snapshot().categories.at(0);
  category.name = QStringLiteral("Quay");
  category.description = QStringLiteral("d");
  category.invitations = !category.invitations;
  category.files = !category.files;
  category.history = !category.history;
  category.allowed = {cy_};
  category.denied = {ada_, bo_};
  category.creators = {cy_};
  ChangeSet set;
  set.categories = {category};
  QCOMPARE(mustApply(set).categories, std::vector<CategoryId>{category.id});
  Snapshot expected = snapshot();
  QCOMPARE(expected.categories.at(0).denied, category.denied);
  const QStringList lines = linesOf(expected);
  expected.categories.at(0) = category;
  QCOMPARE(lines, linesOf(expected));
}

void ChangeContract::principalKeepsItsPolicy() {
  const Snapshot before = snapshot();
  Principal ada = *std::find_if(before.principals.begin(), before.principals.end(),
                                [this](const Principal& each) { return each.id == ada_; });
  QVERIFY(ada.chatEnabled);
  ada.displayName = QStringLiteral("Ada Quince");
  ada.email = QStringLiteral("ada@post.example");
  ada.company = QStringLiteral("Orchard");
  ada.enabled = false;
  ada.chatEnabled = false;
  ChangeSet set;
  set.principals = {ada};
  QCOMPARE(mustApply(set).principals, std::vector<PrincipalId>{ada_});
  ada.chatEnabled = true;
  Snapshot expected = snapshot();
  const QStringList lines = linesOf(expected);
  for (Principal& each : expected.principals) each = each.id == ada_ ? ada : each;
  QCOMPARE(lines, linesOf(expected));
}

void ChangeContract::membershipsComeAndGo() {
  ChangeSet groups;
  groups.principals = {newPrincipal("ma-grp:crew@u.g", PrincipalType::Group),
                       newPrincipal("ma-grp:fleet@u.g", PrincipalType::Group)};
  const auto ids = mustApply(groups).principals;
  ChangeSet join;
  join.addedMemberships = {{ids[0], ada_}, {ids[0], bo_}, {ids[1], ids[0]}, {ids[0], ada_}};
  mustApply(join);
  QCOMPARE(snapshot().memberships.size(), size_t(3));
  ChangeSet leave;
  leave.removedMemberships = {{ids[0], ada_}, {ids[1], cy_}};
  mustApply(leave);
  const std::vector<GroupMembership> expected = {{ids[0], bo_}, {ids[1], ids[0]}};
  QVERIFY(snapshot().memberships == expected);
}

void ChangeContract::failingPartUndoesAll_data() {
  QTest::addColumn<Spoil>("spoil");
  QTest::addColumn<ErrorCode>("code");
  QTest::addColumn<QString>("named");
  const AddRow row = [](const char* name, ErrorCode code, const char* named, Spoil spoil) {
    QTest::newRow(name) << std::move(spoil) << code << QString::fromLatin1(named);
  };
  failingObjects(row);
  failingReferences(row);
}

void ChangeContract::failingObjects(const AddRow& row) {
  const auto room = [this](qint64 id) {
    Room unknown = newRoom("unknown");
    unknown.id = id;
    return unknown;
  };
  row("unknown room", ErrorCode::NotFound, "4000", [=](ChangeSet& set) { set.rooms.push_back(room(4'000)); });
  row("address of a room", ErrorCode::Conflict, "tides", [this](ChangeSet& set) {
    Room twin = newRoom("twin");
    twin.uri = roomNamed(QStringLiteral("tides")).uri;
    twin.name = QStringLiteral("tides");
    set.rooms.push_back(twin);
  });
  row("room in no category", ErrorCode::NotFound, "4001", [this](ChangeSet& set) {
    set.rooms.push_back(newRoom("lost"));
    set.rooms.back().category = 4'001;
  });
  row("unknown member", ErrorCode::NotFound, "4002", [this](ChangeSet& set) {
    set.rooms.push_back(newRoom("ghosts"));
    set.rooms.back().presenters = {4'002};
  });
  row("unknown add-in", ErrorCode::NotFound, "nothing", [this](ChangeSet& set) {
    set.rooms.push_back(newRoom("bare"));
    set.rooms.back().addIn = "nothing";
  });
  row("unknown category", ErrorCode::NotFound, "4003", [](ChangeSet& set) {
    set.categories = {newCategory("c")};
    set.categories[0].id = 4'003;
  });
  row("unknown creator", ErrorCode::NotFound, "4004", [](ChangeSet& set) {
    set.categories = {newCategory("c")};
    set.categories[0].creators = {4'004};
  });
  row("address of a user", ErrorCode::Conflict, "sip:bo@orchard.example",
      [](ChangeSet& set) { set.principals = {newPrincipal("sip:bo@orchard.example", PrincipalType::User)}; });
  row("unknown principal", ErrorCode::NotFound, "4005", [](ChangeSet& set) {
    set.principals = {newPrincipal("sip:ghost@orchard.example", PrincipalType::User)};
    set.principals[0].id = 4'005;
  });
  row("category with rooms", ErrorCode::Conflict, "rooms",
      [this](ChangeSet& set) { set.removedCategories = {newRoom("x").category}; });
  row("removed twice", ErrorCode::NotFound, "", [this](ChangeSet& set) { set.removedRooms = {deck_, deck_}; });
  row("no such category", ErrorCode::NotFound, "4006", [](ChangeSet& set) { set.removedCategories = {4'006}; });
  row("no such add-in", ErrorCode::NotFound, "gone", [](ChangeSet& set) { set.removedAddIns = {"gone"}; });
  row("add-in without name", ErrorCode::InvalidArgument, "", [](ChangeSet& set) { set.addIns = {{"guid", {}, {}}}; });
}

void ChangeContract::failingReferences(const AddRow& row) {
  row("no such policy", ErrorCode::NotFound, "Gone",
      [](ChangeSet& set) { set.removedPolicies = {QStringLiteral("Gone")}; });
  row("policy without name", ErrorCode::InvalidArgument, "", [](ChangeSet& set) { set.policies = {Policy{}}; });
  row("second global policy", ErrorCode::Conflict, "Other", [](ChangeSet& set) {
    set.policies = {{QStringLiteral("Other"), PolicyScope::Global, true}};
  });
  row("other scope", ErrorCode::Conflict, "global", [](ChangeSet& set) {
    set.policies = {{QStringLiteral("global"), PolicyScope::User, true}};
  });
  row("grant of nothing", ErrorCode::NotFound, "Gone", [this](ChangeSet& set) {
    set.grants = {{ada_, QStringLiteral("Gone")}};
  });
  row("grant of the global one", ErrorCode::InvalidArgument, "Global", [this](ChangeSet& set) {
    set.grants = {{ada_, QStringLiteral("Global")}};
  });
  row("grant to nobody", ErrorCode::NotFound, "4007", [](ChangeSet& set) { set.grants = {{4'007, {}}}; });
  row("unknown group", ErrorCode::NotFound, "4008", [this](ChangeSet& set) { set.addedMemberships = {{4'008, ada_}}; });
  row("invitation to nowhere", ErrorCode::NotFound, "nowhere", [this](ChangeSet& set) {
    set.invitations = {{bo_, *RoomUri::fromParts("orchard.example", "nowhere")}};
  });
  row("invitation of nobody", ErrorCode::NotFound, "4009", [this](ChangeSet& set) {
    set.invitations = {{4'009, newRoom("tides").uri}};
  });
  row("request to nowhere", ErrorCode::NotFound, "4010", [this](ChangeSet& set) {
    set.joinRequests = {{ada_, 4'010, {}, Timestamp{1}}};
  });
  row("request of nobody", ErrorCode::NotFound, "4011", [this](ChangeSet& set) {
    set.joinRequests = {{4'011, tides_, {}, Timestamp{1}}};
  });
  row("removal from nowhere", ErrorCode::NotFound, "4012", [](ChangeSet& set) {
    set.messageRemovals = {{4'012, {1}, std::nullopt}};
  });
  row("purge of nowhere", ErrorCode::NotFound, "4013", [](ChangeSet& set) { set.purges = {{4'013, Timestamp{1}}}; });
}

void ChangeContract::failingPartUndoesAll() {
  QFETCH(Spoil, spoil);
  QFETCH(ErrorCode, code);
  QFETCH(QString, named);
  QVERIFY(post(tides_, "herring"));
  const auto invitations = invitationsOf(bo_).size();
  const QStringList before = linesOf(snapshot());
  ChangeSet set;
  Room tides = roomNamed(QStringLiteral("tides"));
  tides.name = QStringLiteral("renamed");
  tides.members.clear();
  set.rooms = {tides, newRoom("fresh")};
  set.policies = {{QStringLiteral("Fresh"), PolicyScope::User, true}};
  set.configuration = {{ConfigurationScope::Pool, "DefaultChatHistory", QByteArray("7")}};
  set.invitations = {{bo_, newRoom("fresh").uri}};
  set.messageRemovals = {{tides_, {1}, std::nullopt}};
  set.audit = {{clock_.now(), "sip:ada@orchard.example", "room.set", "o", {}, {}}};
  spoil(set);
  const auto refused = apply(set);
  QVERIFY(!refused);
  QCOMPARE(refused.error().code, code);
  QVERIFY2(refused.error().text.contains(named), qPrintable(refused.error().text));
  QCOMPARE(linesOf(snapshot()), before);
  QCOMPARE(idsIn(tides_, QStringLiteral("herring")), std::vector<ChatId>{1});
  QCOMPARE(invitationsOf(bo_).size(), invitations);
  QVERIFY(auditOf({}).empty());
  QVERIFY(post(tides_, "still here"));
}

}  // namespace Parlour::Server
