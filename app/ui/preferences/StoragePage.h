// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ui/preferences/PreferencesActions.h"
#include "app/ui/preferences/PreferencesForm.h"

class QLineEdit;

namespace Parlour::Ui {

class CacheBar;

// What is kept on this computer and for how long, where files go, and what can be cleaned up (design 07-5).
class StoragePage : public PreferencesForm {
  Q_OBJECT

 public:
  StoragePage(ThemeManager& themes, Core::Preferences& preferences, const PreferencesActions& actions,
              QWidget* parent = nullptr);

  void setDownloadFolder(const QString& folder);

 private:
  void addCache();
  void addFiles();
  void addCleanUp();
  void measure();
  void chooseFolder();
  void askToClear();
  void askToDeleteDrafts();

  PreferencesActions actions_;
  CacheBar* bar_ = nullptr;
};

}  // namespace Parlour::Ui
