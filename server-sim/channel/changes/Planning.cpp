// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/changes/Planning.h"

#include <QUrl>
#include <QUuid>

#include "server-sim/channel/AccessActions.h"
#include "server-sim/channel/ListTools.h"
#include "server-sim/channel/changes/RoomPlans.h"

namespace Parlour::Server::Planning {
namespace {

constexpr qsizetype kMaxQuoted = 80;

bool isControl(QChar c) { return c.category() == QChar::Other_Control; }

void becomeAdministrator(Standing& standing, const Actor& actor) {
  if (!actor.administrator) return;
  standing.administrator = true;
  if (actor.user == 0) standing.active = true;
}

}  // namespace

Refusal refusal(Xccos::ResponseCode code, const QString& reason) { return Refusal{code, reason}; }

Refusal refusal(const Decision& decision) { return Refusal{decision.code, QString::fromUtf8(decision.reason)}; }

Refusal refusal(const ChannelState& state, const Decision& decision, const Room& room) {
  QStringList managers;
  for (const PrincipalId manager : room.managers) managers << nameOf(state, manager);
  return Refusal{decision.code, explain(decision, managers)};
}

Refusal noSuchRoom() { return refusal(AccessPolicy::noSuchNode()); }

Refusal noSuchCategory() {
  return refusal(Xccos::ResponseCode::NoSuchNode, QStringLiteral("There is no such category."));
}

QString quoted(const QString& name) {
  const QString shown = name.size() <= kMaxQuoted ? name : name.left(kMaxQuoted - 1) + QChar(0x2026);
  return QLatin1Char('"') + shown + QLatin1Char('"');
}

QString nameOf(const ChannelState& state, PrincipalId id) {
  const Principal* principal = state.directory().find(id);
  if (!principal) return QStringLiteral("somebody");
  return principal->displayName.isEmpty() ? QString::fromUtf8(principal->uri) : principal->displayName;
}

Standing standingOf(const ChannelState& state, const Actor& actor, const Room& room) {
  Standing standing = state.standing(actor.user, room);
  becomeAdministrator(standing, actor);
  return standing;
}

Standing standingOf(const ChannelState& state, const Actor& actor, const Category& category) {
  Standing standing = state.standing(actor.user, category);
  becomeAdministrator(standing, actor);
  return standing;
}

Checked administratorsOnly(const Actor& actor, const QString& deed) {
  if (actor.administrator) return std::nullopt;
  return refusal(Xccos::ResponseCode::Permission, QStringLiteral("Only administrators may %1.").arg(deed));
}

std::variant<const Category*, Refusal> knownCategory(const ChannelState& state, const Actor& actor,
                                                     const CategoryUri& uri) {
  const Category* category = state.category(uri);
  if (!category) return noSuchCategory();
  const Standing standing = standingOf(state, actor, *category);
  if (!standing.active || (!standing.inScope && !standing.administrator)) return noSuchCategory();
  return category;
}

Checked checkName(const ChannelState& state, QString& name, RoomId room, CategoryId category) {
  name = name.normalized(QString::NormalizationForm_C).trimmed();
  using Code = Xccos::ResponseCode;
  if (name.isEmpty()) return refusal(Code::InvalidArgument, QStringLiteral("A name is needed."));
  if (name.size() > kMaxNodeName) {
    return refusal(Code::InvalidArgument,
                   QStringLiteral("The name is too long: at most %1 characters are allowed.").arg(kMaxNodeName));
  }
  if (std::any_of(name.begin(), name.end(), isControl)) {
    return refusal(Code::InvalidArgument, QStringLiteral("The name may only have one line of text."));
  }
  const Room* sameRoom = state.rooms().findName(name);
  const Category* sameCategory = state.categoryNamed(name);
  const bool taken = (sameRoom && sameRoom->id != room) || (sameCategory && sameCategory->id != category);
  if (!taken) return std::nullopt;
  // The same words whether or not the actor may see what bears the name.
  return refusal(Code::DuplicateRoomName, QStringLiteral("The name %1 is already in use.").arg(quoted(name)));
}

Checked checkText(QString& text, qsizetype most, const QString& what) {
  text = text.normalized(QString::NormalizationForm_C).trimmed();
  if (text.size() <= most) return std::nullopt;
  return refusal(Xccos::ResponseCode::InvalidArgument,
                 QStringLiteral("The %1 is too long: at most %2 characters are allowed.").arg(what).arg(most));
}

std::variant<std::vector<PrincipalId>, Refusal> resolve(const ChannelState& state,
                                                        const std::vector<QByteArray>& addresses) {
  std::vector<PrincipalId> principals;
  principals.reserve(addresses.size());
  for (const QByteArray& address : addresses) {
    const Principal* principal = state.directory().find(address.trimmed().toLower());
    if (!principal) {
      return refusal(Xccos::ResponseCode::NoSuchPrincipal,
                     QStringLiteral("There is no person or group %1.").arg(quoted(QString::fromUtf8(address))));
    }
    principals.push_back(principal->id);
  }
  std::sort(principals.begin(), principals.end());
  principals.erase(std::unique(principals.begin(), principals.end()), principals.end());
  return principals;
}

Checked checkScope(const ChannelState& state, const Category& category, const std::vector<PrincipalId>& principals) {
  for (const PrincipalId id : principals) {
    if (state.inScope(id, category)) continue;
    return refusal(
        Xccos::ResponseCode::PrincipalNotInScope,
        QStringLiteral("%1 is not allowed by the category %2.").arg(nameOf(state, id), quoted(category.name)));
  }
  return std::nullopt;
}

std::variant<std::vector<PrincipalId>, Refusal> edited(const ChannelState& state, const std::vector<PrincipalId>& list,
                                                       Xccos::RoleOp op, const std::vector<QByteArray>& addresses) {
  auto named = resolve(state, addresses);
  if (std::holds_alternative<Refusal>(named)) return named;
  const auto& principals = std::get<std::vector<PrincipalId>>(named);
  std::vector<PrincipalId> result;
  switch (op) {
    case Xccos::RoleOp::Set:
      result = principals;
      break;
    case Xccos::RoleOp::Add:
      if (principals.size() == 1 && Lists::contains(list, principals.front())) {
        return refusal(Xccos::ResponseCode::PrincipalAlreadyDefined,
                       QStringLiteral("%1 already has this role.").arg(nameOf(state, principals.front())));
      }
      std::set_union(list.begin(), list.end(), principals.begin(), principals.end(), std::back_inserter(result));
      break;
    case Xccos::RoleOp::Remove:
      result = Lists::lost(list, principals);
      break;
  }
  if (result.size() > kMaxListEntries) {
    return refusal(Xccos::ResponseCode::LimitExceeded,
                   QStringLiteral("A list may hold at most %1 people and groups. Use a group.").arg(kMaxListEntries));
  }
  return result;
}

void stamp(Audit& audit, const Actor& actor, Timestamp now) {
  audit.updatedBy = actor.name;
  audit.updatedOn = std::max(now, Timestamp{audit.updatedOn.ticks + 1});
}

bool isWebAddress(const QString& text) {
  const QUrl url(text, QUrl::StrictMode);
  const QString scheme = url.scheme().toLower();
  return url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty() &&
         (scheme == QLatin1String("http") || scheme == QLatin1String("https"));
}

QByteArray newGuid() { return QUuid::createUuid().toByteArray(QUuid::WithoutBraces); }

}  // namespace Parlour::Server::Planning
