// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>
#include <QTime>

#include "protocol/support/Ids.h"

namespace Parlour::Core {

// What a person chose, one struct a page of the Preferences window (design 07); the initial values are the defaults.
// Plain values; Preferences keeps them.

enum class SendKey { Enter, CtrlEnter };
enum class ThemeChoice { System, Light, Dark, HighContrast };
enum class TextSizeChoice { Small, Normal, Large, Larger };
enum class RowSpacing { Comfortable, Compact };
enum class ClockFormat { System, Hours24, Hours12 };
enum class ProxyChoice { System, None };

// What makes a banner in a room. Each tells of less than the one before and of nothing that it does not.
enum class BannerFor { EveryMessage, HighImportance, MentionsAndKeywords, Nothing };
enum class RuleChoice { Default, On, Off };

struct GeneralPreferences {
  bool signInAtStart = true;
  bool startWithComputer = false;
  bool reopenRooms = true;
  bool keepInTray = true;  // only where there is a tray
  SendKey sendKey = SendKey::Enter;
  bool keepDrafts = true;
  bool drawEmoticons = true;
  bool checkSpelling = true;
  QStringList spellLanguages;  // "en_GB"; empty: the system's
  int awayAfterMinutes = 10;   // 0: never
  QString language;            // of the interface, "de"; empty: the system's
  bool operator==(const GeneralPreferences&) const = default;
};

// What one room does differently (design 07-2). While muted it counts as BannerFor::Nothing.
struct RoomRule {
  BannerFor banner = BannerFor::HighImportance;
  RuleChoice sound = RuleChoice::Default;
  bool onTaskbar = true;    // whether its messages count there
  qint64 mutedUntilMs = 0;  // since the epoch; 0: not muted for a time
  QString name;             // what the room was called last, for the list
  bool isMuted(qint64 nowMs) const { return banner == BannerFor::Nothing || nowMs < mutedUntilMs; }
  bool operator==(const RoomRule&) const = default;
};

struct NotificationPreferences {
  bool mentions = true;
  bool highImportance = true;  // in followed rooms
  bool keywordMatches = true;
  bool invitations = true;
  bool banners = true;
  bool sound = false;
  bool taskbarCount = true;
  bool quietWhileBusy = true;
  bool textInBanner = true;
  bool mentionsWhenMuted = false;  // of muted rooms
  bool doNotDisturb = false;
  bool quietHours = false;
  QTime quietFrom{19, 0};
  QTime quietTo{7, 0};
  QStringList keywords;            // one with a blank is an exact phrase; no quotation marks
  QHash<RoomUri, RoomRule> rooms;  // all others: BannerFor::HighImportance
  bool operator==(const NotificationPreferences&) const = default;

  // From `quietFrom` up to `quietTo`, over midnight when that is earlier; never when both are the same.
  bool isQuietTime(QTime now) const;
  RoomRule ruleOf(const RoomUri& room) const { return rooms.value(room); }
};

struct AppearancePreferences {
  ThemeChoice theme = ThemeChoice::System;
  TextSizeChoice textSize = TextSizeChoice::Normal;
  RowSpacing rowSpacing = RowSpacing::Comfortable;
  ClockFormat clock = ClockFormat::System;
  bool groupMessages = true;
  bool showAvatars = true;
  bool openStories = false;
  bool tintOwnMessages = true;
  bool reduceAnimation = false;
  bool operator==(const AppearancePreferences&) const = default;
};

struct ConnectionPreferences {
  bool reconnect = true;
  int outboxWaitSeconds = 600;  // how long a post waits for the connection before it fails
  ProxyChoice fileProxy = ProxyChoice::System;
  bool operator==(const ConnectionPreferences&) const = default;
};

struct StoragePreferences {
  int cacheDays = 180;  // 0: for ever
  int cacheMegabytes = 500;
  QString downloadFolder;  // absolute; empty: where the desktop puts downloads
  bool askWhereToSave = false;
  bool operator==(const StoragePreferences&) const = default;
};

}  // namespace Parlour::Core
