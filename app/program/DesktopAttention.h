// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPointer>

#include "app/core/real/QtScheduler.h"
#include "app/platform/notify/DBusNotifier.h"
#include "app/platform/notify/LauncherCount.h"
#include "app/platform/notify/TrayIcon.h"
#include "app/ui/mainwindow/MainController.h"
#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Program {

// What of the program is outside its windows: banners, the number on the launcher, the tray. Closing the main window
// hides it only while an icon in the tray can bring it back; without one the program ends as before. GUI thread;
// everything it is given outlives it.
class DesktopAttention : public QObject {
  Q_OBJECT

 public:
  DesktopAttention(const Clock& clock, Core::Preferences& preferences, Ui::ThemeManager& themes);
  ~DesktopAttention() override;

  // Before anything else is connected to quitRequested: what quits must not be kept in the tray.
  void bind(Ui::MainController& main);
  void showWindow();

 Q_SIGNALS:
  void quitRequested();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QIcon trayIcon(bool attention) const;
  void applyPreferences();
  void showCount(int count);

  const Clock& clock_;
  Core::Preferences& preferences_;
  Ui::ThemeManager& themes_;
  Core::QtScheduler scheduler_;
  Platform::DBusNotifier notifier_;
  Platform::LauncherCount launcher_;
  Platform::TrayIcon tray_;
  QPointer<QWidget> window_;  // events reach it while it goes and is no MainWindow any more
  bool quitting_ = false;
};

}  // namespace Parlour::Program
