// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include "app/core/preferences/Preferences.h"
#include "app/core/text/spelling/SpellChecker.h"

namespace Parlour::Ui {

class ComposerEdit;

// Checks the spelling of what is written as the preferences say, with the dictionaries of this computer. Loads them
// when the program is idle. Preferences outlive it; the text may be its parent.
class SpellingController : public QObject {
  Q_OBJECT

 public:
  SpellingController(Core::Preferences& preferences, ComposerEdit& edit, const QString& personalFile,
                     QObject* parent = nullptr);

  Core::SpellChecker& checker() { return checker_; }

 private:
  void load();

  Core::Preferences& preferences_;
  Core::SpellChecker checker_;
  QStringList languages_;
  bool on_ = false;
};

}  // namespace Parlour::Ui
