// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QWidget>
#include <functional>

#include "app/core/Types.h"
#include "app/core/preferences/Preferences.h"
#include "app/ui/theme/ThemeManager.h"

class QVBoxLayout;

namespace Parlour::Ui {

class IconButton;
class ChoiceLink;

// The rules of single rooms, one row each: banner, sound, taskbar and a button that takes the rule away. Sorted by
// name, at most PreferenceLimits::kRoomRules rows. Writes to the preferences and follows them.
class RoomRulesTable : public QWidget {
  Q_OBJECT

 public:
  // `roomOf` tells what is known of a room now; its uri is empty for an unknown one.
  RoomRulesTable(ThemeManager& themes, Core::Preferences& preferences,
                 std::function<Core::RoomSummary(const RoomUri&)> roomOf, QWidget* parent = nullptr);

  struct Row {
    RoomUri room;
    QWidget* line = nullptr;
    ChoiceLink* banner = nullptr;
    ChoiceLink* sound = nullptr;
    ChoiceLink* taskbar = nullptr;
    IconButton* remove = nullptr;
  };
  const QList<Row>& rows() const { return rows_; }
  void refresh();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QList<RoomUri> sortedRooms() const;
  void rebuild(const QList<RoomUri>& rooms);
  Row makeRow(const RoomUri& room);
  void connectRow(const Row& row);
  QString nameOf(const RoomUri& room) const;

  ThemeManager& themes_;
  Core::Preferences& preferences_;
  std::function<Core::RoomSummary(const RoomUri&)> roomOf_;
  QVBoxLayout* column_;
  QWidget* header_;
  QList<Row> rows_;
};

}  // namespace Parlour::Ui
