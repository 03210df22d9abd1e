// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>
#include <optional>

#include "protocol/support/Clock.h"
#include "protocol/support/Error.h"
#include "protocol/support/Ids.h"

namespace Parlour::Core {

enum class Privacy { Unknown, Open, Closed, Secret };
enum class RoomKind { Normal, Auditorium };
// What took the person out of a room (xccos 11.1). Stays until the room is joined again; what was read of the room
// stays readable here. A followed room that was deleted is kept, marked so, until the person removes it.
enum class RoomEnding { None, Removed, Disabled, Deleted };
enum class Presence { Unknown, Available, Away, Busy, Offline };

// What a person types in the sign-in window; `server` empty means "find automatically".
struct SignInRequest {
  SipUri address;
  QString password;  // never logged, never stored by the core
  QString host;
  quint16 port = 0;
  bool tls = true;
  QByteArray lookupUri;  // OCS 2007 R2 lookup service, used when no pool is provisioned (xccos 3.1); may be empty
  bool rememberMe = false;
};

// The steps of DESIGN 4 in their order; each is visible with its own state and time.
enum class SignInStep {
  Resolve,
  Connect,
  Register,
  Provisioning,
  RoamingSelf,
  OpenSession,  // INVITE, 200, ACK
  ServerInfo,
  MemberRooms,    // getassociations MEMBER
  ManagedRooms,   // getassociations MANAGER
  JoinFollowed,   // bjoin
  JoinOpened,     // one join each
  RecentHistory,  // one bccontext each
  Invitations,
};
inline constexpr int kSignInStepCount = 13;

enum class StepState { Waiting, Running, Done, Skipped, Failed };

struct StepProgress {
  SignInStep step = SignInStep::Resolve;
  StepState state = StepState::Waiting;
  qint64 startedMs = 0;   // since the sign-in began
  qint64 finishedMs = 0;  // since the sign-in began
  QString note;           // "7 rooms joined"
};

enum class ConnectionState { SignedOut, SigningIn, Connected, Slow, Reconnecting, Busy, NoNetwork, Refused };

// What the connection bar and status strip show (design guide 11).
struct ConnectionStatus {
  ConnectionState state = ConnectionState::SignedOut;
  QString step;                // words for the running step while signing in
  std::optional<Error> error;  // why it was lost or refused; text names the failing step
  QString advice;              // what to do about it
  Timestamp lostAt;            // when the connection was lost
  qint64 silentForMs = -1;     // Slow: how long the oldest request waits for its answer
  qint64 retryInMs = -1;       // until the next try; -1 when none is planned
  int caughtUpMessages = 0;    // after a reconnect
  int caughtUpRooms = 0;
};

struct ServerLimits {
  int messageBytes = 8'000;
  int storyBytes = 40'000;
  int searchResults = 999;
  QString displayName;
  QByteArray roomManagementUrl;
};

enum class MessageState { Stored, Sending, Waiting, Failed };

// One message of a timeline. Identity: chatId once stored, localId before.
struct Message {
  RoomUri room;
  ChatId chatId = 0;
  quint64 localId = 0;  // own posts: the envid, kept over all repeats
  SipUri author;
  QString authorName;
  Timestamp time;
  bool alert = false;
  QString text;  // the `chat` text as on the wire, marked up as in xccos 8.1
  QByteArray rtf;
  bool own = false;
  bool mentionsMe = false;
  bool removed = false;  // by an administrator; keeps its place and time
  MessageState state = MessageState::Stored;
  std::optional<Error> failure;
};

struct Participant {
  SipUri uri;
  QString name;
  Presence presence = Presence::Unknown;
  quint32 mask = 0;
  bool manager = false;
  bool presenter = false;

  bool operator==(const Participant&) const = default;
};

// What searches, associations and room information tell about a room.
struct RoomSummary {
  RoomUri uri;
  QString name;
  QString description;
  QString topic;
  QByteArray category;   // ma-cat address, may be empty
  QString categoryName;  // when it is known
  Privacy privacy = Privacy::Unknown;
  RoomKind kind = RoomKind::Normal;
  bool disabled = false;
  int participants = -1;  // now present; -1 unknown
  std::optional<bool> filesAllowed;
  std::optional<bool> historyKept;
  QString createdBy;
  Timestamp createdOn;
  QString updatedBy;
  Timestamp updatedOn;
  QStringList managers;  // display names, when told

  bool operator==(const RoomSummary&) const = default;
};

struct RoomSearchQuery {
  QString words;
  bool descriptionsToo = true;
  std::optional<Privacy> privacy;
  std::optional<RoomKind> kind;
  QByteArray category;
  bool onlyMine = false;
};

struct RoomSearchResult {
  QList<RoomSummary> rooms;  // in the server's order
  bool truncated = false;
};

struct MessageSearchQuery {
  QString words;
  bool exactPhrase = false;
  bool matchCase = false;
  bool allWords = true;
  QList<RoomUri> rooms;  // empty: all rooms followed or open
  QList<SipUri> authors;
  Timestamp from;
  Timestamp to;
  int limitPerRoom = 50;
};

struct MessageSearchHits {
  RoomUri room;
  QString roomName;
  QList<Message> messages;  // newest first
  bool truncated = false;
  bool local = false;  // from this computer alone: the server did not answer
};

// Somebody who is no member of a closed room asks its managers to be let in (protocol/xccos/README.md).
enum class JoinRequestState { Pending, Granted, Declined, Withdrawn };

struct JoinRequest {
  RoomUri room;
  QString roomName;
  SipUri user;
  QString userName;
  QString words;  // why, in the words of the one who asks; may be empty
  Timestamp askedOn;
  JoinRequestState state = JoinRequestState::Pending;
};

struct Invitation {
  quint64 number = 0;
  Timestamp createdOn;
  RoomSummary room;
};

}  // namespace Parlour::Core

Q_DECLARE_METATYPE(Parlour::Core::Message)
Q_DECLARE_METATYPE(Parlour::Core::RoomSummary)
Q_DECLARE_METATYPE(Parlour::Core::JoinRequest)
Q_DECLARE_METATYPE(Parlour::Core::ConnectionStatus)
