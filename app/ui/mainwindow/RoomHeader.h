// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "app/core/Types.h"
#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

class IconButton;

// The 56 px above the timeline: kind, title, chips, topic, and what can be done with the room.
class RoomHeader : public QWidget {
  Q_OBJECT

 public:
  explicit RoomHeader(ThemeManager& themes, QWidget* parent = nullptr);

  void setRoom(const Core::RoomSummary& room, bool followed);
  void setPaneOpen(bool open);

  IconButton* membersButton() const { return members_; }
  IconButton* starButton() const { return star_; }
  IconButton* searchButton() const { return search_; }
  IconButton* paneButton() const { return pane_; }
  IconButton* menuButton() const { return menu_; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool event(QEvent* event) override;

 private:
  ThemeManager& themes_;
  Core::RoomSummary room_;
  IconButton* members_;
  IconButton* star_;
  IconButton* search_;
  IconButton* pane_;
  IconButton* menu_;
};

}  // namespace Parlour::Ui
