// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "app/core/Types.h"
#include "app/ui/theme/ThemeManager.h"

class QVBoxLayout;

namespace Parlour::Ui {

class Label;

// What stands where the timeline will be while no room is open: a door, a sentence, rooms to start with.
class WelcomePage : public QWidget {
  Q_OBJECT

 public:
  explicit WelcomePage(ThemeManager& themes, QWidget* parent = nullptr);

  void setSentence(const QString& sentence);
  // Rooms with the line below their name; at most a handful.
  void setRooms(const QList<QPair<Core::RoomSummary, QString>>& rooms);

 Q_SIGNALS:
  void openRequested(const Parlour::RoomUri& room);
  void joinRequested();
  void wireViewRequested();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  class RoomCard;

  ThemeManager& themes_;
  Label* sentence_;
  RoomCard* rooms_;
};

}  // namespace Parlour::Ui
