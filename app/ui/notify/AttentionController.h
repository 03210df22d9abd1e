// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <memory>

#include "app/core/Client.h"
#include "app/core/feeds/Feeds.h"
#include "app/core/notify/MentionLog.h"
#include "app/core/notify/NotificationCenter.h"
#include "app/models/DigestModel.h"
#include "app/models/RoomListModel.h"
#include "app/ui/mainwindow/RoomWindows.h"

class QMenu;

namespace Parlour::Ui {

class MainWindow;
class RoomController;

// The desktop as the program hands it over; all of it outlives the window.
struct NotificationDesktop {
  Core::DesktopNotifier* notifier = nullptr;
  Core::Scheduler* scheduler = nullptr;
  const Clock* clock = nullptr;
};

// What the window has to do with attention: muting and rules of rooms, the mentions, catching up, and the notification
// centre once there is a desktop. GUI thread; client, window, room and list outlive it.
class AttentionController : public QObject {
  Q_OBJECT

 public:
  AttentionController(Core::Client& client, MainWindow& window, RoomController& room, Models::RoomListModel& list,
                      QObject* parent = nullptr);
  ~AttentionController() override;

  void attach(const NotificationDesktop& desktop);
  // Feeds whose hits make banners too; they outlive the notification centre. To be set before attach().
  void setFeeds(const Core::Feeds& feeds) { feeds_ = &feeds; }
  void setRoomWindows(RoomWindows* windows) { windows_ = windows; }   // none without
  Core::NotificationCenter* center() const { return center_.get(); }  // null before attach

  bool isMuted(const RoomUri& room) const;
  void toggleMute(const RoomUri& room, const QString& name);
  // "Mute", "Mute for 1 hour" or "Unmute", and "Notify me about".
  void fillMenu(QMenu& menu, const RoomUri& room, const QString& name);
  // A choice that is on or off for all rooms, as an entry to tick.
  void addSwitch(QMenu& menu, const QString& words, bool Core::NotificationPreferences::*chosen);
  void showCatchUp();
  void showMentions();

 Q_SIGNALS:
  void messageChosen(const Parlour::RoomUri& room, Parlour::ChatId message);
  void roomChosen(const Parlour::RoomUri& room);
  void reviewRequested(const Parlour::RoomUri& room);
  void windowWanted();  // a banner was pressed while the window may be closed

 private:
  std::optional<QString> keywordIn(const QString& text) const;
  Core::NotificationScreen screen() const;
  void connectPage();
  void closePage();
  void refreshMuted();
  void setBannerFor(const RoomUri& room, const QString& name, Core::BannerFor banner);
  void muteUntil(const RoomUri& room, const QString& name, qint64 untilMs);

  Core::Client& client_;
  MainWindow& window_;
  RoomController& room_;
  Models::RoomListModel& list_;
  QTimer muteEnds_;
  Core::MentionLog log_;
  Models::CatchUpModel catchUp_;
  Models::MentionsModel mentions_;
  QPointer<RoomWindows> windows_;
  const Core::Feeds* feeds_ = nullptr;
  std::unique_ptr<Core::NotificationCenter> center_;
};

}  // namespace Parlour::Ui
