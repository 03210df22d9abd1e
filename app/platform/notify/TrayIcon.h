// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMenu>
#include <QObject>
#include <QSystemTrayIcon>
#include <functional>
#include <memory>

namespace Parlour::Platform {

// The icon in the desktop's tray, where there is one: it shows whether something waits for the person, a click brings
// the window back. Where there is no tray, or it goes away, nothing is shown and isShown() says so: a window may hide
// only behind an icon that is there. GUI thread.
class TrayIcon : public QObject {
  Q_OBJECT

 public:
  // Draws the icon, plain or with the mark that something waits.
  using Draw = std::function<QIcon(bool attention)>;
  explicit TrayIcon(Draw draw, QObject* parent = nullptr);
  ~TrayIcon() override;

  void setWanted(bool wanted);
  bool isShown() const;
  void setCount(int count);
  QMenu& menu() { return menu_; }

 Q_SIGNALS:
  void openRequested();
  void quitRequested();

 private:
  void refresh();

  Draw draw_;
  QMenu menu_;
  std::unique_ptr<QSystemTrayIcon> icon_;
  int count_ = 0;
  bool wanted_ = false;
};

}  // namespace Parlour::Platform
