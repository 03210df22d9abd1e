// SPDX-License-Identifier: Apache-2.0
#include "server-sim/org/OrgIndex.h"

namespace Parlour::Server {

bool OrgIndex::add(Names& names, const QString& name, int index) {
  const QString key = name.toCaseFolded();
  if (names.contains(key)) return false;
  names.insert(key, index);
  return true;
}

std::optional<int> OrgIndex::find(const Names& names, const QString& name) {
  const auto found = names.constFind(name.trimmed().toCaseFolded());
  return found == names.constEnd() ? std::nullopt : std::optional(*found);
}

bool OrgIndex::addUser(const SipUri& uri, int index) {
  if (users_.contains(uri.bytes())) return false;
  users_.insert(uri.bytes(), index);
  return true;
}

bool OrgIndex::addGroup(const QString& name, int index) { return add(groups_, name, index); }

bool OrgIndex::addCategory(const QString& name, int index) { return add(categories_, name, index); }

bool OrgIndex::addRoom(const QString& name, int index) {
  // One name space in a pool: a room may not be called like a category (product 1.1).
  return !category(name) && add(rooms_, name, index);
}

bool OrgIndex::addGuid(const QByteArray& guid) {
  if (guids_.contains(guid)) return false;
  guids_.insert(guid, 0);
  return true;
}

Result<SipUri> OrgIndex::address(const QString& text) const {
  QByteArray bytes = text.trimmed().toUtf8();
  if (!bytes.contains('@')) bytes += '@' + domain_;
  return SipUri::parse(bytes);
}

std::optional<int> OrgIndex::user(const QString& text) const {
  const auto uri = address(text);
  if (!uri) return std::nullopt;
  const auto found = users_.constFind(uri->bytes());
  return found == users_.constEnd() ? std::nullopt : std::optional(*found);
}

std::optional<int> OrgIndex::category(const QString& name) const { return find(categories_, name); }

std::optional<int> OrgIndex::room(const QString& name) const { return find(rooms_, name); }

std::optional<OrgRef> OrgIndex::principal(const QString& text) const {
  using Kind = OrgPrincipal::Kind;
  if (text == QLatin1String("everyone")) return OrgRef{Kind::Everyone, -1};
  if (const auto group = find(groups_, text)) return OrgRef{Kind::Group, *group};
  if (const auto index = user(text)) return OrgRef{Kind::User, *index};
  return std::nullopt;
}

bool OrgIndex::isUserName(const QString& name) const { return user(name).has_value(); }

}  // namespace Parlour::Server
