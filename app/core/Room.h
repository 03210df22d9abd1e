// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <map>

#include "app/core/Timeline.h"
#include "app/core/Types.h"

namespace Parlour::Core {

enum class JoinState { NotJoined, Joining, Joined, Failed };

// One room that the user follows or has open: its properties, who is there, what is unread, its timeline.
// GUI thread; owned by RoomList, lives until the room is neither followed nor open.
class Room : public QObject {
  Q_OBJECT

 public:
  explicit Room(const RoomUri& uri, QObject* parent = nullptr);

  const RoomUri& uri() const { return summary_.uri; }
  const RoomSummary& summary() const { return summary_; }
  bool isFollowed() const { return followed_; }
  bool isOpen() const { return open_; }
  JoinState joinState() const { return joinState_; }
  const std::optional<Error>& joinError() const { return joinError_; }
  RoomEnding ending() const { return ending_; }
  bool mayPost() const;    // from the permission mask and the room kind (xccos 6.2)
  bool mayManage() const;  // the same, as far as the mask is told: only in rooms that are joined
  quint32 ownMask() const { return ownMask_; }
  ChatId newestKnown() const { return newestKnown_; }
  bool rosterHidden() const { return rosterHidden_; }  // too many people: the server stopped updates (75)
  const QList<Participant>& participants() const { return participants_; }

  // Unread state follows from one number: the read mark.
  ChatId readMark() const { return readMark_; }
  int unreadCount() const { return unread_; }
  int mentionCount() const { return mentions_; }
  bool hasUnreadAlert() const { return unreadAlert_; }
  // Unread messages that are about the person: mentions, keywords, high importance where the room is followed.
  int attentionCount() const;

  Timeline& timeline() { return timeline_; }
  const Timeline& timeline() const { return timeline_; }

  // Called by the services of the core only.
  void setSummary(const RoomSummary& summary);
  void setFollowed(bool followed);
  void setOpen(bool open);
  void setJoinState(JoinState state, const std::optional<Error>& error = {});
  void setEnding(RoomEnding ending, const Error& error);  // Failed, nobody here, no rights
  void setParticipants(const QList<Participant>& participants, bool rosterHidden);
  void participantJoined(const Participant& participant);
  void setPresence(const QHash<SipUri, Presence>& known);  // of those participants that are in it
  void participantLeft(const SipUri& uri);
  void setOwnMask(quint32 mask);
  void changeRights(quint32 mask);  // while joined, by somebody who manages the room
  void setReadMark(ChatId chatId);
  void recountUnread();
  // Messages that the room has, whether or not the timeline keeps them: what unread counts follow from.
  // Ascending and, where there are several, all that the server has between the first and the last.
  void noteMessages(const QList<Message>& messages);
  void noteKeyword(ChatId chatId);  // an unread message has one of the person's words
  // Removed by an administrator: without a replacement they count no more, with one they only ask for nobody.
  void noteRemoved(const QList<ChatId>& chatIds, bool replaced);
  void announce(const Message& message) { Q_EMIT messageArrived(message); }

 Q_SIGNALS:
  void changed();                                // summary, followed, open, join state, rights
  void ended(Parlour::Core::RoomEnding ending);  // may say Removed first and then why
  void rightsChanged(quint32 before);            // became or ceased to be manager or presenter; see ownMask()
  void participantsChanged();
  void unreadChanged();
  void noted(const QList<Parlour::Core::Message>& messages);  // live or from a page; may be known already
  void messagesRemoved(const QList<Parlour::ChatId>& chatIds);
  void messageArrived(const Parlour::Core::Message& message);  // live, from others or another computer

 private:
  RoomSummary summary_;
  Timeline timeline_;
  QList<Participant> participants_;
  std::optional<Error> joinError_;
  JoinState joinState_ = JoinState::NotJoined;
  RoomEnding ending_ = RoomEnding::None;
  quint32 ownMask_ = 0;
  struct UnreadMark {
    bool own = false;
    bool mention = false;
    bool alert = false;
    bool keyword = false;
    bool gone = false;  // the server has no such message any more
  };
  void noteHoles(const QList<Message>& page);
  static constexpr ChatId kLargestHole = 1'000;  // between two messages of a page; what is larger is not believed
  static constexpr size_t kUnreadMemory = 10'000;
  static constexpr ChatId kMostUnread = 1'000'000;
  std::map<ChatId, UnreadMark> known_;  // messages above the read mark
  ChatId newestKnown_ = 0;
  ChatId readMark_ = 0;
  int unread_ = 0;
  int mentions_ = 0;
  bool unreadAlert_ = false;
  bool followed_ = false;
  bool open_ = false;
  bool rosterHidden_ = false;
};

}  // namespace Parlour::Core
