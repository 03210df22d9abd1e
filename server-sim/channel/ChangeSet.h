// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "server-sim/channel/Types.h"

// What administration changes, as plain values: the store writes one ChangeSet in one transaction, the loop then
// applies the same set with its receipt to memory. Objects travel whole, so that a set says what is true afterwards.
namespace Parlour::Server {

struct NewInvitation {
  PrincipalId user = 0;
  RoomUri room;  // by address, because the room may be new in the same set
  bool operator==(const NewInvitation&) const = default;
};

// Messages taken out of a room; with a replacement they keep number, author and time and show that text (xccos 7.18).
struct MessageRemoval {
  RoomId room = 0;
  std::vector<ChatId> chatIds;
  std::optional<QByteArray> replacement;  // UTF-8
};

// Everything in a room that was sent before `until`. The numbers of the room go on as they were.
struct Purge {
  RoomId room = 0;
  Timestamp until;
};

// One line of the audit trail: who did what to which object. `before` and `after` are compact JSON, empty when the
// object did not exist (any more). Never holds a secret.
struct AuditEntry {
  Timestamp time;
  QByteArray actor;   // sip address, or "local administrator"
  QByteArray action;  // "room.create", "room.roles", "category.set" …
  QByteArray object;  // address of the object, or its name where it has none
  QByteArray before;
  QByteArray after;
  bool operator==(const AuditEntry&) const = default;
};

struct EndedJoinRequest {
  PrincipalId user = 0;
  RoomId room = 0;
  bool withdrawn = false;  // by the one who asked
  bool operator==(const EndedJoinRequest&) const = default;
};

struct ChangeSet {
  // Id 0: new, the store gives the number. Else the whole new state, lists included; of a room without
  // lastChatId and lastTime, which only posts change.
  std::vector<Category> categories;
  std::vector<Room> rooms;  // their category exists before the set
  std::vector<Principal> principals;
  std::vector<CategoryId> removedCategories;  // without rooms
  std::vector<RoomId> removedRooms;           // with their messages, lists, invitations and requests

  std::vector<GroupMembership> addedMemberships;
  std::vector<GroupMembership> removedMemberships;
  std::vector<AddIn> addIns;  // by guid
  std::vector<QByteArray> removedAddIns;
  std::vector<Policy> policies;  // by name
  std::vector<QString> removedPolicies;
  std::vector<PolicyGrant> grants;
  std::vector<ConfigurationValue> configuration;

  std::vector<NewInvitation> invitations;  // those that exist already are left alone
  std::vector<JoinRequest> joinRequests;
  std::vector<EndedJoinRequest> endedJoinRequests;  // those that do not exist are passed over
  std::vector<LegalHold> holds;       // new ones
  std::vector<QString> removedHolds;  // by name
  // Conflict when a hold keeps any of the messages; the same of removed rooms.
  std::vector<MessageRemoval> messageRemovals;
  std::vector<Purge> purges;
  std::vector<AuditEntry> audit;
  std::vector<ComplianceEvent> events;  // recorded with the set
};

struct IssuedInvitation {
  PrincipalId user = 0;
  StoredInvitation invitation;
};

// What the store decided while writing a set. The lists of numbers are as long as those of the set.
struct ChangeReceipt {
  std::vector<CategoryId> categories;
  std::vector<RoomId> rooms;
  std::vector<PrincipalId> principals;
  std::vector<IssuedInvitation> invitations;  // only those that did not exist
  qint64 messagesRemoved = 0;                 // by removals and purges together
};

}  // namespace Parlour::Server
