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
  void contextMenuEvent(QContextMenuEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  void activateRow(const QModelIndex& index, bool byKeyboard);

  ThemeManager& themes_;
  RoomListDelegate* delegate_;
};

}  // namespace Parlour::Ui
