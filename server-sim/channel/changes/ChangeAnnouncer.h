// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>

#include "server-sim/channel/ChannelContext.h"

namespace Parlour::Server {

// Tells everybody concerned what a change did, after it has been written and applied (xccos 11.1): new properties to
// those in the room, who had to leave to the others and to himself, rooms that are gone, changed permissions,
// invitations, requests to join, removed messages. People who may no longer be in a room are taken out of it, and
// sessions of people who may no longer chat are ended. What somebody may not see any more is never described to him.
// Loop thread.
class ChangeAnnouncer {
 public:
  explicit ChangeAnnouncer(ChannelContext& context) : context_(context) {}

  // What the change is about to touch, as it still is.
  struct Before {
    std::vector<Room> rooms;
    std::vector<Category> categories;
    std::vector<AddIn> addIns;
    std::vector<JoinRequest> endedRequests;
  };
  Before before(const ChangeSet& set) const;
  void announce(const Before& before, const ChangeSet& set, const ChangeReceipt& receipt, const AppliedChange& applied);

 private:
  // Rooms with somebody in them that look different now.
  std::set<RoomId> modifiedRooms(const Before& before) const;
  // Rooms with somebody in them in which permissions may have changed, with their addresses.
  std::map<RoomId, RoomUri> touchedRooms(const Before& before, const ChangeSet& set,
                                         const AppliedChange& applied) const;
  void tellModified(RoomId room);
  void settle(RoomId id, const RoomUri& uri);
  void expel(RoomId id, const RoomUri& uri, const std::vector<PrincipalId>& leavers);
  void tellPermissions(RoomId id, const RoomUri& uri, const std::vector<std::pair<PrincipalId, quint32>>& changed);
  void tellDeleted(const RoomUri& uri, const std::vector<SessionId>& sessions);
  void tellJoinRequests(const Before& before, const ChangeSet& set);
  // To who asked and, with the room as it is now, to who manages it.
  void tellJoinRequest(const RoomUri& uri, const JoinRequest& request, Xccos::JoinRequestState state);
  void tellInvitations(const std::vector<IssuedInvitation>& invitations);
  void tellRemovals(const std::vector<MessageRemoval>& removals);
  // With the numbers of the newest that are gone; older ones stay in a window until it reads them anew.
  void tellPurge(const Purge& purge);
  void tellPurged(RoomId room, ChatId firstKept);
  void endSessions(const std::vector<PrincipalId>& principals);
  void send(const std::vector<SessionId>& sessions, Xccos::Notice notice);

  ChannelContext& context_;
};

}  // namespace Parlour::Server
