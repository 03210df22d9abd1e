// SPDX-License-Identifier: Apache-2.0
#include <QSignalSpy>
#include <QTest>

#include "tests/program/TestProgram.h"
#include "tests/support/ClientFixture.h"

namespace tst_client {

using namespace Parlour;
using namespace Parlour::Core;
using namespace Parlour::Testing;

class TestClient : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void openingAndClosingARoom();
  void openingARoomThatIsNotThere();
  void liveMessagesCountAsUnread();
  void unreadCountsWhatIsNotFetched();
  void ownMessagesOfAnotherComputer();
  void participantsFollowTheNotices();
  void hiddenRosterIsFetched();
  void rightsFollowTheMask();
  void removedFromARoom();
  void roomChangesAndDeletion();
  void messagesAreRemoved();
  void invitationsAreKept();
  void searchingRooms();
  void searchingMessages();
  void contextOfAHit();
  void jumpAndReturn();
  void failedPageCanBeTriedAgain();
  void orderOfRoomsIsRemembered();
  void anotherAccountStartsEmpty();
  void destroyedInTheMiddle();

 private:
  Room& tides() { return *f_->client->room(tides_); }

  const RoomUri tides_ = testRoom("tides");
  const RoomUri crew_ = testRoom("crew");
  std::unique_ptr<ClientFixture> f_;
};

void TestClient::init() {
  f_ = std::make_unique<ClientFixture>();
  f_->rooms.add(tides_, QStringLiteral("Tide tables")).others = {f_->bo};
  f_->rooms.add(crew_, QStringLiteral("Crew rota"));
  f_->followBefore(tides_, QStringLiteral("Tide tables"));
}

void TestClient::openingAndClosingARoom() {
  f_->signIn();
  QSignalSpy added(f_->client.get(), &Client::roomAdded);
  QFuture<Result<Room*>> opened = f_->client->open(crew_);
  f_->settle();
  QVERIFY(opened.isFinished());
  QVERIFY(opened.result().ok());
  Room* room = *opened.result();
  QCOMPARE(added.size(), 1);
  QCOMPARE(room->summary().name, QStringLiteral("Crew rota"));
  QVERIFY(room->isOpen() && !room->isFollowed());
  QVERIFY(room->mayPost());
  QFuture<Status> closed = f_->client->close(crew_);
  f_->settle();
  QVERIFY(closed.result().ok());
  QVERIFY(f_->client->room(crew_) == nullptr);
  QVERIFY(!f_->rooms.room(crew_).joined);
  f_->client->open(tides_);
  f_->client->close(tides_);
  f_->settle();
  QVERIFY(f_->rooms.room(tides_).joined);  // followed rooms stay joined
}

void TestClient::openingARoomThatIsNotThere() {
  f_->signIn();
  QFuture<Result<Room*>> opened = f_->client->open(testRoom("nowhere"));
  f_->settle();
  QCOMPARE(opened.result().error().code, ErrorCode::NotFound);
  QCOMPARE(f_->client->rooms().size(), 1);
}

void TestClient::liveMessagesCountAsUnread() {
  f_->signIn();
  QSignalSpy arrived(f_->client.get(), &Client::messageArrived);
  f_->rooms.say(tides_, f_->bo, QStringLiteral("Low water at six."));
  f_->rooms.say(tides_, f_->bo, QStringLiteral("@Ada: did you see?"));
  f_->rooms.say(tides_, f_->bo, QStringLiteral("Gale warning!"), true);
  f_->settle();
  QCOMPARE(arrived.size(), 3);
  QCOMPARE(tides().unreadCount(), 3);
  QCOMPARE(tides().mentionCount(), 1);
  QVERIFY(tides().hasUnreadAlert());
  f_->client->markRead(tides_, 2);
  QCOMPARE(tides().unreadCount(), 1);
  QCOMPARE(tides().mentionCount(), 0);
  f_->client->markRead(tides_, 3);
  QCOMPARE(tides().unreadCount(), 0);
  QVERIFY(!tides().hasUnreadAlert());
}

void TestClient::unreadCountsWhatIsNotFetched() {
  f_->server->presence = {};
  f_->followBefore(tides_, QStringLiteral("Tide tables"), 10);
  for (int i = 0; i < 100; ++i) f_->rooms.remember(tides_, f_->bo, QStringLiteral("news"));
  f_->signIn();
  QCOMPARE(tides().timeline().count(), 30);
  QCOMPARE(tides().unreadCount(), 90);
}

void TestClient::ownMessagesOfAnotherComputer() {
  f_->signIn();
  QSignalSpy arrived(f_->client.get(), &Client::messageArrived);
  f_->rooms.say(tides_, f_->ada, QStringLiteral("from the other desk"));
  f_->settle();
  QCOMPARE(arrived.size(), 1);
  QVERIFY(tides().timeline().at(0).own);
  QCOMPARE(tides().unreadCount(), 0);
  QCOMPARE(tides().readMark(), ChatId{1});
}

void TestClient::participantsFollowTheNotices() {
  f_->signIn();
  QCOMPARE(tides().participants().size(), 2);
  const SipUri dot = SipUri::fromTrusted("sip:dot@orchard.example");
  Xccos::UserInfo user;
  user.uri = dot.bytes();
  user.dispname = QStringLiteral("Dot Damson");
  user.entered = {{12276, tides_}, {3984, testRoom("unknown")}};
  f_->rooms.notice(Xccos::JoinNotice{{user}});
  f_->rooms.notice(Xccos::BatchJoinNotice{{user}});
  f_->settle();
  QCOMPARE(tides().participants().size(), 3);
  QVERIFY(tides().participants().last().manager);
  QCOMPARE(tides().participants().last().name, QStringLiteral("Dot Damson"));
  Xccos::UserInfo left;
  left.uri = dot.bytes();
  f_->rooms.notice(Xccos::PartNotice{{{tides_, {left}}}});
  f_->settle();
  QCOMPARE(tides().participants().size(), 2);
  QCOMPARE(tides().summary().participants, 2);
}

void TestClient::hiddenRosterIsFetched() {
  f_->rooms.room(tides_).hidesRoster = true;
  f_->signIn();
  QVERIFY(tides().rosterHidden());
  QVERIFY(tides().mayPost());  // not told otherwise
  QFuture<Result<QList<Participant>>> fetched = f_->client->fetchParticipants(tides_);
  f_->settle();
  QCOMPARE(fetched.result().error().code, ErrorCode::NotSupported);
}

void TestClient::rightsFollowTheMask() {
  f_->rooms.room(tides_).ownMask = 3984 & ~256U;
  f_->signIn();
  QVERIFY(!tides().mayPost());
  Xccos::UserInfo me;
  me.uri = f_->ada.bytes();
  me.mask = 12276;
  f_->rooms.notice(Xccos::PermissionsNotice{{{tides_, {me}}}});
  f_->settle();
  QVERIFY(tides().mayPost());
  RoomSummary auditorium = tides().summary();
  auditorium.kind = RoomKind::Auditorium;
  tides().setSummary(auditorium);
  QVERIFY(!tides().mayPost());
  tides().setOwnMask(8080);
  QVERIFY(tides().mayPost());
}

void TestClient::removedFromARoom() {
  f_->signIn();
  Xccos::UserInfo me;
  me.uri = f_->ada.bytes();
  f_->rooms.notice(Xccos::PartNotice{{{tides_, {me}}}});
  f_->settle();
  QCOMPARE(tides().joinState(), JoinState::Failed);
  QCOMPARE(tides().joinError()->code, ErrorCode::PermissionDenied);
  QVERIFY(!tides().mayPost());
}

void TestClient::roomChangesAndDeletion() {
  f_->signIn();
  Xccos::ChanInfo info;
  info.uri = tides_;
  info.name = QStringLiteral("Tides");
  info.topic = QStringLiteral("Neap tides");
  info.disabled = true;
  f_->rooms.notice(Xccos::ChannelModifiedNotice{{info}});
  f_->settle();
  QCOMPARE(tides().summary().name, QStringLiteral("Tides"));
  QCOMPARE(tides().summary().topic, QStringLiteral("Neap tides"));
  QCOMPARE(tides().summary().privacy, Privacy::Closed);  // what is left out stays
  QVERIFY(!tides().mayPost());
  f_->rooms.notice(Xccos::ChannelDeletedNotice{{tides_}});
  f_->settle();
  QCOMPARE(tides().joinState(), JoinState::Failed);
  QCOMPARE(tides().joinError()->code, ErrorCode::NotFound);
}

void TestClient::messagesAreRemoved() {
  f_->signIn();
  f_->rooms.say(tides_, f_->bo, QStringLiteral("Something rude."));
  f_->rooms.notice(Xccos::MessagesDeletedNotice{{{tides_, {1}, QStringLiteral("Removed.")}}});
  f_->settle();
  QVERIFY(tides().timeline().at(0).removed);
  QCOMPARE(tides().timeline().at(0).text, QStringLiteral("Removed."));
}

void TestClient::invitationsAreKept() {
  Xccos::Invitation invitation;
  invitation.inviteId = 7;
  invitation.domain = "orchard.example";
  invitation.createdOn = f_->clock.now();
  invitation.room.uri = crew_;
  invitation.room.name = QStringLiteral("Crew rota");
  f_->rooms.invitations = {invitation};
  f_->signIn();
  QCOMPARE(f_->client->invitations().size(), 1);
  invitation.inviteId = 8;
  invitation.room.uri = testRoom("slip");
  f_->rooms.notice(Xccos::InviteNotice{{invitation}});
  f_->rooms.notice(Xccos::InviteNotice{{invitation}});
  f_->settle();
  QCOMPARE(f_->client->invitations().size(), 2);
  f_->client->dismissInvitation(8);
  // The next sign-in asks for newer ones only; the open one is remembered.
  ClientFixture again(f_->settings);
  again.rooms.add(crew_, QStringLiteral("Crew rota"));
  again.rooms.invitations = f_->rooms.invitations;
  again.signIn();
  QCOMPARE(again.client->invitations().size(), 1);
  QCOMPARE(again.client->invitations().first().number, 7ULL);
  again.client->open(crew_);
  again.settle();
  QVERIFY(again.client->invitations().isEmpty());
}

void TestClient::searchingRooms() {
  f_->signIn();
  RoomSearchQuery query;
  query.words = QStringLiteral("tide  harbour");
  QFuture<Result<RoomSearchResult>> plain = f_->client->searchRooms(query);
  query.privacy = Privacy::Open;
  query.onlyMine = true;
  QFuture<Result<RoomSearchResult>> filtered = f_->client->searchRooms(query);
  f_->settle();
  QCOMPARE(plain.result()->rooms.size(), 2);
  QCOMPARE(plain.result()->rooms.first().privacy, Privacy::Closed);
  QVERIFY(filtered.result()->rooms.isEmpty());  // the service does not filter, so the client does
  QList<Xccos::QueryFilter> filters;
  for (const Xccos::Command& command : f_->rooms.commands) {
    if (const auto* search = std::get_if<Xccos::ChannelSearch>(&command)) filters.append(search->filter);
  }
  QCOMPARE(filters.size(), 2);
  QCOMPARE(filters[0].type, Xccos::QueryType::ByName);
  QCOMPARE(filters[0].criteria, QStringLiteral("tide harbour"));
  QCOMPARE(filters[1].type, Xccos::QueryType::ByFilter);
  QCOMPARE(filters[1].member, f_->ada.bytes());
  QFuture<Result<RoomSummary>> info = f_->client->roomInfo(crew_);
  f_->settle();
  QCOMPARE(info.result()->name, QStringLiteral("Crew rota"));
}

void TestClient::searchingMessages() {
  f_->rooms.remember(tides_, f_->bo, QStringLiteral("Low water at six"));
  f_->rooms.remember(tides_, f_->bo, QStringLiteral("High water at noon"));
  f_->rooms.remember(tides_, f_->bo, QStringLiteral("Nothing"));
  f_->signIn();
  MessageSearchQuery query;
  query.words = QStringLiteral("water");
  QFuture<Result<QList<MessageSearchHits>>> found = f_->client->searchMessages(query);
  query.from = Timestamp::fromMs(f_->clock.now().toMs() - 60'000);
  QFuture<Result<QList<MessageSearchHits>>> dated = f_->client->searchMessages(query);
  f_->settle();
  QCOMPARE(found.result()->size(), 1);
  QCOMPARE(found.result()->first().roomName, QStringLiteral("Tide tables"));
  QCOMPARE(found.result()->first().messages.size(), 2);
  QCOMPARE(found.result()->first().messages.first().chatId, ChatId{2});  // newest first
  QCOMPARE(dated.result()->size(), 1);
  QVERIFY(f_->server->transcript().contains(QStringLiteral("INFO cmd:bcquery")));
  QVERIFY(f_->server->transcript().contains(QStringLiteral("INFO cmd:bcbydate")));
}

void TestClient::contextOfAHit() {
  for (int i = 0; i < 60; ++i) f_->rooms.remember(tides_, f_->bo, QStringLiteral("news"));
  f_->signIn();
  QFuture<Result<QList<Message>>> context = f_->client->contextOf(tides_, 20, 3, 2);
  QFuture<Result<QList<Message>>> missing = f_->client->contextOf(tides_, 99, 3, 2);
  f_->settle();
  QList<ChatId> ids;
  const Result<QList<Message>> found = context.result();
  for (const Message& message : *found) ids.append(message.chatId);
  QCOMPARE(ids, (QList<ChatId>{17, 18, 19, 20, 21, 22}));
  QCOMPARE(missing.result().error().code, ErrorCode::NotFound);
}

void TestClient::jumpAndReturn() {
  for (int i = 0; i < 300; ++i) f_->rooms.remember(tides_, f_->bo, QStringLiteral("news"));
  f_->signIn();
  QFuture<Status> shown = f_->client->showAround(tides_, 100);
  f_->settle();
  QVERIFY(shown.result().ok());
  QVERIFY(tides().timeline().rowOf(100) >= 0);
  QVERIFY(!tides().timeline().atEnd());
  f_->rooms.say(tides_, f_->bo, QStringLiteral("meanwhile"));
  f_->settle();
  QCOMPARE(tides().timeline().rowOf(301), -1);
  for (int i = 0; i < 20 && !tides().timeline().atEnd(); ++i) {
    f_->client->fetchNewer(tides_);
    f_->settle();
  }
  QCOMPARE(tides().timeline().newestChatId(), ChatId{301});
  QCOMPARE(tides().timeline().count(), 301 - static_cast<int>(tides().timeline().oldestChatId()) + 1);
  f_->client->showAround(tides_, 10);
  f_->settle();
  f_->client->post(tides_, QStringLiteral("Here I am"));
  f_->settle();
  QVERIFY(tides().timeline().atEnd());  // an own post leads back to the end
  QCOMPARE(tides().timeline().newestChatId(), ChatId{302});
}

void TestClient::failedPageCanBeTriedAgain() {
  for (int i = 0; i < 100; ++i) f_->rooms.remember(tides_, f_->bo, QStringLiteral("news"));
  f_->signIn();
  f_->rooms.deviate("cmd:bcbymsg", {502, QStringLiteral("ERROR_DATABASE_CONNECTION")});
  f_->client->fetchOlder(tides_);
  f_->client->fetchOlder(tides_);
  QVERIFY(tides().timeline().loadingOlder());
  f_->settle();
  QCOMPARE(f_->server->transcript().count(QStringLiteral("INFO cmd:bcbymsg")), qsizetype{1});
  QVERIFY(tides().timeline().olderError());
  QVERIFY(!tides().timeline().loadingOlder());
  f_->client->fetchOlder(tides_);
  f_->settle();
  QVERIFY(!tides().timeline().olderError());
  QCOMPARE(tides().timeline().count(), 80);
}

void TestClient::orderOfRoomsIsRemembered() {
  f_->followBefore(crew_, QStringLiteral("Crew rota"));
  f_->signIn();
  QSignalSpy reordered(f_->client.get(), &Client::roomsReordered);
  const RoomUri lastRoom = f_->client->rooms().last()->uri();
  f_->client->moveRoom(lastRoom, 0);
  QCOMPARE(reordered.size(), 1);
  QCOMPARE(f_->client->rooms().first()->uri(), lastRoom);
  ClientFixture again(f_->settings);
  again.rooms.add(tides_, QStringLiteral("Tide tables"));
  again.rooms.add(crew_, QStringLiteral("Crew rota"));
  again.followBefore(tides_, QStringLiteral("Tide tables"));
  again.followBefore(crew_, QStringLiteral("Crew rota"));
  again.signIn();
  QCOMPARE(again.client->rooms().first()->uri(), lastRoom);
}

void TestClient::anotherAccountStartsEmpty() {
  f_->signIn();
  f_->client->signOut();
  f_->settle();
  f_->server->presence = {};
  f_->request.address = f_->bo;
  f_->signIn();
  QCOMPARE(f_->client->me(), f_->bo);
  QVERIFY(f_->client->rooms().isEmpty());
}

void TestClient::destroyedInTheMiddle() {
  for (int steps = 0; steps < 12; ++steps) {
    ClientFixture f;
    f.rooms.add(tides_, QStringLiteral("Tide tables"));
    f.followBefore(tides_, QStringLiteral("Tide tables"));
    const char* lines[] = {"REGISTER", "SUBSCRIBE provisioning", "SUBSCRIBE roaming",
                           "INVITE",   "INFO cmd:bjoin",         "INFO cmd:bccontext"};
    f.server->plan(QString::fromLatin1(lines[steps % 6]), steps < 6 ? 0 : 503);
    f.signIn();
    f.client->post(tides_, QStringLiteral("on my way"));
    f.client->searchRooms({});
    f.client.reset();
    f.scheduler.afterEach = nullptr;
    f.scheduler.advanceMs(200'000);
  }
}

PARLOUR_TEST(TestClient)

}  // namespace tst_client

#include "tst_client.moc"
