// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QButtonGroup>

#include "app/ui/preferences/PreferencesForm.h"

namespace Parlour::Ui {

class SegmentedControl;

// Theme, text, rows and movement (design 07-3). High contrast is a fourth card, which the picture lacks.
class AppearancePage : public PreferencesForm {
  Q_OBJECT

 public:
  AppearancePage(ThemeManager& themes, Core::Preferences& preferences, QWidget* parent = nullptr);

 private:
  void addThemes();
  void addText();
  void addTimeline();
  template <class Value>
  void addSegments(const QString& label, const QStringList& words, Value Core::AppearancePreferences::*member);

  QButtonGroup cards_;
};

}  // namespace Parlour::Ui
