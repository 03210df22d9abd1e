// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QWidget>

#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Gui {

// Writes grabs of windows as `<name>-<theme><scale>.png`. The scale comes from QT_SCALE_FACTOR.
class Screenshots {
 public:
  Screenshots(Ui::ThemeManager& themes, const QString& directory) : themes_(themes), directory_(directory) {}

  Ui::ThemeManager& themes() { return themes_; }
  void setTheme(bool dark);
  // Shows, lays out, grabs and hides the window.
  bool save(QWidget& window, const QString& name);

 private:
  Ui::ThemeManager& themes_;
  QString directory_;
};

void shootSignIn(Screenshots& shots);
void shootComponents(Screenshots& shots);
void shootMain(Screenshots& shots);
void shootManage(Screenshots& shots);
void shootPreferences(Screenshots& shots);

}  // namespace Parlour::Gui
