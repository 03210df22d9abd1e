// SPDX-License-Identifier: Apache-2.0
#include "server-sim/org/OrgBuilder.h"

#include <QSet>
#include <QUuid>
#include <algorithm>

#include "server-sim/org/OrgRoomBuilder.h"

namespace Parlour::Server {
namespace {

constexpr int kShownNameChars = 80;

QByteArray groupUri(const QByteArray& guid) { return "ma-grp:" + guid + "@u.g"; }

OrgPresence readPresence(const OrgFields& fields) {
  const QString word = fields.text(QLatin1String("presence"));
  if (word.isEmpty() || word == QLatin1String("offline")) return OrgPresence::Offline;
  if (word == QLatin1String("available")) return OrgPresence::Available;
  if (word == QLatin1String("busy")) return OrgPresence::Busy;
  if (word == QLatin1String("doNotDisturb")) return OrgPresence::DoNotDisturb;
  if (word == QLatin1String("away")) return OrgPresence::Away;
  fields.problem(QStringLiteral("\"presence\" must be available, busy, doNotDisturb, away or offline"));
  return OrgPresence::Offline;
}

}  // namespace

QString quotedOrgName(const QString& name) {
  const bool longer = name.size() > kShownNameChars;
  return QLatin1Char('"') + (longer ? name.left(kShownNameChars) + QChar(0x2026) : name) + QLatin1Char('"');
}

OrgBuilder::OrgBuilder(const QByteArray& domain, const OrgMoment& moment) : index_(domain), moment_(moment) {
  organisation_.domain = domain;
  organisation_.everyoneUri = groupUri(derivedGuid("everyone", domain, QString()));
}

Organisation OrgBuilder::build(const OrgFields& root) {
  root.allowOnly({QLatin1String("format"), QLatin1String("domain"), QLatin1String("name"), QLatin1String("users"),
                  QLatin1String("groups"), QLatin1String("categories"), QLatin1String("rooms"), QLatin1String("bots")});
  organisation_.name = root.text(QLatin1String("name"));
  readUsers(root);
  scope_.emplace(static_cast<int>(organisation_.users.size()));
  readGroups(root);
  readCategories(root);
  OrgRoomBuilder(*this).build(root);
  return std::move(organisation_);
}

QString OrgBuilder::named(OrgFields& fields, const QString& kind) const {
  const QString name = fields.requiredText(QLatin1String("name"));
  if (name.isEmpty()) return name;
  fields.setWhere(kind + QLatin1Char(' ') + quotedOrgName(name));
  if (name.size() > kMaxOrgNameChars)
    fields.problem(QStringLiteral("the name is longer than %1 characters").arg(kMaxOrgNameChars));
  return name;
}

QString OrgBuilder::description(const OrgFields& fields) const {
  const QString text = fields.text(QLatin1String("description"));
  if (text.size() > kMaxOrgDescriptionChars)
    fields.problem(QStringLiteral("the description is longer than %1 characters").arg(kMaxOrgDescriptionChars));
  return text;
}

QByteArray OrgBuilder::guid(const OrgFields& fields, QByteArrayView kind, const QString& name) {
  QByteArray guid;
  if (const QString given = fields.text(QLatin1String("guid")); given.isEmpty()) {
    guid = derivedGuid(kind, organisation_.domain, name);
  } else if (const QUuid parsed = QUuid::fromString(given); !parsed.isNull()) {
    guid = parsed.toByteArray(QUuid::WithoutBraces);
  } else {
    fields.problem(QStringLiteral("\"guid\" is not a GUID"));
    return {};
  }
  if (!index_.addGuid(guid)) fields.problem(QStringLiteral("another object has the same GUID"));
  return guid;
}

OrgPrincipal OrgBuilder::principal(OrgRef ref) const {
  switch (ref.kind) {
    case OrgPrincipal::Kind::User:
      return {ref.kind, organisation_.users[static_cast<size_t>(ref.index)].uri.bytes()};
    case OrgPrincipal::Kind::Group:
      return {ref.kind, organisation_.groups[static_cast<size_t>(ref.index)].uri};
    case OrgPrincipal::Kind::Everyone:
      return {ref.kind, organisation_.everyoneUri};
  }
  return {};
}

QString OrgBuilder::shown(OrgRef ref) const {
  const auto index = static_cast<size_t>(ref.index);
  if (ref.kind == OrgPrincipal::Kind::Everyone) return quotedOrgName(QStringLiteral("everyone"));
  if (ref.kind == OrgPrincipal::Kind::Group) return quotedOrgName(organisation_.groups[index].name);
  return quotedOrgName(QString::fromUtf8(organisation_.users[index].uri.address()));
}

std::vector<OrgPrincipal> OrgBuilder::principals(const OrgRefs& refs) const {
  std::vector<OrgPrincipal> list;
  list.reserve(refs.size());
  for (const OrgRef ref : refs) list.push_back(principal(ref));
  return list;
}

OrgRefs OrgBuilder::resolve(const OrgFields& fields, QLatin1String key, const QString& what) const {
  OrgRefs refs;
  QSet<std::pair<int, int>> seen;
  for (const QString& text : fields.texts(key)) {
    const auto ref = index_.principal(text);
    if (!ref) {
      fields.problem(QStringLiteral("unknown %1 %2").arg(what, quotedOrgName(text)));
    } else if (const auto id = std::pair(static_cast<int>(ref->kind), ref->index); seen.contains(id)) {
      fields.problem(QStringLiteral("%1 %2 is listed twice").arg(what, quotedOrgName(text)));
    } else {
      seen.insert(id);
      refs.push_back(*ref);
    }
  }
  return refs;
}

void OrgBuilder::readUsers(const OrgFields& root) {
  auto users = root.objects(QLatin1String("users"), QStringLiteral("user"));
  organisation_.users.reserve(users.size());
  for (OrgFields& fields : users) readUser(fields);
}

void OrgBuilder::readUser(OrgFields& fields) {
  const QString address = fields.requiredText(QLatin1String("address"));
  if (address.isEmpty()) return;
  fields.setWhere(QStringLiteral("user ") + quotedOrgName(address));
  fields.allowOnly({QLatin1String("address"), QLatin1String("name"), QLatin1String("email"), QLatin1String("title"),
                    QLatin1String("company"), QLatin1String("password"), QLatin1String("enabled"),
                    QLatin1String("persistentChat"), QLatin1String("presence"), QLatin1String("followed")});
  const auto uri = index_.address(address);
  if (!uri) return fields.problem(QStringLiteral("the address is not a SIP address"));
  if (!index_.addUser(*uri, static_cast<int>(organisation_.users.size())))
    return fields.problem(QStringLiteral("another user has the same address"));
  OrgUser user;
  user.uri = *uri;
  user.displayName = fields.requiredText(QLatin1String("name"));
  user.email = fields.text(QLatin1String("email"));
  if (user.email.isEmpty()) user.email = QString::fromUtf8(uri->address());
  user.title = fields.text(QLatin1String("title"));
  user.company = fields.text(QLatin1String("company"));
  if (fields.has(QLatin1String("password"))) user.password = fields.text(QLatin1String("password"));
  user.enabled = fields.flag(QLatin1String("enabled"), true);
  user.persistentChat = fields.flag(QLatin1String("persistentChat"), true);
  user.presence = readPresence(fields);
  organisation_.users.push_back(std::move(user));
}

void OrgBuilder::readGroups(const OrgFields& root) {
  auto groups = root.objects(QLatin1String("groups"), QStringLiteral("group"));
  std::vector<OrgFields> kept;
  for (OrgFields& fields : groups) {
    const QString name = named(fields, QStringLiteral("group"));
    if (name.isEmpty()) continue;
    fields.allowOnly({QLatin1String("name"), QLatin1String("guid"), QLatin1String("members")});
    if (index_.isUserName(name) || name == QLatin1String("everyone")) {
      fields.problem(QStringLiteral("the name already means somebody else"));
      continue;
    }
    if (!index_.addGroup(name, static_cast<int>(organisation_.groups.size()))) {
      fields.problem(QStringLiteral("another group has the same name"));
      continue;
    }
    OrgGroup group;
    group.name = name;
    group.guid = guid(fields, "group", name);
    group.uri = groupUri(group.guid);
    organisation_.groups.push_back(std::move(group));
    kept.push_back(fields);
  }
  readGroupMembers(kept);
}

void OrgBuilder::readGroupMembers(const std::vector<OrgFields>& groups) {
  std::vector<OrgRefs> members;
  for (size_t i = 0; i < groups.size(); ++i) {
    OrgRefs refs = resolve(groups[i], QLatin1String("members"), QStringLiteral("member"));
    const auto isEveryone = [](OrgRef ref) { return ref.kind == OrgPrincipal::Kind::Everyone; };
    if (std::erase_if(refs, isEveryone) > 0) groups[i].problem(QStringLiteral("\"everyone\" cannot be in a group"));
    organisation_.groups[i].members = principals(refs);
    members.push_back(std::move(refs));
  }
  for (const int group : scope_->setGroups(std::move(members)))
    groups[static_cast<size_t>(group)].problem(QStringLiteral("the group contains itself through its members"));
}

void OrgBuilder::readCategories(const OrgFields& root) {
  auto categories = root.objects(QLatin1String("categories"), QStringLiteral("category"));
  for (OrgFields& fields : categories) readCategory(fields);
}

void OrgBuilder::readCategory(OrgFields& fields) {
  OrgCategory category;
  category.name = named(fields, QStringLiteral("category"));
  if (category.name.isEmpty()) return;
  fields.allowOnly({QLatin1String("name"), QLatin1String("guid"), QLatin1String("description"),
                    QLatin1String("invitations"), QLatin1String("files"), QLatin1String("history"),
                    QLatin1String("allowed"), QLatin1String("denied"), QLatin1String("creators")});
  if (!index_.addCategory(category.name, static_cast<int>(organisation_.categories.size())))
    return fields.problem(QStringLiteral("another category has the same name"));
  const QByteArray key = guid(fields, "category", category.name);
  if (const auto uri = CategoryUri::fromParts(organisation_.domain, key)) category.uri = *uri;
  category.description = description(fields);
  category.invitations = fields.flag(QLatin1String("invitations"), true);
  category.files = fields.flag(QLatin1String("files"), true);
  category.history = fields.flag(QLatin1String("history"), true);
  const OrgRefs allowed = resolve(fields, QLatin1String("allowed"), QStringLiteral("allowed member"));
  const OrgRefs denied = resolve(fields, QLatin1String("denied"), QStringLiteral("denied member"));
  const OrgRefs creators = resolve(fields, QLatin1String("creators"), QStringLiteral("creator"));
  scope_->addCategory(allowed, denied);
  const int position = static_cast<int>(organisation_.categories.size());
  for (const OrgRef ref : creators)
    if (!scope_->inScope(position, ref))
      fields.problem(QStringLiteral("creator %1 is outside the scope of the category").arg(shown(ref)));
  category.allowed = principals(allowed);
  category.denied = principals(denied);
  category.creators = principals(creators);
  organisation_.categories.push_back(std::move(category));
}

}  // namespace Parlour::Server
