// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSettings>
#include <functional>
#include <map>
#include <memory>

#include "app/core/Client.h"
#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

class DraftShelf;
class RoomWindow;

// The rooms that have windows of their own, at most six. Which ones and where they stood is remembered for each account
// on this computer; they come back when the room is there after the sign-in. GUI thread; all that is given outlives it.
class RoomWindows : public QObject {
  Q_OBJECT

 public:
  static constexpr int kMost = 6;
  // Binds a new window to what the rest of the program does for it.
  using Furnish = std::function<void(RoomWindow& window)>;

  RoomWindows(Core::Client& client, ThemeManager& themes, QSettings& settings, DraftShelf& drafts, Furnish furnish,
              QObject* parent = nullptr);
  ~RoomWindows() override;

  RoomWindow* find(const RoomUri& room) const;  // null: the room has no window of its own
  QList<RoomWindow*> all() const;
  // Shows the room in its own window; false when there are six already.
  bool open(Core::Room* room, bool focusComposer);
  void close(const RoomUri& room);
  void closeAll();             // at sign-out: remembered for the next sign-in
  RoomUri activeRoom() const;  // of the window that the person works in; empty when it is none of these

 Q_SIGNALS:
  void opened(const Parlour::RoomUri& room);
  void closed(const Parlour::RoomUri& room);  // the person closed it; the room is still open

 private:
  struct Place {
    QByteArray geometry;
    bool pane = false;
  };
  enum class Front { Yes, No };
  void show(Core::Room* room, const Place& place, Front front);
  void bringBack(Core::Room* room);
  void end(std::unique_ptr<RoomWindow> window);
  void remember();
  void recall();

  Core::Client& client_;
  ThemeManager& themes_;
  QSettings& settings_;
  DraftShelf& drafts_;
  Furnish furnish_;
  std::map<RoomUri, std::unique_ptr<RoomWindow>> windows_;
  QList<QPointer<RoomWindow>> ending_;  // closed, but an event of theirs may still be under way
  QString key_;                         // in the settings, of the account
  QHash<RoomUri, Place> awaited_;       // of the last time, until their rooms are there
};

}  // namespace Parlour::Ui
