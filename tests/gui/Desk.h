// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSettings>
#include <QTemporaryDir>
#include <memory>

#include "app/ui/composer/Composer.h"
#include "app/ui/composer/ComposerEdit.h"
#include "app/ui/mainwindow/MainController.h"
#include "app/ui/mainwindow/RoomPage.h"
#include "tests/integration/host/ClientHost.h"
#include "tests/integration/host/ServerHost.h"

namespace Parlour::Tests {

// One person at a desk: the real server, a real client core and the main window over it. Base of window tests.
class Desk {
 protected:
  // Starts the server, signs ada in and shows her window.
  void startDesk(const QByteArray& organisation);
  void endDesk();
  void signIn(ClientHost& host, const char* user);
  // Finds a room by keyboard in the Join dialog and opens it.
  void openByJoinDialog(const QString& words);
  void activateWindow();
  Ui::MainWindow& window() { return controller_->window(); }
  Ui::ComposerEdit& composer() { return *window().roomPage()->composer()->edit(); }

  std::unique_ptr<ServerHost> server_;
  std::unique_ptr<ClientHost> ada_;
  std::unique_ptr<Ui::ThemeManager> themes_;
  std::unique_ptr<QTemporaryDir> profile_;
  std::unique_ptr<QSettings> settings_;
  std::unique_ptr<Ui::MainController> controller_;
};

}  // namespace Parlour::Tests
