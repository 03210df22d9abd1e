// SPDX-License-Identifier: Apache-2.0
#include "app/models/MessageSearchModel.h"

#include <QElapsedTimer>
#include <algorithm>

#include "app/models/Roles.h"

namespace Parlour::Models {
namespace {

constexpr int kHitsShownPerRoom = 3;

}  // namespace

MessageSearchModel::MessageSearchModel(Core::Client& client, QObject* parent)
    : QAbstractListModel(parent), client_(client) {}

void MessageSearchModel::search(const Core::MessageSearchQuery& query) {
  const quint64 generation = ++generation_;
  searching_ = true;
  Q_EMIT searchingChanged();
  QElapsedTimer timer;
  timer.start();
  client_.searchMessages(query).then(
      this, [this, generation, timer, words = query.words](const Result<QList<Core::MessageSearchHits>>& found) {
        if (generation != generation_) return;
        searching_ = false;
        tookMs_ = timer.elapsed();
        if (found) {
          hits_ = *found;
          words_ = words;
          collapsed_.clear();
          expanded_.clear();
          rebuild();
        } else {
          Q_EMIT failed(found.error());
        }
        Q_EMIT searchingChanged();
      });
}

void MessageSearchModel::clear() {
  ++generation_;
  searching_ = false;
  hits_.clear();
  rebuild();
  Q_EMIT searchingChanged();
}

void MessageSearchModel::setCollapsed(const RoomUri& room, bool collapsed) {
  collapsed_.removeAll(room);
  if (collapsed) collapsed_.append(room);
  rebuild();
}

void MessageSearchModel::showAll(const RoomUri& room) {
  expanded_.append(room);
  rebuild();
}

void MessageSearchModel::rebuild() {
  beginResetModel();
  rows_.clear();
  for (const auto& hits : hits_) {
    MessageSearchRow row;
    row.kind = MessageSearchRow::Kind::Room;
    row.room = hits.room;
    row.roomName = hits.roomName;
    if (const Core::Room* room = client_.room(hits.room)) {
      row.privacy = room->summary().privacy;
      row.roomKind = room->summary().kind;
    }
    row.hits = static_cast<int>(hits.messages.size());
    row.collapsed = collapsed_.contains(hits.room);
    row.words = words_;
    rows_.append(row);
    if (row.collapsed) continue;
    const bool all = expanded_.contains(hits.room) || row.hits <= kHitsShownPerRoom + 1;
    const int shown = all ? row.hits : kHitsShownPerRoom;
    row.kind = MessageSearchRow::Kind::Hit;
    for (int i = 0; i < shown; ++i) {
      row.message = hits.messages[i];
      rows_.append(row);
    }
    if (shown == row.hits) continue;
    row.kind = MessageSearchRow::Kind::More;
    row.hits -= shown;
    rows_.append(row);
  }
  endResetModel();
}

bool MessageSearchModel::fromThisComputer() const {
  return std::any_of(hits_.cbegin(), hits_.cend(), [](const Core::MessageSearchHits& hits) { return hits.local; });
}

int MessageSearchModel::hitCount() const {
  int count = 0;
  for (const auto& hits : hits_) count += static_cast<int>(hits.messages.size());
  return count;
}

int MessageSearchModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant MessageSearchModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
  const auto& row = rows_[index.row()];
  const bool hit = row.kind == MessageSearchRow::Kind::Hit;
  switch (role) {
    case RowRole:
      return QVariant::fromValue(row);
    case Qt::DisplayRole:
      if (row.kind == MessageSearchRow::Kind::More) return tr("Show %n more in this room", nullptr, row.hits);
      return hit ? row.message.text : row.roomName;
    case Qt::AccessibleTextRole:
      if (row.kind == MessageSearchRow::Kind::More) return tr("Show %n more in this room", nullptr, row.hits);
      return hit ? tr("%1 in %2: %3").arg(row.message.authorName, row.roomName, row.message.text)
                 : tr("%1, %n message(s)", nullptr, row.hits).arg(row.roomName);
    case IdRole: {
      const QString room = row.room.toString();
      if (row.kind == MessageSearchRow::Kind::More) return QString(room + QStringLiteral("#more"));
      return hit ? QString(room + QLatin1Char('#') + QString::number(row.message.chatId)) : room;
    }
    default:
      return {};
  }
}

}  // namespace Parlour::Models
