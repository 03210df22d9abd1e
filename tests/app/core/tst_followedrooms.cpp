// SPDX-License-Identifier: Apache-2.0
#include <QSignalSpy>
#include <QTest>

#include "protocol/signin/RoomSetting.h"
#include "tests/program/TestProgram.h"
#include "tests/support/ClientFixture.h"

namespace tst_followedrooms {

using namespace Parlour;
using namespace Parlour::Core;
using namespace Parlour::Testing;

namespace {

QString roomSetting() { return QString::fromLatin1(Signin::kRoomSettingCategory); }

Signin::PublishRequest unfollowRequest(ClientFixture& f, const RoomUri& room) {
  Signin::PublishRequest request = f.followRequest(room, {});
  request.publications[0].expires = 0;
  request.publications[0].fragment.clear();
  return request;
}

}  // namespace

class TestFollowedRooms : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void followPublishesAndJoins();
  void unfollowDeletesAndLeaves();
  void followingTwiceSendsNothing();
  void answersWithoutBody();
  void versionConflictIsRepaired();
  void conflictWithTheSameWishEnds();
  void conflictWithoutEnd();
  void refusedByPolicy();
  void changesElsewhereApplyAtOnce_data();
  void changesElsewhereApplyAtOnce();
  void unknownPropertiesSurvive();
  void readPositionTravels();
  void unfollowedWhileAway();
  void offline();

 private:
  const RoomUri tides_ = testRoom("tides");
  const RoomUri crew_ = testRoom("crew");
  std::unique_ptr<ClientFixture> f_;
};

void TestFollowedRooms::init() {
  f_ = std::make_unique<ClientFixture>();
  f_->rooms.add(tides_, QStringLiteral("Tide tables"));
  f_->rooms.add(crew_, QStringLiteral("Crew rota"));
  f_->followBefore(tides_, QStringLiteral("Tide tables"), 3);
  f_->signIn();
  f_->server->takeTranscript();
}

void TestFollowedRooms::followPublishesAndJoins() {
  QFuture<Status> done = f_->client->follow(crew_, QStringLiteral("Crew rota"));
  f_->settle();
  QVERIFY(done.isFinished() && done.result().ok());
  QCOMPARE(f_->server->takeTranscript(), (QStringList{QStringLiteral("SERVICE"), QStringLiteral("INFO cmd:join"),
                                                      QStringLiteral("INFO cmd:bccontext")}));
  QCOMPARE(f_->server->presence.count(roomSetting()), qsizetype{2});
  QVERIFY(f_->client->room(crew_)->isFollowed());
  QCOMPARE(f_->client->room(crew_)->joinState(), JoinState::Joined);
}

void TestFollowedRooms::unfollowDeletesAndLeaves() {
  QSignalSpy removed(f_->client.get(), &Client::roomRemoved);
  f_->client->unfollow(tides_);
  f_->settle();
  QCOMPARE(f_->server->takeTranscript(), (QStringList{QStringLiteral("SERVICE"), QStringLiteral("INFO cmd:part")}));
  QCOMPARE(f_->server->presence.count(roomSetting()), qsizetype{0});
  QCOMPARE(removed.size(), 1);
  QVERIFY(f_->client->room(tides_) == nullptr);
}

void TestFollowedRooms::followingTwiceSendsNothing() {
  QFuture<Status> done = f_->client->follow(tides_, QStringLiteral("Tide tables"));
  f_->settle();
  QVERIFY(done.result().ok());
  QVERIFY(f_->server->takeTranscript().isEmpty());
}

void TestFollowedRooms::answersWithoutBody() {
  f_->server->answersPublishWithBody = false;
  f_->client->follow(crew_, QStringLiteral("Crew rota"));
  f_->settle();
  QVERIFY(f_->client->room(crew_)->isFollowed());
  QFuture<Status> gone = f_->client->unfollow(crew_);  // needs the version that was counted up here
  f_->settle();
  QVERIFY(gone.result().ok());
  QVERIFY(f_->client->room(crew_) == nullptr);
  QCOMPARE(f_->server->presence.count(roomSetting()), qsizetype{1});
}

// Someone changed the instance, and the news of it is still on its way.
void TestFollowedRooms::versionConflictIsRepaired() {
  f_->server->presence.publish(f_->followRequest(tides_, QStringLiteral("Tides")), f_->clock.now());
  QFuture<Status> done = f_->client->unfollow(tides_);
  f_->settle();
  QVERIFY(done.isFinished());
  QVERIFY(done.result().ok());
  QCOMPARE(f_->server->takeTranscript(),
           (QStringList{QStringLiteral("SERVICE"), QStringLiteral("SERVICE"), QStringLiteral("INFO cmd:part")}));
  QCOMPARE(f_->server->presence.count(roomSetting()), qsizetype{0});
}

// Another computer followed the same room at the same moment: both hit the same instance.
void TestFollowedRooms::conflictWithTheSameWishEnds() {
  f_->client->follow(crew_, QStringLiteral("Crew rota"));
  f_->server->publishElsewhere(f_->followRequest(crew_, QStringLiteral("Crew rota")));
  f_->settle();
  QVERIFY(f_->client->room(crew_)->isFollowed());
  QCOMPARE(f_->server->presence.count(roomSetting()), qsizetype{2});
  QCOMPARE(f_->client->rooms().size(), 2);
}

void TestFollowedRooms::conflictWithoutEnd() {
  Sip::Response conflict;
  conflict.status = 409;
  conflict.headers.add("Content-Type", Signin::kFaultType);
  conflict.body = Signin::PublishFault::wrongDelta({{1, 0, 7}}).toXml();
  for (int i = 0; i < 10; ++i) f_->server->plan(QStringLiteral("SERVICE"), conflict);
  QFuture<Status> done = f_->client->follow(crew_, QStringLiteral("Crew rota"));
  f_->settle();
  QVERIFY(done.isFinished());
  QCOMPARE(done.result().error().code, ErrorCode::Conflict);
  QCOMPARE(f_->server->takeTranscript().size(), 4);
  QVERIFY(f_->client->room(crew_) == nullptr);
}

void TestFollowedRooms::refusedByPolicy() {
  f_->server->plan(QStringLiteral("SERVICE"), 440);
  QFuture<Status> done = f_->client->follow(crew_, QStringLiteral("Crew rota"));
  f_->settle();
  QCOMPARE(done.result().error().code, ErrorCode::PermissionDenied);
  QVERIFY(f_->client->room(crew_) == nullptr);
}

void TestFollowedRooms::changesElsewhereApplyAtOnce_data() {
  QTest::addColumn<QByteArray>("method");
  QTest::newRow("BENOTIFY") << QByteArray("BENOTIFY");
  QTest::newRow("NOTIFY") << QByteArray("NOTIFY");
}

void TestFollowedRooms::changesElsewhereApplyAtOnce() {
  QFETCH(QByteArray, method);
  f_->server->answersOfClient.clear();
  f_->server->publishElsewhere(f_->followRequest(crew_, QStringLiteral("Crew rota")), method);
  f_->settle();
  QVERIFY(f_->client->room(crew_) != nullptr);
  QCOMPARE(f_->client->room(crew_)->joinState(), JoinState::Joined);
  QVERIFY(f_->server->takeTranscript().contains(QStringLiteral("INFO cmd:join")));
  f_->server->publishElsewhere(unfollowRequest(*f_, crew_), method);
  f_->settle();
  QVERIFY(f_->client->room(crew_) == nullptr);
  QVERIFY(f_->server->takeTranscript().contains(QStringLiteral("INFO cmd:part")));
  QCOMPARE(f_->server->answersOfClient.count(481), qsizetype{0});
  QCOMPARE(f_->transport->unansweredByClient(), 0);
}

void TestFollowedRooms::unknownPropertiesSurvive() {
  Signin::PublishRequest request = f_->followRequest(tides_, QStringLiteral("Tide tables"), 3);
  auto setting = Signin::RoomSetting::parse(request.publications[0].fragment);
  setting->setValue(QStringLiteral("sound"), QStringLiteral("bell"));
  request.publications[0].fragment = setting->toFragment();
  f_->server->publishElsewhere(request);
  f_->settle();
  f_->client->markRead(tides_, 9);
  f_->advanceMs(6'000);
  const auto stored = f_->server->presence.instances(roomSetting()).first();
  const auto read = Signin::RoomSetting::parse(stored.fragment);
  QCOMPARE(read->value(QStringLiteral("sound")), QStringLiteral("bell"));
  QCOMPARE(read->readChatId(), std::optional<ChatId>(9));
}

void TestFollowedRooms::readPositionTravels() {
  QCOMPARE(f_->client->room(tides_)->readMark(), ChatId{3});
  f_->client->markRead(tides_, 5);
  f_->client->markRead(tides_, 6);
  QVERIFY(f_->server->takeTranscript().isEmpty());  // lazily, and once for both
  f_->advanceMs(6'000);
  QCOMPARE(f_->server->takeTranscript(), QStringList{QStringLiteral("SERVICE")});
  for (int i = 0; i < 4; ++i) f_->rooms.say(tides_, f_->bo, QStringLiteral("news"));
  for (int i = 0; i < 6; ++i) f_->rooms.say(tides_, f_->bo, QStringLiteral("more"));
  f_->settle();
  QCOMPARE(f_->client->room(tides_)->unreadCount(), 4);  // 7 to 10
  f_->server->publishElsewhere(f_->followRequest(tides_, QStringLiteral("Tide tables"), 9));
  f_->settle();
  QCOMPARE(f_->client->room(tides_)->unreadCount(), 1);
  f_->server->publishElsewhere(f_->followRequest(tides_, QStringLiteral("Tide tables"), 2));
  f_->settle();
  QCOMPARE(f_->client->room(tides_)->readMark(), ChatId{9});  // never backwards
}

// The whole document after a reconnect lists no room at all.
void TestFollowedRooms::unfollowedWhileAway() {
  f_->transport->cut(Error::make(ErrorCode::ConnectionLost, QStringLiteral("Reset.")));
  f_->settle();
  f_->server->presence.publish(unfollowRequest(*f_, tides_), f_->clock.now());
  f_->advanceMs(3'000);
  QCOMPARE(f_->client->status().state, ConnectionState::Connected);
  QVERIFY(f_->client->room(tides_) == nullptr);
}

void TestFollowedRooms::offline() {
  f_->transport->cut(Error::make(ErrorCode::ConnectionLost, QStringLiteral("Reset.")));
  f_->settle();
  QFuture<Status> done = f_->client->follow(crew_, QStringLiteral("Crew rota"));
  QCOMPARE(done.result().error().code, ErrorCode::ConnectionLost);
}

PARLOUR_TEST(TestFollowedRooms)

}  // namespace tst_followedrooms

#include "tst_followedrooms.moc"
