// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "app/core/rooms/RoomAdmin.h"
#include "app/core/rooms/WhyNot.h"
#include "tests/integration/host/Await.h"
#include "tests/integration/host/ServerHost.h"
#include "tests/program/TestProgram.h"

namespace tst_roomlife {

using namespace Parlour;
using namespace Parlour::Tests;
using Core::RoomEnding;
using Core::RoomRole;

namespace {

constexpr char kHarbour[] = R"({
  "domain": "orchard.example", "name": "Orchard",
  "users": [
    {"address": "ada", "name": "Ada Quince", "password": "pw-ada"},
    {"address": "bo", "name": "Bo Medlar", "password": "pw-bo"},
    {"address": "cy", "name": "Cy Sorb", "password": "pw-cy"},
    {"address": "ruth", "name": "Ruth Rowan", "password": "pw-ruth"}],
  "categories": [
    {"name": "Harbour", "allowed": ["everyone"], "creators": ["ada"]},
    {"name": "Dockyard", "allowed": ["ada", "cy", "ruth"], "creators": ["ada"]}],
  "rooms": [{"name": "Tide tables", "category": "Harbour", "privacy": "open"}]})";

constexpr char kAda[] = "sip:ada@orchard.example";
constexpr char kBo[] = "sip:bo@orchard.example";
constexpr char kRuth[] = "sip:ruth@orchard.example";
const QString kRoomName = QStringLiteral("Launch plans");

Core::RoleEdit adding(RoomRole role, const QList<QByteArray>& people) { return {role, people, {}}; }

QByteArray describe(const Error& error) { return error.text.toUtf8() + " (" + error.detail.toUtf8() + ')'; }

}  // namespace

// One room from its creation to its end, by real clients at a real server: who learns of it, who may do what in it,
// and what everybody sees at once when that changes.
class TestRoomLife : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void cleanup();
  void createdByWhoMay();
  void secretRoomsDoNotShow();
  void invitationsArriveLive();
  void presentersAloneSpeak();
  void rightsChangeWhileInside();
  void whoIsTakenOffTheListLeaves();
  void disabledRoomsHideAndComeBack();
  void movingDropsWhomTheTargetForbids();
  void staleChangesAreRefused();
  void deletedForGood();

 private:
  void signIn(ClientHost& host, const char* user);
  void createRoom();
  Core::Room* enter(ClientHost& host);
  void modify(ClientHost& host, const Core::RoomEdit& edit);
  QByteArray categoryNamed(const QString& name);

  std::unique_ptr<ServerHost> server_;
  std::unique_ptr<ClientHost> ada_, bo_, cy_, ruth_;
  RoomUri room_;
};

void TestRoomLife::signIn(ClientHost& host, const char* user) {
  host.signIn(QByteArray("sip:") + user + "@orchard.example", server_->port(),
              QString::fromLatin1("pw-") + QLatin1String(user));
  QTRY_VERIFY(host.isSignedIn());
}

void TestRoomLife::init() {
  server_ = std::make_unique<ServerHost>(kHarbour);
  server_->config().channel.administrators = {kRuth};
  QVERIFY(server_->start().ok());
  for (auto* host : {&ada_, &bo_, &cy_, &ruth_}) *host = std::make_unique<ClientHost>("desk");
  signIn(*ada_, "ada");
  signIn(*bo_, "bo");
  signIn(*cy_, "cy");
  signIn(*ruth_, "ruth");
}

void TestRoomLife::cleanup() {
  for (auto* host : {&ada_, &bo_, &cy_, &ruth_}) host->reset();
  server_.reset();
}

QByteArray TestRoomLife::categoryNamed(const QString& name) {
  const auto choices = await((*ada_)->admin().creatableCategories());
  if (!choices) return {};
  for (const auto& choice : *choices) {
    if (choice.name == name) return choice.uri;
  }
  return {};
}

// A secret auditorium of Ada, who presents, and Bo.
void TestRoomLife::createRoom() {
  Core::RoomEdit edit;
  edit.name = kRoomName;
  edit.description = QStringLiteral("What goes into the water when");
  edit.category = categoryNamed(QStringLiteral("Harbour"));
  edit.privacy = Core::Privacy::Secret;
  edit.kind = Core::RoomKind::Auditorium;
  edit.roles = {adding(RoomRole::Member, {kAda, kBo}), adding(RoomRole::Manager, {kAda}),
                adding(RoomRole::Presenter, {kAda})};
  const auto created = await((*ada_)->admin().create(edit));
  QVERIFY2(created, created ? "" : describe(created.error()).constData());
  room_ = created->summary.uri;
  QCOMPARE(created->summary.name, kRoomName);
  QVERIFY(created->mayManage);
}

Core::Room* TestRoomLife::enter(ClientHost& host) {
  const auto opened = await(host->open(room_));
  return opened ? *opened : nullptr;
}

void TestRoomLife::modify(ClientHost& host, const Core::RoomEdit& edit) {
  const auto done = await(host->admin().modify(room_, edit));
  QVERIFY2(done, done ? "" : describe(done.error()).constData());
}

void TestRoomLife::createdByWhoMay() {
  const auto none = await((*bo_)->admin().creatableCategories());
  QVERIFY(none && none->isEmpty());
  createRoom();
  Core::RoomEdit edit;
  edit.name = QStringLiteral("Bo's corner");
  edit.category = categoryNamed(QStringLiteral("Harbour"));
  const auto refused = await((*bo_)->admin().create(edit));
  QVERIFY(!refused);
  QCOMPARE(refused.error().wireCode, 458);
  edit.name = kRoomName.toUpper();
  const auto taken = await((*ada_)->admin().create(edit));
  QVERIFY(!taken);
  QCOMPARE(taken.error().wireCode, 452);
  QVERIFY2(taken.error().text.contains(kRoomName, Qt::CaseInsensitive), qPrintable(taken.error().text));
}

void TestRoomLife::secretRoomsDoNotShow() {
  createRoom();
  QVERIFY(findRoom(*cy_, kRoomName).isEmpty());
  QCOMPARE(findRoom(*bo_, kRoomName), room_);
  const auto hidden = await((*cy_)->open(room_));
  const auto absent =
      await((*cy_)->open(*RoomUri::parse("ma-chan://orchard.example/00000000-0000-4000-8000-000000000000")));
  QVERIFY(!hidden && !absent);
  QCOMPARE(hidden.error().text, absent.error().text);
  QCOMPARE(hidden.error().wireCode, absent.error().wireCode);
  const auto info = await((*cy_)->roomInfo(room_));
  QVERIFY(!info && info.error().wireCode == 404);
}

void TestRoomLife::invitationsArriveLive() {
  createRoom();
  QTRY_COMPARE((*bo_)->invitations().size(), 1);
  QCOMPARE((*bo_)->invitations().first().room.name, kRoomName);
  QVERIFY((*cy_)->invitations().isEmpty());
  QVERIFY(enter(*bo_));
  QTRY_VERIFY((*bo_)->invitations().isEmpty());
}

void TestRoomLife::presentersAloneSpeak() {
  createRoom();
  Core::Room* adas = enter(*ada_);
  Core::Room* bos = enter(*bo_);
  QVERIFY(adas && bos);
  QVERIFY(adas->mayPost() && !bos->mayPost());
  (*ada_)->post(room_, QStringLiteral("We launch on Thursday."));
  QTRY_COMPARE(bo_->texts(kRoomName), QStringList{QStringLiteral("We launch on Thursday.")});
  const QString why = Core::WhyNot::post(Core::WhyNotFacts::of(*bos));
  QVERIFY2(why.contains(QStringLiteral("presenters")) && why.contains(QStringLiteral("Ada Quince")), qPrintable(why));
  (*bo_)->post(room_, QStringLiteral("May I?"));
  QTRY_COMPARE(bos->timeline().at(bos->timeline().count() - 1).state, Core::MessageState::Failed);
  QCOMPARE(ada_->texts(kRoomName).size(), 1);
}

void TestRoomLife::rightsChangeWhileInside() {
  createRoom();
  QVERIFY(enter(*ada_));
  Core::Room* bos = enter(*bo_);
  QVERIFY(bos && !bos->mayPost());
  Core::RoomEdit edit;
  edit.roles = {adding(RoomRole::Presenter, {kBo})};
  modify(*ada_, edit);
  QTRY_VERIFY(bos->mayPost());
  (*bo_)->post(room_, QStringLiteral("Thank you."));
  QTRY_COMPARE(ada_->texts(kRoomName), QStringList{QStringLiteral("Thank you.")});
  edit.roles = {{RoomRole::Presenter, {}, {kBo}}};
  modify(*ada_, edit);
  QTRY_VERIFY(!bos->mayPost());
}

void TestRoomLife::whoIsTakenOffTheListLeaves() {
  createRoom();
  Core::Room* adas = enter(*ada_);
  Core::Room* bos = enter(*bo_);
  QVERIFY(adas && bos);
  QTRY_COMPARE(adas->participants().size(), 2);
  Core::RoomEdit edit;
  edit.roles = {{RoomRole::Member, {}, {kBo}}};
  modify(*ada_, edit);
  QTRY_COMPARE(bos->ending(), RoomEnding::Removed);
  QTRY_COMPARE(adas->participants().size(), 1);
  (*ada_)->post(room_, QStringLiteral("Between us."));
  QTRY_COMPARE(ada_->texts(kRoomName).size(), 1);
  QVERIFY(findRoom(*bo_, kRoomName).isEmpty());
  QVERIFY(bo_->texts(kRoomName).isEmpty());
}

void TestRoomLife::disabledRoomsHideAndComeBack() {
  createRoom();
  Core::Room* bos = enter(*bo_);
  Core::Room* adas = enter(*ada_);
  QVERIFY(adas && bos);
  (*ada_)->post(room_, QStringLiteral("Kept."));
  QTRY_COMPARE(bo_->texts(kRoomName).size(), 1);
  Core::RoomEdit edit;
  edit.disabled = true;
  modify(*ada_, edit);
  QTRY_COMPARE(bos->ending(), RoomEnding::Disabled);
  QTRY_COMPARE(adas->ending(), RoomEnding::Disabled);
  QVERIFY(findRoom(*bo_, kRoomName).isEmpty());
  edit.disabled = false;
  const auto refused = await((*ada_)->admin().modify(room_, edit));
  QVERIFY(!refused && refused.error().wireCode == 403);
  modify(*ruth_, edit);
  QCOMPARE(findRoom(*bo_, kRoomName), room_);
  Core::Room* again = enter(*bo_);
  QVERIFY(again);
  QTRY_COMPARE(bo_->texts(kRoomName), QStringList{QStringLiteral("Kept.")});
}

void TestRoomLife::movingDropsWhomTheTargetForbids() {
  createRoom();
  Core::Room* bos = enter(*bo_);
  Core::Room* adas = enter(*ada_);
  QVERIFY(adas && bos);
  Core::RoomEdit edit;
  edit.category = categoryNamed(QStringLiteral("Dockyard"));
  modify(*ada_, edit);
  QTRY_COMPARE(bos->ending(), RoomEnding::Removed);
  QVERIFY(findRoom(*bo_, kRoomName).isEmpty());
  const auto details = await((*ada_)->admin().details(room_));
  QVERIFY(details);
  QCOMPARE(details->members.size(), 1);
  QCOMPARE(details->members.first().uri, QByteArray(kAda));
  edit.category.reset();
  edit.roles = {adding(RoomRole::Member, {kBo})};
  const auto refused = await((*ada_)->admin().modify(room_, edit));
  QVERIFY(!refused);
  QCOMPARE(refused.error().wireCode, 456);
  QVERIFY2(refused.error().text.contains(QStringLiteral("Bo Medlar")) &&
               refused.error().text.contains(QStringLiteral("Dockyard")),
           qPrintable(refused.error().text));
}

void TestRoomLife::staleChangesAreRefused() {
  createRoom();
  const auto read = await((*ada_)->admin().details(room_));
  QVERIFY(read);
  Core::RoomEdit first;
  first.topic = QStringLiteral("Thursday");
  modify(*ruth_, first);
  Core::RoomEdit second;
  second.topic = QStringLiteral("Friday");
  second.readOn = read->summary.updatedOn;
  const auto refused = await((*ada_)->admin().modify(room_, second));
  QVERIFY(!refused);
  QCOMPARE(refused.error().code, ErrorCode::Conflict);
  const auto now = await((*ada_)->admin().details(room_));
  QVERIFY(now);
  QCOMPARE(now->summary.topic, QStringLiteral("Thursday"));
  second.readOn = now->summary.updatedOn;
  modify(*ada_, second);
}

void TestRoomLife::deletedForGood() {
  createRoom();
  Core::Room* bos = enter(*bo_);
  QVERIFY(bos);
  const auto refused = await((*ada_)->admin().remove(room_));
  QVERIFY(!refused && refused.error().wireCode == 403);
  QVERIFY(await((*ruth_)->admin().remove(room_)));
  QTRY_COMPARE(bos->ending(), RoomEnding::Deleted);
  QVERIFY(findRoom(*bo_, kRoomName).isEmpty());
  server_->stop();
  QVERIFY(server_->start().ok());
  QTRY_VERIFY_WITH_TIMEOUT(ada_->isSignedIn() && bo_->isSignedIn(), 30'000);
  QVERIFY(findRoom(*bo_, kRoomName).isEmpty());
}

PARLOUR_TEST(TestRoomLife)

}  // namespace tst_roomlife

#include "tst_roomlife.moc"
