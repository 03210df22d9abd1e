// SPDX-License-Identifier: Apache-2.0
#include "app/models/TimelineModel.h"

#include <QDateTime>
#include <algorithm>

#include "app/models/DateWords.h"
#include "app/models/Roles.h"
#include "protocol/xccos/ChatText.h"

namespace Parlour::Models {
namespace {

constexpr qint64 kGroupMs = 5 * 60 * 1000;

QDateTime localTime(const Core::Message& message) { return QDateTime::fromMSecsSinceEpoch(message.time.toMs()); }

}  // namespace

TimelineModel::TimelineModel(QObject* parent) : QAbstractListModel(parent) {}

void TimelineModel::setRoom(Core::Room* room) {
  if (room == room_) return;
  beginResetModel();
  if (room_) disconnect(&room_->timeline(), nullptr, this, nullptr);
  room_ = room;
  newLineAfter_.reset();
  if (room && room->unreadCount() > 0) newLineAfter_ = room->readMark();
  if (room) follow(room->timeline());
  endResetModel();
}

void TimelineModel::follow(Core::Timeline& timeline) {
  using Core::Timeline;
  connect(&timeline, &Timeline::aboutToInsert, this, [this](int first, int last) {
    insertFirst_ = first;
    insertLast_ = last;
    beginInsertRows({}, first, last);
  });
  connect(&timeline, &Timeline::inserted, this, [this] {
    endInsertRows();
    ownPostAdded(insertFirst_, insertLast_);
    refreshAround(insertLast_ + 1, insertLast_ + 1);
  });
  connect(&timeline, &Timeline::aboutToRemove, this, [this](int first, int last) {
    insertFirst_ = first;
    beginRemoveRows({}, first, last);
  });
  connect(&timeline, &Timeline::removed, this, [this] {
    endRemoveRows();
    refreshAround(insertFirst_, insertFirst_);
  });
  connect(&timeline, &Timeline::changed, this, [this](int first, int last) { refreshAround(first, last + 1); });
  // The start of the room may have been reached, which lets the line stand above the first row.
  connect(&timeline, &Timeline::loadingChanged, this, [this] {
    if (newLineAfter_) refreshAround(0, 0);
  });
  connect(&timeline, &Timeline::aboutToReset, this, [this] { beginResetModel(); });
  connect(&timeline, &Timeline::wasReset, this, [this] { endResetModel(); });
}

void TimelineModel::refreshAround(int first, int last) {
  last = std::min(last, rowCount() - 1);
  if (first >= 0 && first <= last) Q_EMIT dataChanged(index(first), index(last));
}

void TimelineModel::ownPostAdded(int first, int last) {
  if (!newLineAfter_) return;
  for (int i = first; i <= last; ++i) {
    if (room_->timeline().at(i).own && room_->timeline().at(i).chatId == 0) return clearNewLine();
  }
}

int TimelineModel::rowOfNewLine() const {
  if (!room_ || !newLineAfter_) return -1;
  const auto& timeline = room_->timeline();
  for (int i = 0; i < timeline.count(); ++i) {
    const auto& message = timeline.at(i);
    if (message.chatId == 0 || message.chatId <= *newLineAfter_) continue;
    // Everything before it must be known to be read, or the line would stand at the wrong place.
    return i > 0 || timeline.atStart() || message.chatId == *newLineAfter_ + 1 ? i : -1;
  }
  return -1;
}

void TimelineModel::clearNewLine() {
  const int at = rowOfNewLine();
  newLineAfter_.reset();
  if (at >= 0) refreshAround(at, at);
}

bool TimelineModel::groupedWithPrevious(int index) const {
  if (index == 0) return false;
  const auto& before = room_->timeline().at(index - 1);
  const auto& message = room_->timeline().at(index);
  return before.author == message.author && !message.alert && !before.alert &&
         message.time.toMs() - before.time.toMs() <= kGroupMs && localTime(before).date() == localTime(message).date();
}

TimelineRow TimelineModel::row(int index) const {
  TimelineRow row;
  row.message = room_->timeline().at(index);
  row.day = localTime(row.message).date();
  row.dayLineAbove = index == 0 || localTime(room_->timeline().at(index - 1)).date() != row.day;
  row.newLineAbove = newLineAfter_ && index == rowOfNewLine();
  row.grouped = !row.dayLineAbove && !row.newLineAbove && groupedWithPrevious(index);
  return row;
}

int TimelineModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() || !room_ ? 0 : room_->timeline().count();
}

QString TimelineModel::accessibleText(const TimelineRow& row) const {
  const auto& message = row.message;
  QStringList parts{message.own ? tr("You") : message.authorName, timeWords(message.time)};
  if (message.alert) parts.append(tr("high importance"));
  if (message.mentionsMe) parts.append(tr("mentions you"));
  if (message.state == Core::MessageState::Failed) parts.append(tr("not sent"));
  if (message.state == Core::MessageState::Waiting) parts.append(tr("waiting for the connection"));
  if (message.state == Core::MessageState::Sending) parts.append(tr("sending"));
  return QStringLiteral("%1: %2").arg(parts.join(QStringLiteral(", ")), spokenText(row));
}

// What the row says, without markup.
QString TimelineModel::spokenText(const TimelineRow& row) const {
  const auto& message = row.message;
  if (message.removed) return message.text.isEmpty() ? tr("A message was removed") : message.text;
  const Xccos::ChatText text = Xccos::parseChatText(message.text);
  const bool hasFile = std::any_of(text.spans.begin(), text.spans.end(), [](const Xccos::ChatSpan& span) {
    return span.kind == Xccos::ChatSpan::Kind::FileLink;
  });
  const QString file = hasFile && readFile_ ? readFile_(row) : QString();
  if (!file.isEmpty()) return file;
  return text.kind == Xccos::ChatText::Kind::Story ? tr("Story: %1").arg(text.plainText()) : text.plainText();
}

QVariant TimelineModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
  const auto& message = room_->timeline().at(index.row());
  switch (role) {
    case RowRole:
      return QVariant::fromValue(row(index.row()));
    case Qt::DisplayRole:
      return message.text;
    case Qt::AccessibleTextRole:
      return accessibleText(row(index.row()));
    case IdRole:
      return message.chatId ? QString::number(message.chatId) : QStringLiteral("local-%1").arg(message.localId);
    default:
      return {};
  }
}

}  // namespace Parlour::Models
