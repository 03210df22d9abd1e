// SPDX-License-Identifier: Apache-2.0
#include <QSignalSpy>
#include <QTest>

#include "app/core/rooms/WhyNot.h"
#include "protocol/xccos/Permissions.h"
#include "tests/program/TestProgram.h"
#include "tests/support/ClientFixture.h"
#include "tests/support/ScriptedAdmin.h"

namespace tst_roomendings {

using namespace Parlour;
using namespace Parlour::Core;
using namespace Parlour::Testing;

// What managers do to rooms while the person is in them: removal, disabling, deletion, moves, rights, invitations.
class TestRoomEndings : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void ends_data();
  void ends();
  void managersAreRemembered();
  void othersLeaving();
  void partOfARoomThatIsNotJoined();
  void rejoinedAfterAReconnect();
  void enabledAgain();
  void disabledAndEnabledByOneself();
  void invitedAgainAfterARemoval();
  void openingAnEndedRoomKeepsIt_data();
  void openingAnEndedRoomKeepsIt();
  void deletedRoomsOfTheOpenList();
  void deletedRoomsAreKeptUntilUnfollowed();
  void movedToAnotherCategory();
  void propertiesThatAreClearedElsewhere();
  void rightsChange_data();
  void rightsChange();
  void rightsOfOthers();
  void oneInvitationARoom();
  void invitationsOfDeletedRoomsGo();

 private:
  Room& tides() { return *f_->client->room(tides_); }
  void notice(const Xccos::Notice& notice) {
    f_->rooms.notice(notice);
    f_->settle();
  }
  Xccos::Notice partOf(const SipUri& user) const {
    Xccos::UserInfo left;
    left.uri = user.bytes();
    return Xccos::PartNotice{{{tides_, {left}}}};
  }
  Xccos::Notice disabled(bool disabled) const {
    Xccos::ChanInfo info;
    info.uri = tides_;
    info.disabled = disabled;
    return Xccos::ChannelModifiedNotice{{info}};
  }
  Xccos::Notice invitationTo(const RoomUri& room, quint32 number) const {
    Xccos::Invitation invitation;
    invitation.inviteId = number;
    invitation.domain = "orchard.example";
    invitation.room.uri = room;
    invitation.room.name = QStringLiteral("Invitation %1").arg(number);
    return Xccos::InviteNotice{{invitation}};
  }

  const RoomUri tides_ = testRoom("tides");
  const RoomUri crew_ = testRoom("crew");
  std::unique_ptr<ClientFixture> f_;
};

void TestRoomEndings::init() {
  f_ = std::make_unique<ClientFixture>();
  f_->rooms.add(tides_, QStringLiteral("Tide tables")).others = {f_->bo};
  f_->rooms.add(crew_, QStringLiteral("Crew rota"));
  f_->rooms.remember(tides_, f_->bo, QStringLiteral("Low water at six"));
  f_->followBefore(tides_, QStringLiteral("Tide tables"));
  f_->signIn();
  f_->server->takeTranscript();
}

void TestRoomEndings::ends_data() {
  QTest::addColumn<QStringList>("notices");  // part, disable, delete
  QTest::addColumn<RoomEnding>("ending");
  QTest::addColumn<ErrorCode>("code");
  QTest::addColumn<QString>("sentence");
  const auto row = [](const char* notices, RoomEnding ending, ErrorCode code, const char* sentence) {
    QTest::newRow(notices) << QString::fromLatin1(notices).split(u' ') << ending << code
                           << QString::fromLatin1(sentence);
  };
  const char* disabledWords = "This room was disabled by a manager. You can read its history.";
  row("part", RoomEnding::Removed, ErrorCode::PermissionDenied, "You were removed from this room.");
  row("disable part", RoomEnding::Disabled, ErrorCode::Disabled, disabledWords);
  row("part disable", RoomEnding::Disabled, ErrorCode::Disabled, disabledWords);
  row("delete", RoomEnding::Deleted, ErrorCode::NotFound, "This room was deleted.");
  row("part delete", RoomEnding::Deleted, ErrorCode::NotFound, "This room was deleted.");
  row("delete part", RoomEnding::Deleted, ErrorCode::NotFound, "This room was deleted.");
  row("part part", RoomEnding::Removed, ErrorCode::PermissionDenied, "You were removed from this room.");
}

void TestRoomEndings::ends() {
  QFETCH(QStringList, notices);
  QFETCH(RoomEnding, ending);
  QSignalSpy ended(f_->client.get(), &Client::roomEnded);
  for (const QString& name : notices) {
    if (name == QLatin1String("part")) notice(partOf(f_->ada));
    if (name == QLatin1String("disable")) notice(disabled(true));
    if (name == QLatin1String("delete")) notice(Xccos::ChannelDeletedNotice{{tides_}});
  }
  QCOMPARE(tides().joinState(), JoinState::Failed);
  QCOMPARE(tides().ending(), ending);
  QTEST(tides().joinError()->code, "code");
  QTEST(tides().joinError()->text, "sentence");
  QVERIFY(tides().participants().isEmpty());
  QVERIFY(!tides().mayPost() && !tides().mayManage());
  QVERIFY(tides().isFollowed());
  QCOMPARE(tides().timeline().count(), 1);  // what was read stays
  QVERIFY(ended.size() >= 1);
  QCOMPARE(ended.last().at(1).value<RoomEnding>(), ending);
  QVERIFY(f_->server->takeTranscript().isEmpty());
}

void TestRoomEndings::managersAreRemembered() {
  Xccos::UserInfo bo;
  bo.uri = f_->bo.bytes();
  bo.mask = Xccos::Permission::kManagerMember;
  Xccos::UserInfo me;
  me.uri = f_->ada.bytes();
  me.mask = Xccos::Permission::kManagerMember;
  notice(Xccos::PermissionsNotice{{{tides_, {bo, me}}}});
  notice(partOf(f_->ada));
  QCOMPARE(WhyNot::ended(WhyNotFacts::of(tides())),
           QStringLiteral("You were removed from this room. To come back, ask Bo Quince."));
}

void TestRoomEndings::othersLeaving() {
  QSignalSpy ended(f_->client.get(), &Client::roomEnded);
  notice(partOf(f_->bo));
  QCOMPARE(tides().joinState(), JoinState::Joined);
  QCOMPARE(tides().participants().size(), 1);
  QVERIFY(ended.isEmpty());
}

void TestRoomEndings::partOfARoomThatIsNotJoined() {
  f_->server->plan(QStringLiteral("INFO cmd:join"), 0);
  f_->client->open(crew_);
  f_->settle();
  Xccos::UserInfo me;
  me.uri = f_->ada.bytes();
  notice(Xccos::PartNotice{{{crew_, {me}}, {testRoom("unknown"), {me}}}});
  QCOMPARE(f_->client->room(crew_)->joinState(), JoinState::Joining);
  QCOMPARE(f_->client->room(crew_)->ending(), RoomEnding::None);
}

void TestRoomEndings::rejoinedAfterAReconnect() {
  notice(partOf(f_->ada));
  f_->rooms.room(tides_).available = false;
  f_->transport->cut(Error::make(ErrorCode::ConnectionLost, QStringLiteral("Reset.")));
  f_->settle();
  f_->advanceMs(3'000);
  QCOMPARE(tides().joinState(), JoinState::Failed);
  QCOMPARE(tides().ending(), RoomEnding::Removed);  // still the best that is known
  f_->rooms.room(tides_).available = true;
  f_->transport->cut(Error::make(ErrorCode::ConnectionLost, QStringLiteral("Reset.")));
  f_->settle();
  f_->advanceMs(3'000);
  QCOMPARE(tides().joinState(), JoinState::Joined);
  QCOMPARE(tides().ending(), RoomEnding::None);
}

void TestRoomEndings::enabledAgain() {
  notice(disabled(true));
  notice(partOf(f_->ada));
  f_->rooms.remember(tides_, f_->bo, QStringLiteral("Back to work"));
  notice(disabled(false));
  QCOMPARE(tides().joinState(), JoinState::Joined);
  QCOMPARE(tides().ending(), RoomEnding::None);
  QCOMPARE(tides().timeline().count(), 2);
}

void TestRoomEndings::disabledAndEnabledByOneself() {
  ScriptedAdmin admin(f_->rooms, f_->ada);
  f_->rooms.room(tides_).ownMask = Xccos::Permission::kManagerMember;
  RoomEdit edit;
  edit.disabled = true;
  QFuture<Result<RoomDetails>> done = f_->client->admin().modify(tides_, edit);
  f_->settle();
  QVERIFY(done.result().ok());
  QVERIFY(tides().summary().disabled);
  QVERIFY(!tides().mayPost());
  notice(partOf(f_->ada));
  QCOMPARE(tides().ending(), RoomEnding::Disabled);
  edit.disabled = false;
  done = f_->client->admin().modify(tides_, edit);
  f_->settle();
  QVERIFY(done.result().ok());
  QCOMPARE(tides().joinState(), JoinState::Joined);
}

void TestRoomEndings::invitedAgainAfterARemoval() {
  notice(partOf(f_->ada));
  notice(invitationTo(tides_, 5));
  QCOMPARE(tides().joinState(), JoinState::Joined);
  QVERIFY(f_->client->invitations().isEmpty());
}

void TestRoomEndings::openingAnEndedRoomKeepsIt_data() {
  QTest::addColumn<bool>("wasDeleted");
  QTest::addColumn<int>("joins");
  QTest::newRow("removed") << false << 1;
  QTest::newRow("deleted") << true << 0;  // which no answer can change
}

void TestRoomEndings::openingAnEndedRoomKeepsIt() {
  QFETCH(bool, wasDeleted);
  QFETCH(int, joins);
  f_->rooms.remember(crew_, f_->bo, QStringLiteral("Dot sails on Monday"));
  f_->client->open(crew_);
  f_->settle();
  f_->server->takeTranscript();
  Xccos::UserInfo me;
  me.uri = f_->ada.bytes();
  notice(Xccos::PartNotice{{{crew_, {me}}}});
  if (wasDeleted) notice(Xccos::ChannelDeletedNotice{{crew_}});
  f_->rooms.room(crew_).available = false;
  const QFuture<Result<Room*>> opened = f_->client->open(crew_);
  f_->settle();
  QVERIFY(opened.isFinished() && !opened.result().ok());
  QCOMPARE(opened.result().error().code, ErrorCode::NotFound);
  QCOMPARE(f_->server->takeTranscript().count(QStringLiteral("INFO cmd:join")), qsizetype{joins});
  QVERIFY(f_->client->room(crew_) != nullptr);
  QVERIFY(f_->client->room(crew_)->isOpen());
  QCOMPARE(f_->client->room(crew_)->timeline().count(), 1);
  QCOMPARE(f_->client->room(crew_)->joinState(), JoinState::Failed);
  f_->client->close(crew_);
  f_->settle();
  QVERIFY(f_->client->room(crew_) == nullptr);
}

void TestRoomEndings::deletedRoomsOfTheOpenList() {
  f_->client->open(crew_);
  f_->settle();
  notice(Xccos::ChannelDeletedNotice{{crew_, testRoom("unknown")}});
  QCOMPARE(f_->client->room(crew_)->ending(), RoomEnding::Deleted);
  QVERIFY(f_->client->room(crew_)->isOpen());  // until the person closes it
  ClientFixture again(f_->settings);
  again.signIn();
  QVERIFY(again.client->room(crew_) == nullptr);  // but it does not come back
}

void TestRoomEndings::deletedRoomsAreKeptUntilUnfollowed() {
  notice(Xccos::ChannelDeletedNotice{{tides_}});
  f_->advanceMs(60'000);
  QVERIFY(tides().isFollowed());
  QVERIFY(!f_->server->transcript().contains(QStringLiteral("SERVICE")));
  const QFuture<Status> gone = f_->client->unfollow(tides_);
  f_->settle();
  QVERIFY(gone.result().ok());
  QVERIFY(f_->client->room(tides_) == nullptr);
  QVERIFY(!f_->server->transcript().contains(QStringLiteral("INFO cmd:part")));
}

void TestRoomEndings::movedToAnotherCategory() {
  ScriptedAdmin admin(f_->rooms, f_->ada);
  const CategoryUri dock = admin.addCategory("dock", QStringLiteral("Dockyard"));
  Xccos::ChanInfo info;
  info.uri = tides_;
  info.parent = dock;
  notice(Xccos::ChannelModifiedNotice{{info}});
  QCOMPARE(tides().summary().category, dock.bytes());
  QCOMPARE(tides().summary().categoryName, QStringLiteral("Dockyard"));
  QCOMPARE(tides().joinState(), JoinState::Joined);
  QCOMPARE(f_->server->takeTranscript(), QStringList{QStringLiteral("INFO cmd:nodesrch")});
}

void TestRoomEndings::propertiesThatAreClearedElsewhere() {
  Xccos::ChanInfo info;
  info.uri = tides_;
  info.name = QStringLiteral("Tide tables");
  info.topic = QStringLiteral("Neap tides");
  info.description = QStringLiteral("When the boats can leave");
  info.visibility = Xccos::Visibility::Scoped;
  info.behavior = Xccos::Behavior::Normal;
  notice(Xccos::ChannelModifiedNotice{{info}});
  QCOMPARE(tides().summary().topic, QStringLiteral("Neap tides"));
  info.topic.reset();
  info.description.reset();
  notice(Xccos::ChannelModifiedNotice{{info}});
  QCOMPARE(tides().summary().topic, QString());
  QCOMPARE(tides().summary().description, QString());
}

void TestRoomEndings::rightsChange_data() {
  QTest::addColumn<quint32>("mask");
  QTest::addColumn<bool>("told");
  QTest::addColumn<bool>("manages");
  QTest::newRow("manager") << Xccos::Permission::kManagerMember << true << true;
  QTest::newRow("presenter") << Xccos::Permission::kPresenterMember << true << false;
  QTest::newRow("the same") << Xccos::Permission::kMember << false << false;
}

void TestRoomEndings::rightsChange() {
  QFETCH(quint32, mask);
  QFETCH(bool, told);
  QSignalSpy changed(&tides(), &Room::rightsChanged);
  Xccos::UserInfo me;
  me.uri = f_->ada.bytes();
  me.mask = mask;
  notice(Xccos::PermissionsNotice{{{tides_, {me}}}});
  QCOMPARE(changed.size(), told ? 1 : 0);
  if (told) QCOMPARE(changed.first().first().toUInt(), Xccos::Permission::kMember);
  QCOMPARE(tides().ownMask(), mask);
  QTEST(tides().mayManage(), "manages");
  QTEST(f_->client->mayManage(tides_), "manages");
  QCOMPARE(tides().participants().size(), 2);
}

void TestRoomEndings::rightsOfOthers() {
  QSignalSpy changed(&tides(), &Room::rightsChanged);
  Xccos::UserInfo bo;
  bo.uri = f_->bo.bytes();
  bo.mask = Xccos::Permission::kManagerMember;
  Xccos::UserInfo absent;
  absent.uri = "sip:dot@orchard.example";
  absent.mask = Xccos::Permission::kManagerMember;
  notice(Xccos::PermissionsNotice{{{tides_, {bo, absent}}, {testRoom("unknown"), {bo}}}});
  QVERIFY(changed.isEmpty());
  QCOMPARE(tides().participants().size(), 2);
  QVERIFY(tides().participants().last().manager);
}

void TestRoomEndings::oneInvitationARoom() {
  QSignalSpy changed(f_->client.get(), &Client::invitationsChanged);
  notice(invitationTo(crew_, 5));
  notice(invitationTo(crew_, 5));
  QCOMPARE(changed.size(), 1);
  notice(invitationTo(crew_, 6));
  QCOMPARE(changed.size(), 2);
  QCOMPARE(f_->client->invitations().size(), 1);
  QCOMPARE(f_->client->invitations().first().number, quint64{6});
  f_->client->open(crew_);
  f_->settle();
  QVERIFY(f_->client->invitations().isEmpty());
  notice(invitationTo(crew_, 7));  // already there
  QVERIFY(f_->client->invitations().isEmpty());
  // Another sign-in on this computer asks for newer ones only.
  ClientFixture again(f_->settings);
  again.signIn();
  for (const Xccos::Command& command : again.rooms.commands) {
    if (const auto* asked = std::get_if<Xccos::GetInvitations>(&command)) QCOMPARE(asked->afterId, 7U);
  }
}

void TestRoomEndings::invitationsOfDeletedRoomsGo() {
  notice(invitationTo(crew_, 5));
  notice(Xccos::ChannelDeletedNotice{{crew_}});
  QVERIFY(f_->client->invitations().isEmpty());
}

PARLOUR_TEST(TestRoomEndings)

}  // namespace tst_roomendings

#include "tst_roomendings.moc"
