// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <memory>
#include <optional>
#include <vector>

#include "protocol/support/Clock.h"
#include "protocol/support/Ids.h"
#include "server-sim/compliance/ComplianceEvent.h"

namespace Parlour::Server {

// Row numbers of the store; stable for the life of the object, 0 is none.
using PrincipalId = qint64;
using RoomId = qint64;
using CategoryId = qint64;

// Stored numbers of product.md 1.2 and xccos 7.1.
enum class PrincipalType { SystemUser = 4, User = 5, Domain = 8, Group = 9, Container = 10 };
enum class RoomType { Normal = 4, Auditorium = 5 };
enum class Privacy { Secret = 2, Closed = 3, Open = 6 };
enum class Role { Member = 1, Manager = 2, Presenter = 3, Creator = 4 };

struct Principal {
  PrincipalId id = 0;
  QByteArray uri;  // "sip:…" of a user, "ma-grp:<guid>@u.g" of everything else; lower case
  QByteArray guid;
  PrincipalType type = PrincipalType::User;
  QString displayName;
  QString email;
  QString company;
  bool enabled = true;
  bool chatEnabled = false;  // policy EnablePersistentChat as it takes effect, off by default (product.md 1.1)
  bool isUser() const { return type == PrincipalType::User || type == PrincipalType::SystemUser; }
};

struct Audit {
  QByteArray createdBy;  // sip address
  Timestamp createdOn;
  QByteArray updatedBy;
  Timestamp updatedOn;
};

// Rooms live in exactly one category; the switches of the category rule its rooms (product.md F11).
struct Category {
  CategoryId id = 0;
  CategoryUri uri;
  QString name;
  QString description;
  bool invitations = true;
  bool files = false;
  bool history = true;
  std::vector<PrincipalId> allowed;
  std::vector<PrincipalId> denied;
  std::vector<PrincipalId> creators;
};

struct Room {
  RoomId id = 0;
  RoomUri uri;
  QString name;
  QString description;
  QString topic;
  CategoryId category = 0;
  RoomType type = RoomType::Normal;
  Privacy privacy = Privacy::Closed;
  bool inheritInvitations = true;  // false: no invitations
  bool disabled = false;
  QByteArray addIn;  // guid of the add-in, empty for none
  Audit audit;
  std::vector<PrincipalId> members;
  std::vector<PrincipalId> managers;
  std::vector<PrincipalId> presenters;
  ChatId lastChatId = 0;
  Timestamp lastTime;
};

struct GroupMembership {
  PrincipalId group = 0;
  PrincipalId member = 0;  // user or group
  auto operator<=>(const GroupMembership&) const = default;
};

// A registered web page that a room may show beside its messages (product.md 1.1).
struct AddIn {
  QByteArray guid;
  QString name;  // at most 50 characters
  QString url;   // http or https, at most 255 characters
  bool operator==(const AddIn&) const = default;
};

// Whether people may use the chat rooms. A policy of scope User counts for those it was granted to and beats
// the one of the site, which beats the global one; without any the answer is no (product.md 1.1).
enum class PolicyScope { Global = 0, Site = 1, User = 2 };
struct Policy {
  QString name;  // unique, without regard to case
  PolicyScope scope = PolicyScope::User;
  bool enabled = false;
  bool operator==(const Policy&) const = default;
};
struct PolicyGrant {
  PrincipalId user = 0;
  QString policy;  // of scope User; empty takes the grant away
  bool operator==(const PolicyGrant&) const = default;
};

// One setting of one scope; that of the pool beats that of the site, which beats the global one (product.md 1.5).
enum class ConfigurationScope { Global = 0, Site = 1, Pool = 2 };
struct ConfigurationValue {
  ConfigurationScope scope = ConfigurationScope::Global;
  QByteArray key;                   // "DefaultChatHistory", "ParticipantUpdateLimit" …
  std::optional<QByteArray> value;  // nullopt takes the value away
  bool operator==(const ConfigurationValue&) const = default;
};

// Settings of the pool; words between blanks.
namespace PoolSetting {
inline constexpr char kEndpoints[] = "PoolEndpoints";      // SIP addresses beside the pool's own
inline constexpr char kActiveServers[] = "ActiveServers";  // not set: all of them
}  // namespace PoolSetting

// A closed room's door: somebody who is no member asks its managers (product.md IN-9). One per user and room.
struct JoinRequest {
  PrincipalId user = 0;
  RoomId room = 0;
  QString words;  // why, in the words of the one who asks
  Timestamp askedOn;
  bool operator==(const JoinRequest&) const = default;
};

// Everything the loop keeps in memory, as the store held it at start.
// Messages that nothing takes away, of a room, a person and a time; 0 and null are open. At least one of the first two
// is given, or a time.
struct LegalHold {
  QString name;
  RoomId room = 0;
  PrincipalId user = 0;  // the author
  Timestamp from;        // both ends belong to it
  Timestamp to;
  QString reason;
  QByteArray createdBy;
  Timestamp createdOn;
  bool operator==(const LegalHold&) const = default;
};

struct Snapshot {
  QByteArray domain;
  QByteArray databaseVersion;  // GUID announced as dbVersion
  CategoryUri rootCategory;
  std::vector<Principal> principals;
  std::vector<GroupMembership> memberships;
  std::vector<Category> categories;
  std::vector<Room> rooms;
  std::vector<AddIn> addIns;
  std::vector<Policy> policies;
  std::vector<PolicyGrant> grants;
  std::vector<ConfigurationValue> configuration;
  std::vector<JoinRequest> joinRequests;  // oldest first
  std::vector<LegalHold> holds;           // by name
};

struct StoredMessage {
  ChatId chatId = 0;
  Timestamp time;
  PrincipalId author = 0;
  bool alert = false;
  QByteArray chat;  // UTF-8, as posted
  QByteArray rtf;
};

// A post that passed the rules and waits for its commit.
struct NewPost {
  RoomId room = 0;
  PrincipalId author = 0;
  QByteArray epid;  // with envId the identity of a repeat (DESIGN 3)
  EnvId envId = 0;
  bool alert = false;
  bool keep = true;  // false: category without history, number is taken but text is not stored
  QByteArray chat;
  QByteArray rtf;
  EventPtr event;  // recorded with it, as to room and user; null: not recorded
};

struct PostReceipt {
  ChatId chatId = 0;
  Timestamp time;
  bool repeated = false;  // this (author, epid, envId) was accepted before; nothing new was stored
};

// Which messages of one room (xccos 7.6, 7.7). Always answered oldest first.
struct HistoryQuery {
  RoomId room = 0;
  std::optional<ChatId> before;  // strictly older than
  std::optional<ChatId> after;   // strictly newer than
  Timestamp from;                // null: open
  Timestamp to;
  bool newestFirst = true;  // which end the limit keeps
  int limit = 30;
  QString text;  // empty: all
  bool exactPhrase = false;
  bool matchCase = false;
  bool allWords = false;
  std::vector<PrincipalId> authors;
};

struct HistoryPage {
  RoomId room = 0;
  std::vector<StoredMessage> messages;  // ascending chatId
  bool truncated = false;               // more matched than the limit let through
};

struct StoredInvitation {
  quint64 number = 0;  // per user, from 1 upward (xccos 7.10)
  RoomId room = 0;
  Timestamp createdOn;
};

// One entry of the per-user store for older clients (xccos 7.11).
struct StoredPreference {
  quint64 version = 0;  // 0: nothing stored
  QByteArray content;
};

// One category instance of a user's presence document (signin-and-presence 3.1).
struct StoredPublication {
  QByteArray name;
  quint32 container = 0;
  quint32 instance = 0;
  quint32 version = 0;
  QByteArray expireType;
  QByteArray fragment;  // XML text, namespaces resolved
  Timestamp publishTime;
};

// Digest secrets of one user: HA1 by (algorithm, user name form).
struct StoredCredential {
  QByteArray algorithm;  // "MD5", "SHA-256"
  QByteArray userName;   // as it stands in the credentials
  QByteArray ha1;        // hex
};

}  // namespace Parlour::Server
