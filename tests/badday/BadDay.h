// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QSettings>
#include <QTemporaryDir>
#include <memory>

#include "app/ui/mainwindow/MainController.h"
#include "app/ui/widgets/ConnectionBar.h"
#include "tests/integration/host/ClientHost.h"
#include "tests/integration/host/Relay.h"
#include "tests/integration/host/ServerHost.h"

namespace Parlour::Tests {

// Ada at her window, on a wire that can be cut or held and with a clock that can be put forward; Bo at the same real
// server, undisturbed. Both are in "Tide tables" and "Crew rota". Base of the tests of failures.
class BadDay {
 protected:
  static constexpr int kPatienceMs = 20'000;

  void begin(const QString& faults = {}, bool tls = false);
  void end();
  void signAdaIn();
  void postLines(int count);  // by ada in "Tide tables", into lines_
  void restartServer();       // on the same port, with the same data
  void administer(const char* verb, QJsonObject arguments);
  // Everybody has all of lines_ once and in order, and ada's are stored.
  bool allArrivedOnce();
  QByteArray state() const;  // for the words of a failure
  int waiting() const;       // posts of ada's that wait for the connection

  Ui::MainWindow& window() const { return controller_->window(); }
  QString bar() const;  // the words of the bar that is shown; empty: none
  QString barButton() const;
  QString roomBar() const;
  QString account() const;
  bool stripSays(const QString& words) const;
  bool toastSays(const QString& words) const;
  void pressBar();

  const QString tides_ = QStringLiteral("Tide tables");
  std::unique_ptr<ServerHost> server_;
  std::unique_ptr<Relay> wire_;
  quint16 port_ = 0;
  ShiftedClock clock_;
  std::unique_ptr<ClientHost> ada_;
  std::unique_ptr<ClientHost> bo_;
  Core::NetworkWatch* watch_ = nullptr;
  bool network_ = true;
  bool tls_ = false;
  RoomUri room_;
  QStringList lines_;
  std::unique_ptr<Ui::ThemeManager> themes_;
  std::unique_ptr<QTemporaryDir> profile_;
  std::unique_ptr<QSettings> settings_;
  std::unique_ptr<Ui::MainController> controller_;
};

}  // namespace Parlour::Tests
