// SPDX-License-Identifier: Apache-2.0
#include "app/models/RoomListModel.h"

#include <QMimeData>

#include "app/models/Roles.h"

namespace Parlour::Models {

RoomListModel::RoomListModel(Core::Client& client, QObject* parent) : SyncedListModel(parent), client_(client) {
  for (Core::Room* room : client.rooms()) watch(room);
  rebuild();
  connect(&client, &Core::Client::roomAdded, this, [this](Core::Room* room) {
    watch(room);
    rebuild();
  });
  connect(&client, &Core::Client::roomRemoved, this, [this] { rebuild(); });
  connect(&client, &Core::Client::roomsReordered, this, [this] { rebuild(); });
  connect(&client, &Core::Client::invitationsChanged, this, [this] { rebuild(); });
  connect(&client, &Core::Client::joinRequestsChanged, this, [this] { rebuild(); });
}

void RoomListModel::watch(Core::Room* room) {
  const auto update = [this, room] {
    const int at = rowOf(room->uri());
    const RoomSection section = room->isFollowed() ? RoomSection::Followed : RoomSection::Open;
    if (at < 0 || row(at).section != section) return rebuild();
    setRow(at, roomRow(*room, section));
  };
  connect(room, &Core::Room::changed, this, update);
  connect(room, &Core::Room::unreadChanged, this, [this, room, update] {
    const bool inFolder = folders_ != nullptr && !folders_->folderOf(room->uri()).isEmpty();
    if (inFolder || rowOf(room->uri()) >= 0) update();
  });
}

QString RoomListModel::identityOf(const RoomListRow& row) const {
  switch (row.kind) {
    case RoomListRow::Kind::Room:
      return row.room.uri.toString();
    case RoomListRow::Kind::Section:
      return QStringLiteral("section-%1").arg(static_cast<int>(row.section));
    case RoomListRow::Kind::Hint:
      return QStringLiteral("hint-%1").arg(static_cast<int>(row.section));
    case RoomListRow::Kind::Invitation:
      return QStringLiteral("invitation-%1").arg(row.invitation);
    case RoomListRow::Kind::Request:
      return QStringLiteral("requests-%1").arg(row.room.uri.toString());
    case RoomListRow::Kind::Feed:
      return QStringLiteral("feed-%1").arg(row.feed);
    case RoomListRow::Kind::Folder:
      return QStringLiteral("folder-%1").arg(row.folder);
  }
  return {};
}

QList<RoomListRow> RoomListModel::wantedRows() const {
  QList<RoomListRow> rows;
  addRooms(rows, RoomSection::Followed);
  addRooms(rows, RoomSection::Open);
  addFeeds(rows);
  addInvitations(rows);
  addRequests(rows);
  return rows;
}

void RoomListModel::addRooms(QList<RoomListRow>& rows, RoomSection section) const {
  const bool followed = section == RoomSection::Followed;
  RoomListRow title;
  title.section = section;
  title.text = followed ? tr("Followed") : tr("Open");
  title.collapsed = collapsed_.contains(section);
  QList<RoomListRow> lines;
  for (const Core::Room* room : client_.rooms()) {
    if (room->isFollowed() == followed) lines.append(roomRow(*room, section));
  }
  if (lines.isEmpty() && !followed) return;
  rows.append(title);
  if (title.collapsed) return;
  if (lines.isEmpty() && (folders_ == nullptr || folders_->all().isEmpty())) {
    title.kind = RoomListRow::Kind::Hint;
    title.text = tr("Rooms you follow stay here and open when you sign in.");
    rows.append(title);
  }
  if (followed && folders_ != nullptr) return addFolders(rows, lines);
  rows += lines;
}

// First the rooms of no folder. A folder that is closed shows what waits in it.
void RoomListModel::addFolders(QList<RoomListRow>& rows, const QList<RoomListRow>& rooms) const {
  for (const RoomListRow& room : rooms) {
    if (room.folder.isEmpty()) rows.append(room);
  }
  for (const RoomFolder& folder : folders_->all()) {
    RoomListRow title;
    title.kind = RoomListRow::Kind::Folder;
    title.text = folder.name;
    title.folder = folder.id;
    title.collapsed = folder.collapsed;
    QList<RoomListRow> inside;
    for (const RoomListRow& room : rooms) {
      if (room.folder == folder.id) inside.append(room);
    }
    title.count = static_cast<int>(inside.size());
    for (const RoomListRow& room : inside) {
      if (!folder.collapsed) break;
      title.unread += room.muted ? 0 : room.unread;
      title.mentions += room.mentions;
      title.alert = title.alert || room.alert;
    }
    rows.append(title);
    if (!folder.collapsed) rows += inside;
  }
}

void RoomListModel::addInvitations(QList<RoomListRow>& rows) const {
  if (client_.invitations().isEmpty()) return;
  RoomListRow title;
  title.section = RoomSection::Invitations;
  title.text = tr("Invitations");
  title.count = static_cast<int>(client_.invitations().size());
  title.collapsed = collapsed_.contains(RoomSection::Invitations);
  rows.append(title);
  if (title.collapsed) return;
  for (const auto& invitation : client_.invitations()) {
    RoomListRow row;
    row.kind = RoomListRow::Kind::Invitation;
    row.section = RoomSection::Invitations;
    row.text = invitation.room.name;
    row.room = invitation.room;
    row.invitation = invitation.number;
    rows.append(row);
  }
}

void RoomListModel::addFeeds(QList<RoomListRow>& rows) const {
  if (feeds_.isEmpty()) return;
  RoomListRow title;
  title.section = RoomSection::Feeds;
  title.text = tr("Feeds");
  title.collapsed = collapsed_.contains(RoomSection::Feeds);
  rows.append(title);
  if (title.collapsed) return;
  for (const FeedLine& feed : feeds_) {
    RoomListRow row;
    row.kind = RoomListRow::Kind::Feed;
    row.section = RoomSection::Feeds;
    row.text = feed.name;
    row.feed = feed.id;
    row.unread = feed.unread;
    row.muted = feed.quiet;
    row.aboutMe = feed.aboutMe;
    rows.append(row);
  }
}

// One line a room, however many ask.
void RoomListModel::addRequests(QList<RoomListRow>& rows) const {
  const QList<Core::JoinRequest>& requests = client_.joinRequests().toAnswer();
  if (requests.isEmpty()) return;
  RoomListRow title;
  title.section = RoomSection::Requests;
  title.text = tr("Requests to join");
  title.count = static_cast<int>(requests.size());
  title.collapsed = collapsed_.contains(RoomSection::Requests);
  rows.append(title);
  if (title.collapsed) return;
  QSet<RoomUri> seen;
  for (const Core::JoinRequest& request : requests) {
    if (seen.contains(request.room)) continue;
    seen.insert(request.room);
    const auto count = static_cast<int>(client_.joinRequests().toAnswerIn(request.room).size());
    RoomListRow row;
    row.kind = RoomListRow::Kind::Request;
    row.section = RoomSection::Requests;
    row.room.uri = request.room;
    row.room.name = request.roomName;
    row.text = request.roomName;
    row.detail = count == 1 ? request.userName : tr("%n people", nullptr, count);
    rows.append(row);
  }
}

RoomListRow RoomListModel::roomRow(const Core::Room& room, RoomSection section) const {
  RoomListRow row;
  row.kind = RoomListRow::Kind::Room;
  row.section = section;
  row.text = room.summary().name;
  row.room = room.summary();
  row.unread = room.unreadCount();
  row.mentions = room.mentionCount();
  row.alert = room.hasUnreadAlert();
  row.draft = drafts_.contains(room.uri());
  row.muted = muted_.contains(room.uri());
  row.joinState = room.joinState();
  row.ending = room.ending();
  if (folders_ != nullptr && section == RoomSection::Followed) row.folder = folders_->folderOf(room.uri());
  return row;
}

int RoomListModel::rowOf(const RoomUri& uri) const {
  for (int i = 0; i < rows().size(); ++i) {
    if (rows()[i].kind == RoomListRow::Kind::Room && rows()[i].room.uri == uri) return i;
  }
  return -1;
}

void RoomListModel::setFeeds(const QList<FeedLine>& feeds) {
  feeds_ = feeds;
  rebuild();
}

int RoomListModel::rowOfFeed(const QString& id) const {
  for (int i = 0; i < rows().size(); ++i) {
    if (rows()[i].kind == RoomListRow::Kind::Feed && rows()[i].feed == id) return i;
  }
  return -1;
}

void RoomListModel::setFolders(const RoomFolders* folders) {
  folders_ = folders;
  if (folders != nullptr) connect(folders, &RoomFolders::changed, this, [this] { rebuild(); });
  rebuild();
}

int RoomListModel::rowOfFolder(const QString& id) const {
  for (int i = 0; i < rows().size(); ++i) {
    if (rows()[i].kind == RoomListRow::Kind::Folder && rows()[i].folder == id) return i;
  }
  return -1;
}

QStringList RoomListModel::mimeTypes() const { return {QStringLiteral("application/x-parlour-room")}; }

QMimeData* RoomListModel::mimeData(const QModelIndexList& indexes) const {
  if (indexes.isEmpty()) return nullptr;
  auto* data = new QMimeData;
  data->setData(mimeTypes().first(), identityOf(rows()[indexes.first().row()]).toUtf8());
  return data;
}

// Where exactly it goes is the view's to say; only followed rooms and their folders are sorted.
bool RoomListModel::canDropMimeData(const QMimeData* data, Qt::DropAction /*action*/, int row, int /*column*/,
                                    const QModelIndex& parent) const {
  const int at = parent.isValid() ? parent.row() : row;
  return data->hasFormat(mimeTypes().first()) && at > 0 && at <= rowCount() &&
         (rows()[at - 1].section == RoomSection::Followed ||
          (at < rowCount() && rows()[at].section == RoomSection::Followed));
}

void RoomListModel::setCollapsed(RoomSection section, bool collapsed) {
  if (collapsed) {
    collapsed_.insert(section);
  } else {
    collapsed_.remove(section);
  }
  rebuild();
}

void RoomListModel::setDraft(const RoomUri& uri, bool draft) {
  if (draft == drafts_.contains(uri)) return;
  if (draft) {
    drafts_.insert(uri);
  } else {
    drafts_.remove(uri);
  }
  rebuild();
}

void RoomListModel::setMuted(const QSet<RoomUri>& rooms) {
  if (rooms == muted_) return;
  muted_ = rooms;
  rebuild();
}

RoomUri RoomListModel::neighbour(const RoomUri& from, int direction, bool onlyUnread) const {
  const int count = static_cast<int>(rows().size());
  int at = rowOf(from);
  if (at < 0) at = direction > 0 ? -1 : count;
  for (at += direction; at >= 0 && at < count; at += direction) {
    const auto& row = rows()[at];
    if (row.kind == RoomListRow::Kind::Room && (!onlyUnread || row.unread > 0)) return row.room.uri;
  }
  return {};
}

RoomUri RoomListModel::nthFollowed(int n) const {
  for (const auto& row : rows()) {
    if (row.kind == RoomListRow::Kind::Room && row.section == RoomSection::Followed && --n == 0) return row.room.uri;
  }
  return {};
}

QString RoomListModel::conditionText(const RoomListRow& row) {
  switch (row.ending) {
    case Core::RoomEnding::Removed:
      return tr("you were removed");
    case Core::RoomEnding::Disabled:
      return tr("disabled");
    case Core::RoomEnding::Deleted:
      return tr("deleted");
    case Core::RoomEnding::None:
      break;
  }
  if (row.room.disabled) return tr("disabled");
  return row.joinState == Core::JoinState::Failed ? tr("not available") : QString();
}

QString RoomListModel::accessibleText(const RoomListRow& row) const {
  if (row.kind == RoomListRow::Kind::Request) return tr("%1, asked by %2").arg(row.text, row.detail);
  if (row.kind == RoomListRow::Kind::Feed) {
    QStringList parts{row.text, tr("feed")};
    if (row.unread > 0) parts.append(tr("%n unread", nullptr, row.unread));
    if (row.muted) parts.append(tr("no banners"));
    return parts.join(QStringLiteral(", "));
  }
  if (row.kind == RoomListRow::Kind::Invitation) return tr("Invitation to %1").arg(row.text);
  if (row.kind == RoomListRow::Kind::Folder) {
    QStringList parts{row.text, tr("folder"), tr("%n room(s)", nullptr, row.count),
                      row.collapsed ? tr("collapsed") : tr("expanded")};
    if (row.unread > 0) parts.append(tr("%n unread", nullptr, row.unread));
    if (row.mentions > 0) parts.append(tr("%n mention(s)", nullptr, row.mentions));
    return parts.join(QStringLiteral(", "));
  }
  if (row.kind == RoomListRow::Kind::Section) {
    return row.collapsed ? tr("%1, collapsed").arg(row.text) : tr("%1, expanded").arg(row.text);
  }
  if (row.kind != RoomListRow::Kind::Room) return row.text;
  QStringList parts = {row.text};
  switch (row.room.privacy) {
    case Core::Privacy::Open:
      parts.append(tr("open room"));
      break;
    case Core::Privacy::Closed:
      parts.append(tr("closed room"));
      break;
    case Core::Privacy::Secret:
      parts.append(tr("secret room"));
      break;
    case Core::Privacy::Unknown:
      parts.append(tr("room"));
      break;
  }
  if (row.unread > 0) parts.append(tr("%n unread", nullptr, row.unread));
  if (row.mentions > 0) parts.append(tr("%n mention(s)", nullptr, row.mentions));
  if (row.alert) parts.append(tr("high importance"));
  if (row.muted) parts.append(tr("muted"));
  if (row.draft) parts.append(tr("draft"));
  if (const QString condition = conditionText(row); !condition.isEmpty()) parts.append(condition);
  return parts.join(QStringLiteral(", "));
}

QVariant RoomListModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
  const auto& row = rows()[index.row()];
  switch (role) {
    case RowRole:
      return QVariant::fromValue(row);
    case Qt::DisplayRole:
      return row.text;
    case Qt::AccessibleTextRole:
      return accessibleText(row);
    case IdRole:
      return identityOf(row);
    case Qt::ToolTipRole:
      if (row.kind == RoomListRow::Kind::Room) return QString(row.text + QLatin1Char('\n') + row.room.topic).trimmed();
      return {};
    default:
      return {};
  }
}

Qt::ItemFlags RoomListModel::flags(const QModelIndex& index) const {
  if (!index.isValid()) return Qt::NoItemFlags;
  const RoomListRow& line = rows()[index.row()];
  const bool followed = line.kind == RoomListRow::Kind::Room && line.section == RoomSection::Followed;
  if (folders_ != nullptr && (followed || line.kind == RoomListRow::Kind::Folder)) {
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemIsDropEnabled;
  }
  return rows()[index.row()].kind == RoomListRow::Kind::Hint ? Qt::ItemIsEnabled
                                                             : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

}  // namespace Parlour::Models
