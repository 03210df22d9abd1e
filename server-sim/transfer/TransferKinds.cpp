// SPDX-License-Identifier: Apache-2.0
#include "server-sim/transfer/TransferKinds.h"

#include <algorithm>
#include <string_view>

#include "protocol/support/Ids.h"
#include "server-sim/channel/Types.h"

namespace Parlour::Server {
namespace {

constexpr int kAll = static_cast<int>(ExportLevel::All);
constexpr int kUser = static_cast<int>(ExportLevel::User);
constexpr int kCategory = static_cast<int>(ExportLevel::Category);
constexpr int kDirectory = static_cast<int>(ExportLevel::RoomDirectory);
constexpr int kContent = static_cast<int>(ExportLevel::Content);

constexpr std::pair<ExportLevel, const char*> kLevelNames[] = {{ExportLevel::All, "all"},
                                                               {ExportLevel::User, "user"},
                                                               {ExportLevel::Category, "category"},
                                                               {ExportLevel::RoomDirectory, "room-directory"},
                                                               {ExportLevel::Content, "content"}};

std::vector<TransferKind> makeKinds() {
  std::vector<TransferKind> kinds = {
      {"principal", "export_principals", "put_principal", {"uri"}, kAll | kUser},
      {"membership", "export_memberships", "put_membership", {"group", "member"}, kAll | kUser},
      {"credential", "export_credentials", "put_credential", {"user", "algorithm", "userName"}, kAll | kUser},
      {"policy", "export_policies", "put_policy", {"name"}, kAll | kUser},
      {"grant", "export_grants", "put_grant", {"user"}, kAll | kUser},
      {"configuration", "export_configuration", "put_configuration", {"scope", "key"}, kAll},
      {"addIn", "export_add_ins", "put_add_in", {"guid"}, kAll | kDirectory},
      {"category", "export_categories", "put_category", {"uri"}, kAll | kCategory | kDirectory, true},
      {"room", "export_rooms", "put_room", {"uri"}, kAll | kDirectory, true},
      {"invitation", "export_invitations", "put_invitation", {"user", "room"}, kAll, true},
      {"invitationHead", "export_invitation_heads", "put_invitation_head", {"user"}, kAll},
      {"joinRequest", "export_join_requests", "put_join_request", {"user", "room"}, kAll, true},
      {"publication",
       "export_publications",
       "put_publication",
       {"user", "name", "container", "instance"},
       kAll | kUser},
      {"preference", "export_preferences", "put_preference", {"user", "label"}, kAll | kUser},
      {"audit", "export_audit", "put_audit", {"time", "actor", "action", "object", "before", "after"}, kAll},
      {"head", "export_heads", "put_head", {"room"}, kAll | kContent, true}};
  const std::pair<const char*, const char*> needs[] = {{"membership", "the group or its member"},
                                                       {"credential", "the user"},
                                                       {"grant", "the user or a policy for users of that name"},
                                                       {"room", "the category"},
                                                       {"invitation", "the user or the room"},
                                                       {"invitationHead", "the user"},
                                                       {"joinRequest", "the user or the room"},
                                                       {"publication", "the user"},
                                                       {"preference", "the user"},
                                                       {"head", "the room"}};
  for (TransferKind& kind : kinds) {
    const std::string_view name = kind.name;
    for (const auto& [of, what] : needs) {
      if (name == of) kind.needs = what;
    }
    if (name == "policy") kind.policy = "name";
    if (name == "grant") kind.policy = "policy";
    kind.keepsExisting = name == "invitation";
  }
  return kinds;
}

Status checkForm(const QString& given, const QByteArray& known) {
  if (!known.isEmpty() && given.toUtf8() == known) return success();
  return Error::make(ErrorCode::ParseFailed, QStringLiteral("%1 is no address in its usual form.").arg(given));
}

}  // namespace

QString exportLevelName(ExportLevel level) {
  for (const auto& [each, name] : kLevelNames) {
    if (each == level) return QString::fromLatin1(name);
  }
  return QString();
}

Result<ExportLevel> parseExportLevel(const QString& name) {
  for (const auto& [level, known] : kLevelNames) {
    if (name == QLatin1String(known)) return level;
  }
  return Error::make(ErrorCode::InvalidArgument, QStringLiteral("There is no level %1.").arg(name));
}

QString TransferKind::nameOf(const QJsonObject& object) const {
  QStringList parts;
  for (const char* member : key) parts.append(object.value(QLatin1String(member)).toVariant().toString());
  return parts.join(QStringLiteral(" \u00b7 "));
}

const std::vector<TransferKind>& transferKinds() {
  static const std::vector<TransferKind> kinds = makeKinds();
  return kinds;
}

const TransferKind* transferKindNamed(const QString& name) {
  const auto& kinds = transferKinds();
  const auto found = std::find_if(kinds.begin(), kinds.end(),
                                  [&](const TransferKind& each) { return name == QLatin1String(each.name); });
  return found == kinds.end() ? nullptr : &*found;
}

Status checkAddresses(const TransferKind& kind, const QJsonObject& object) {
  const std::string_view name = kind.name;
  const QString uri = object.value(QLatin1String("uri")).toString();
  if (name == "room") {
    const auto room = RoomUri::parse(uri.toUtf8());
    return checkForm(uri, room ? room->bytes() : QByteArray());
  }
  if (name == "category") {
    const auto category = CategoryUri::parse(uri.toUtf8());
    return checkForm(uri, category ? category->bytes() : QByteArray());
  }
  if (name != "principal") return success();
  Principal principal;
  principal.type = static_cast<PrincipalType>(object.value(QLatin1String("type")).toInt());
  if (!principal.isUser()) return checkForm(uri, uri.toLower().toUtf8());
  const auto user = SipUri::parse(uri.toUtf8());
  return checkForm(uri, user ? user->bytes() : QByteArray());
}

}  // namespace Parlour::Server
