// SPDX-License-Identifier: Apache-2.0
// What the Preferences window does in the program.
#include <QDateTime>
#include <QLocale>
#include <QSystemTrayIcon>

#include "app/core/text/spelling/SpellChecker.h"
#include "app/platform/language/InterfaceLanguage.h"
#include "app/program/Account.h"
#include "app/program/Application.h"

namespace Parlour::Program {

namespace {

// The installed ones for the language of the system.
QStringList systemDictionaries() {
  QStringList codes = Core::SpellChecker(Core::SpellChecker::systemFolders(), QString()).availableLanguages();
  const QString language = QLocale::system().name().section(QLatin1Char('_'), 0, 0);
  codes.removeIf([&language](const QString& code) { return code.section(QLatin1Char('_'), 0, 0) != language; });
  return codes;
}

}  // namespace

void Application::connectPreferences(const ProgramOptions& options) {
  preferences_ = std::make_unique<Ui::PreferencesController>(client_->preferences(), themes_, options.scheme);
  preferences_->setActions(preferencesActions());
  // What the desktop has is what holds: the entry may have been made or taken away elsewhere.
  client_->preferences().change(&Core::GeneralPreferences::startWithComputer, autostart_.isOn());
  connect(&client_->preferences(), &Core::Preferences::changed, this, [this](Core::PreferencePage page) {
    if (page == Core::PreferencePage::General) applyAutostart();
  });
}

Ui::PreferencesActions Application::preferencesActions() {
  Ui::PreferencesActions actions;
  actions.canStartWithComputer = true;
  actions.hasTray = QSystemTrayIcon::isSystemTrayAvailable();
  actions.dictionaries = systemDictionaries;
  actions.languages = Platform::InterfaceLanguage::available;
  actions.rooms = [this] {
    QList<Core::RoomSummary> rooms;
    for (const Core::Room* room : client_->rooms()) rooms.append(room->summary());
    return rooms;
  };
  actions.server = [this] { return rememberedServer(settings_); };
  actions.setServer = [this](const Ui::ServerChoice& choice) { rememberServer(settings_, choice); };
  actions.openWireView = [this] { showWireView(); };

  actions.downloadFolder = [this] { return client_->transfers().downloadDirectory(); };
  actions.measureCache = [this](const std::function<void(const Ui::CacheUsage&)>& done) { measureCache(done); };
  actions.clearCache = [this](const std::function<void()>& done) {
    client_->clearCache();
    done();
  };
  actions.draftCount = [this] { return main_ ? main_->draftCount() : 0; };
  actions.deleteDrafts = [this] {
    if (main_) main_->deleteDrafts();
  };
  return actions;
}

void Application::measureCache(const std::function<void(const Ui::CacheUsage&)>& done) {
  client_->cacheUsage().then(this, [done](const Result<Core::CacheUsage>& usage) {
    if (!usage) return;
    Ui::CacheUsage shown;
    shown.messages = usage->bytes - usage->indexBytes;
    shown.index = usage->indexBytes;
    shown.rooms = usage->rooms;
    if (!usage->oldest.isNull()) shown.oldest = QDateTime::fromMSecsSinceEpoch(usage->oldest.toMs()).date();
    done(shown);
  });
}

void Application::applyAutostart() {
  const bool wanted = client_->preferences().general().startWithComputer;
  if (wanted == autostart_.isOn()) return;
  if (const Status done = autostart_.set(wanted); !done) {
    client_->preferences().change(&Core::GeneralPreferences::startWithComputer, !wanted);
  }
}

}  // namespace Parlour::Program
