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
#include "tests/integration/host/Relay.h"
#include "tests/integration/host/ServerHost.h"

namespace Parlour::Tests {

// A second person at the same server, with a window of theirs.
struct Colleague {
  explicit Colleague(Ui::ThemeManager& themes);
  ~Colleague();
  Ui::MainWindow& window() { return controller->window(); }

  ClientHost host;
  QTemporaryDir profile;
  QSettings settings;
  std::unique_ptr<Ui::MainController> controller;
};

// One person at a desk: the real server, a real client core and the main window over it. Base of window tests.
class Desk {
 protected:
  enum class Files { Off, Moved };  // moved: over fileWire_, which can be cut
  // Starts the server, signs ada in and shows her window.
  void startDesk(const QByteArray& organisation, Files files = Files::Off);
  void endDesk();
  void signIn(ClientHost& host, const char* user);
  // Signs somebody else in, with a window that is shown behind ada's.
  std::unique_ptr<Colleague> seat(const char* user);
  // Keeps a picture beside the test program.
  void keep(const QString& folder, const char* name, QWidget& widget);
  // Finds a room by keyboard in the Join dialog and opens it.
  void openByJoinDialog(const QString& words);
  void activateWindow();
  Ui::MainWindow& window() { return controller_->window(); }
  Ui::ComposerEdit& composer() { return *window().roomPage()->composer()->edit(); }

  std::unique_ptr<ServerHost> server_;
  std::unique_ptr<Relay> fileWire_;
  std::unique_ptr<ClientHost> ada_;
  std::unique_ptr<Ui::ThemeManager> themes_;
  std::unique_ptr<QTemporaryDir> profile_;
  std::unique_ptr<QSettings> settings_;
  std::unique_ptr<Ui::MainController> controller_;
};

}  // namespace Parlour::Tests
