// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ui/preferences/PreferencesActions.h"
#include "app/ui/preferences/PreferencesForm.h"

namespace Parlour::Ui {

// Starting, writing, presence and language (design 07-1).
class GeneralPage : public PreferencesForm {
  Q_OBJECT

 public:
  GeneralPage(ThemeManager& themes, Core::Preferences& preferences, const PreferencesActions& actions,
              QWidget* parent = nullptr);

 private:
  void addStarting(const PreferencesActions& actions);
  void addWriting(const PreferencesActions& actions);
  void addSpelling(const QStringList& dictionaries);
  void addLanguage(const QStringList& languages);
};

}  // namespace Parlour::Ui
