// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMap>
#include <deque>
#include <functional>

#include "app/core/session/SipLink.h"
#include "protocol/signin/PresenceDocument.h"

namespace Parlour::Core {

// The rooms that the user follows on every computer: the `roomSetting` categories of the own presence (signin 3.5).
// Publishes one change at a time, repairs version conflicts, keeps what others stored, and carries the read
// position as a property of ours. Nothing is applied before the server agreed. GUI thread.
class FollowedRooms {
 public:
  using OnStatus = std::function<void(const Status&)>;
  struct Entry {
    RoomUri room;
    QString name;
    ChatId readMark = 0;
    bool operator==(const Entry&) const = default;
  };

  FollowedRooms(SipLink& link, Scheduler& scheduler);

  // The first document of a subscription is the `whole` state, later ones tell what changed; the same one
  // twice changes nothing.
  void apply(const QByteArray& document, bool whole);
  void reset();  // another account
  void lost();   // the connection is gone: changes under way fail, the list stays
  const QList<Entry>& rooms() const { return rooms_; }
  bool contains(const RoomUri& room) const;

  void follow(const RoomUri& room, const QString& name, OnStatus done);
  void unfollow(const RoomUri& room, OnStatus done);
  void publishReadMark(const RoomUri& room, ChatId upTo);  // some seconds later, together with others
  void flushReadMarks();

  std::function<void()> onChanged;
  std::function<void(const QString& displayName)> onOwnName;  // from the contactCard in the same document

 private:
  enum class Kind { Follow, Unfollow, ReadMark };
  struct Change {
    Kind kind = Kind::Follow;
    RoomUri room;
    QString name;
    ChatId readMark = 0;
    OnStatus done;
    int tries = 0;
    std::optional<quint32> version;  // as the server's conflict answer told
  };

  const Signin::CategoryInstance* instanceOf(const RoomUri& room) const;
  std::optional<Signin::Publication> publicationFor(const Change& change) const;
  Signin::Publication newPublication(const Change& change) const;
  void enqueue(Change change);
  void startNext();
  void published(const Signin::PublishRequest& request, const Sip::Response& response);
  bool repair(const Signin::PublishRequest& request, const Sip::Response& response);
  void applyOwn(const Signin::Publication& publication);
  void finish(const Status& status);
  void applyData(const Signin::RoamingData& data);
  void readRooms();
  void readOwnName();

  SipLink& link_;
  Timer readMarkTimer_;
  Lifetime lifetime_;
  Signin::PresenceDocument document_;
  QList<Entry> rooms_;
  std::deque<Change> changes_;  // the first one is under way when busy_
  bool busy_ = false;
  QMap<RoomUri, ChatId> readMarks_;  // not yet published
};

}  // namespace Parlour::Core
