// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QListView>

#include "app/models/RoomListModel.h"
#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

class RoomListDelegate;

// The scrolling middle of the sidebar. Works on any model whose RowRole is a RoomListRow.
class RoomListView : public QListView {
  Q_OBJECT

 public:
  explicit RoomListView(ThemeManager& themes, QWidget* parent = nullptr);

 Q_SIGNALS:
  void roomActivated(const Parlour::RoomUri& room, bool byKeyboard);
  void otherWindowWanted(const Parlour::RoomUri& room);  // pressed with the middle button
  void folderToggled(const QString& id, bool collapsed);
  void stepRequested(const QModelIndex& index, int direction);  // Ctrl+Shift+Up and Down
  // The row with this identity was dropped on a row, or before it.
  void dropped(const QString& what, int row, bool on);
  void retryRequested(const Parlour::RoomUri& room);
  void invitationOpened(quint64 number, const Parlour::RoomUri& room);
  void requestsOpened(const Parlour::RoomUri& room);
  void feedActivated(const QString& id);
  void newFeedRequested();
  void sectionToggled(Parlour::Models::RoomSection section, bool collapsed);
  void menuRequested(const QModelIndex& index, const QPoint& globalPosition);

 protected:
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  void activateRow(const QModelIndex& index, bool byKeyboard);

  ThemeManager& themes_;
  RoomListDelegate* delegate_;
};

}  // namespace Parlour::Ui
