// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QMetaObject>
#include <QPointer>

#include "app/core/rooms/RoomList.h"
#include "app/core/session/Subscription.h"

namespace Parlour::Core {

// How available the people of the room are that is shown: one batched subscription (signin 1.3), whose list follows
// those who come and go. At most 100 people of a room; servers that do not take such lists are not asked. Who is in a
// room is never shown as offline. GUI thread; link and rooms must outlive it.
class RoomPresence {
 public:
  static constexpr int kMostPeople = 100;

  RoomPresence(SipLink& link, Scheduler& scheduler, RoomList& rooms);
  ~RoomPresence();

  void show(const RoomUri& room);  // empty: none is shown
  void signedIn(bool serverTakesLists);
  void unsubscribe();  // at sign-out
  void lost();

 private:
  void peopleChanged();
  void ask();
  void take(const QByteArray& document);
  QList<SipUri> peopleShown() const;

  RoomList& rooms_;
  SipLink& link_;
  Subscription subscription_;
  Timer timer_;  // collects changes of a moment, or waits after the server ended the subscription
  QMetaObject::Connection connection_;
  RoomUri room_;
  QPointer<Room> shown_;  // a room that is closed and opened again is another object
  QList<SipUri> asked_;
  RoomUri askedFor_;  // the room that was shown then
  QHash<SipUri, Presence> known_;
  bool possible_ = false;
};

}  // namespace Parlour::Core
