// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/SearchHandler.h"

#include <algorithm>

#include "server-sim/channel/RoomBlocks.h"
#include "server-sim/channel/RoomFilter.h"

namespace Parlour::Server {
namespace {

// Whether the caller may get this room, which matches the criteria, as a result.
bool isSearchResult(const ChannelContext& context, const Session& session, const RoomFilter& filter,
                    const Standing& standing, const Room& room) {
  const RoomTraits traits = RoomTraits::of(room);
  const bool ownManaged = filter.asksForManagedBy(session.user) && AccessPolicy::isManager(standing);
  if (ownManaged) return !room.disabled || filter.disabledWanted();
  if (!AccessPolicy::find(standing, traits, filter.disabledWanted()).allowed()) return false;
  if (filter.presentUser() == 0) return true;
  return AccessPolicy::seeParticipants(standing, traits).allowed() &&
         context.participants.contains(room.id, filter.presentUser());
}

bool isAssociation(Xccos::AssociationType type, const Standing& standing, const Room& room) {
  if (type == Xccos::AssociationType::Manager) return AccessPolicy::isManager(standing);
  return standing.active && standing.inScope && standing.member && !room.disabled;
}

}  // namespace

size_t SearchHandler::limitFor(std::optional<qint32> wanted) const {
  const qint32 most = context_.settings.searchLimit;
  return static_cast<size_t>(wanted && *wanted > 0 ? std::min(*wanted, most) : most);
}

void SearchHandler::search(const Session& session, const Xccos::ChannelSearch& command, Xccos::CommandRef ref) {
  const auto filter = RoomFilter::make(command.filter, context_.state);
  if (!filter) {
    return context_.refuse<Xccos::ChannelSearchReply>(session.id, ref, Xccos::ResponseCode::InvalidArgument);
  }
  const bool nobodyMeant = command.filter.type == Xccos::QueryType::ByUser && filter->presentUser() == 0;
  const size_t limit = limitFor(command.filter.maxResults);
  UserView view(context_.state, session.user);
  Xccos::ChannelSearchReply reply;
  reply.header = Xccos::replyHeader(ref);
  reply.truncated = false;
  for (const IndexedRoom& indexed : context_.state.rooms().byName()) {
    if (nobodyMeant || !filter->matches(indexed)) continue;
    if (!isSearchResult(context_, session, *filter, view.standing(indexed.room), indexed.room)) continue;
    if (reply.rooms.size() == limit) {
      reply.truncated = true;
      break;
    }
    reply.rooms.push_back(RoomBlocks::searchResult(context_, indexed.room));
  }
  context_.reply(session.id, std::move(reply));
}

void SearchHandler::associations(const Session& session, const Xccos::GetAssociations& command, Xccos::CommandRef ref) {
  const size_t limit = limitFor(command.maxResults);
  UserView view(context_.state, session.user);
  Xccos::AssociationsReply reply;
  reply.header = Xccos::replyHeader(ref);
  reply.truncated = false;
  for (const IndexedRoom& indexed : context_.state.rooms().byName()) {
    if (!isAssociation(command.type, view.standing(indexed.room), indexed.room)) continue;
    if (reply.rooms.size() == limit) {
      reply.truncated = true;
      break;
    }
    reply.rooms.push_back(RoomBlocks::searchResult(context_, indexed.room));
  }
  context_.reply(session.id, std::move(reply));
}

}  // namespace Parlour::Server
