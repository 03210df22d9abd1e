// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <vector>

#include "tests/support/ScriptedRooms.h"

namespace Parlour::Testing {

// Lets a ScriptedRooms answer what clients ask to create and manage rooms (xccos 7.13 to 7.18), from categories and
// people in memory. Who may manage follows the own mask of the room; other rules are the test's to play.
class ScriptedAdmin {
 public:
  explicit ScriptedAdmin(ScriptedRooms& rooms, const SipUri& me);

  struct Category {
    Xccos::NodeInfo node;
    bool mayCreate = true;
  };
  CategoryUri addCategory(const char* key, const QString& name, bool mayCreate = true);
  void addPerson(const SipUri& uri, const QString& name);
  void addGroup(const QByteArray& uri, const QString& name);
  // What a room has besides its name: properties and lists as `getchaninfo` tells them.
  Xccos::ChanInfo& settings(const RoomUri& uri) { return settings_[uri]; }
  void setRole(const RoomUri& room, Xccos::RoleType type, const QList<QByteArray>& addresses);
  QList<QByteArray> role(const RoomUri& room, Xccos::RoleType type) const;

  std::map<CategoryUri, Category> categories;
  std::vector<Xccos::UserInfo> people;
  std::vector<Xccos::AddIn> addIns;
  bool listsInRoomInfo = true;     // as our server does for managers; others need getroles
  bool managersForOthers = false;  // others than managers are told who manages

 private:
  using Header = Xccos::ReplyHeader;
  std::optional<Xccos::Reply> answer(const Xccos::Command& command, const Header& header);
  std::optional<Xccos::Reply> answerRead(const Xccos::Command& command, const Header& header);
  Xccos::Reply create(const Xccos::CreateChannel& command, const Header& header);
  Xccos::Reply modify(const Xccos::ModifyChannel& command, const Header& header);
  Xccos::Reply findUsers(const Xccos::SearchUsers& command, const Header& header) const;
  Xccos::Reply rolesOf(const Xccos::GetRoles& command, const Header& header) const;
  Xccos::ChanInfo fullInfo(const RoomUri& uri);
  bool manages(const RoomUri& uri);
  void change(Xccos::ChanInfo& room, const Xccos::ChanInfo& changes);
  void changeRole(Xccos::ChanInfo& room, const Xccos::RoleList& change);
  Xccos::UserInfo userFor(const QByteArray& address) const;

  ScriptedRooms& rooms_;
  SipUri me_;
  std::map<RoomUri, Xccos::ChanInfo> settings_;
  int created_ = 0;
  qint64 changes_ = 0;
};

}  // namespace Parlour::Testing
