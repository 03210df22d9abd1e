// SPDX-License-Identifier: Apache-2.0
#include "app/ui/preferences/PreferencesController.h"

#include "app/ui/preferences/PreferencesDialog.h"

namespace Parlour::Ui {

namespace {

ColorScheme schemeOf(Core::ThemeChoice choice) {
  switch (choice) {
    case Core::ThemeChoice::System:
      return ColorScheme::System;
    case Core::ThemeChoice::Light:
      return ColorScheme::Light;
    case Core::ThemeChoice::Dark:
      return ColorScheme::Dark;
    case Core::ThemeChoice::HighContrast:
      return ColorScheme::HighContrast;
  }
  Q_UNREACHABLE();
}

TextSize sizeOf(Core::TextSizeChoice choice) {
  switch (choice) {
    case Core::TextSizeChoice::Small:
      return TextSize::Small;
    case Core::TextSizeChoice::Normal:
      return TextSize::Normal;
    case Core::TextSizeChoice::Large:
      return TextSize::Large;
    case Core::TextSizeChoice::Larger:
      return TextSize::Larger;
  }
  Q_UNREACHABLE();
}

}  // namespace

PreferencesController::PreferencesController(Core::Preferences& preferences, ThemeManager& themes,
                                             std::optional<ColorScheme> scheme, QObject* parent)
    : QObject(parent),
      preferences_(preferences),
      themes_(themes),
      scheme_(scheme),
      replaced_(preferences.appearance().theme) {
  connect(&preferences, &Core::Preferences::changed, this, [this](Core::PreferencePage page) {
    if (page == Core::PreferencePage::Appearance) applyAppearance();
  });
  applyAppearance();
}

void PreferencesController::applyAppearance() {
  const Core::AppearancePreferences& chosen = preferences_.appearance();
  if (chosen.theme != replaced_) scheme_.reset();
  themes_.setReduceAnimation(chosen.reduceAnimation);
  themes_.setScheme(scheme_.value_or(schemeOf(chosen.theme)));
  themes_.setTextSize(sizeOf(chosen.textSize));
}

PreferencesDialog* PreferencesController::show(QWidget* over, Core::PreferencePage page) {
  if (!dialog_) {
    dialog_ = new PreferencesDialog(themes_, preferences_, actions_, over);
    dialog_->setAttribute(Qt::WA_DeleteOnClose);
    // A closed dialog lives until the event loop gets to it, and must not bar the next one.
    connect(dialog_, &QDialog::finished, this, [this] { dialog_.clear(); });
    dialog_->showPage(page);
    dialog_->open();
  }
  dialog_->activateWindow();
  return dialog_;
}

void PreferencesController::zoom(int direction) {
  const int now = static_cast<int>(preferences_.appearance().textSize);
  const int largest = static_cast<int>(Core::TextSizeChoice::Larger);
  const auto next = direction == 0
                        ? Core::TextSizeChoice::Normal
                        : static_cast<Core::TextSizeChoice>(qBound(0, now + (direction > 0 ? 1 : -1), largest));
  preferences_.change(&Core::AppearancePreferences::textSize, next);
}

}  // namespace Parlour::Ui
