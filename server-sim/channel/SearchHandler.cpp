// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/SearchHandler.h"

#include <algorithm>

#include "server-sim/channel/RoomBlocks.h"
#include "server-sim/channel/RoomFilter.h"

namespace Parlour::Server {
namespace {

// What a result takes beside its name and description, about.
constexpr qsizetype kResultBytes = 640;

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
  // By the room's own lists: an administrator may manage every room, yet these are not all his.
  if (type == Xccos::AssociationType::Manager) return standing.active && standing.inScope && standing.manager;
  return standing.active && standing.inScope && standing.member && !room.disabled;
}

}  // namespace

SearchHandler::Results SearchHandler::collect(std::optional<qint32> maxResults,
                                              const std::function<bool(const IndexedRoom&)>& wanted) const {
  const qint32 most = context_.settings.searchLimit;
  const auto limit = static_cast<size_t>(maxResults && *maxResults > 0 ? std::min(*maxResults, most) : most);
  Results results;
  qsizetype bytes = 0;
  for (const IndexedRoom* each : context_.state.rooms().byName()) {
    const IndexedRoom& indexed = *each;
    if (!wanted(indexed)) continue;
    bytes += kResultBytes + indexed.room.name.toUtf8().size() + indexed.room.description.toUtf8().size();
    results.truncated = results.rooms.size() == limit || bytes > context_.settings.replyBytes;
    if (results.truncated) break;
    results.rooms.push_back(RoomBlocks::searchResult(context_, indexed.room));
  }
  return results;
}

void SearchHandler::search(const Session& session, const Xccos::ChannelSearch& command, Xccos::CommandRef ref) {
  const auto filter = RoomFilter::make(command.filter, context_.state);
  if (!filter) {
    return context_.refuse<Xccos::ChannelSearchReply>(session.id, ref, Xccos::ResponseCode::InvalidArgument);
  }
  const bool nobodyMeant = command.filter.type == Xccos::QueryType::ByUser && filter->presentUser() == 0;
  UserView view(context_.state, session.user);
  Results results = collect(command.filter.maxResults, [&](const IndexedRoom& indexed) {
    return !nobodyMeant && filter->matches(indexed) &&
           isSearchResult(context_, session, *filter, view.standing(indexed.room), indexed.room);
  });
  context_.reply(session.id,
                 Xccos::ChannelSearchReply{Xccos::replyHeader(ref), std::move(results.rooms), results.truncated});
}

void SearchHandler::associations(const Session& session, const Xccos::GetAssociations& command, Xccos::CommandRef ref) {
  UserView view(context_.state, session.user);
  Results results = collect(command.maxResults, [&](const IndexedRoom& indexed) {
    return isAssociation(command.type, view.standing(indexed.room), indexed.room);
  });
  context_.reply(session.id,
                 Xccos::AssociationsReply{Xccos::replyHeader(ref), std::move(results.rooms), results.truncated});
}

}  // namespace Parlour::Server
