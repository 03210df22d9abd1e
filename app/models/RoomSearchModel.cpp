// SPDX-License-Identifier: Apache-2.0
#include "app/models/RoomSearchModel.h"

#include "app/models/Roles.h"

namespace Parlour::Models {

RoomSearchModel::RoomSearchModel(Core::Client& client, QObject* parent) : QAbstractListModel(parent), client_(client) {
  for (Core::Room* room : client.rooms()) watch(room);
  connect(&client, &Core::Client::roomAdded, this, [this](Core::Room* room) {
    watch(room);
    refreshFollowed();
  });
  connect(&client, &Core::Client::roomRemoved, this, &RoomSearchModel::refreshFollowed);
}

void RoomSearchModel::watch(Core::Room* room) {
  connect(room, &Core::Room::changed, this, &RoomSearchModel::refreshFollowed);
}

void RoomSearchModel::search(const Core::RoomSearchQuery& query) {
  const quint64 generation = ++generation_;
  searching_ = true;
  Q_EMIT searchingChanged();
  client_.searchRooms(query).then(this,
                                  [this, generation, words = query.words](const Result<Core::RoomSearchResult>& found) {
                                    if (generation != generation_) return;
                                    searching_ = false;
                                    if (found) {
                                      setRows(*found, words);
                                    } else {
                                      Q_EMIT failed(found.error());
                                    }
                                    Q_EMIT searchingChanged();
                                  });
}

void RoomSearchModel::clear() {
  ++generation_;
  searching_ = false;
  setRows({}, {});
  Q_EMIT searchingChanged();
}

void RoomSearchModel::setRows(const Core::RoomSearchResult& result, const QString& words) {
  beginResetModel();
  rows_.clear();
  for (const auto& room : result.rooms) {
    const Core::Room* known = client_.room(room.uri);
    rows_.append({room, known && known->isFollowed(), words});
  }
  truncated_ = result.truncated;
  endResetModel();
}

void RoomSearchModel::refreshFollowed() {
  for (int i = 0; i < rows_.size(); ++i) {
    const Core::Room* known = client_.room(rows_[i].room.uri);
    const bool followed = known && known->isFollowed();
    if (followed == rows_[i].followed) continue;
    rows_[i].followed = followed;
    Q_EMIT dataChanged(index(i), index(i));
  }
}

int RoomSearchModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant RoomSearchModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
  const auto& row = rows_[index.row()];
  switch (role) {
    case RowRole:
      return QVariant::fromValue(row);
    case Qt::DisplayRole:
      return row.room.name;
    case Qt::ToolTipRole:
      return row.room.description;
    case Qt::AccessibleTextRole:
      return row.followed ? tr("%1, followed, %2").arg(row.room.name, row.room.description)
                          : QString(row.room.name + QStringLiteral(", ") + row.room.description);
    case IdRole:
      return row.room.uri.toString();
    default:
      return {};
  }
}

}  // namespace Parlour::Models
