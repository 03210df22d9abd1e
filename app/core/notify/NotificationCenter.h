// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QObject>
#include <QSet>
#include <optional>

#include "app/core/Client.h"
#include "app/core/notify/BannerShelf.h"
#include "app/core/notify/NotificationRules.h"
#include "app/core/preferences/Preferences.h"
#include "app/core/session/Timer.h"

namespace Parlour::Core {

// What the person can see: the room on the screen (empty for none), and whether its window is the active one.
struct NotificationScreen {
  bool windowActive = false;
  RoomUri room;
};

// The outside world of a NotificationCenter, all of which outlives it.
struct NotificationPorts {
  DesktopNotifier* notifier = nullptr;
  Scheduler* scheduler = nullptr;
  const Clock* clock = nullptr;
  Preferences* preferences = nullptr;
  std::function<std::optional<QString>(const QString& plainText)> keywordIn;  // the word that matched
  std::function<bool(const Message&)> wantedByFeed = [](const Message&) { return false; };
  std::function<NotificationScreen()> screen = [] { return NotificationScreen(); };
  std::function<QTime()> localTime = [] { return QTime::currentTime(); };
};

// Follows one client and decides what becomes a banner, a sound and a number on the taskbar (design guide 10). Unread
// numbers come from the rooms; nothing is counted here. Messages that came by a page (after a connection was lost) make
// one summary. GUI thread; client and ports outlive it.
class NotificationCenter : public QObject {
  Q_OBJECT

 public:
  static constexpr qint64 kMuteMs = 60 * 60 * 1000;
  static constexpr qint64 kGatherMs = 1'000;  // pages that come within this time of each other make one summary

  NotificationCenter(Client& client, NotificationPorts ports, QObject* parent = nullptr);
  ~NotificationCenter() override;

  int taskbarCount() const { return taskbarCount_; }

 Q_SIGNALS:
  void taskbarCountChanged(int count);
  void openRequested(const Parlour::RoomUri& room, Parlour::ChatId message);  // 0: the room
  void reviewRequested(const Parlour::RoomUri& room);                         // requests to join it
  void muteEnded();                                                           // of a room, by its time
  void attentionWanted();                                                     // a banner came: the taskbar may flash

 private:
  struct Missed {
    ChatId chatId = 0;
    bool deserved = false;  // would have had a banner of its own
    bool mention = false;
  };
  struct Digest {
    BannerShelf::Summary summary;
    QStringList rooms;
    int messages = 0;
    int mentions = 0;
    bool deserved = false;
  };
  void watch(Room* room);
  void noted(Room& room, const QList<Message>& messages);
  void arrived(Room& room, const Message& message);
  void readOn(Room& room);
  void removed(Room& room, const QList<ChatId>& chatIds);
  void invitationsChanged();
  void requestArrived(const JoinRequest& request);
  std::optional<QString> keywordOf(const Message& message) const;
  void gatherMissed();
  int missedIn(const Room& room, const QList<Missed>& fetched) const;
  Digest takeMissed();
  void showSummary();
  void acted(const BannerShelf::Shown& shown, const QByteArray& action);
  NotifySituation situation(const RoomUri& room) const;
  NotifySubject subjectOf(const Room& room, const Message& message) const;
  void recount();

  Client& client_;
  NotificationPorts ports_;
  BannerShelf shelf_;
  Timer gathering_;
  Timer muteEnds_;
  QHash<RoomUri, ChatId> seenUpTo_;
  QHash<RoomUri, QList<Missed>> missed_;
  QHash<RoomUri, ChatId> missedSince_;
  QSet<quint64> invitations_;
  int taskbarCount_ = 0;
};

}  // namespace Parlour::Core
