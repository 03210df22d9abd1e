// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

class AccountRow;
class Button;
class IconButton;
class QuickSwitchButton;
class RoomListView;

enum class StripDot { Good, Trouble, Off };

// The left pane, top to bottom: account, quick switch, rooms, Join a chat room, status strip.
class Sidebar : public QWidget {
  Q_OBJECT

 public:
  explicit Sidebar(ThemeManager& themes, QWidget* parent = nullptr);

  AccountRow* account() const { return account_; }
  QuickSwitchButton* quickSwitch() const { return quickSwitch_; }
  RoomListView* rooms() const { return rooms_; }
  Button* joinButton() const { return join_; }
  IconButton* wireButton() const { return wire_; }
  IconButton* preferencesButton() const { return preferences_; }
  // The shorter words stand where the others do not fit.
  void setStatus(StripDot dot, const QString& words, const QString& shorter = {});

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  ThemeManager& themes_;
  AccountRow* account_;
  QuickSwitchButton* quickSwitch_;
  RoomListView* rooms_;
  Button* join_;
  IconButton* wire_;
  IconButton* preferences_;
  QWidget* strip_;
  StripDot dot_ = StripDot::Off;
  QString status_;
  QString shortStatus_;
};

}  // namespace Parlour::Ui
