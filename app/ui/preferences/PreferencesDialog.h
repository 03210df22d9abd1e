// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

#include "app/ui/preferences/PreferencesActions.h"
#include "app/ui/preferences/PreferencesForm.h"
#include "app/ui/theme/Icons.h"

class QListWidget;
class QStackedWidget;

namespace Parlour::Ui {

// The Preferences window (design 07): a list of five pages at the left, the page at the right. Every change applies at
// once. Window-modal over its parent, dims it. Preferences and themes outlive it; GUI thread.
class PreferencesDialog : public QDialog {
  Q_OBJECT

 public:
  PreferencesDialog(ThemeManager& themes, Core::Preferences& preferences, const PreferencesActions& actions,
                    QWidget* parent = nullptr);

  void showPage(Core::PreferencePage page);
  Core::PreferencePage shownPage() const;
  PreferencesForm* form(Core::PreferencePage page) const { return forms_.at(static_cast<int>(page)); }
  QListWidget* navigation() const { return navigation_; }
  Button* restoreButton() const { return restore_; }
  Button* closeButton() const { return close_; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void addPage(PreferencesForm* form, Icon icon);
  void build();
  void applyTheme();
  void restore();

  ThemeManager& themes_;
  Core::Preferences& preferences_;
  QListWidget* navigation_;
  QStackedWidget* pages_;
  QWidget* foot_;
  Button* restore_;
  Button* close_;
  QList<PreferencesForm*> forms_;
};

}  // namespace Parlour::Ui
