// SPDX-License-Identifier: Apache-2.0
#include "app/models/DigestModel.h"

#include <algorithm>

#include "app/models/Roles.h"
#include "protocol/xccos/ChatText.h"

namespace Parlour::Models {

namespace {

QString digestWords(const DigestRow& row) {
  switch (row.kind) {
    case DigestRow::Kind::Room: {
      QStringList parts{row.room.name, DigestModel::tr("%1 unread").arg(row.unread)};
      if (row.mentions > 0) parts.append(DigestModel::tr("mentions of you: %1").arg(row.mentions));
      if (row.alert) parts.append(DigestModel::tr("high importance"));
      if (row.muted) parts.append(DigestModel::tr("muted"));
      return parts.join(QStringLiteral(", "));
    }
    case DigestRow::Kind::Earlier:
      return DigestModel::tr("%1 earlier in this room").arg(row.earlier);
    case DigestRow::Kind::Message:
      break;
  }
  QStringList parts{row.message.authorName};
  if (row.unread > 0) parts.append(DigestModel::tr("new"));
  if (row.withRoom) parts.append(row.room.name);
  if (row.message.alert) parts.append(DigestModel::tr("high importance"));
  if (row.message.mentionsMe) parts.append(DigestModel::tr("mentions you"));
  if (!row.keyword.isEmpty()) parts.append(DigestModel::tr("keyword %1").arg(row.keyword));
  const QString text = Xccos::parseChatText(row.message.text).plainText().simplified();
  return DigestModel::tr("%1: %2").arg(parts.join(QStringLiteral(", ")), text);
}

}  // namespace

QString DigestModel::identityOf(const DigestRow& row) const {
  return QStringLiteral("%1/%2/%3")
      .arg(static_cast<int>(row.kind))
      .arg(row.room.uri.toString())
      .arg(row.message.chatId);
}

QVariant DigestModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
  const DigestRow& row = rows()[index.row()];
  switch (role) {
    case RowRole:
      return QVariant::fromValue(row);
    case IdRole:
      return identityOf(row);
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
      return digestWords(row);
    default:
      return {};
  }
}

CatchUpModel::CatchUpModel(Core::Client& client, Judge judge, QObject* parent)
    : DigestModel(parent), client_(client), judge_(std::move(judge)) {
  soon_.setSingleShot(true);
  soon_.setInterval(0);
  connect(&soon_, &QTimer::timeout, this, &CatchUpModel::refresh);
  for (Core::Room* room : client.rooms()) watch(room);
  connect(&client, &Core::Client::roomAdded, this, &CatchUpModel::watch);
  connect(&client, &Core::Client::roomRemoved, &soon_, [this] { soon_.start(); });
  refresh();
}

void CatchUpModel::watch(Core::Room* room) {
  connect(room, &Core::Room::unreadChanged, &soon_, [this] { soon_.start(); });
  connect(room, &Core::Room::changed, &soon_, [this] { soon_.start(); });
  connect(&room->timeline(), &Core::Timeline::inserted, &soon_, [this] { soon_.start(); });
  connect(&room->timeline(), &Core::Timeline::changed, &soon_, [this] { soon_.start(); });
}

QList<DigestRow> CatchUpModel::blockOf(const Core::Room& room) const {
  QList<DigestRow> messages;
  const Core::Timeline& timeline = room.timeline();
  for (int row = timeline.storedCount() - 1; row >= 0 && messages.size() < kMostPerRoom; --row) {
    const Core::Message& message = timeline.at(row);
    if (message.chatId <= room.readMark()) break;
    if (message.own || message.removed) continue;
    DigestRow line;
    line.room = room.summary();
    line.message = message;
    line.muted = judge_.isMuted(room.uri());
    line.keyword = judge_.keywordIn(Xccos::parseChatText(message.text).plainText()).value_or(QString());
    messages.prepend(line);
  }
  DigestRow title;
  title.kind = DigestRow::Kind::Room;
  title.room = room.summary();
  title.unread = room.unreadCount();
  title.mentions = room.mentionCount();
  title.alert = room.hasUnreadAlert();
  title.muted = judge_.isMuted(room.uri());
  title.readTo = room.newestKnown();
  QList<DigestRow> block{title};
  if (title.unread > messages.size()) {
    DigestRow earlier = title;
    earlier.kind = DigestRow::Kind::Earlier;
    earlier.earlier = title.unread - static_cast<int>(messages.size());
    block.append(earlier);
  }
  return block + messages;
}

void CatchUpModel::refresh() {
  struct Block {
    int rank = 0;
    Timestamp newest;
    QList<DigestRow> rows;
  };
  QList<Block> blocks;
  for (const Core::Room* room : client_.rooms()) {
    if (room->unreadCount() == 0) continue;
    Block block;
    block.rows = blockOf(*room);
    const DigestRow& title = block.rows.first();
    block.rank = title.muted ? 3 : title.mentions > 0 ? 0 : title.alert ? 1 : 2;
    if (block.rows.last().kind == DigestRow::Kind::Message) block.newest = block.rows.last().message.time;
    blocks.append(block);
  }
  std::stable_sort(blocks.begin(), blocks.end(), [](const Block& a, const Block& b) {
    return a.rank != b.rank ? a.rank < b.rank : a.newest > b.newest;
  });
  QList<DigestRow> rows;
  for (const Block& block : blocks) rows += block.rows;
  syncTo(rows);
}

int CatchUpModel::roomCount() const {
  int count = 0;
  for (int i = 0; i < rowCount(); ++i) count += row(i).kind == DigestRow::Kind::Room ? 1 : 0;
  return count;
}

MentionsModel::MentionsModel(Core::Client& client, Core::MentionLog& log, QObject* parent)
    : DigestModel(parent), client_(client), log_(log) {
  connect(&log, &Core::MentionLog::changed, this, &MentionsModel::refresh);
  refresh();
}

void MentionsModel::refresh() {
  QList<DigestRow> rows;
  for (const Core::MentionLog::Hit& hit : log_.hits()) {
    DigestRow row;
    row.room.uri = hit.message.room;
    row.room.name = hit.roomName;
    if (const Core::Room* room = client_.room(hit.message.room)) row.room = room->summary();
    row.message = hit.message;
    row.keyword = hit.keyword;
    row.withRoom = true;
    rows.append(row);
  }
  syncTo(rows);
}

}  // namespace Parlour::Models
