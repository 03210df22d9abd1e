// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/PeopleHandler.h"

#include <algorithm>

#include "server-sim/channel/PrincipalBlocks.h"

namespace Parlour::Server {
namespace {

// What a result takes beside its texts, about.
constexpr qsizetype kPersonBytes = 256;

qsizetype resultBytes(const Principal& principal) {
  const qsizetype letters = principal.displayName.size() + principal.email.size() + principal.company.size();
  return kPersonBytes + principal.uri.size() + principal.guid.size() + 3 * letters;
}

DirectoryQuery directoryQuery(const Xccos::QueryFilter& filter, qint32 most) {
  const qint32 wanted = filter.maxResults.value_or(most);
  return {filter.criteria, filter.lastName, filter.firstName, filter.email,
          static_cast<size_t>(wanted > 0 ? std::min(wanted, most) : most)};
}

}  // namespace

PeopleHandler::PeopleHandler(ChannelContext& context)
    : context_(context), revision_(context.state.directory().revision()) {
  directory_.follow(context.state.directory().all());
}

const DirectorySearch& PeopleHandler::directory() {
  const Directory& current = context_.state.directory();
  if (std::exchange(revision_, current.revision()) != current.revision()) directory_.follow(current.all());
  return directory_;
}

PeopleHandler::Wanted PeopleHandler::wantedInRoom(const Session& session, const RoomUri& uri,
                                                  Xccos::RoleType role) const {
  const Room* room = context_.state.rooms().find(uri);
  if (!room) return {AccessPolicy::noSuchNode(), {}};
  const Decision seen = AccessPolicy::see(context_.standing(session, *room), RoomTraits::of(*room));
  return {seen, seen.allowed() ? eligibleInRoom(context_.state, *room, role) : EligibleTest()};
}

PeopleHandler::Wanted PeopleHandler::wantedInCategory(const Session& session, const CategoryUri& uri,
                                                      Xccos::RoleType role) const {
  const Category* category = context_.state.category(uri);
  if (!category) return {AccessPolicy::noSuchCategory(), {}};
  const Standing standing = context_.state.standing(session.user, *category);
  const bool ofScope = role == Xccos::RoleType::Allowed || role == Xccos::RoleType::Denied;
  const Decision may = ofScope ? AccessPolicy::administerCategory(standing) : AccessPolicy::seeCategory(standing);
  return {may, may.allowed() ? eligibleInCategory(context_.state, *category, role) : EligibleTest()};
}

PeopleHandler::Wanted PeopleHandler::wantedBy(const Session& session, const Xccos::SearchUsers& command) const {
  if (!command.eligibleFor) return {{}, [](PrincipalId) { return true; }};
  const Xccos::NodeRef& node = command.eligibleFor->node;
  const Xccos::RoleType role = command.eligibleFor->role;
  Wanted wanted = std::holds_alternative<RoomUri>(node) ? wantedInRoom(session, std::get<RoomUri>(node), role)
                                                        : wantedInCategory(session, std::get<CategoryUri>(node), role);
  if (wanted.decision.allowed() && !wanted.test) wanted.decision.code = Xccos::ResponseCode::InvalidArgument;
  return wanted;
}

void PeopleHandler::search(const Session& session, const Xccos::SearchUsers& command, Xccos::CommandRef ref) {
  const Wanted wanted = wantedBy(session, command);
  if (!wanted.decision.allowed()) {
    return context_.refuse<Xccos::SearchUsersReply>(session.id, ref, wanted.decision.code);
  }
  const DirectoryQuery query = directoryQuery(command.filter, context_.settings.searchLimit);
  const DirectoryMatches matches = directory().find(query, wanted.test);
  Xccos::SearchUsersReply reply;
  reply.header = Xccos::replyHeader(ref);
  reply.truncated = matches.truncated;
  qsizetype bytes = 0;
  for (const PrincipalId id : matches.principals) {
    const Principal* principal = context_.state.directory().find(id);
    if (!principal) continue;
    bytes += resultBytes(*principal);
    reply.truncated = matches.truncated || bytes > context_.settings.replyBytes;
    if (bytes > context_.settings.replyBytes) break;
    reply.users.push_back(PrincipalBlocks::found(*principal));
  }
  context_.reply(session.id, std::move(reply));
}

void PeopleHandler::userInfo(const Session& session, const Xccos::GetUserInfo& command, Xccos::CommandRef ref) {
  const Directory& directory = context_.state.directory();
  const Principal* principal = directory.find(command.uri.toLower());
  if (!principal) {
    return context_.refuse<Xccos::UserInfoReply>(session.id, ref, Xccos::ResponseCode::NoSuchPrincipal);
  }
  Xccos::UserInfoReply reply;
  reply.header = Xccos::replyHeader(ref);
  reply.users.push_back(PrincipalBlocks::full(directory, *principal));
  context_.reply(session.id, std::move(reply));
}

}  // namespace Parlour::Server
