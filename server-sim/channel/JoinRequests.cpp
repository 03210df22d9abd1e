// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/JoinRequests.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "server-sim/channel/ListTools.h"

namespace Parlour::Server {

void JoinRequests::put(JoinRequest request) {
  end(request.user, request.room);
  const auto isEarlier = [](const JoinRequest& a, const JoinRequest& b) {
    return std::tie(a.askedOn, a.room, a.user) < std::tie(b.askedOn, b.room, b.user);
  };
  const auto place = std::upper_bound(requests_.begin(), requests_.end(), request, isEarlier);
  requests_.insert(place, std::move(request));
}

void JoinRequests::end(PrincipalId user, RoomId room) {
  std::erase_if(requests_, [=](const JoinRequest& each) { return each.user == user && each.room == room; });
}

void JoinRequests::removeRoom(RoomId room) {
  std::erase_if(requests_, [=](const JoinRequest& each) { return each.room == room; });
}

const JoinRequest* JoinRequests::find(PrincipalId user, RoomId room) const {
  return Lists::findWhere(requests_, [=](const JoinRequest& each) { return each.user == user && each.room == room; });
}

std::vector<JoinRequest> JoinRequests::ofRoom(RoomId room) const {
  std::vector<JoinRequest> found;
  std::copy_if(requests_.begin(), requests_.end(), std::back_inserter(found),
               [=](const JoinRequest& each) { return each.room == room; });
  return found;
}

size_t JoinRequests::countOf(PrincipalId user) const {
  return static_cast<size_t>(
      std::count_if(requests_.begin(), requests_.end(), [=](const JoinRequest& each) { return each.user == user; }));
}

}  // namespace Parlour::Server
