// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>

#include "app/core/Client.h"
#include "app/ui/widgets/ConnectionBar.h"

namespace Parlour::Ui {

class MainWindow;

// Puts the state of the connection into words in the three places that show it (design guide 11): account
// row, status strip, bar under the room header. The bar waits one second, so that short drops stay quiet.
class ConnectionPresenter : public QObject {
  Q_OBJECT

 public:
  ConnectionPresenter(Core::Client& client, MainWindow& window, QObject* parent = nullptr);

  // Another bar that shows what the main window's does; it may end before this object.
  void addBar(ConnectionBar* bar);
  void refresh();  // also after the own presence was changed

 Q_SIGNALS:
  void signInAgainRequested();

 private:
  void showAccount(const Core::ConnectionStatus& status);
  void showStrip(const Core::ConnectionStatus& status);
  void showBar();
  void fillBar(ConnectionBar& bar);
  void barPressed();

  Core::Client& client_;
  MainWindow& window_;
  QTimer quiet_;    // before the bar appears
  QTimer seconds_;  // counts down to the next try
  QTimer back_;     // how long "Back online" stays
  qint64 retryAtMs_ = -1;
  QList<QPointer<ConnectionBar>> bars_;
  bool wasLost_ = false;
};

}  // namespace Parlour::Ui
