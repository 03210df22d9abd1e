// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPointer>
#include <optional>

#include "app/core/preferences/Preferences.h"
#include "app/ui/preferences/PreferencesDialog.h"
#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

// Puts the appearance that was chosen on the theme as soon as it changes, and shows the Preferences window, one at a
// time. One for the life of the program; preferences and themes outlive it. GUI thread.
class PreferencesController : public QObject {
  Q_OBJECT

 public:
  // `scheme`: in place of the chosen theme until another one is chosen (command line).
  PreferencesController(Core::Preferences& preferences, ThemeManager& themes,
                        std::optional<ColorScheme> scheme = std::nullopt, QObject* parent = nullptr);

  void setActions(const PreferencesActions& actions) { actions_ = actions; }
  PreferencesDialog* show(QWidget* over, Core::PreferencePage page = Core::PreferencePage::General);
  PreferencesDialog* dialog() const { return dialog_; }  // null while none is open

  // Ctrl+Plus, Ctrl+Minus: the next text size in that direction; 0: the normal one.
  void zoom(int direction);

 private:
  void applyAppearance();

  Core::Preferences& preferences_;
  ThemeManager& themes_;
  std::optional<ColorScheme> scheme_;
  Core::ThemeChoice replaced_;  // what was chosen when `scheme_` took its place
  PreferencesActions actions_;
  QPointer<PreferencesDialog> dialog_;
};

}  // namespace Parlour::Ui
