// SPDX-License-Identifier: Apache-2.0
#include "app/ui/composer/SpellingController.h"

#include <QTimer>

#include "app/ui/composer/ComposerEdit.h"

namespace Parlour::Ui {

SpellingController::SpellingController(Core::Preferences& preferences, ComposerEdit& edit, const QString& personalFile,
                                       QObject* parent)
    : QObject(parent),
      preferences_(preferences),
      checker_(Core::SpellChecker::systemFolders(), personalFile) {
  edit.setSpellChecker(&checker_);
  connect(&preferences, &Core::Preferences::changed, this, [this](Core::PreferencePage page) {
    if (page == Core::PreferencePage::General) {
      load();
    }
  });
  QTimer::singleShot(0, this, &SpellingController::load);
}

void SpellingController::load() {
  const Core::GeneralPreferences& general = preferences_.general();
  if (on_ == general.checkSpelling && languages_ == general.spellLanguages) {
    return;
  }
  on_ = general.checkSpelling;
  languages_ = general.spellLanguages;
  checker_.setLanguages(languages_, on_);
}

}  // namespace Parlour::Ui
