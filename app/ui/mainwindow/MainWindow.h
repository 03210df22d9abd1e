// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMainWindow>

#include "app/ui/mainwindow/RoomFrame.h"
#include "app/ui/theme/ThemeManager.h"
#include "app/ui/timeline/TimelineDelegate.h"

class QSplitter;
class QStackedWidget;

namespace Parlour::Ui {

class DigestPage;
class FeedPage;
class MainActions;
class RoomPage;
class RoomPane;
class SearchPage;
class Sidebar;
class ToastStack;
class WelcomePage;

// Assembles the panes and nothing more: a splitter of sidebar, middle and room pane. Below 1080 px the room
// pane becomes an overlay, below 900 px the sidebar goes to its minimum. A MainController fills it.
class MainWindow : public QMainWindow, public RoomFrame {
  Q_OBJECT

 public:
  MainWindow(ThemeManager& themes, int idRole, TimelineDelegate::ReadRow readRow, QWidget* parent = nullptr);

  Sidebar* sidebar() const { return sidebar_; }
  RoomPage* roomPage() const override { return roomPage_; }
  RoomPane* roomPane() const override { return roomPane_; }
  QWidget* frameWidget() override { return this; }
  void showRoomPage() override { showPage(Page::Room); }
  WelcomePage* welcome() const { return welcome_; }
  SearchPage* search() const { return search_; }
  DigestPage* digest() const { return digest_; }
  FeedPage* feed() const { return feed_; }
  ToastStack* toasts() const override { return toasts_; }
  MainActions* commands() const { return actions_; }
  ThemeManager& themes() const override { return themes_; }

  enum class Page { Welcome, Room, Search, Digest, Feed };
  void showPage(Page page);
  Page page() const;
  void setRoomPaneWanted(bool wanted);
  bool isRoomPaneWanted() const { return paneWanted_; }
  // F6 and Shift+F6: sidebar, timeline, composer, room pane.
  void focusNextPane(int direction);
  QByteArray paneSizes() const;
  void restorePaneSizes(const QByteArray& state);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 Q_SIGNALS:
  void becameActive();

 private:
  void placePanes();
  QWidget* focusOfPage() const;

  ThemeManager& themes_;
  MainActions* actions_;
  QSplitter* splitter_;
  Sidebar* sidebar_;
  QStackedWidget* middle_;
  WelcomePage* welcome_;
  RoomPage* roomPage_;
  SearchPage* search_;
  DigestPage* digest_;
  FeedPage* feed_;
  RoomPane* roomPane_;
  ToastStack* toasts_;
  bool paneWanted_ = true;
  bool overlayOpen_ = false;
};

}  // namespace Parlour::Ui
