// SPDX-License-Identifier: Apache-2.0
#include "app/models/ParticipantModel.h"

#include <algorithm>

#include "app/models/Roles.h"

namespace Parlour::Models {
namespace {

int presenceRank(Core::Presence presence) {
  switch (presence) {
    case Core::Presence::Available:
      return 0;
    case Core::Presence::Busy:
      return 1;
    case Core::Presence::Away:
      return 2;
    case Core::Presence::Unknown:
      return 3;
    case Core::Presence::Offline:
      return 4;
  }
  return 3;
}

QString presenceWord(Core::Presence presence) {
  switch (presence) {
    case Core::Presence::Available:
      return ParticipantModel::tr("available");
    case Core::Presence::Busy:
      return ParticipantModel::tr("busy");
    case Core::Presence::Away:
      return ParticipantModel::tr("away");
    case Core::Presence::Offline:
      return ParticipantModel::tr("offline");
    case Core::Presence::Unknown:
      return ParticipantModel::tr("here now");
  }
  return {};
}

QString groupTitle(ParticipantRow::Group group) {
  switch (group) {
    case ParticipantRow::Group::Managers:
      return ParticipantModel::tr("Managers");
    case ParticipantRow::Group::Presenters:
      return ParticipantModel::tr("Presenters");
    case ParticipantRow::Group::Members:
      return ParticipantModel::tr("Members");
  }
  return {};
}

}  // namespace

ParticipantModel::ParticipantModel(QObject* parent) : SyncedListModel(parent) {}

void ParticipantModel::setRoom(Core::Room* room, const SipUri& me) {
  if (room_) disconnect(room_, nullptr, this, nullptr);
  room_ = room;
  me_ = me;
  people_ = room ? room->participants() : QList<Core::Participant>();
  fetched_ = false;
  if (room) connect(room, &Core::Room::participantsChanged, this, &ParticipantModel::takeFromRoom);
  resetTo(wantedRows());
}

void ParticipantModel::takeFromRoom() {
  // The room itself knows less than what was fetched while the server tells it nothing.
  if (fetched_ && room_->rosterHidden()) return;
  fetched_ = false;
  people_ = room_->participants();
  syncTo(wantedRows());
}

void ParticipantModel::setFilter(const QString& words) {
  filter_ = words;
  syncTo(wantedRows());
}

void ParticipantModel::setFetched(const QList<Core::Participant>& people) {
  people_ = people;
  fetched_ = true;
  syncTo(wantedRows());
}

int ParticipantModel::peopleCount() const { return static_cast<int>(people_.size()); }

ParticipantRow::Group ParticipantModel::groupOf(const Core::Participant& person) const {
  if (person.manager) return ParticipantRow::Group::Managers;
  const bool auditorium = room_ && room_->summary().kind == Core::RoomKind::Auditorium;
  return auditorium && person.presenter ? ParticipantRow::Group::Presenters : ParticipantRow::Group::Members;
}

QList<ParticipantRow> ParticipantModel::wantedRows() const {
  QList<ParticipantRow> people;
  for (const auto& person : people_) {
    if (!filter_.isEmpty() && !person.name.contains(filter_, Qt::CaseInsensitive)) continue;
    ParticipantRow row;
    row.group = groupOf(person);
    row.person = person;
    row.me = person.uri == me_;
    people.append(row);
  }
  std::sort(people.begin(), people.end(), [](const ParticipantRow& a, const ParticipantRow& b) {
    if (a.group != b.group) return a.group < b.group;
    const int ranks = presenceRank(a.person.presence) - presenceRank(b.person.presence);
    if (ranks != 0) return ranks < 0;
    const int names = a.person.name.toCaseFolded().localeAwareCompare(b.person.name.toCaseFolded());
    return names != 0 ? names < 0 : a.person.uri < b.person.uri;
  });
  QList<ParticipantRow> rows;
  rows.reserve(people.size() + 3);
  for (const auto& row : people) {
    if (rows.isEmpty() || rows.last().group != row.group) {
      ParticipantRow title;
      title.kind = ParticipantRow::Kind::Title;
      title.group = row.group;
      title.title = groupTitle(row.group);
      rows.append(title);
    }
    rows.append(row);
  }
  return rows;
}

QString ParticipantModel::identityOf(const ParticipantRow& row) const {
  return row.kind == ParticipantRow::Kind::Title ? row.title : row.person.uri.toString();
}

QVariant ParticipantModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
  const auto& row = rows()[index.row()];
  const bool title = row.kind == ParticipantRow::Kind::Title;
  switch (role) {
    case RowRole:
      return QVariant::fromValue(row);
    case Qt::DisplayRole:
      return title ? row.title : row.person.name;
    case IdRole:
      return identityOf(row);
    case Qt::AccessibleTextRole: {
      if (title) return row.title;
      QStringList parts = {row.person.name, presenceWord(row.person.presence)};
      if (row.person.manager) parts.append(tr("manager"));
      if (row.person.presenter) parts.append(tr("presenter"));
      return parts.join(QStringLiteral(", "));
    }
    default:
      return {};
  }
}

}  // namespace Parlour::Models
