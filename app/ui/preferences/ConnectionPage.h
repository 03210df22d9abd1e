// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRadioButton>

#include "app/ui/preferences/PreferencesActions.h"
#include "app/ui/preferences/PreferencesForm.h"

class QLineEdit;

namespace Parlour::Ui {

// The server of the next sign-in, what happens when the connection drops, the proxy and the tools (design 07-4).
class ConnectionPage : public PreferencesForm {
  Q_OBJECT

 public:
  ConnectionPage(ThemeManager& themes, Core::Preferences& preferences, const PreferencesActions& actions,
                 QWidget* parent = nullptr);

 private:
  void addServer();
  void connectServer();
  void keepServer();
  void addDrops();
  void addDiagnosis();

  PreferencesActions actions_;
  QRadioButton* automatic_ = nullptr;
  QRadioButton* byAddress_ = nullptr;
  QLineEdit* host_ = nullptr;
  QLineEdit* port_ = nullptr;
  QComboBox* transport_ = nullptr;
};

}  // namespace Parlour::Ui
