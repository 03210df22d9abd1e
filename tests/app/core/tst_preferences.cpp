// SPDX-License-Identifier: Apache-2.0
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "app/core/preferences/Preferences.h"
#include "app/core/real/FileSettings.h"
#include "tests/program/TestProgram.h"
#include "tests/support/MemorySettings.h"

namespace tst_preferences {

using namespace Parlour;
using namespace Parlour::Core;

namespace {

RoomUri roomUri(const char* key) { return *RoomUri::fromParts("northgate.example", key); }

GeneralPreferences otherGeneral() {
  return {false,
          true,
          false,
          false,
          SendKey::CtrlEnter,
          false,
          false,
          false,
          {QStringLiteral("de_DE")},
          5,
          QStringLiteral("zh_CN")};
}

NotificationPreferences otherNotifications() {
  NotificationPreferences values;
  for (bool NotificationPreferences::*flag :
       {&NotificationPreferences::mentions, &NotificationPreferences::highImportance,
        &NotificationPreferences::keywordMatches, &NotificationPreferences::invitations,
        &NotificationPreferences::banners, &NotificationPreferences::sound, &NotificationPreferences::taskbarCount,
        &NotificationPreferences::quietWhileBusy, &NotificationPreferences::textInBanner,
        &NotificationPreferences::doNotDisturb, &NotificationPreferences::quietHours}) {
    values.*flag = !(values.*flag);
  }
  values.quietFrom = QTime(22, 30);
  values.quietTo = QTime(6, 15);
  values.keywords = {QStringLiteral("Aldgate"), QStringLiteral("limit breach, or not")};
  values.rooms.insert(roomUri("a"), {BannerFor::EveryMessage, RuleChoice::On, false, 0, QStringLiteral("Payments")});
  values.rooms.insert(roomUri("b"), {BannerFor::Nothing, RuleChoice::Off, true, 1'800'000'000'000, {}});
  return values;
}

}  // namespace

class TestPreferences : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { values_ = std::make_shared<QVariantMap>(); }

  void defaultsOfAnEmptyFile() {
    Testing::MemorySettings settings(values_);
    const Preferences preferences(settings);
    for (const auto page : {PreferencePage::General, PreferencePage::Notifications, PreferencePage::Appearance,
                            PreferencePage::Connection, PreferencePage::Storage}) {
      QVERIFY(preferences.isDefault(page));
    }
    QVERIFY(values_->isEmpty());
    QCOMPARE(preferences.connection().outboxWaitSeconds, 600);
    QCOMPARE(preferences.notifications().ruleOf(roomUri("a")).banner, BannerFor::HighImportance);
  }

  void everythingSurvivesTheFile() {
    const QTemporaryDir directory;
    const QString file = directory.filePath(QStringLiteral("account.ini"));
    const AppearancePreferences appearance{ThemeChoice::HighContrast,
                                           TextSizeChoice::Larger,
                                           RowSpacing::Compact,
                                           ClockFormat::Hours12,
                                           false,
                                           false,
                                           true,
                                           false,
                                           true};
    const ConnectionPreferences connection{false, 30, ProxyChoice::None};
    const StoragePreferences storage{0, 2000, QStringLiteral("/home/priya/Räume"), true};
    {
      FileSettings settings(file);
      Preferences preferences(settings);
      preferences.set(otherGeneral());
      preferences.set(otherNotifications());
      preferences.set(appearance);
      preferences.set(connection);
      preferences.set(storage);
    }
    FileSettings settings(file);
    const Preferences again(settings);
    QVERIFY(again.general() == otherGeneral());
    QVERIFY(again.notifications() == otherNotifications());
    QVERIFY(again.appearance() == appearance);
    QVERIFY(again.connection() == connection);
    QVERIFY(again.storage() == storage);
  }

  void emptyListsSurviveTheFile() {
    const QTemporaryDir directory;
    const QString file = directory.filePath(QStringLiteral("account.ini"));
    {
      FileSettings settings(file);
      Preferences preferences(settings);
      preferences.set(otherNotifications());
      preferences.change(&NotificationPreferences::keywords, QStringList());
      preferences.removeRoomRule(roomUri("a"));
    }
    FileSettings settings(file);
    const Preferences again(settings);
    QVERIFY(again.notifications().keywords.isEmpty());
    QCOMPARE(again.notifications().rooms.size(), 1);
  }

  void badFileContents_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<PreferencePage>("page");
    const auto row = [](const char* name, const char* key, const QVariant& value, PreferencePage page) {
      QTest::newRow(name) << QStringLiteral("preferences/") + QLatin1String(key) << value << page;
    };
    row("bool is a word", "general/reopenRooms", QStringLiteral("maybe"), PreferencePage::General);
    row("bool is a list", "general/signInAtStart", QStringList({QStringLiteral("false"), QStringLiteral("x")}),
        PreferencePage::General);
    row("number is a word", "general/awayAfterMinutes", QStringLiteral("ten"), PreferencePage::General);
    row("number is too large to read", "storage/cacheMegabytes", QStringLiteral("99999999999999"),
        PreferencePage::Storage);
    row("unknown choice", "appearance/theme", QStringLiteral("pink"), PreferencePage::Appearance);
    row("choice by number", "appearance/textSize", 3, PreferencePage::Appearance);
    row("choice is bytes", "general/sendKey", QByteArray("\xff\x00", 2), PreferencePage::General);
    row("time of no day", "notifications/quietFrom", QStringLiteral("25:00"), PreferencePage::Notifications);
    row("rules are no JSON", "notifications/rooms", QStringLiteral("[{"), PreferencePage::Notifications);
    row("rules are an object", "notifications/rooms", QStringLiteral("{\"room\":1}"), PreferencePage::Notifications);
    row("rule of no room", "notifications/rooms", QStringLiteral("[{\"room\":\"http://a\"},7,null]"),
        PreferencePage::Notifications);
    row("keywords of blanks", "notifications/keywords", QStringList({QStringLiteral("  "), QStringLiteral("\"\"")}),
        PreferencePage::Notifications);
    row("language with a path", "general/language", QStringLiteral("../../etc"), PreferencePage::General);
    row("dictionary with a path", "general/spellLanguages", QStringList(QStringLiteral("/usr/x")),
        PreferencePage::General);
    row("relative folder", "storage/downloadFolder", QStringLiteral("Downloads"), PreferencePage::Storage);
    row("map in place of text", "storage/downloadFolder", QVariantMap{{QStringLiteral("a"), 1}},
        PreferencePage::Storage);
  }
  void badFileContents() {
    QFETCH(const QString, key);
    QFETCH(const QVariant, value);
    QFETCH(const PreferencePage, page);
    values_->insert(key, value);
    Testing::MemorySettings settings(values_);
    QVERIFY(Preferences(settings).isDefault(page));
  }

  void numbersAreHeldToTheirLimits_data() {
    QTest::addColumn<int>("given");
    QTest::addColumn<int>("seconds");
    QTest::addColumn<int>("megabytes");
    QTest::addColumn<int>("days");
    QTest::newRow("below") << -5 << PreferenceLimits::kMinOutboxWaitSeconds << PreferenceLimits::kMinCacheMegabytes
                           << 0;
    QTest::newRow("within") << 90 << 90 << 90 << 90;
    QTest::newRow("above") << 2'000'000'000 << PreferenceLimits::kMaxOutboxWaitSeconds
                           << PreferenceLimits::kMaxCacheMegabytes << PreferenceLimits::kMaxCacheDays;
  }
  void numbersAreHeldToTheirLimits() {
    QFETCH(const int, given);
    values_->insert(QStringLiteral("preferences/connection/outboxWaitSeconds"), given);
    values_->insert(QStringLiteral("preferences/storage/cacheMegabytes"), given);
    values_->insert(QStringLiteral("preferences/storage/cacheDays"), given);
    Testing::MemorySettings settings(values_);
    const Preferences preferences(settings);
    QTEST(preferences.connection().outboxWaitSeconds, "seconds");
    QTEST(preferences.storage().cacheMegabytes, "megabytes");
    QTEST(preferences.storage().cacheDays, "days");
  }

  void keywordsAreTidied() {
    Testing::MemorySettings settings(values_);
    Preferences preferences(settings);
    QStringList many{QStringLiteral("  Aldgate "), QStringLiteral("aldgate"), QStringLiteral("“limit   breach”"),
                     QString(300, QLatin1Char('x'))};
    for (int i = 0; i < 200; ++i) many.append(QString::number(i));
    preferences.change(&NotificationPreferences::keywords, many);
    const QStringList& kept = preferences.notifications().keywords;
    QCOMPARE(kept.size(), PreferenceLimits::kKeywords);
    QCOMPARE(kept.at(0), QStringLiteral("Aldgate"));
    QCOMPARE(kept.at(1), QStringLiteral("limit breach"));
    QCOMPARE(kept.at(2).size(), PreferenceLimits::kKeywordLength);
  }

  void tellsOnceAndOnlyOfWhatChanged() {
    Testing::MemorySettings settings(values_);
    Preferences preferences(settings);
    QSignalSpy spy(&preferences, &Preferences::changed);
    preferences.change(&AppearancePreferences::showAvatars, true);
    QCOMPARE(spy.size(), 0);
    preferences.change(&AppearancePreferences::showAvatars, false);
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy.at(0).at(0).value<PreferencePage>(), PreferencePage::Appearance);
    QCOMPARE(values_->value(QStringLiteral("preferences/appearance/showAvatars")).toString(), QStringLiteral("false"));
    preferences.restoreDefaults(PreferencePage::General);
    QCOMPARE(spy.size(), 1);
    preferences.restoreDefaults(PreferencePage::Appearance);
    QCOMPARE(spy.size(), 2);
    QVERIFY(preferences.isDefault(PreferencePage::Appearance));
  }

  void quietTime_data() {
    QTest::addColumn<QTime>("from");
    QTest::addColumn<QTime>("to");
    QTest::addColumn<QTime>("now");
    QTest::addColumn<bool>("quiet");
    QTest::newRow("within a day") << QTime(12, 0) << QTime(13, 0) << QTime(12, 30) << true;
    QTest::newRow("at the start") << QTime(12, 0) << QTime(13, 0) << QTime(12, 0) << true;
    QTest::newRow("at the end") << QTime(12, 0) << QTime(13, 0) << QTime(13, 0) << false;
    QTest::newRow("before midnight") << QTime(19, 0) << QTime(7, 0) << QTime(23, 59) << true;
    QTest::newRow("after midnight") << QTime(19, 0) << QTime(7, 0) << QTime(6, 59) << true;
    QTest::newRow("by day") << QTime(19, 0) << QTime(7, 0) << QTime(7, 0) << false;
    QTest::newRow("no time at all") << QTime(7, 0) << QTime(7, 0) << QTime(7, 0) << false;
  }
  void quietTime() {
    QFETCH(const QTime, now);
    NotificationPreferences values;
    QFETCH(const QTime, from);
    values.quietFrom = from;
    QFETCH(const QTime, to);
    values.quietTo = to;
    QVERIFY(!values.isQuietTime(now));
    values.quietHours = true;
    QTEST(values.isQuietTime(now), "quiet");
  }

  void rulesMuteForATime() {
    RoomRule rule;
    QVERIFY(!rule.isMuted(0));
    rule.mutedUntilMs = 1'000;
    QVERIFY(rule.isMuted(999));
    QVERIFY(!rule.isMuted(1'000));
    rule.banner = BannerFor::Nothing;
    QVERIFY(rule.isMuted(5'000));
  }

 private:
  Testing::MemorySettings::Values values_;
};

PARLOUR_TEST(TestPreferences)

}  // namespace tst_preferences

#include "tst_preferences.moc"
