// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QList>

#include "app/core/Types.h"
#include "app/core/notify/DesktopNotifier.h"
#include "protocol/support/Clock.h"

namespace Parlour::Core {

// The banners that are up: merges those of one room that come within 10 s, keeps the sound to once in 5 s, takes back
// what was read or removed. GUI thread; notifier and clock outlive it.
class BannerShelf {
 public:
  static constexpr qint64 kMergeMs = 10'000;
  static constexpr qint64 kSoundPauseMs = 5'000;
  static constexpr qsizetype kTextLength = 120;  // characters of a message (design guide 10)
  static constexpr qsizetype kMostShown = 50;    // older ones are taken back

  enum class Kind { Messages, Summary, Invitation, JoinRequest };
  struct Line {
    ChatId chatId = 0;
    QString author;
    QString text;
    bool urgent = false;
  };
  struct Shown {
    DesktopNotifier::BannerId id = 0;
    Kind kind = Kind::Messages;
    RoomUri room;
    QString roomName;
    QList<Line> lines;            // of messages, in their order
    QHash<RoomUri, ChatId> upTo;  // of a summary
    RoomUri first;                // of a summary: where a click goes
    ChatId firstMessage = 0;
    quint64 invitation = 0;
    qint64 lastMs = 0;
  };
  struct Summary {
    QString title;
    QString body;
    QHash<RoomUri, ChatId> upTo;
    RoomUri first;
    ChatId firstMessage = 0;
  };

  BannerShelf(DesktopNotifier& notifier, const Clock& clock);
  ~BannerShelf();
  BannerShelf(const BannerShelf&) = delete;
  BannerShelf& operator=(const BannerShelf&) = delete;

  void message(const RoomUri& room, const QString& roomName, const Line& line, bool sound);
  void summary(const Summary& summary, bool sound);
  void invitation(const Invitation& invitation, bool sound);
  void joinRequest(const JoinRequest& request, bool sound);

  void readUpTo(const RoomUri& room, ChatId mark);
  void removed(const RoomUri& room, const QList<ChatId>& chatIds);
  void roomGone(const RoomUri& room);
  void keepInvitations(const QList<Invitation>& open);
  void clear();
  const QList<Shown>& shown() const { return shown_; }

  std::function<void(const Shown&, const QByteArray& action)> onAction;

  // The first characters of a message on one line, with an ellipsis when there is more.
  static QString excerpt(const QString& text);

 private:
  Banner bannerOf(const Shown& shown) const;
  void put(Shown shown, bool sound);
  bool takeSound(bool wanted);
  void takeBack(qsizetype index);
  void acted(DesktopNotifier::BannerId id, const QByteArray& action);

  DesktopNotifier& notifier_;
  const Clock& clock_;
  QList<Shown> shown_;
  std::optional<qint64> lastSoundMs_;
};

}  // namespace Parlour::Core
