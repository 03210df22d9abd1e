// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <utility>

#include "app/core/Environment.h"
#include "app/core/preferences/PreferenceValues.h"

namespace Parlour::Core {

enum class PreferencePage { General, Notifications, Appearance, Connection, Storage };

// The limits that every value is held to, whatever the file or a caller says.
namespace PreferenceLimits {
inline constexpr qsizetype kKeywords = 100;
inline constexpr qsizetype kKeywordLength = 80;
inline constexpr qsizetype kRoomRules = 1000;
inline constexpr int kMinOutboxWaitSeconds = 10;
inline constexpr int kMaxOutboxWaitSeconds = 24 * 60 * 60;
inline constexpr int kMinCacheMegabytes = 50;
inline constexpr int kMaxCacheMegabytes = 100'000;
inline constexpr int kMaxCacheDays = 3650;
inline constexpr int kMaxAwayMinutes = 240;
}  // namespace PreferenceLimits

// The choices of the person for one profile, read from `settings` at the start and written on each change. What the
// file holds and nobody could have chosen becomes the default or the nearest limit. One for the life of the program;
// `settings` outlives it. GUI thread.
//   preferences.change(&AppearancePreferences::showAvatars, false);
class Preferences : public QObject {
  Q_OBJECT

 public:
  explicit Preferences(LocalSettings& settings, QObject* parent = nullptr);

  const GeneralPreferences& general() const { return general_; }
  const NotificationPreferences& notifications() const { return notifications_; }
  const AppearancePreferences& appearance() const { return appearance_; }
  const ConnectionPreferences& connection() const { return connection_; }
  const StoragePreferences& storage() const { return storage_; }
  // One of the five by its type, for code that works on any page.
  template <class Page>
  const Page& page() const;

  // Holds the values to the limits, keeps them and tells when they differ from before.
  void set(GeneralPreferences values);
  void set(NotificationPreferences values);
  void set(AppearancePreferences values);
  void set(ConnectionPreferences values);
  void set(StoragePreferences values);

  template <class Page, class Value>
  void change(Value Page::*member, Value value) {
    Page values = page<Page>();
    values.*member = std::move(value);
    set(std::move(values));
  }

  void setRoomRule(const RoomUri& room, const RoomRule& rule);
  void removeRoomRule(const RoomUri& room);

  bool isDefault(PreferencePage page) const;
  void restoreDefaults(PreferencePage page);

 Q_SIGNALS:
  void changed(Parlour::Core::PreferencePage page);

 private:
  template <class Page>
  void keep(Page& kept, Page values, PreferencePage which);

  LocalSettings& settings_;
  GeneralPreferences general_;
  NotificationPreferences notifications_;
  AppearancePreferences appearance_;
  ConnectionPreferences connection_;
  StoragePreferences storage_;
};

template <>
inline const GeneralPreferences& Preferences::page() const {
  return general_;
}
template <>
inline const NotificationPreferences& Preferences::page() const {
  return notifications_;
}
template <>
inline const AppearancePreferences& Preferences::page() const {
  return appearance_;
}
template <>
inline const ConnectionPreferences& Preferences::page() const {
  return connection_;
}
template <>
inline const StoragePreferences& Preferences::page() const {
  return storage_;
}

}  // namespace Parlour::Core
