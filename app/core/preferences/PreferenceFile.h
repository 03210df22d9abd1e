// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/Environment.h"
#include "app/core/preferences/PreferenceValues.h"

namespace Parlour::Core {

// Between the pages of the preferences and `settings`, one key a value ("preferences/appearance/theme"). Reading never
// fails: a key that is missing or makes no sense leaves the default. `bounded` gives the nearest values within the
// limits of PreferenceLimits.
void readPreferences(const LocalSettings& settings, GeneralPreferences& values);
void readPreferences(const LocalSettings& settings, NotificationPreferences& values);
void readPreferences(const LocalSettings& settings, AppearancePreferences& values);
void readPreferences(const LocalSettings& settings, ConnectionPreferences& values);
void readPreferences(const LocalSettings& settings, StoragePreferences& values);

void writePreferences(LocalSettings& settings, GeneralPreferences values);
void writePreferences(LocalSettings& settings, NotificationPreferences values);
void writePreferences(LocalSettings& settings, AppearancePreferences values);
void writePreferences(LocalSettings& settings, ConnectionPreferences values);
void writePreferences(LocalSettings& settings, StoragePreferences values);

GeneralPreferences bounded(GeneralPreferences values);
NotificationPreferences bounded(NotificationPreferences values);
AppearancePreferences bounded(AppearancePreferences values);
ConnectionPreferences bounded(ConnectionPreferences values);
StoragePreferences bounded(StoragePreferences values);

}  // namespace Parlour::Core
