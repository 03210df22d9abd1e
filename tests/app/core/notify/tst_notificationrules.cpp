// SPDX-License-Identifier: Apache-2.0
#include <QTest>
#include <functional>

#include "app/core/notify/NotificationRules.h"
#include "tests/program/TestProgram.h"

namespace tst_notificationrules {

using namespace Parlour;
using namespace Parlour::Core;

// One line of design guide 10: what makes its rule match, and what then happens. The tests take each rule alone and
// each pair of rules together, where the earlier one has to win.
struct Rule {
  const char* name;
  NotifyReason reason;
  bool banner;
  std::function<void(NotifySubject&, NotificationPreferences&, NotifySituation&)> match;
};

const Timestamp kNow = Timestamp::fromMs(1'930'378'530'000);

QList<Rule> rulesInOrder() {
  return {
      {"own", NotifyReason::Own, false, [](auto& subject, auto&, auto&) { subject.own = true; }},
      {"muted for a time", NotifyReason::Muted, false,
       [](auto& subject, auto&, auto&) {
         if (!subject.rule) subject.rule = RoomRule();
         subject.rule->mutedUntilMs = kNow.toMs() + 1;
       }},
      {"busy", NotifyReason::Quiet, false, [](auto&, auto&, auto& now) { now.presence = Presence::Busy; }},
      {"on screen", NotifyReason::OnScreen, false,
       [](auto&, auto&, auto& now) { now.windowActive = now.roomVisible = true; }},
      {"room rule", NotifyReason::RoomRule, true,
       [](auto& subject, auto&, auto&) {
         if (!subject.rule) subject.rule = RoomRule();
         subject.rule->banner = BannerFor::EveryMessage;
       }},
      {"mention", NotifyReason::Mention, true, [](auto& subject, auto&, auto&) { subject.mention = true; }},
      {"high importance", NotifyReason::HighImportance, true,
       [](auto& subject, auto&, auto&) { subject.highImportance = subject.followed = true; }},
      {"keyword", NotifyReason::Keyword, true, [](auto& subject, auto&, auto&) { subject.keyword = true; }},
      {"feed", NotifyReason::Feed, true, [](auto& subject, auto&, auto&) { subject.feed = true; }},
      {"invitation", NotifyReason::Invitation, true,
       [](auto& subject, auto&, auto&) { subject.kind = NotifySubject::Kind::Invitation; }},
      {"nothing", NotifyReason::Unread, false, [](auto&, auto&, auto&) {}},
  };
}

class TestNotificationRules : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    subject_ = {};
    preferences_ = {};
    situation_ = {};
    situation_.now = kNow;
    situation_.localTime = QTime(12, 0);
  }

  void theFirstRuleThatMatchesDecides_data() {
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("second");
    const QList<Rule> rules = rulesInOrder();
    for (int i = 0; i < rules.size(); ++i) {
      for (int j = i; j < rules.size(); ++j) {
        QTest::addRow("%s, %s", rules[i].name, rules[j].name) << i << j;
      }
    }
  }

  void theFirstRuleThatMatchesDecides() {
    QFETCH(int, first);
    QFETCH(int, second);
    const QList<Rule> rules = rulesInOrder();
    rules[second].match(subject_, preferences_, situation_);
    rules[first].match(subject_, preferences_, situation_);
    const NotifyDecision decision = decideNotification(subject_, preferences_, situation_);
    QCOMPARE(int(decision.reason), int(rules[first].reason));
    QCOMPARE(decision.banner, rules[first].banner);
  }

  void whatTurnsARuleOff_data() {
    using Change = std::function<void(NotifySubject&, NotificationPreferences&, NotifySituation&)>;
    QTest::addColumn<int>("rule");
    QTest::addColumn<Change>("change");
    QTest::addColumn<int>("reason");
    const int unread = int(NotifyReason::Unread);
    QTest::newRow("mute over") << 1 << Change([](auto& s, auto&, auto&) { s.rule->mutedUntilMs = kNow.toMs(); })
                               << unread;
    QTest::newRow("muted for good") << 1 << Change([](auto& s, auto&, auto&) {
      s.rule->mutedUntilMs = 0;
      s.rule->banner = BannerFor::Nothing;
    }) << int(NotifyReason::Muted);
    QTest::newRow("busy does not matter")
        << 2 << Change([](auto&, auto& p, auto&) { p.quietWhileBusy = false; }) << unread;
    QTest::newRow("away") << 2 << Change([](auto&, auto&, auto& n) { n.presence = Presence::Away; }) << unread;
    QTest::newRow("window not active") << 3 << Change([](auto&, auto&, auto& n) { n.windowActive = false; }) << unread;
    QTest::newRow("other room on screen")
        << 3 << Change([](auto&, auto&, auto& n) { n.roomVisible = false; }) << unread;
    QTest::newRow("rule of mentions") << 4 << Change([](auto& s, auto&, auto&) {
      s.rule->banner = BannerFor::MentionsAndKeywords;
    }) << int(NotifyReason::RoomRule);
    QTest::newRow("rule of high importance")
        << 4 << Change([](auto& s, auto&, auto&) { s.rule->banner = BannerFor::HighImportance; }) << unread;
    QTest::newRow("no mentions") << 5 << Change([](auto&, auto& p, auto&) { p.mentions = false; }) << unread;
    QTest::newRow("no importance") << 6 << Change([](auto&, auto& p, auto&) { p.highImportance = false; }) << unread;
    QTest::newRow("not followed") << 6 << Change([](auto& s, auto&, auto&) { s.followed = false; }) << unread;
    QTest::newRow("no keywords") << 7 << Change([](auto&, auto& p, auto&) { p.keywordMatches = false; }) << unread;
    QTest::newRow("no invitations") << 9 << Change([](auto&, auto& p, auto&) { p.invitations = false; }) << unread;
  }

  void whatTurnsARuleOff() {
    using Change = std::function<void(NotifySubject&, NotificationPreferences&, NotifySituation&)>;
    QFETCH(int, rule);
    QFETCH(Change, change);
    QFETCH(int, reason);
    rulesInOrder()[rule].match(subject_, preferences_, situation_);
    change(subject_, preferences_, situation_);
    const NotifyDecision decision = decideNotification(subject_, preferences_, situation_);
    QCOMPARE(int(decision.reason), reason);
    QVERIFY(!decision.banner);
  }

  void aRoomRuleTellsOfNothingElse_data() {
    QTest::addColumn<int>("banner");
    QTest::addColumn<bool>("mention");
    QTest::addColumn<bool>("alert");
    QTest::addColumn<bool>("keyword");
    QTest::addColumn<bool>("shown");
    const int every = int(BannerFor::EveryMessage);
    const int high = int(BannerFor::HighImportance);
    const int mine = int(BannerFor::MentionsAndKeywords);
    QTest::newRow("every, plain") << every << false << false << false << true;
    QTest::newRow("high, plain") << high << false << false << false << false;
    QTest::newRow("high, alert in a room that is open") << high << false << true << false << true;
    QTest::newRow("high, mention") << high << true << false << false << true;
    QTest::newRow("high, keyword") << high << false << false << true << true;
    QTest::newRow("mentions, alert") << mine << false << true << false << false;
    QTest::newRow("mentions, mention") << mine << true << false << false << true;
    QTest::newRow("mentions, keyword") << mine << false << false << true << true;
    QTest::newRow("nothing, mention") << int(BannerFor::Nothing) << true << true << true << false;
  }

  void aRoomRuleTellsOfNothingElse() {
    QFETCH(int, banner);
    QFETCH(bool, mention);
    QFETCH(bool, alert);
    QFETCH(bool, keyword);
    QFETCH(bool, shown);
    subject_.rule = RoomRule();
    subject_.rule->banner = BannerFor(banner);
    subject_.mention = mention;
    subject_.highImportance = alert;
    subject_.keyword = keyword;
    QCOMPARE(decideNotification(subject_, preferences_, situation_).banner, shown);
  }

  void mentionsInMutedRoomsWhenChosen() {
    subject_.rule = RoomRule();
    subject_.rule->banner = BannerFor::Nothing;
    subject_.mention = true;
    QVERIFY(!decideNotification(subject_, preferences_, situation_).banner);
    preferences_.mentionsWhenMuted = true;
    QCOMPARE(int(decideNotification(subject_, preferences_, situation_).reason), int(NotifyReason::Mention));
    subject_.mention = false;
    subject_.highImportance = subject_.followed = subject_.keyword = true;
    QCOMPARE(int(decideNotification(subject_, preferences_, situation_).reason), int(NotifyReason::Muted));
    subject_.mention = true;
    situation_.presence = Presence::Busy;
    QCOMPARE(int(decideNotification(subject_, preferences_, situation_).reason), int(NotifyReason::Quiet));
  }

  void quietTimes_data() {
    QTest::addColumn<bool>("disturb");
    QTest::addColumn<bool>("hours");
    QTest::addColumn<QTime>("from");
    QTest::addColumn<QTime>("to");
    QTest::addColumn<QTime>("now");
    QTest::addColumn<bool>("quiet");
    const QTime evening(19, 0);
    const QTime morning(7, 0);
    const QTime noon(12, 0);
    QTest::newRow("do not disturb") << true << false << evening << morning << noon << true;
    QTest::newRow("hours off") << false << false << evening << morning << QTime(23, 0) << false;
    QTest::newRow("before the night") << false << true << evening << morning << QTime(18, 59, 59) << false;
    QTest::newRow("the night begins") << false << true << evening << morning << evening << true;
    QTest::newRow("midnight") << false << true << evening << morning << QTime(0, 0) << true;
    QTest::newRow("before the morning") << false << true << evening << morning << QTime(6, 59, 59) << true;
    QTest::newRow("morning") << false << true << evening << morning << morning << false;
    QTest::newRow("over lunch, in") << false << true << noon << QTime(13, 0) << QTime(12, 30) << true;
    QTest::newRow("over lunch, out") << false << true << noon << QTime(13, 0) << QTime(13, 0) << false;
    QTest::newRow("no time at all") << false << true << noon << noon << noon << false;
  }

  void quietTimes() {
    QFETCH(bool, disturb);
    QFETCH(bool, hours);
    QFETCH(QTime, from);
    QFETCH(QTime, to);
    QFETCH(QTime, now);
    QFETCH(bool, quiet);
    preferences_.doNotDisturb = disturb;
    preferences_.quietHours = hours;
    preferences_.quietFrom = from;
    preferences_.quietTo = to;
    situation_.localTime = now;
    subject_.mention = true;
    QCOMPARE(decideNotification(subject_, preferences_, situation_).banner, !quiet);
  }

  void soundAndBannerAreChosenApart() {
    subject_.mention = true;
    QCOMPARE(decideNotification(subject_, preferences_, situation_),
             (NotifyDecision{NotifyReason::Mention, true, false}));
    preferences_.sound = true;
    preferences_.banners = false;
    QCOMPARE(decideNotification(subject_, preferences_, situation_),
             (NotifyDecision{NotifyReason::Mention, false, true}));
    subject_.rule = RoomRule();
    subject_.rule->sound = RuleChoice::Off;
    QVERIFY(!decideNotification(subject_, preferences_, situation_).sound);
    preferences_.sound = false;
    subject_.rule->sound = RuleChoice::On;
    QVERIFY(decideNotification(subject_, preferences_, situation_).sound);
  }

  void taskbarShares() {
    RoomRule rule;
    QCOMPARE(taskbarShare(5, 2, {}, preferences_, kNow), 5);
    QCOMPARE(taskbarShare(5, 2, rule, preferences_, kNow), 5);
    rule.mutedUntilMs = kNow.toMs() + 60'000;
    QCOMPARE(taskbarShare(5, 2, rule, preferences_, kNow), 0);
    preferences_.mentionsWhenMuted = true;
    QCOMPARE(taskbarShare(5, 2, rule, preferences_, kNow), 2);
    rule.onTaskbar = false;
    QCOMPARE(taskbarShare(5, 2, rule, preferences_, kNow), 0);
    preferences_.taskbarCount = false;
    QCOMPARE(taskbarShare(5, 2, {}, preferences_, kNow), 0);
  }

 private:
  NotifySubject subject_;
  NotificationPreferences preferences_;
  NotifySituation situation_;
};

PARLOUR_TEST(TestNotificationRules)

}  // namespace tst_notificationrules

#include "tst_notificationrules.moc"
