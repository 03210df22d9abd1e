// SPDX-License-Identifier: Apache-2.0
#include <QSignalSpy>
#include <QTest>

#include "app/core/notify/NotificationCenter.h"
#include "tests/app/core/notify/FakeNotifier.h"
#include "tests/program/TestProgram.h"
#include "tests/support/ClientFixture.h"
#include "tests/support/EnglishWords.h"

namespace tst_notificationcenter {

using namespace Parlour;
using namespace Parlour::Core;
using namespace Parlour::Testing;

QString q(const char* text) { return QString::fromUtf8(text); }

class TestNotificationCenter : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void cleanup();
  void aMentionMakesABanner();
  void feedsMayWantABanner();
  void plainMessagesCountOnly();
  void messagesOfOneRoomMerge();
  void soundOnceInFiveSeconds();
  void nothingForTheRoomOnScreen();
  void readingTakesTheBannerBack_data();
  void readingTakesTheBannerBack();
  void removedMessagesTakeTheBannerBack();
  void oneSummaryAfterTheConnectionWasLost();
  void noSummaryForMutedRoomsOrTheActiveWindow();
  void theSummaryGoesWhenItsRoomsAreRead();
  void keywordsCountAndAreTold();
  void theTaskbarCounts();
  void invitationsAreTold();
  void requestsToJoinAreTold();
  void muteForAnHour();
  void aClickOpensTheMessage();
  void theTextStaysOutWhenChosen();
  void longTextIsCut();
  void signingOutTakesAllBack();

 private:
  void every(const RoomUri& room) {
    RoomRule rule;
    rule.banner = BannerFor::EveryMessage;
    preferences_->setRoomRule(room, rule);
  }
  void say(const RoomUri& room, const char* text, bool alert = false) {
    f_->rooms.say(room, f_->bo, q(text), alert);
    f_->settle();
  }
  void missWhileAway(int count, const char* text) {
    f_->transport->cut(Error::make(ErrorCode::ConnectionLost, q("cable")));
    f_->settle();
    f_->rooms.leaveAll();
    for (int i = 0; i < count; ++i) f_->rooms.remember(tides_, f_->bo, q(text));
  }
  Room& tides() { return *f_->client->room(tides_); }

  const RoomUri tides_ = testRoom("tides");
  const RoomUri crew_ = testRoom("crew");
  const Testing::EnglishWords english_;
  std::unique_ptr<ClientFixture> f_;
  std::unique_ptr<MemorySettings> settings_;
  std::unique_ptr<Preferences> preferences_;
  std::unique_ptr<FakeNotifier> notifier_;
  NotificationScreen screen_;
  std::unique_ptr<NotificationCenter> center_;
};

void TestNotificationCenter::init() {
  f_ = std::make_unique<ClientFixture>();
  f_->rooms.add(tides_, q("Tide tables")).others = {f_->bo};
  f_->rooms.add(crew_, q("Crew rota")).others = {f_->bo};
  f_->followBefore(tides_, q("Tide tables"));
  f_->followBefore(crew_, q("Crew rota"));
  f_->signIn();
  f_->client->setPresence(Presence::Available);
  settings_ = std::make_unique<MemorySettings>(std::make_shared<QVariantMap>());
  preferences_ = std::make_unique<Preferences>(*settings_);
  notifier_ = std::make_unique<FakeNotifier>();
  NotificationPorts ports;
  ports.notifier = notifier_.get();
  ports.scheduler = &f_->scheduler;
  ports.clock = &f_->clock;
  ports.preferences = preferences_.get();
  ports.keywordIn = [](const QString& text) {
    return text.contains(q("Aldgate")) ? std::optional(q("Aldgate")) : std::nullopt;
  };
  ports.wantedByFeed = [](const Message& message) { return message.text.contains(q("watch list")); };
  ports.localTime = [] { return QTime(12, 0); };
  screen_ = {};
  ports.screen = [this] { return screen_; };
  center_ = std::make_unique<NotificationCenter>(*f_->client, ports);
  for (const RoomUri& room : {tides_, crew_}) f_->rooms.say(room, f_->bo, q("first"));
  f_->settle();
  f_->client->markRead(tides_, 1);
  f_->client->markRead(crew_, 1);
  notifier_->takeLog();
}

void TestNotificationCenter::cleanup() {
  center_.reset();
  f_.reset();
}

void TestNotificationCenter::aMentionMakesABanner() {
  say(tides_, "@Ada: did you see?");
  QCOMPARE(notifier_->takeLog(), QStringList{q("show Tide tables | bo: @Ada: did you see?")});
  const QList<Banner::Action>& actions = notifier_->up.first().actions;
  QCOMPARE(actions.size(), 2);
  QCOMPARE(actions[0].words, q("Open"));
  QCOMPARE(actions[1].words, q("Mute for 1 hour"));
}

void TestNotificationCenter::feedsMayWantABanner() {
  say(tides_, "on the watch list");
  QCOMPARE(notifier_->takeLog(), QStringList{q("show Tide tables | bo: on the watch list")});
  QCOMPARE(center_->taskbarCount(), 1);
}

void TestNotificationCenter::plainMessagesCountOnly() {
  say(tides_, "Low water at six.");
  f_->advanceMs(5'000);
  QVERIFY(notifier_->log.isEmpty());
  QCOMPARE(tides().unreadCount(), 1);
  QCOMPARE(center_->taskbarCount(), 0);
}

void TestNotificationCenter::messagesOfOneRoomMerge() {
  every(tides_);
  every(crew_);
  say(tides_, "one");
  f_->advanceMs(9'000);
  say(tides_, "two");
  say(crew_, "other");
  f_->advanceMs(9'999);
  say(tides_, "three");
  QCOMPARE(notifier_->takeLog(),
           (QStringList{q("show Tide tables | bo: one"), q("replace 2 new in Tide tables | bo: two"),
                        q("show Crew rota | bo: other"), q("replace 3 new in Tide tables | bo: three")}));
  f_->advanceMs(10'000);
  say(tides_, "four");
  QCOMPARE(notifier_->takeLog(), QStringList{q("show Tide tables | bo: four")});
}

void TestNotificationCenter::soundOnceInFiveSeconds() {
  preferences_->change(&NotificationPreferences::sound, true);
  for (int i = 0; i < 6; ++i) {
    say(i % 2 == 0 ? tides_ : crew_, "@Ada: ping");
    f_->advanceMs(1'000);
  }
  QCOMPARE(notifier_->sounds, 2);  // at 0 and at 5 s
}

void TestNotificationCenter::nothingForTheRoomOnScreen() {
  screen_ = {true, tides_};
  say(tides_, "@Ada: here");
  QVERIFY(notifier_->takeLog().isEmpty());
  say(crew_, "@Ada: elsewhere");
  QCOMPARE(notifier_->takeLog().size(), 1);
  screen_ = {false, tides_};
  say(tides_, "@Ada: in the background");
  QCOMPARE(notifier_->takeLog().size(), 1);
}

void TestNotificationCenter::readingTakesTheBannerBack_data() {
  QTest::addColumn<bool>("elsewhere");
  QTest::newRow("here") << false;
  QTest::newRow("on another computer") << true;
}

void TestNotificationCenter::readingTakesTheBannerBack() {
  QFETCH(bool, elsewhere);
  say(tides_, "@Ada: one");
  say(tides_, "@Ada: two");
  const auto readTo = [&](ChatId mark) {
    if (!elsewhere) return f_->client->markRead(tides_, mark);
    f_->server->publishElsewhere(f_->followRequest(tides_, q("Tide tables"), mark));
    f_->settle();
  };
  readTo(2);
  QCOMPARE(notifier_->up.size(), 1);
  readTo(3);
  QVERIFY(notifier_->up.isEmpty());
  QCOMPARE(center_->taskbarCount(), 0);
}

void TestNotificationCenter::removedMessagesTakeTheBannerBack() {
  say(tides_, "@Ada: rude");
  say(tides_, "@Ada: polite");
  QCOMPARE(center_->taskbarCount(), 2);
  notifier_->takeLog();
  f_->rooms.notice(Xccos::MessagesDeletedNotice{{{tides_, {2}, std::nullopt}}});
  f_->settle();
  QCOMPARE(notifier_->takeLog(), QStringList{q("replace Tide tables | bo: @Ada: polite")});
  QCOMPARE(tides().unreadCount(), 1);
  f_->rooms.notice(Xccos::MessagesDeletedNotice{{{tides_, {3}, q("Removed.")}}});
  f_->settle();
  QVERIFY(notifier_->up.isEmpty());
  QCOMPARE(tides().unreadCount(), 1);  // its replacement is there to be read
  QCOMPARE(tides().mentionCount(), 0);
  QCOMPARE(center_->taskbarCount(), 0);
}

void TestNotificationCenter::oneSummaryAfterTheConnectionWasLost() {
  preferences_->change(&NotificationPreferences::sound, true);
  missWhileAway(13, "missed");
  f_->rooms.remember(tides_, f_->bo, q("@Ada: call me"));
  f_->rooms.remember(crew_, f_->bo, q("rota"));
  f_->advanceMs(2'500);
  QCOMPARE(f_->client->status().state, ConnectionState::Connected);
  f_->advanceMs(2'000);
  QCOMPARE(notifier_->takeLog(), QStringList{q("show 15 messages caught up in 2 rooms | 1 of them mentions you\n"
                                               "Tide tables, Crew rota")});
  QCOMPARE(notifier_->sounds, 1);
  QSignalSpy opened(center_.get(), &NotificationCenter::openRequested);
  notifier_->press(notifier_->up.firstKey(), "open");
  QCOMPARE(opened.size(), 1);
  QCOMPARE(opened[0][0].value<RoomUri>(), tides_);
  QCOMPARE(opened[0][1].value<ChatId>(), ChatId{15});  // the one that mentions
  f_->advanceMs(60'000);
  QVERIFY(notifier_->up.isEmpty());
}

void TestNotificationCenter::noSummaryForMutedRoomsOrTheActiveWindow() {
  RoomRule muted;
  muted.banner = BannerFor::Nothing;
  preferences_->setRoomRule(tides_, muted);
  missWhileAway(3, "missed");
  f_->advanceMs(4'500);
  QVERIFY(notifier_->log.isEmpty());
  QCOMPARE(tides().unreadCount(), 3);
  preferences_->removeRoomRule(tides_);
  screen_ = {true, {}};
  missWhileAway(3, "again");
  f_->advanceMs(4'500);
  QCOMPARE(tides().unreadCount(), 6);
  QVERIFY(notifier_->log.isEmpty());
}

void TestNotificationCenter::theSummaryGoesWhenItsRoomsAreRead() {
  missWhileAway(2, "missed");
  f_->rooms.remember(crew_, f_->bo, q("rota"));
  f_->advanceMs(4'500);
  QCOMPARE(notifier_->up.size(), 1);
  f_->client->markRead(tides_, 3);
  QCOMPARE(notifier_->up.size(), 1);
  f_->client->markRead(crew_, 2);
  QVERIFY(notifier_->up.isEmpty());
}

void TestNotificationCenter::keywordsCountAndAreTold() {
  say(tides_, "The Aldgate break is back.");
  QCOMPARE(notifier_->takeLog(), QStringList{q("show Tide tables | bo: The Aldgate break is back.")});
  QCOMPARE(tides().mentionCount(), 0);
  QCOMPARE(center_->taskbarCount(), 1);
  f_->rooms.say(tides_, f_->ada, q("Aldgate? I look."));
  f_->settle();
  QVERIFY(notifier_->log.isEmpty());
}

void TestNotificationCenter::theTaskbarCounts() {
  QSignalSpy changed(center_.get(), &NotificationCenter::taskbarCountChanged);
  say(tides_, "plain");
  QCOMPARE(changed.size(), 0);
  say(tides_, "@Ada: Aldgate", true);  // three reasons, one message
  QCOMPARE(center_->taskbarCount(), 1);
  say(crew_, "Gale!", true);
  QCOMPARE(center_->taskbarCount(), 2);
  RoomRule rule;
  rule.onTaskbar = false;
  preferences_->setRoomRule(crew_, rule);
  QCOMPARE(center_->taskbarCount(), 1);
  f_->client->markRead(tides_, 3);
  QCOMPARE(center_->taskbarCount(), 0);
  preferences_->removeRoomRule(crew_);
  QCOMPARE(center_->taskbarCount(), 1);
  preferences_->change(&NotificationPreferences::taskbarCount, false);
  QCOMPARE(center_->taskbarCount(), 0);
}

void TestNotificationCenter::invitationsAreTold() {
  Xccos::Invitation invitation;
  invitation.inviteId = 7;
  invitation.domain = "orchard.example";
  invitation.createdOn = f_->clock.now();
  invitation.room.uri = testRoom("pier");
  invitation.room.name = q("Pier works");
  f_->rooms.notice(Xccos::InviteNotice{{invitation}});
  f_->settle();
  QCOMPARE(notifier_->takeLog(), QStringList{q("show Invitation | You are invited to Pier works.")});
  QCOMPARE(center_->taskbarCount(), 1);
  f_->client->dismissInvitation(7);
  QVERIFY(notifier_->up.isEmpty());
  QCOMPARE(center_->taskbarCount(), 0);
}

void TestNotificationCenter::requestsToJoinAreTold() {
  JoinRequest request;
  request.room = tides_;
  request.roomName = q("Tide tables");
  request.userName = q("Cy Loquat");
  Q_EMIT f_->client->joinRequestArrived(request);
  QCOMPARE(notifier_->takeLog(), QStringList{q("show Cy Loquat asks to join | Tide tables")});
  QSignalSpy review(center_.get(), &NotificationCenter::reviewRequested);
  notifier_->press(notifier_->up.firstKey(), "open");
  QCOMPARE(review.size(), 1);
}

void TestNotificationCenter::muteForAnHour() {
  say(tides_, "@Ada: one");
  QCOMPARE(center_->taskbarCount(), 1);
  notifier_->press(notifier_->up.firstKey(), "mute");
  QVERIFY(notifier_->up.isEmpty());
  QCOMPARE(center_->taskbarCount(), 0);
  QCOMPARE(preferences_->notifications().ruleOf(tides_).name, q("Tide tables"));
  notifier_->takeLog();
  f_->advanceMs(NotificationCenter::kMuteMs - 1);
  say(tides_, "@Ada: two");
  QVERIFY(notifier_->log.isEmpty());
  f_->advanceMs(1);
  QCOMPARE(center_->taskbarCount(), 2);  // the hour is over
  say(tides_, "@Ada: three");
  QCOMPARE(notifier_->takeLog().size(), 1);
}

void TestNotificationCenter::aClickOpensTheMessage() {
  QSignalSpy opened(center_.get(), &NotificationCenter::openRequested);
  say(tides_, "@Ada: one");
  say(tides_, "@Ada: two");
  notifier_->press(notifier_->up.firstKey(), "open");
  QCOMPARE(opened.size(), 1);
  QCOMPARE(opened[0][0].value<RoomUri>(), tides_);
  QCOMPARE(opened[0][1].value<ChatId>(), ChatId{2});  // where to start reading
  notifier_->press(1, "open");
  QCOMPARE(opened.size(), 1);
}

void TestNotificationCenter::theTextStaysOutWhenChosen() {
  preferences_->change(&NotificationPreferences::textInBanner, false);
  say(tides_, "@Ada: secret");
  QCOMPARE(notifier_->takeLog(), QStringList{q("show Tide tables | bo")});
}

void TestNotificationCenter::longTextIsCut() {
  const QString cut = BannerShelf::excerpt(QString(119, u'x') + QString::fromUcs4(U"\U0001F600y"));
  QCOMPARE(cut, QString(119, u'x') + QChar(0x2026));  // not half a character
  QCOMPARE(BannerShelf::excerpt(q(" two\n lines ")), q("two lines"));
  QCOMPARE(BannerShelf::excerpt(QString(120, u'x')).size(), 120);
  QCOMPARE(BannerShelf::excerpt(QString(121, u'x')).size(), 121);
}

void TestNotificationCenter::signingOutTakesAllBack() {
  say(tides_, "@Ada: one");
  f_->client->signOut();
  f_->advanceMs(3'000);
  QVERIFY(notifier_->up.isEmpty());
}

PARLOUR_TEST(TestNotificationCenter)

}  // namespace tst_notificationcenter

#include "tst_notificationcenter.moc"
