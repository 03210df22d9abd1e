// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <optional>

#include "app/core/Types.h"

// Plain values for creating and managing rooms (xccos 7.13 to 7.17). Addresses of principals are "sip:…" for people and
// "ma-grp:…" for groups and everybody.
namespace Parlour::Core {

enum class RoomRole { Member, Manager, Presenter };

// A person, a group, or everybody, as it stands in a list of a room.
struct Principal {
  QByteArray uri;
  QString name;     // display name; the address where the server gives none
  QString email;    // of people, when told
  QString company;  // the same
  bool disabled = false;
  bool isPerson() const { return uri.startsWith("sip:"); }
  bool operator==(const Principal&) const = default;
};

// A category in which the user may create rooms; its switches bound those of its rooms.
struct CategoryChoice {
  QByteArray uri;
  QString name;
  QString description;
  bool invitations = true;
  std::optional<bool> files;    // when told
  std::optional<bool> history;  // the same
};

struct RoomAddIn {
  QByteArray id;
  QString name;
  QString url;
  bool operator==(const RoomAddIn&) const = default;
};

// Everything that the Manage dialog shows; the lists only to managers.
struct RoomDetails {
  RoomSummary summary;
  bool invitationsInherited = true;  // false: this room sends none
  std::optional<RoomAddIn> addIn;
  bool mayManage = false;  // by the user's permissions in the room (xccos 6.2)
  bool listed = false;     // the server told the lists; others than managers may hear only who manages
  QList<Principal> members;
  QList<Principal> managers;
  QList<Principal> presenters;
};

struct RoleEdit {
  RoomRole role = RoomRole::Member;
  QList<QByteArray> add;     // addresses
  QList<QByteArray> remove;  // the same
  bool isEmpty() const { return add.isEmpty() && remove.isEmpty(); }
};

// What to change; what is absent stays. A new room needs name and category.
struct RoomEdit {
  std::optional<QString> name;
  std::optional<QString> description;
  std::optional<QString> topic;
  std::optional<QByteArray> category;
  std::optional<Privacy> privacy;
  std::optional<RoomKind> kind;
  std::optional<bool> disabled;
  std::optional<bool> invitationsInherited;
  std::optional<QByteArray> addIn;  // id; empty takes it away
  QList<RoleEdit> roles;
  Timestamp readOn;  // RoomSummary::updatedOn as last read; the server refuses when somebody changed it since
};

}  // namespace Parlour::Core
