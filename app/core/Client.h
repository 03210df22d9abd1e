// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFuture>
#include <QObject>
#include <memory>

#include "app/core/Room.h"
#include "app/core/Types.h"
#include "app/core/files/TransferService.h"
#include "app/core/preferences/Preferences.h"
#include "app/core/rooms/JoinRequests.h"
#include "app/core/rooms/RoomAdmin.h"
#include "app/core/rooms/RoomLink.h"
#include "protocol/sip/trace/Trace.h"
#include "protocol/support/Result.h"

namespace Parlour::Core {

struct Environment;  // transport factory, clock, random source, settings; see Environment.h

// One account's client without any window: what the windows, parlour-console and the tests drive.
// A thin front over the services of the core (sign-in, session, rooms, outbox, searches); GUI thread.
class Client : public QObject {
  Q_OBJECT

 public:
  explicit Client(Environment environment, QObject* parent = nullptr);
  ~Client() override;

  void signIn(const SignInRequest& request);
  void signOut();   // BYE, un-SUBSCRIBE, REGISTER Expires 0, then SignedOut
  void retryNow();  // skips the back-off

  const ConnectionStatus& status() const;
  const QList<StepProgress>& signInSteps() const;
  const SipUri& me() const;
  QString myName() const;
  const ServerLimits& limits() const;
  QString serverName() const;  // host and transport, for the status strip
  Sip::TraceBuffer& trace();
  Preferences& preferences();  // of this profile, whoever is signed in

  // How available the person is at this computer; nothing is published before this is called. Gone at sign-out.
  void setPresence(Presence presence);  // Available, Busy, Away
  Presence myPresence() const;
  void showPresenceOf(const RoomUri& uri);  // the room whose people are on the screen; empty for none

  // Rooms that are followed or open, in the order of the list; pointers live until roomRemoved.
  const QList<Room*>& rooms() const;
  Room* room(const RoomUri& uri) const;  // null when neither followed nor open
  const QList<Invitation>& invitations() const;
  void moveRoom(const RoomUri& uri, int to);      // the person drags; remembered on this computer
  const QList<RoomSummary>& memberRooms() const;  // as the server told at sign-in
  const QList<RoomSummary>& managedRooms() const;
  bool mayManage(const RoomUri& uri) const;  // joined with the right to, or among the managed rooms
  RoomAdmin& admin();
  TransferService& transfers();
  JoinRequests& joinRequests();  // its news come as signals of the client

  QFuture<Result<Room*>> open(const RoomUri& uri);  // join, show history, remember on this computer
  // Opens the room and has the message in memory; fails when either cannot be, the room may then be open all the same.
  QFuture<Result<Room*>> openLink(const RoomLink& link);
  QFuture<Status> close(const RoomUri& uri);  // leaves the Open list; part unless followed
  QFuture<Status> follow(const RoomUri& uri, const QString& name);
  QFuture<Status> unfollow(const RoomUri& uri);
  void dismissInvitation(quint64 number);

  // Posts in the order given; the state of the row tells what became of it. Returns the local id. `rtf` is the same
  // text with its formats (RtfWriter); without any it is left out.
  quint64 post(const RoomUri& uri, const QString& chatText, bool alert = false, const QByteArray& rtf = {});
  void retryPost(const RoomUri& uri, quint64 localId);
  void discardPost(const RoomUri& uri, quint64 localId);

  void fetchOlder(const RoomUri& uri);  // idempotent while a page is under way
  void fetchNewer(const RoomUri& uri);  // after a jump: the next page towards the newest message
  QFuture<Status> showNewest(const RoomUri& uri);
  QFuture<Status> showAround(const RoomUri& uri, ChatId chatId);  // jump to a message not in memory
  void markRead(const RoomUri& uri, ChatId upTo);
  QFuture<Result<QList<Participant>>> fetchParticipants(const RoomUri& uri);  // large rooms (getusers)

  // What is kept for reading without a connection, of the account that signs in; limits are preferences.
  QFuture<Result<CacheUsage>> cacheUsage();
  void clearCache();

  QFuture<Result<RoomSearchResult>> searchRooms(const RoomSearchQuery& query);
  QFuture<Result<RoomSummary>> roomInfo(const RoomUri& uri);
  QFuture<Result<QList<CategoryChoice>>> categories();  // that the user can see; also names those of the rooms
  QFuture<Result<QList<MessageSearchHits>>> searchMessages(const MessageSearchQuery& query);
  // Of the server alone, ascending, older than `chatId`; an empty list when there are none.
  QFuture<Result<QList<Message>>> historyBefore(const RoomUri& uri, ChatId chatId, int limit);
  // The first message at or after a time; 0 when there is none. Of the server alone.
  QFuture<Result<ChatId>> firstMessageSince(const RoomUri& uri, const Timestamp& time);
  QFuture<Result<QList<Message>>> contextOf(const RoomUri& uri, ChatId chatId, int before, int after);

 Q_SIGNALS:
  void statusChanged();
  void stepChanged(const Parlour::Core::StepProgress& progress);
  void signedIn();
  void signedOut();
  void roomAdded(Parlour::Core::Room* room);
  void roomRemoved(const Parlour::RoomUri& uri);
  void roomsReordered();
  void invitationsChanged();
  void joinRequestsChanged();
  void joinRequestArrived(const Parlour::Core::JoinRequest& request);  // by another person, to a managed room
  void joinRequestEnded(const Parlour::Core::JoinRequest& request);    // the user's own, granted or declined
  void roomEnded(Parlour::Core::Room* room, Parlour::Core::RoomEnding ending);
  void messageArrived(Parlour::Core::Room* room, const Parlour::Core::Message& message);
  void caughtUp(Parlour::Core::Room* room, int missed);  // after a reconnect; these do not arrive one by one
  void cacheNews(const QString& words);                  // what became of the message cache, for the person

 private:
  class Private;
  std::unique_ptr<Private> d_;
};

}  // namespace Parlour::Core
