// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/CategoryQueryHandler.h"

#include <algorithm>

#include "server-sim/channel/DirectorySearch.h"
#include "server-sim/channel/PrincipalBlocks.h"
#include "server-sim/channel/RoomBlocks.h"

namespace Parlour::Server {
namespace {

constexpr qsizetype kMaxCategoryTerms = 32;

// The words of a search for categories, prepared once.
class CategoryFilter {
 public:
  explicit CategoryFilter(const Xccos::QueryFilter& query)
      : all_(query.matchAll.value_or(false)), extended_(query.extended.value_or(false)) {
    const QString criteria = foldedForSearch(query.criteria).simplified();
    if (criteria.isEmpty()) return;
    terms_ = query.matchExactPhrase.value_or(false) ? QStringList{criteria}
                                                    : criteria.split(QLatin1Char(' ')).mid(0, kMaxCategoryTerms);
  }

  bool matches(const Category& category) const {
    if (terms_.isEmpty()) return true;
    const QString name = foldedForSearch(category.name);
    const QString description = extended_ ? foldedForSearch(category.description) : QString();
    const auto found = [&](const QString& term) { return name.contains(term) || description.contains(term); };
    return all_ ? std::all_of(terms_.begin(), terms_.end(), found) : std::any_of(terms_.begin(), terms_.end(), found);
  }

 private:
  QStringList terms_;
  bool all_;
  bool extended_;
};

Xccos::NodeInfo summaryOf(const Category& category) {
  Xccos::NodeInfo node;
  node.uri = category.uri;
  node.name = category.name;
  node.description = category.description;
  return node;
}

std::vector<Xccos::RoleList> listsOf(const Directory& directory, const Category& category) {
  return {PrincipalBlocks::roleList(directory, Xccos::RoleType::Allowed, category.allowed),
          PrincipalBlocks::roleList(directory, Xccos::RoleType::Denied, category.denied),
          PrincipalBlocks::roleList(directory, Xccos::RoleType::Creator, category.creators)};
}

}  // namespace

void CategoryQueryHandler::search(const Session& session, const Xccos::SearchNodes& command, Xccos::CommandRef ref) {
  const ChannelState& state = context_.state;
  const CategoryFilter filter(command.filter);
  std::vector<const Category*> found;
  for (const Category& category : state.categories()) {
    if (category.uri == state.rootCategory() || !filter.matches(category)) continue;
    if (AccessPolicy::seeCategory(state.standing(session.user, category)).allowed()) found.push_back(&category);
  }
  std::sort(found.begin(), found.end(), [](const Category* a, const Category* b) {
    const int order = a->name.compare(b->name, Qt::CaseInsensitive);
    return order != 0 ? order < 0 : a->id < b->id;
  });
  const qint32 most = context_.settings.searchLimit;
  const qint32 wanted = command.filter.maxResults.value_or(most);
  const auto limit = static_cast<size_t>(wanted > 0 ? std::min(wanted, most) : most);
  Xccos::SearchNodesReply reply;
  reply.header = Xccos::replyHeader(ref);
  for (size_t row = 0; row < std::min(limit, found.size()); ++row) reply.nodes.push_back(summaryOf(*found[row]));
  context_.reply(session.id, std::move(reply));
}

void CategoryQueryHandler::info(const Session& session, const Xccos::GetNodeInfo& command, Xccos::CommandRef ref) {
  const ChannelState& state = context_.state;
  const Category* category = state.category(command.node);
  const bool known = category && category->uri != state.rootCategory();
  const Standing standing = known ? state.standing(session.user, *category) : Standing{};
  const Decision seen = known ? AccessPolicy::seeCategory(standing) : AccessPolicy::noSuchCategory();
  if (!seen.allowed()) return context_.refuse<Xccos::NodeInfoReply>(session.id, ref, seen.code);
  Xccos::NodeInfoReply reply;
  reply.header = Xccos::replyHeader(ref);
  reply.node = RoomBlocks::category(state, *category);
  if (AccessPolicy::administerCategory(standing).allowed()) {
    reply.node.roles = listsOf(state.directory(), *category);
  }
  context_.reply(session.id, std::move(reply));
}

}  // namespace Parlour::Server
