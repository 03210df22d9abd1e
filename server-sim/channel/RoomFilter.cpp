// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/RoomFilter.h"

#include <QRegularExpression>
#include <algorithm>

#include "server-sim/channel/RoomBlocks.h"

namespace Parlour::Server {
namespace {

constexpr int kMaxSearchTerms = 32;

QStringList searchTerms(const Xccos::QueryFilter& query) {
  const QString criteria = query.criteria.toCaseFolded().trimmed();
  if (criteria.isEmpty()) return {};
  if (query.matchExactPhrase.value_or(false)) return {criteria};
  static const QRegularExpression blanks(QStringLiteral("\\s+"));
  return criteria.split(blanks, Qt::SkipEmptyParts).mid(0, kMaxSearchTerms);
}

std::optional<PrincipalId> principalFilter(const ChannelState& state, const QByteArray& uri) {
  if (uri.isEmpty()) return std::nullopt;
  const Principal* principal = state.directory().find(uri.toLower());
  return principal ? principal->id : 0;
}

}  // namespace

std::optional<RoomFilter> RoomFilter::make(const Xccos::QueryFilter& query, const ChannelState& state) {
  RoomFilter filter(query, state);
  filter.terms_ = searchTerms(query);
  filter.all_ = query.matchAll.value_or(false);
  if (query.type == Xccos::QueryType::ByCategory && query.category.isEmpty()) return std::nullopt;
  if (query.type == Xccos::QueryType::ByUser && query.member.isEmpty()) return std::nullopt;
  if (!query.category.isEmpty()) {
    const Category* category = state.category(query.category);
    filter.category_ = category ? category->id : 0;
  }
  filter.manager_ = principalFilter(state, query.manager);
  const auto member = principalFilter(state, query.member);
  if (query.type == Xccos::QueryType::ByUser) {
    filter.presentUser_ = member.value_or(0);
  } else {
    filter.member_ = member;
  }
  return filter;
}

bool RoomFilter::matches(const IndexedRoom& indexed) const {
  return matchesProperties(indexed.room) && matchesTerms(indexed) && matchesRoles(indexed.room);
}

bool RoomFilter::matchesTerms(const IndexedRoom& indexed) const {
  if (terms_.isEmpty()) return true;
  const bool alsoDescription = query_.extended.value_or(false);
  const auto found = [&](const QString& term) {
    return indexed.foldedName.contains(term) || (alsoDescription && indexed.foldedDescription.contains(term));
  };
  return all_ ? std::all_of(terms_.begin(), terms_.end(), found) : std::any_of(terms_.begin(), terms_.end(), found);
}

bool RoomFilter::matchesProperties(const Room& room) const {
  if (category_ && room.category != *category_) return false;
  if (query_.disabled && room.disabled != *query_.disabled) return false;
  if (query_.visibility && RoomBlocks::visibility(room.privacy) != *query_.visibility) return false;
  if (query_.behavior && RoomBlocks::behavior(room.type) != *query_.behavior) return false;
  if (!query_.addIn.isEmpty() && room.addIn != query_.addIn) return false;
  if (!query_.searchInvites.value_or(false) || !query_.invites) return true;
  return room.inheritInvitations == (*query_.invites != Xccos::InviteSetting::Off);
}

bool RoomFilter::matchesRoles(const Room& room) const {
  const Directory& directory = state_->directory();
  return (!member_ || directory.isIn(*member_, room.members)) &&
         (!manager_ || directory.isIn(*manager_, room.managers));
}

}  // namespace Parlour::Server
