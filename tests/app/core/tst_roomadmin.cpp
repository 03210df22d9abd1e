// SPDX-License-Identifier: Apache-2.0
#include <QSignalSpy>
#include <QTest>

#include "protocol/xccos/Permissions.h"
#include "tests/program/TestProgram.h"
#include "tests/support/ClientFixture.h"
#include "tests/support/ScriptedAdmin.h"

namespace tst_roomadmin {

using namespace Parlour;
using namespace Parlour::Core;
using namespace Parlour::Testing;

namespace {

QList<QByteArray> addressesOf(const QList<Principal>& principals) {
  QList<QByteArray> addresses;
  for (const Principal& principal : principals) addresses.append(principal.uri);
  return addresses;
}

}  // namespace

class TestRoomAdmin : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void creatableCategories();
  void missingSwitchesAreAskedFor();
  void addIns();
  void detailsOfAManagedRoom_data();
  void detailsOfAManagedRoom();
  void detailsForOthers();
  void permissionsThatAreNotTold();
  void creatingARoom();
  void roomsThatCannotBeSent_data();
  void roomsThatCannotBeSent();
  void modifyingSendsOnlyWhatChanges();
  void modifyingRefreshesTheRoom();
  void anEmptyEditIsNotSent();
  void takingOneselfOut();
  void handingARoomOver();
  void managersThatOthersAreTold();
  void deletingARoom();
  void findingPeople();
  void refusals_data();
  void refusals();
  void serversWithoutManagement_data();
  void serversWithoutManagement();
  void withoutConnection();

 private:
  RoomAdmin& admin() { return f_->client->admin(); }

  const RoomUri tides_ = testRoom("tides");
  const RoomUri crew_ = testRoom("crew");
  const QByteArray group_ = "ma-grp:0f1e2d3c@u.g";
  CategoryUri sea_;
  std::unique_ptr<ClientFixture> f_;
  std::unique_ptr<ScriptedAdmin> a_;
};

void TestRoomAdmin::init() {
  f_ = std::make_unique<ClientFixture>();
  a_ = std::make_unique<ScriptedAdmin>(f_->rooms, f_->ada);
  f_->rooms.add(tides_, QStringLiteral("Tide tables")).ownMask = Xccos::Permission::kManagerMember;
  f_->rooms.add(crew_, QStringLiteral("Crew rota"));
  f_->followBefore(tides_, QStringLiteral("Tide tables"));
  sea_ = a_->addCategory("sea", QStringLiteral("Seafaring"));
  a_->addPerson(f_->ada, QStringLiteral("Ada Quince"));
  a_->addPerson(f_->bo, QStringLiteral("Bo Quince"));
  a_->addGroup(group_, QStringLiteral("Adrift crew"));
  Xccos::ChanInfo& room = a_->settings(tides_);
  room.parent = sea_;
  room.invite = Xccos::InviteSetting::Off;
  room.addIn =
      Xccos::AddIn{"91a2", QStringLiteral("Tide clock"), QStringLiteral("https://tools.orchard.example/clock")};
  room.audit = Xccos::Audit{};
  room.audit->updatedOn = Timestamp::fromMs(5'000);
  a_->setRole(tides_, Xccos::RoleType::Member, {f_->ada.bytes(), group_});
  a_->setRole(tides_, Xccos::RoleType::Manager, {f_->ada.bytes()});
  f_->signIn();
  f_->server->takeTranscript();
}

void TestRoomAdmin::creatableCategories() {
  a_->addCategory("dock", QStringLiteral("Dockyard"), false);
  const auto found = f_->settled(admin().creatableCategories());
  QVERIFY(found.ok());
  QCOMPARE(found->size(), 1);
  QCOMPARE(found->first().uri, sea_.bytes());
  QCOMPARE(found->first().name, QStringLiteral("Seafaring"));
  QCOMPARE(found->first().files, std::optional(true));
  QCOMPARE(f_->server->takeTranscript(), QStringList{QStringLiteral("INFO cmd:nodespermcreatechild")});
}

// As in the only filled example: the list tells nothing but the switch for invitations.
void TestRoomAdmin::missingSwitchesAreAskedFor() {
  const CategoryUri dock = a_->addCategory("dock", QStringLiteral("Dockyard"));
  f_->rooms.deviate("cmd:getnodeinfo", {405, QStringLiteral("ERROR_MSG_NOT_SUPPORTED")});
  f_->rooms.answerFirst = [this, inner = f_->rooms.answerFirst](const Xccos::Command& command, const auto& header) {
    auto reply = inner(command, header);
    if (auto* nodes = reply ? std::get_if<Xccos::CreatableNodesReply>(&*reply) : nullptr) {
      for (Xccos::NodeInfo& node : nodes->nodes) {
        node.filePost.reset();
        node.logged.reset();
        node.invite = Xccos::InviteSetting::Off;
      }
    }
    return reply;
  };
  const auto found = f_->settled(admin().creatableCategories());
  QCOMPARE(f_->count("cmd:getnodeinfo"), 2);
  QCOMPARE(found->size(), 2);
  QCOMPARE(found->at(0).uri, dock.bytes());
  QCOMPARE(found->at(0).files, std::optional<bool>());  // that question was refused
  QCOMPARE(found->at(1).files, std::optional(true));
  QCOMPARE(found->at(1).history, std::optional(true));
  QVERIFY(!found->at(1).invitations);
}

void TestRoomAdmin::addIns() {
  QVERIFY(f_->settled(admin().addIns())->isEmpty());
  a_->addIns = {{"91a2", QStringLiteral("Tide clock"), QStringLiteral("https://tools.orchard.example/clock")}};
  const auto found = f_->settled(admin().addIns());
  QCOMPARE(*found, (QList<RoomAddIn>{
                       {"91a2", QStringLiteral("Tide clock"), QStringLiteral("https://tools.orchard.example/clock")}}));
}

void TestRoomAdmin::detailsOfAManagedRoom_data() {
  QTest::addColumn<bool>("listsInRoomInfo");
  QTest::newRow("lists come with the room") << true;
  QTest::newRow("lists are asked for") << false;
}

void TestRoomAdmin::detailsOfAManagedRoom() {
  QFETCH(bool, listsInRoomInfo);
  a_->listsInRoomInfo = listsInRoomInfo;
  const auto room = f_->settled(admin().details(tides_));
  QVERIFY(room.ok());
  QVERIFY(room->mayManage && room->listed);
  QCOMPARE(room->summary.uri, tides_);
  QCOMPARE(room->summary.name, QStringLiteral("Tide tables"));
  QCOMPARE(room->summary.category, sea_.bytes());
  QCOMPARE(room->summary.categoryName, QStringLiteral("Seafaring"));
  QCOMPARE(room->summary.updatedOn, Timestamp::fromMs(5'000));
  QVERIFY(!room->invitationsInherited);
  QCOMPARE(room->addIn->name, QStringLiteral("Tide clock"));
  QCOMPARE(addressesOf(room->members), (QList<QByteArray>{f_->ada.bytes(), group_}));
  QCOMPARE(room->members.first().name, QStringLiteral("Ada Quince"));
  QCOMPARE(room->members.last().name, QStringLiteral("Adrift crew"));
  QVERIFY(room->members.first().isPerson() && !room->members.last().isPerson());
  QCOMPARE(addressesOf(room->managers), QList<QByteArray>{f_->ada.bytes()});
  QVERIFY(room->presenters.isEmpty());
  QCOMPARE(f_->count("cmd:getroles"), listsInRoomInfo ? 0 : 1);
}

void TestRoomAdmin::detailsForOthers() {
  const auto room = f_->settled(admin().details(crew_));
  QVERIFY(room.ok());
  QVERIFY(!room->mayManage && !room->listed);
  QVERIFY(room->members.isEmpty());
  QVERIFY(room->invitationsInherited);
  QVERIFY(!room->addIn);
  QCOMPARE(f_->count("cmd:getroles"), 0);
  QCOMPARE(f_->settled(admin().details(testRoom("nowhere"))).error().code, ErrorCode::NotFound);
}

// Being shown the lists is as good as being told the permissions.
void TestRoomAdmin::permissionsThatAreNotTold() {
  f_->rooms.deviate("cmd:getperms", {405, QStringLiteral("ERROR_MSG_NOT_SUPPORTED")});
  QVERIFY(f_->settled(admin().details(tides_))->mayManage);
  f_->rooms.deviate("cmd:getperms", {405, QStringLiteral("ERROR_MSG_NOT_SUPPORTED")});
  QVERIFY(!f_->settled(admin().details(crew_))->mayManage);
}

void TestRoomAdmin::creatingARoom() {
  RoomEdit edit;
  edit.name = QStringLiteral(" Net loft ");
  edit.description = QStringLiteral("Mending & making");
  edit.category = sea_.bytes();
  edit.privacy = Privacy::Secret;
  edit.kind = RoomKind::Auditorium;
  edit.invitationsInherited = false;
  edit.addIn = QByteArray();
  edit.roles = {{RoomRole::Member, {f_->ada.bytes(), group_}, {}},
                {RoomRole::Manager, {f_->ada.bytes()}, {}},
                {RoomRole::Presenter, {}, {}}};
  const auto room = f_->settled(admin().create(edit));
  QVERIFY(room.ok());
  const auto* sent = f_->last<Xccos::CreateChannel>();
  QVERIFY(sent != nullptr);
  QCOMPARE(sent->room.name, std::optional(QStringLiteral("Net loft")));
  QCOMPARE(sent->room.visibility, std::optional(Xccos::Visibility::Private));
  QCOMPARE(sent->room.behavior, std::optional(Xccos::Behavior::Auditorium));
  QCOMPARE(sent->room.invite, std::optional(Xccos::InviteSetting::Off));
  QVERIFY(!sent->room.addIn && !sent->room.disabled && !sent->room.audit);
  QCOMPARE(sent->room.roles.size(), size_t{2});
  QCOMPARE(sent->room.roles[0].op, std::optional(Xccos::RoleOp::Set));
  QCOMPARE(sent->room.roles[0].users.size(), size_t{2});
  QCOMPARE(room->summary.uri, testRoom("new-1"));
  QCOMPARE(room->summary.privacy, Privacy::Secret);
  QCOMPARE(room->summary.name, QStringLiteral("Net loft"));
  QVERIFY(room->mayManage && room->listed);
  QCOMPARE(addressesOf(room->members), (QList<QByteArray>{f_->ada.bytes(), group_}));
  QVERIFY(f_->client->mayManage(testRoom("new-1")));
  QVERIFY(f_->settled(f_->client->open(room->summary.uri)).ok());
}

void TestRoomAdmin::roomsThatCannotBeSent_data() {
  QTest::addColumn<QString>("name");
  QTest::addColumn<QByteArray>("category");
  QTest::addColumn<QByteArray>("member");
  const QByteArray sea = "ma-cat://orchard.example/sea";
  QTest::newRow("no name") << QString() << sea << QByteArray("sip:bo@orchard.example");
  QTest::newRow("blank name") << QStringLiteral("  ") << sea << QByteArray("sip:bo@orchard.example");
  QTest::newRow("no category") << QStringLiteral("Loft") << QByteArray() << QByteArray("sip:bo@orchard.example");
  QTest::newRow("bad category") << QStringLiteral("Loft") << QByteArray("sea") << QByteArray("sip:bo@orchard.example");
  QTest::newRow("bad member") << QStringLiteral("Loft") << sea << QByteArray("bo@orchard.example");
  QTest::newRow("half a member") << QStringLiteral("Loft") << sea << QByteArray("sip:bo");
}

void TestRoomAdmin::roomsThatCannotBeSent() {
  QFETCH(QString, name);
  QFETCH(QByteArray, category);
  QFETCH(QByteArray, member);
  RoomEdit edit;
  edit.name = name;
  edit.category = category;
  edit.roles = {{RoomRole::Member, {member}, {}}};
  const auto room = f_->settled(admin().create(edit));
  QCOMPARE(room.error().code, ErrorCode::InvalidArgument);
  QVERIFY(!room.error().text.isEmpty());
  QVERIFY(f_->server->takeTranscript().isEmpty());
}

void TestRoomAdmin::modifyingSendsOnlyWhatChanges() {
  RoomEdit edit;
  edit.topic = QString();
  edit.addIn = QByteArray();
  edit.readOn = Timestamp::fromMs(5'000);
  edit.roles = {{RoomRole::Member, {f_->bo.bytes()}, {group_}}, {RoomRole::Presenter, {}, {}}};
  const auto room = f_->settled(admin().modify(tides_, edit));
  QVERIFY(room.ok());
  const auto* sent = f_->last<Xccos::ModifyChannel>();
  Xccos::ChanInfo wanted;
  wanted.uri = tides_;
  wanted.topic = QString();
  wanted.addIn = Xccos::AddIn{Xccos::kNoAddIn, {}, {}};
  wanted.audit = Xccos::Audit{};
  wanted.audit->updatedOn = Timestamp::fromMs(5'000);
  Xccos::UserInfo bo;
  bo.uri = f_->bo.bytes();
  Xccos::UserInfo group;
  group.uri = group_;
  wanted.roles = {{Xccos::RoleType::Member, Xccos::RoleOp::Add, {bo}},
                  {Xccos::RoleType::Member, Xccos::RoleOp::Remove, {group}}};
  QCOMPARE(sent->room, wanted);
  QCOMPARE(addressesOf(room->members), (QList<QByteArray>{f_->ada.bytes(), f_->bo.bytes()}));
  QVERIFY(!room->addIn);
  QVERIFY(room->summary.updatedOn > Timestamp::fromMs(5'000));
}

void TestRoomAdmin::modifyingRefreshesTheRoom() {
  Room& tides = *f_->client->room(tides_);
  QSignalSpy changed(&tides, &Room::changed);
  a_->listsInRoomInfo = false;  // so the rest has to be read again
  RoomEdit edit;
  edit.name = QStringLiteral("Tides");
  edit.topic = QStringLiteral("Neap tides");
  edit.privacy = Privacy::Open;
  const auto room = f_->settled(admin().modify(tides_, edit));
  QVERIFY(room.ok());
  QVERIFY(changed.size() >= 1);
  QCOMPARE(tides.summary().name, QStringLiteral("Tides"));
  QCOMPARE(tides.summary().topic, QStringLiteral("Neap tides"));
  QCOMPARE(tides.summary().privacy, Privacy::Open);
  QVERIFY(room->mayManage && room->listed);
  QVERIFY(!room->invitationsInherited);
  // What a manager clears is gone, although replies leave empty properties out.
  edit = {};
  edit.topic = QString();
  QVERIFY(f_->settled(admin().modify(tides_, edit)).ok());
  QCOMPARE(tides.summary().topic, QString());
}

void TestRoomAdmin::anEmptyEditIsNotSent() {
  RoomEdit edit;
  edit.readOn = Timestamp::fromMs(1);
  edit.roles = {{RoomRole::Member, {}, {}}};
  const auto room = f_->settled(admin().modify(tides_, edit));
  QVERIFY(room.ok());
  QCOMPARE(f_->count("cmd:chanmodify"), 0);
  QCOMPARE(room->summary.name, QStringLiteral("Tide tables"));
}

// In a secret room that leaves nothing to be read; the change itself has worked all the same.
void TestRoomAdmin::takingOneselfOut() {
  a_->listsInRoomInfo = false;
  f_->rooms.deviate("cmd:getchaninfo", {404, QStringLiteral("ERROR_NO_SUCH_NODE")});
  RoomEdit edit;
  edit.roles = {{RoomRole::Manager, {}, {f_->ada.bytes()}}};
  const auto room = f_->settled(admin().modify(tides_, edit));
  QVERIFY(room.ok());
  QVERIFY(!room->mayManage && !room->listed);
  QVERIFY(a_->role(tides_, Xccos::RoleType::Manager).isEmpty());
}

// What a manager may do is read again once the managers have changed.
void TestRoomAdmin::handingARoomOver() {
  a_->setRole(tides_, Xccos::RoleType::Manager, {f_->ada.bytes(), f_->bo.bytes()});
  f_->rooms.answerFirst = [this, inner = f_->rooms.answerFirst](const Xccos::Command& command, const auto& header) {
    auto reply = inner(command, header);
    const bool modified = std::holds_alternative<Xccos::ModifyChannel>(command);
    if (modified) f_->rooms.room(tides_).ownMask = Xccos::Permission::kMember;
    return reply;
  };
  RoomEdit edit;
  edit.roles = {{RoomRole::Manager, {}, {f_->ada.bytes()}}};
  const auto room = f_->settled(admin().modify(tides_, edit));
  QVERIFY(room.ok());
  QVERIFY(!room->mayManage);
  QCOMPARE(a_->role(tides_, Xccos::RoleType::Manager), QList<QByteArray>{f_->bo.bytes()});
}

void TestRoomAdmin::managersThatOthersAreTold() {
  a_->managersForOthers = true;
  a_->setRole(crew_, Xccos::RoleType::Manager, {f_->bo.bytes()});
  const auto room = f_->settled(admin().details(crew_));
  QCOMPARE(addressesOf(room->managers), QList<QByteArray>{f_->bo.bytes()});
  QVERIFY(!room->listed && !room->mayManage);
  f_->rooms.deviate("cmd:getperms", {405, QStringLiteral("ERROR_MSG_NOT_SUPPORTED")});
  QVERIFY(!f_->settled(admin().details(crew_))->mayManage);
}

void TestRoomAdmin::deletingARoom() {
  QVERIFY(f_->settled(admin().remove(tides_)).ok());
  QCOMPARE(f_->client->room(tides_)->ending(), RoomEnding::Deleted);
  QVERIFY(!f_->client->mayManage(tides_));
  const Status again = f_->settled(admin().remove(tides_));
  QCOMPARE(again.error().code, ErrorCode::NotFound);
}

void TestRoomAdmin::findingPeople() {
  const auto anybody = f_->settled(admin().find(QStringLiteral(" ad "), RoomRole::Member, {}));
  QCOMPARE(addressesOf(*anybody), (QList<QByteArray>{f_->ada.bytes(), group_}));
  QVERIFY(!f_->last<Xccos::SearchUsers>()->eligibleFor);
  QCOMPARE(f_->last<Xccos::SearchUsers>()->filter.criteria, QStringLiteral("ad"));
  QCOMPARE(f_->last<Xccos::SearchUsers>()->filter.maxResults, std::optional(20));

  const auto one = f_->settled(admin().find(QStringLiteral("ad"), RoomRole::Presenter, tides_, 1));
  QCOMPARE(one->size(), 1);  // this server does not keep to the limit
  QCOMPARE(f_->last<Xccos::SearchUsers>()->eligibleFor,
           std::optional(Xccos::Eligibility{tides_, Xccos::RoleType::Presenter}));

  QVERIFY(f_->settled(admin().findForCategory(QStringLiteral("bo"), RoomRole::Presenter, sea_.bytes())).ok());
  QCOMPARE(f_->last<Xccos::SearchUsers>()->eligibleFor,
           std::optional(Xccos::Eligibility{sea_, Xccos::RoleType::Member}));

  f_->server->takeTranscript();
  QVERIFY(f_->settled(admin().find(QStringLiteral("  "), RoomRole::Member, tides_))->isEmpty());
  QCOMPARE(f_->settled(admin().findForCategory(QStringLiteral("bo"), RoomRole::Member, "sea")).error().code,
           ErrorCode::InvalidArgument);
  QVERIFY(f_->server->takeTranscript().isEmpty());
}

void TestRoomAdmin::refusals_data() {
  QTest::addColumn<int>("code");
  QTest::addColumn<QString>("wire");
  QTest::addColumn<ErrorCode>("error");
  QTest::addColumn<QString>("text");
  const auto row = [](const char* name, int code, const char* wire, ErrorCode error, const char* text) {
    QTest::newRow(name) << code << QString::fromLatin1(wire) << error << QString::fromLatin1(text);
  };
  row("in the server's words", 403, "ERROR_PERMISSION: Ada is no manager of Tide tables. Ask Bo.",
      ErrorCode::PermissionDenied, "Ada is no manager of Tide tables. Ask Bo.");
  row("bare constant", 452, "ERROR_DUPLICATE_ROOM_NAME", ErrorCode::Conflict,
      "There is already a room with this name.");
  row("number of another server", 487, "ERROR_PRINCIPALS_NOT_IN_SCOPE", ErrorCode::PermissionDenied,
      "The category does not admit this person or group.");
  row("collision", 409, "ERROR_DATA_COLLISION", ErrorCode::Conflict,
      "Someone else changed this in the meantime. Reload it and try again.");
}

void TestRoomAdmin::refusals() {
  QFETCH(int, code);
  QFETCH(QString, wire);
  f_->rooms.deviate("cmd:chanmodify", {code, wire});
  RoomEdit edit;
  edit.name = QStringLiteral("Tides");
  const auto room = f_->settled(admin().modify(tides_, edit));
  QTEST(room.error().code, "error");
  QTEST(room.error().text, "text");
  QCOMPARE(room.error().wireCode, code);
  QCOMPARE(f_->client->room(tides_)->summary().name, QStringLiteral("Tide tables"));
}

void TestRoomAdmin::serversWithoutManagement_data() {
  QTest::addColumn<QString>("page");
  QTest::addColumn<QString>("advice");
  const QString ask = QStringLiteral("Ask your administrator to do it.");
  QTest::newRow("no page") << QString() << ask;
  QTest::newRow("page") << QStringLiteral("https://rooms.orchard.example/manage")
                        << QStringLiteral("Manage them at https://rooms.orchard.example/manage.");
  QTest::newRow("no web page") << QStringLiteral("file:///etc/passwd") << ask;
}

void TestRoomAdmin::serversWithoutManagement() {
  QFETCH(QString, page);
  QFETCH(QString, advice);
  ClientFixture f;
  f.rooms.add(tides_, QStringLiteral("Tide tables"));
  f.rooms.answerFirst = [&](const Xccos::Command& command, const Xccos::ReplyHeader& header) {
    if (!std::holds_alternative<Xccos::GetServerInfo>(command)) return std::optional<Xccos::Reply>();
    Xccos::ServerInfoReply reply{header, {}};
    reply.info.roomManagementUrl = page;
    return std::optional<Xccos::Reply>(reply);
  };
  f.signIn();
  RoomEdit edit;
  edit.name = QStringLiteral("Loft");
  edit.category = sea_.bytes();
  RoomAdmin& without = f.client->admin();
  const QFuture<Result<RoomDetails>> created = without.create(edit);
  const QFuture<Result<QList<CategoryChoice>>> categories = without.creatableCategories();
  const QFuture<Result<QList<Principal>>> people = without.find(QStringLiteral("bo"), RoomRole::Member, tides_);
  const QFuture<Status> removed = without.remove(tides_);
  f.settle();
  const QString text = QStringLiteral("This server does not let clients manage rooms. ") + advice;
  for (const Error& error :
       {created.result().error(), categories.result().error(), people.result().error(), removed.result().error()}) {
    QCOMPARE(error.code, ErrorCode::NotSupported);
    QCOMPARE(error.text, text);
    QCOMPARE(error.wireCode, 405);
  }
}

void TestRoomAdmin::withoutConnection() {
  f_->transport->cut(Error::make(ErrorCode::ConnectionLost, QStringLiteral("Reset.")));
  f_->settle();
  QCOMPARE(f_->settled(admin().details(tides_)).error().code, ErrorCode::ConnectionLost);
  QCOMPARE(f_->settled(f_->client->categories()).error().code, ErrorCode::ConnectionLost);
}

PARLOUR_TEST(TestRoomAdmin)

}  // namespace tst_roomadmin

#include "tst_roomadmin.moc"
