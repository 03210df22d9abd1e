// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>

#include "server-sim/channel/ChannelState.h"
#include "server-sim/channel/changes/Plan.h"

// What all plans share: the actor's standing, checks of names and principals, sentences, and lines of the audit trail.
namespace Parlour::Server::Planning {

using Checked = std::optional<Refusal>;  // nothing: go on

Refusal refusal(Xccos::ResponseCode code, const QString& reason);
Refusal refusal(const Decision& decision);
// The same with whom to ask about the room, where that helps (product.md RM-15).
Refusal refusal(const ChannelState& state, const Decision& decision, const Room& room);
Refusal noSuchRoom();
Refusal noSuchCategory();
// Between quotation marks; long names are cut.
QString quoted(const QString& name);
QString nameOf(const ChannelState& state, PrincipalId principal);

// As the state says, plus what the actor is as an administrator; who is nobody of the directory is that only.
Standing standingOf(const ChannelState& state, const Actor& actor, const Room& room);
Standing standingOf(const ChannelState& state, const Actor& actor, const Category& category);
Checked administratorsOnly(const Actor& actor, const QString& deed);
// The category by its address, when the actor may know of it.
std::variant<const Category*, Refusal> knownCategory(const ChannelState& state, const Actor& actor,
                                                     const CategoryUri& uri);

// Trims and composes `name`, then checks its length and that no other room or category has it. The object that bears it
// already is given by number.
Checked checkName(const ChannelState& state, QString& name, RoomId room, CategoryId category);
// Trims and checks a text of one line or more.
Checked checkText(QString& text, qsizetype most, const QString& what);

// Principals by address, ascending and each once; NoSuchPrincipal names the first unknown one.
std::variant<std::vector<PrincipalId>, Refusal> resolve(const ChannelState& state,
                                                        const std::vector<QByteArray>& addresses);
// PrincipalNotInScope names the first of `principals` that the category does not allow.
Checked checkScope(const ChannelState& state, const Category& category, const std::vector<PrincipalId>& principals);
// `list` after one edit with `op`. Refused: adding a single principal that is there already.
std::variant<std::vector<PrincipalId>, Refusal> edited(const ChannelState& state, const std::vector<PrincipalId>& list,
                                                       Xccos::RoleOp op, const std::vector<QByteArray>& addresses);

// Later than what was known, so that a changed object never keeps its stamp.
void stamp(Audit& audit, const Actor& actor, Timestamp now);
QByteArray newGuid();
// Addresses of pages end up in other people's clients, so nothing but http and https, and no password in it.
bool isWebAddress(const QString& text);

// Audit trail: objects with what matters to people. Lists are sorted addresses.
QJsonObject describe(const ChannelState& state, const Room& room);
QJsonObject describe(const ChannelState& state, const Category& category);
// `before` and `after` lose what they have in common; of lists that differ only what went and what came remains.
AuditEntry entry(const Actor& actor, Timestamp now, const QByteArray& action, const QByteArray& object,
                 QJsonObject before, QJsonObject after);

}  // namespace Parlour::Server::Planning
