// SPDX-License-Identifier: Apache-2.0
#include "app/ui/preferences/GeneralPage.h"

#include <QLocale>
#include <QVBoxLayout>

#include "app/ui/widgets/Label.h"

namespace Parlour::Ui {

namespace {

constexpr int kLanguageChoice = 200;

QString languageName(const QString& code) {
  const QLocale locale(code);
  const QString language = locale.nativeLanguageName();
  return code.contains(QLatin1Char('_')) ? QStringLiteral("%1 (%2)").arg(language, locale.nativeTerritoryName())
                                         : language;
}

}  // namespace

GeneralPage::GeneralPage(ThemeManager& themes, Core::Preferences& preferences, const PreferencesActions& actions,
                         QWidget* parent)
    : PreferencesForm(themes, preferences, tr("General"), parent) {
  addStarting(actions);
  addWriting(actions);
  if (actions.languages) addLanguage(actions.languages());
  column()->addStretch(1);
}

void GeneralPage::addStarting(const PreferencesActions& actions) {
  addSection(tr("Starting"));
  if (actions.canStartWithComputer) {
    addCheck(tr("S&tart Parlour with the computer"), &Core::GeneralPreferences::startWithComputer);
  }
  addCheck(tr("&Sign in when Parlour starts"), &Core::GeneralPreferences::signInAtStart);
  addCheck(tr("&Open the rooms I had open last time"), &Core::GeneralPreferences::reopenRooms);
  if (actions.hasTray) {
    addCheck(tr("&Keep running in the tray when the window closes"), &Core::GeneralPreferences::keepInTray);
    addHelp(tr("Right-click the tray icon to quit."), true);
  }
}

void GeneralPage::addWriting(const PreferencesActions& actions) {
  if (!actions.dictionaries) return;
  addSection(tr("Writing"));
  addSpelling(actions.dictionaries());
}

void GeneralPage::addSpelling(const QStringList& dictionaries) {
  QCheckBox* check = addCheck(tr("Check s&pelling"), &Core::GeneralPreferences::checkSpelling);
  check->setEnabled(!dictionaries.isEmpty());
  Label* help = addHelp(tr("No dictionary is installed on this computer."), true);
  if (dictionaries.isEmpty()) return;
  onRefresh([this, help, dictionaries] {
    const QStringList& chosen = preferences().general().spellLanguages;
    QStringList names;
    for (const QString& code : chosen.isEmpty() ? dictionaries : chosen) names.append(languageName(code));
    help->setText(names.join(tr(", ", "between languages")));
  });
}

void GeneralPage::addLanguage(const QStringList& languages) {
  addSection(tr("Language"));
  addChoice<Core::GeneralPreferences, QString>(
      tr("&Interface language"), QStringList{QString(), QStringLiteral("en")} + languages,
      [](const QString& code) { return code.isEmpty() ? tr("As the system") : QLocale(code).nativeLanguageName(); },
      &Core::GeneralPreferences::language, kLanguageChoice);
  addHelp(tr("Dates and times follow the system settings. A new language shows at the next start."), false);
}

}  // namespace Parlour::Ui
