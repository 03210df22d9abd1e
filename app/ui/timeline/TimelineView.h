// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QListView>
#include <QPersistentModelIndex>
#include <QTimer>

#include "app/ui/timeline/TimelineDelegate.h"

namespace Parlour::Ui {

class JumpButton;
class StickyDay;

// The messages of a room. Keeps the reader's place to the pixel when rows come, go, grow or reflow
// (design guide 9), selects text inside one row, and reports what the reader asks for. Works on any list
// model whose rows the delegate's reader understands. GUI thread.
class TimelineView : public QListView {
  Q_OBJECT

 public:
  TimelineView(ThemeManager& themes, int idRole, TimelineDelegate::ReadRow readRow, QWidget* parent = nullptr);

  void setModel(QAbstractItemModel* model) override;
  // Goes to a row one third from the top, or to the end for -1.
  void openAt(int row);
  void jumpToLatest();
  // Brings a row into the middle and tints it for 2 s.
  void showAndFlash(int row);
  bool atBottom() const;
  // The row's content changed size or state without the model saying so (a story was opened).
  void rowChangedLocally(int row);
  void rowsChangedLocally();  // all of them
  // Tells whether the last row is the newest of the room; without it, it is. After a jump into the past it is not, and
  // rows that come below are neither new nor followed.
  void setEndReader(std::function<bool()> endIsNewest) { endIsNewest_ = std::move(endIsNewest); }
  // Words of the day of a row, for the date that sticks to the top.
  void setDayReader(std::function<QString(const QModelIndex&)> reader) { dayOf_ = std::move(reader); }
  // Selected text of one row, or "time author: text" of the selected rows.
  QString copyText() const;
  JumpButton* jumpButton() const { return jump_; }

 Q_SIGNALS:
  void actRequested(const QModelIndex& index, Parlour::Ui::RowAct act, const QString& target);
  void menuRequested(const QModelIndex& index, const QPoint& globalPosition);
  void olderNeeded();
  void newerNeeded();   // the end of what is loaded comes near
  void latestWanted();  // the jump button was pressed
  // The newest row has been on screen for one second in the active window.
  void newestSeen();
  void escapePressed();

 protected:
  void rowsInserted(const QModelIndex& parent, int start, int end) override;
  void rowsAboutToBeRemoved(const QModelIndex& parent, int start, int end) override;
  void dataChanged(const QModelIndex& topLeft, const QModelIndex& bottomRight, const QList<int>& roles) override;
  void reset() override;
  void resizeEvent(QResizeEvent* event) override;
  void scrollContentsBy(int dx, int dy) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  bool viewportEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  struct Anchor {
    QPersistentModelIndex index;
    int offset = 0;      // of the row's top from the viewport's top
    bool bottom = true;  // at the newest row, and to stay there
    bool newest = true;  // the last row was the newest
  };
  Anchor takeAnchor() const;
  void restore(const Anchor& anchor);
  void relayoutKeepingPlace(const std::function<void()>& change);
  void afterScroll();
  void placeOverlays();
  void updateSticky();
  std::optional<RowHit> hitAt(const QPoint& position, QModelIndex* index) const;
  QPoint inRow(const QModelIndex& index, const QPoint& position) const;
  int letterAt(const RowLayout& layout, const QPoint& point) const;
  void setTextSelection(const QModelIndex& index, TextRange range);
  void watchModel(QAbstractItemModel* model);
  bool newestVisible() const;

  ThemeManager& themes_;
  TimelineDelegate* delegate_;
  JumpButton* jump_;
  StickyDay* sticky_;
  std::function<QString(const QModelIndex&)> dayOf_;
  std::function<bool()> endIsNewest_ = [] { return true; };
  Anchor before_;
  Anchor beforeTheme_;
  QPersistentModelIndex pressed_;
  TextRange dragged_;
  int newBelow_ = 0;
  QTimer seen_;
  QTimer stickyHides_;
  QTimer flashEnds_;
};

}  // namespace Parlour::Ui
