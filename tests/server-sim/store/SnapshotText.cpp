// SPDX-License-Identifier: Apache-2.0
#include "tests/server-sim/store/SnapshotText.h"

#include <QHash>
#include <algorithm>

namespace Parlour::Server {
namespace {

using Names = QHash<qint64, QString>;

QString listText(const std::vector<PrincipalId>& list, const Names& names) {
  QStringList text;
  for (const PrincipalId id : list) text.append(names.value(id, QStringLiteral("?")));
  text.sort();
  return QLatin1Char('[') + text.join(QLatin1Char(' ')) + QLatin1Char(']');
}

QString flagsText(std::initializer_list<bool> flags) {
  QString text;
  for (const bool flag : flags) text += flag ? QLatin1Char('1') : QLatin1Char('0');
  return text;
}

QString principalText(const Principal& each) {
  return QStringLiteral("principal %1 %2 %3 '%4' '%5' '%6' %7")
      .arg(QString::fromUtf8(each.uri), QString::fromUtf8(each.guid))
      .arg(static_cast<int>(each.type))
      .arg(each.displayName, each.email, each.company, flagsText({each.enabled, each.chatEnabled}));
}

QString categoryText(const Category& each, const Names& names) {
  return QStringLiteral("category %1 '%2' '%3' %4 allowed %5 denied %6 creators %7")
      .arg(QString::fromUtf8(each.uri.bytes()), each.name, each.description,
           flagsText({each.invitations, each.files, each.history}), listText(each.allowed, names),
           listText(each.denied, names), listText(each.creators, names));
}

QString roomText(const Room& each, const Names& names, const Names& categories) {
  const QString lists =
      QStringList{listText(each.members, names), listText(each.managers, names), listText(each.presenters, names)}.join(
          QLatin1Char(' '));
  const QString audit = QStringLiteral("%1 %2 %3 %4")
                            .arg(QString::fromUtf8(each.audit.createdBy))
                            .arg(each.audit.createdOn.ticks)
                            .arg(QString::fromUtf8(each.audit.updatedBy))
                            .arg(each.audit.updatedOn.ticks);
  return QStringLiteral("room %1 '%2' '%3' '%4' in %5 type %6 privacy %7 %8 add-in '%9'")
             .arg(each.uri.toString(), each.name, each.description, each.topic, categories.value(each.category))
             .arg(static_cast<int>(each.type))
             .arg(static_cast<int>(each.privacy))
             .arg(flagsText({each.inheritInvitations, each.disabled}), QString::fromUtf8(each.addIn)) +
         QStringLiteral(" audit %1 lists %2 last %3 %4")
             .arg(audit, lists)
             .arg(each.lastChatId)
             .arg(each.lastTime.ticks);
}

QStringList settingLines(const Snapshot& snapshot, const Names& names) {
  QStringList lines;
  for (const AddIn& each : snapshot.addIns) {
    lines.append(QStringLiteral("add-in %1 '%2' %3").arg(QString::fromUtf8(each.guid), each.name, each.url));
  }
  for (const Policy& each : snapshot.policies) {
    lines.append(
        QStringLiteral("policy '%1' %2 %3").arg(each.name).arg(static_cast<int>(each.scope)).arg(each.enabled));
  }
  for (const PolicyGrant& each : snapshot.grants) {
    lines.append(QStringLiteral("grant %1 '%2'").arg(names.value(each.user), each.policy));
  }
  for (const ConfigurationValue& each : snapshot.configuration) {
    lines.append(QStringLiteral("configuration %1 %2 = %3")
                     .arg(static_cast<int>(each.scope))
                     .arg(QString::fromUtf8(each.key), QString::fromUtf8(each.value.value_or("none"))));
  }
  for (const LegalHold& each : snapshot.holds) {
    lines.append(QStringLiteral("hold '%1' %2 %3 %4 %5")
                     .arg(each.name, names.value(each.user), each.reason)
                     .arg(each.from.ticks)
                     .arg(each.to.ticks));
  }
  return lines;
}

}  // namespace

QStringList linesOf(const Snapshot& snapshot) {
  Names names;
  Names categories;
  for (const Principal& each : snapshot.principals) names.insert(each.id, QString::fromUtf8(each.uri));
  for (const Category& each : snapshot.categories) categories.insert(each.id, QString::fromUtf8(each.uri.bytes()));
  QStringList lines = settingLines(snapshot, names);
  lines.append(QStringLiteral("domain %1").arg(QString::fromUtf8(snapshot.domain)));
  lines.append(QStringLiteral("root %1").arg(QString::fromUtf8(snapshot.rootCategory.bytes())));
  for (const Principal& each : snapshot.principals) lines.append(principalText(each));
  for (const GroupMembership& each : snapshot.memberships) {
    lines.append(QStringLiteral("in %1: %2").arg(names.value(each.group), names.value(each.member)));
  }
  for (const Category& each : snapshot.categories) lines.append(categoryText(each, names));
  for (const Room& each : snapshot.rooms) lines.append(roomText(each, names, categories));
  for (const JoinRequest& each : snapshot.joinRequests) {
    const auto room = std::find_if(snapshot.rooms.begin(), snapshot.rooms.end(),
                                   [&](const Room& known) { return known.id == each.room; });
    lines.append(QStringLiteral("request %1 to '%2' '%3' %4")
                     .arg(names.value(each.user), room == snapshot.rooms.end() ? QString() : room->name, each.words)
                     .arg(each.askedOn.ticks));
  }
  lines.sort();
  return lines;
}

}  // namespace Parlour::Server
