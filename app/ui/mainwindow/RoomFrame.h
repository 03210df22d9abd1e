// SPDX-License-Identifier: Apache-2.0
#pragma once

class QWidget;

namespace Parlour::Ui {

class RoomPage;
class RoomPane;
class ThemeManager;
class ToastStack;

// A window in which a room can be shown: the main window, or one of a single room. It owns what it gives.
class RoomFrame {
 public:
  virtual ~RoomFrame() = default;

  virtual RoomPage* roomPage() const = 0;
  virtual RoomPane* roomPane() const = 0;
  virtual ToastStack* toasts() const = 0;
  virtual ThemeManager& themes() const = 0;
  virtual QWidget* frameWidget() = 0;  // the parent of dialogs and menus
  virtual void showRoomPage() = 0;     // brings the room's page before other pages of the window
};

}  // namespace Parlour::Ui
