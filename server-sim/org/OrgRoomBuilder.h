// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "server-sim/org/OrgBuilder.h"

namespace Parlour::Server {

// Second half of OrgBuilder: rooms with their lists and history, followed rooms, bots.
// Borrows the builder; used once.
class OrgRoomBuilder {
 public:
  explicit OrgRoomBuilder(OrgBuilder& builder) : builder_(&builder) {}

  void build(const OrgFields& root);

 private:
  // What checks need of a room beyond the finished struct.
  struct Lists {
    int category = -1;
    OrgRefs members;
    OrgRefs presenters;
  };

  void readRoom(OrgFields& fields);
  void readKind(const OrgFields& fields, OrgRoom& room) const;
  void readAudit(const OrgFields& fields, OrgRoom& room) const;
  void readLists(const OrgFields& fields, OrgRoom& room, Lists& lists) const;
  void readInvitations(const OrgFields& fields, OrgRoom& room, const Lists& lists) const;
  void checkPresenters(const OrgFields& fields, const OrgRoom& room, const Lists& lists) const;
  void checkScope(const OrgFields& fields, int category, const OrgRefs& refs, const QString& what) const;
  void readHistory(const OrgFields& fields, OrgRoom& room, const Lists& lists) const;
  void readFollowed(const OrgFields& root);
  void follow(const OrgFields& fields, int follower, const QString& roomName);
  void readBot(OrgFields& fields);
  OrgBotLine readBotLine(const OrgFields& fields, size_t room) const;

  std::optional<Timestamp> time(const OrgFields& fields, QLatin1String key) const;
  std::optional<int> user(const OrgFields& fields, QLatin1String key) const;
  std::optional<SipUri> userUri(const OrgFields& fields, QLatin1String key) const;
  bool mayJoin(size_t room, int user) const;
  bool mayPost(size_t room, int user) const;

  OrgBuilder* builder_;
  std::vector<Lists> lists_;
};

}  // namespace Parlour::Server
