// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/changes/ChangeAnnouncer.h"

#include <algorithm>

#include "protocol/xccos/Codec.h"
#include "server-sim/channel/ListTools.h"
#include "server-sim/channel/RoomBlocks.h"
#include "server-sim/channel/changes/JoinRequestPlans.h"
#include "server-sim/channel/changes/MessagePlans.h"

namespace Parlour::Server {
namespace {

bool looksSame(const Room& a, const Room& b) {
  return a.name == b.name && a.description == b.description && a.topic == b.topic && a.category == b.category &&
         a.type == b.type && a.privacy == b.privacy && a.inheritInvitations == b.inheritInvitations &&
         a.disabled == b.disabled && a.addIn == b.addIn;
}

bool hasSameSwitches(const Category& a, const Category& b) {
  return a.invitations == b.invitations && a.files == b.files && a.history == b.history;
}

// A room that was joined and is disabled now is still one the user knows of.
bool mayBeTold(const Decision& seen) { return seen.allowed() || seen.code == Xccos::ResponseCode::NodeDisabled; }

Xccos::RoomUsers usersOf(const ChannelState& state, const RoomUri& uri, const std::vector<PrincipalId>& users) {
  Xccos::RoomUsers block;
  block.room = uri;
  for (const PrincipalId user : users) {
    if (const Principal* principal = state.directory().find(user))
      block.users.push_back(RoomBlocks::person(*principal));
  }
  return block;
}

}  // namespace

ChangeAnnouncer::Before ChangeAnnouncer::before(const ChangeSet& set) const {
  Before before;
  const ChannelState& state = context_.state;
  const auto keep = [&](RoomId id) {
    if (const Room* room = state.rooms().find(id)) before.rooms.push_back(*room);
  };
  for (const Room& room : set.rooms) keep(room.id);
  for (const RoomId room : set.removedRooms) keep(room);
  for (const Category& category : set.categories) {
    if (const Category* known = state.category(category.id)) before.categories.push_back(*known);
  }
  for (const AddIn& addIn : set.addIns) {
    if (const AddIn* known = state.addIn(addIn.guid)) before.addIns.push_back(*known);
  }
  const JoinRequests& requests = state.joinRequests();
  for (const EndedJoinRequest& ended : set.endedJoinRequests) {
    if (const JoinRequest* request = requests.find(ended.user, ended.room)) before.endedRequests.push_back(*request);
  }
  for (const RoomId room : set.removedRooms) {
    for (JoinRequest& request : requests.ofRoom(room)) before.endedRequests.push_back(std::move(request));
  }
  return before;
}

std::set<RoomId> ChangeAnnouncer::modifiedRooms(const Before& before) const {
  const ChannelState& state = context_.state;
  std::vector<CategoryId> categories;
  for (const Category& old : before.categories) {
    const Category* category = state.category(old.id);
    if (category && !hasSameSwitches(old, *category)) categories.push_back(old.id);
  }
  std::vector<QByteArray> addIns;
  for (const AddIn& old : before.addIns) {
    const AddIn* addIn = state.addIn(old.guid);
    if (addIn && *addIn != old) addIns.push_back(old.guid);
  }
  std::set<RoomId> modified;
  for (const Room& old : before.rooms) {
    const Room* room = state.rooms().find(old.id);
    if (room && !looksSame(old, *room) && context_.participants.userCount(old.id) > 0) modified.insert(old.id);
  }
  if (categories.empty() && addIns.empty()) return modified;
  for (const RoomId id : context_.participants.rooms()) {
    const Room* room = state.rooms().find(id);
    const bool inherited = room && (Lists::contains(categories, room->category) ||
                                    (!room->addIn.isEmpty() && Lists::contains(addIns, room->addIn)));
    if (inherited) modified.insert(id);
  }
  return modified;
}

std::map<RoomId, RoomUri> ChangeAnnouncer::touchedRooms(const Before& before, const ChangeSet& set,
                                                        const AppliedChange& applied) const {
  std::map<RoomId, RoomUri> touched;
  const auto touch = [&](RoomId id, const RoomUri& uri) {
    if (context_.participants.userCount(id) > 0) touched.emplace(id, uri);
  };
  for (const Room& room : before.rooms) touch(room.id, room.uri);
  for (const PrincipalId user : applied.principals) {
    for (const SessionId id : context_.sessions.of(user)) {
      const Session* session = context_.sessions.find(id);
      for (const auto& [room, boundary] : session->joins) {
        if (const Room* joined = context_.state.rooms().find(room)) touch(room, joined->uri);
      }
    }
  }
  if (set.categories.empty()) return touched;
  for (const RoomId id : context_.participants.rooms()) {
    const Room* room = context_.state.rooms().find(id);
    const bool inside = room && Lists::findWhere(set.categories, [&](const Category& category) {
                          return category.id == room->category;
                        });
    if (inside) touch(id, room->uri);
  }
  return touched;
}

void ChangeAnnouncer::announce(const Before& before, const ChangeSet& set, const ChangeReceipt& receipt,
                               const AppliedChange& applied) {
  for (const RoomId room : modifiedRooms(before)) tellModified(room);
  for (const auto& [id, uri] : touchedRooms(before, set, applied)) settle(id, uri);
  tellInvitations(receipt.invitations);
  tellJoinRequests(before, set);
  tellRemovals(set.messageRemovals);
  for (const Purge& purge : set.purges) tellPurge(purge);
  endSessions(applied.principals);
}

void ChangeAnnouncer::tellModified(RoomId id) {
  const Room* room = context_.state.rooms().find(id);
  std::vector<SessionId> recipients;
  for (const auto& [user, participant] : context_.participants.users(id)) {
    const Decision seen = AccessPolicy::see(context_.state.standing(user, *room), RoomTraits::of(*room));
    if (!mayBeTold(seen)) continue;
    recipients.insert(recipients.end(), participant.sessions.begin(), participant.sessions.end());
  }
  send(recipients, Xccos::ChannelModifiedNotice{{RoomBlocks::joined(context_, *room)}});
}

// Takes out of the room who may no longer be in it, and renews the permissions of the others.
void ChangeAnnouncer::settle(RoomId id, const RoomUri& uri) {
  const Room* room = context_.state.rooms().find(id);
  std::vector<PrincipalId> leavers;
  std::vector<std::pair<PrincipalId, quint32>> changed;
  for (const auto& [user, participant] : context_.participants.users(id)) {
    const Standing standing = room ? context_.state.standing(user, *room) : Standing{};
    if (!room || !AccessPolicy::join(standing, RoomTraits::of(*room)).allowed()) {
      leavers.push_back(user);
      continue;
    }
    const quint32 mask = AccessPolicy::mask(standing, RoomTraits::of(*room));
    if (mask != participant.mask) changed.emplace_back(user, mask);
  }
  const std::vector<SessionId> sessions = context_.participants.sessions(id);
  expel(id, uri, leavers);
  if (!room) tellDeleted(uri, sessions);
  tellPermissions(id, uri, changed);
}

void ChangeAnnouncer::expel(RoomId id, const RoomUri& uri, const std::vector<PrincipalId>& leavers) {
  if (leavers.empty()) return;
  const bool suppressed = context_.participants.rosterSuppressed(id);
  if (!suppressed) {
    send(context_.participants.sessions(id), Xccos::PartNotice{{usersOf(context_.state, uri, leavers)}});
  }
  for (const PrincipalId user : leavers) {
    const std::vector<SessionId> sessions = context_.participants.users(id).at(user).sessions;
    if (suppressed) send(sessions, Xccos::PartNotice{{usersOf(context_.state, uri, {user})}});
    for (const SessionId session : sessions) {
      if (Session* left = context_.sessions.find(session)) left->joins.erase(id);
      context_.participants.leave(id, user, session);
    }
    context_.recorder.expelled(user, id, uri);
  }
}

void ChangeAnnouncer::tellPermissions(RoomId id, const RoomUri& uri,
                                      const std::vector<std::pair<PrincipalId, quint32>>& changed) {
  if (changed.empty()) return;
  const bool suppressed = context_.participants.rosterSuppressed(id);
  Xccos::RoomUsers all;
  all.room = uri;
  for (const auto& [user, mask] : changed) {
    context_.participants.setMask(id, user, mask);
    Xccos::RoomUsers block = usersOf(context_.state, uri, {user});
    for (Xccos::UserInfo& person : block.users) person.mask = mask;
    all.users.insert(all.users.end(), block.users.begin(), block.users.end());
    if (suppressed) {
      send(context_.participants.users(id).at(user).sessions, Xccos::PermissionsNotice{{std::move(block)}});
    }
  }
  if (!suppressed) send(context_.participants.sessions(id), Xccos::PermissionsNotice{{std::move(all)}});
}

void ChangeAnnouncer::tellDeleted(const RoomUri& uri, const std::vector<SessionId>& sessions) {
  send(sessions, Xccos::ChannelDeletedNotice{{uri}});
}

void ChangeAnnouncer::tellInvitations(const std::vector<IssuedInvitation>& invitations) {
  for (const IssuedInvitation& issued : invitations) {
    const std::vector<SessionId> sessions = context_.sessions.of(issued.user);
    const Room* room = context_.state.rooms().find(issued.invitation.room);
    if (sessions.empty() || !room) continue;
    const Standing standing = context_.state.standing(issued.user, *room);
    if (!AccessPolicy::find(standing, RoomTraits::of(*room)).allowed()) continue;
    send(sessions, Xccos::InviteNotice{{RoomBlocks::invitation(context_, *room, issued.invitation)}});
  }
}

void ChangeAnnouncer::tellJoinRequests(const Before& before, const ChangeSet& set) {
  const auto uriOf = [&](RoomId id) {
    const Room* room = context_.state.rooms().find(id);
    if (!room) room = Lists::findWhere(before.rooms, [id](const Room& each) { return each.id == id; });
    return room ? room->uri : RoomUri();
  };
  for (const JoinRequest& request : set.joinRequests) {
    tellJoinRequest(uriOf(request.room), request, Xccos::JoinRequestState::Pending);
  }
  for (const JoinRequest& request : before.endedRequests) {
    const Room* room = context_.state.rooms().find(request.room);
    const bool isMember =
        room && AccessPolicy::isMember(context_.state.standing(request.user, *room), RoomTraits::of(*room));
    const auto* ended = Lists::findWhere(set.endedJoinRequests, [&](const EndedJoinRequest& each) {
      return each.user == request.user && each.room == request.room;
    });
    const auto otherwise =
        ended && ended->withdrawn ? Xccos::JoinRequestState::Withdrawn : Xccos::JoinRequestState::Declined;
    tellJoinRequest(uriOf(request.room), request, isMember ? Xccos::JoinRequestState::Granted : otherwise);
  }
}

void ChangeAnnouncer::tellJoinRequest(const RoomUri& uri, const JoinRequest& request, Xccos::JoinRequestState state) {
  const Room* room = context_.state.rooms().find(request.room);
  std::vector<SessionId> named;
  std::vector<SessionId> unnamed;  // who asked, but may not know of the room any more
  for (const auto& [id, session] : context_.sessions.all()) {
    if (!session.wantsJoinRequests) continue;
    const Standing standing = room ? context_.state.standing(session.user, *room) : Standing{};
    const bool finds = room && AccessPolicy::find(standing, RoomTraits::of(*room)).allowed();
    const bool answers = room && answersRequests(context_.state, session.user, *room);
    if (answers || (finds && session.user == request.user)) {
      named.push_back(id);
    } else if (session.user == request.user) {
      unnamed.push_back(id);
    }
  }
  std::sort(named.begin(), named.end());
  std::sort(unnamed.begin(), unnamed.end());
  Xccos::JoinRequest block = RoomBlocks::joinRequest(context_.state, room, request);
  block.room = uri;
  block.state = state;
  send(named, Xccos::JoinRequestNotice{{block}});
  block.roomName.clear();
  send(unnamed, Xccos::JoinRequestNotice{{std::move(block)}});
}

void ChangeAnnouncer::tellRemovals(const std::vector<MessageRemoval>& removals) {
  for (const MessageRemoval& removal : removals) {
    const Room* room = context_.state.rooms().find(removal.room);
    if (!room) continue;
    Xccos::DeletedMessages block;
    block.room = room->uri;
    block.chatIds = removal.chatIds;
    if (removal.replacement) block.replacement = QString::fromUtf8(*removal.replacement);
    send(context_.participants.sessions(room->id), Xccos::MessagesDeletedNotice{{std::move(block)}});
  }
}

// A purge is of a time; which number that comes to only the store knows.
void ChangeAnnouncer::tellPurge(const Purge& purge) {
  const Room* room = context_.state.rooms().find(purge.room);
  if (!room || context_.participants.userCount(purge.room) == 0) return;
  HistoryQuery query;
  query.room = purge.room;
  query.from = purge.until;
  query.newestFirst = false;
  query.limit = 1;
  const auto found = [this, id = purge.room, last = room->lastChatId](const Result<HistoryPage>& page) {
    if (page) tellPurged(id, page->messages.empty() ? last + 1 : page->messages.front().chatId);
  };
  context_.store.history(query, context_.whileAlive<HistoryPage>(found));
}

void ChangeAnnouncer::tellPurged(RoomId id, ChatId firstKept) {
  const Room* room = context_.state.rooms().find(id);
  if (!room || firstKept <= 1) return;
  Xccos::DeletedMessages block;
  block.room = room->uri;
  const ChatId first = firstKept > kMaxRemovedMessages ? firstKept - kMaxRemovedMessages : 1;
  for (ChatId chatId = first; chatId < firstKept; ++chatId) block.chatIds.push_back(chatId);
  send(context_.participants.sessions(id), Xccos::MessagesDeletedNotice{{std::move(block)}});
}

void ChangeAnnouncer::endSessions(const std::vector<PrincipalId>& principals) {
  for (const PrincipalId id : principals) {
    const Principal* principal = context_.state.directory().find(id);
    if (!principal || (principal->enabled && principal->chatEnabled)) continue;
    for (const SessionId session : context_.sessions.of(id)) context_.endSession(session);
  }
}

void ChangeAnnouncer::send(const std::vector<SessionId>& sessions, Xccos::Notice notice) {
  if (sessions.empty()) return;
  const auto envelope = std::make_shared<const QByteArray>(
      Xccos::serialize(Xccos::Envelope::ofNotice(context_.nextEnvId(), std::move(notice))));
  for (const SessionId session : sessions) context_.deliver(session, envelope);
}

}  // namespace Parlour::Server
