// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QUrl>
#include <QWidget>

#include "app/ui/theme/ThemeManager.h"
#include "app/ui/timeline/TimelineDelegate.h"

class QLabel;

namespace Parlour::Ui {

class Composer;
class ConnectionBar;
class EmptyPane;
class HistoryStrip;
class RoomHeader;
class TimelineView;

// The middle of the window while a room is open: header, connection bar, timeline, composer.
class RoomPage : public QWidget {
  Q_OBJECT

 public:
  RoomPage(ThemeManager& themes, int idRole, TimelineDelegate::ReadRow readRow, QWidget* parent = nullptr);

  RoomHeader* header() const { return header_; }
  ConnectionBar* bar() const { return bar_; }
  // What became of the room itself: disabled, deleted, removed from it.
  ConnectionBar* roomBar() const { return roomBar_; }
  TimelineView* timeline() const { return timeline_; }
  Composer* composer() const { return composer_; }
  HistoryStrip* history() const { return history_; }
  EmptyPane* empty() const { return empty_; }
  // Shows the pane instead of the timeline (a room without messages, a failed join).
  void showEmpty(bool show);

 Q_SIGNALS:
  void filesDropped(const QList<QUrl>& files);
  void pictureDropped(const QImage& picture);

 protected:
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  RoomHeader* header_;
  ConnectionBar* bar_;
  ConnectionBar* roomBar_;
  TimelineView* timeline_;
  EmptyPane* empty_;
  HistoryStrip* history_;
  Composer* composer_;
};

}  // namespace Parlour::Ui
