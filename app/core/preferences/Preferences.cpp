// SPDX-License-Identifier: Apache-2.0
#include "app/core/preferences/Preferences.h"

#include "app/core/preferences/PreferenceFile.h"

namespace Parlour::Core {

Preferences::Preferences(LocalSettings& settings, QObject* parent) : QObject(parent), settings_(settings) {
  readPreferences(settings_, general_);
  readPreferences(settings_, notifications_);
  readPreferences(settings_, appearance_);
  readPreferences(settings_, connection_);
  readPreferences(settings_, storage_);
}

template <class Page>
void Preferences::keep(Page& kept, Page values, PreferencePage which) {
  values = bounded(std::move(values));
  if (values == kept) return;
  kept = std::move(values);
  writePreferences(settings_, kept);
  Q_EMIT changed(which);
}

void Preferences::set(GeneralPreferences values) { keep(general_, std::move(values), PreferencePage::General); }

void Preferences::set(NotificationPreferences values) {
  keep(notifications_, std::move(values), PreferencePage::Notifications);
}

void Preferences::set(AppearancePreferences values) {
  keep(appearance_, std::move(values), PreferencePage::Appearance);
}

void Preferences::set(ConnectionPreferences values) {
  keep(connection_, std::move(values), PreferencePage::Connection);
}

void Preferences::set(StoragePreferences values) { keep(storage_, std::move(values), PreferencePage::Storage); }

void Preferences::setRoomRule(const RoomUri& room, const RoomRule& rule) {
  NotificationPreferences values = notifications_;
  values.rooms.insert(room, rule);
  set(std::move(values));
}

void Preferences::removeRoomRule(const RoomUri& room) {
  NotificationPreferences values = notifications_;
  values.rooms.remove(room);
  set(std::move(values));
}

bool Preferences::isDefault(PreferencePage page) const {
  switch (page) {
    case PreferencePage::General:
      return general_ == GeneralPreferences{};
    case PreferencePage::Notifications:
      return notifications_ == NotificationPreferences{};
    case PreferencePage::Appearance:
      return appearance_ == AppearancePreferences{};
    case PreferencePage::Connection:
      return connection_ == ConnectionPreferences{};
    case PreferencePage::Storage:
      return storage_ == StoragePreferences{};
  }
  Q_UNREACHABLE();
}

void Preferences::restoreDefaults(PreferencePage page) {
  switch (page) {
    case PreferencePage::General:
      return set(GeneralPreferences{});
    case PreferencePage::Notifications:
      return set(NotificationPreferences{});
    case PreferencePage::Appearance:
      return set(AppearancePreferences{});
    case PreferencePage::Connection:
      return set(ConnectionPreferences{});
    case PreferencePage::Storage:
      return set(StoragePreferences{});
  }
  Q_UNREACHABLE();
}

}  // namespace Parlour::Core
