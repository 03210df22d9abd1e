// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QPushButton>

#include "app/ui/preferences/PreferencesController.h"
#include "app/ui/preferences/PreferencesDialog.h"
#include "tests/gui/SampleWindow.h"
#include "tests/gui/Screenshots.h"
#include "tests/support/MemorySettings.h"

namespace Parlour::Gui {

namespace {

Core::RoomSummary shotRoom(const char* key, const QString& name, Core::Privacy privacy, Core::RoomKind kind) {
  Core::RoomSummary room;
  room.uri = RoomUri::fromParts("northgate.example", key).value();
  room.name = name;
  room.privacy = privacy;
  room.kind = kind;
  return room;
}

QList<Core::RoomSummary> shotRooms() {
  using Core::Privacy;
  using Core::RoomKind;
  return {shotRoom("pay", QStringLiteral("Payments operations"), Privacy::Open, RoomKind::Normal),
          shotRoom("mdi", QStringLiteral("Market data incidents"), Privacy::Closed, RoomKind::Normal),
          shotRoom("fx", QStringLiteral("FX Desk – London"), Privacy::Closed, RoomKind::Auditorium),
          shotRoom("rates", QStringLiteral("Rates morning call"), Privacy::Open, RoomKind::Normal)};
}

Ui::PreferencesActions shotActions() {
  Ui::PreferencesActions actions;
  actions.hasTray = true;
  actions.canStartWithComputer = true;
  actions.dictionaries = [] { return QStringList{QStringLiteral("en_GB"), QStringLiteral("de")}; };
  actions.languages = [] { return QStringList{QStringLiteral("de"), QStringLiteral("zh_CN")}; };
  actions.rooms = shotRooms;
  actions.server = [] {
    return Ui::ServerChoice{QStringLiteral("northgate.example"), false, QStringLiteral("fe01.northgate.example"), 5061,
                            true};
  };
  actions.setServer = [](const Ui::ServerChoice&) {};
  actions.openWireView = [] {};
  actions.demoRuns = [] { return false; };
  actions.runDemo = [](bool) {};
  actions.downloadFolder = [] { return QDir::homePath() + QStringLiteral("/Downloads"); };
  actions.measureCache = [](const std::function<void(const Ui::CacheUsage&)>& done) {
    done({110'000'000, 55'000'000, 19'000'000, 14, QDate(2026, 6, 2)});
  };
  actions.clearCache = [](const std::function<void()>&) {};
  actions.draftCount = [] { return 2; };
  actions.deleteDrafts = [] {};
  actions.exportHistory = [] {};
  return actions;
}

void fillShotRules(Core::Preferences& preferences) {
  using Core::BannerFor;
  using Core::RuleChoice;
  const auto rooms = shotRooms();
  const QString none;
  preferences.setRoomRule(rooms.at(0).uri, {BannerFor::EveryMessage, RuleChoice::On, true, 0, none});
  preferences.setRoomRule(rooms.at(1).uri, {BannerFor::HighImportance, RuleChoice::On, true, 0, none});
  preferences.setRoomRule(rooms.at(2).uri, {BannerFor::MentionsAndKeywords, RuleChoice::Default, true, 0, none});
  preferences.setRoomRule(rooms.at(3).uri, {BannerFor::Nothing, RuleChoice::Off, false, 0, none});
  preferences.change(&Core::NotificationPreferences::keywords,
                     QStringList{QStringLiteral("Aldgate"), QStringLiteral("limit breach"), QStringLiteral("88214")});
}

}  // namespace

void shootPreferences(Screenshots& shots) {
  const QStringList names{QStringLiteral("07-preferences-1-general"), QStringLiteral("07-preferences-2-notifications"),
                          QStringLiteral("07-preferences-3-appearance"), QStringLiteral("07-preferences-4-connection"),
                          QStringLiteral("07-preferences-5-storage")};
  Testing::MemorySettings settings(std::make_shared<QVariantMap>());
  Core::Preferences preferences(settings);
  fillShotRules(preferences);
  {
    SampleWindow behind(shots.themes());
    behind.arrange();
    Ui::PreferencesDialog dialog(shots.themes(), preferences, shotActions());
    for (int page = 0; page < names.size(); ++page) {
      dialog.showPage(static_cast<Core::PreferencePage>(page));
      shots.saveOver(behind.window(), dialog, QSize(918, 668), names.at(page));
    }
  }
  const Ui::TextSize size = shots.themes().type().size();
  shots.themes().setTextSize(Ui::TextSize::Larger);
  {
    Ui::PreferencesDialog dialog(shots.themes(), preferences, shotActions());
    for (int page = 0; page < names.size(); ++page) {
      dialog.showPage(static_cast<Core::PreferencePage>(page));
      shots.save(dialog, names.at(page) + QStringLiteral("-large-text"));
    }
  }
  shots.themes().setTextSize(size);
}

}  // namespace Parlour::Gui
