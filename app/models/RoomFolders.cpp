// SPDX-License-Identifier: Apache-2.0
#include "app/models/RoomFolders.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>
#include <algorithm>

namespace Parlour::Models {

namespace {
const QString kFolderId = QStringLiteral("id");
const QString kFolderName = QStringLiteral("name");
const QString kFolderCollapsed = QStringLiteral("collapsed");
const QString kFolderRooms = QStringLiteral("rooms");
}  // namespace

qsizetype RoomFolders::placeOf(const QString& id) const {
  const auto found =
      std::find_if(folders_.begin(), folders_.end(), [&](const auto& folder) { return folder.id == id; });
  return found == folders_.end() ? -1 : found - folders_.begin();
}

const RoomFolder* RoomFolders::find(const QString& id) const {
  const qsizetype at = placeOf(id);
  return at < 0 ? nullptr : &folders_[at];
}

QString RoomFolders::add(const QString& name) {
  const QString kept = name.simplified().left(kLongestName);
  if (kept.isEmpty() || folders_.size() >= kMost) return {};
  const QString id = QUuid::createUuid().toString(QUuid::Id128);
  folders_.append({id, kept, false});
  Q_EMIT changed();
  return id;
}

void RoomFolders::rename(const QString& id, const QString& name) {
  const qsizetype at = placeOf(id);
  const QString kept = name.simplified().left(kLongestName);
  if (at < 0 || kept.isEmpty()) return;
  folders_[at].name = kept;
  Q_EMIT changed();
}

void RoomFolders::remove(const QString& id) {
  const qsizetype at = placeOf(id);
  if (at < 0) return;
  folders_.removeAt(at);
  rooms_.removeIf([&](const auto& entry) { return entry.value() == id; });
  Q_EMIT changed();
}

void RoomFolders::move(const QString& id, int to) {
  const qsizetype at = placeOf(id);
  if (at < 0) return;
  folders_.move(at, std::clamp<qsizetype>(to, 0, folders_.size() - 1));
  Q_EMIT changed();
}

void RoomFolders::put(const RoomUri& room, const QString& id) {
  if (id == folderOf(room) || (!id.isEmpty() && placeOf(id) < 0)) return;
  if (id.isEmpty()) {
    rooms_.remove(room);
  } else {
    rooms_.insert(room, id);
  }
  Q_EMIT changed();
}

void RoomFolders::setCollapsed(const QString& id, bool collapsed) {
  const qsizetype at = placeOf(id);
  if (at < 0 || folders_[at].collapsed == collapsed) return;
  folders_[at].collapsed = collapsed;
  Q_EMIT changed();
}

QByteArray RoomFolders::toJson() const {
  QJsonArray folders;
  for (const RoomFolder& folder : folders_) {
    QStringList rooms;
    for (auto it = rooms_.cbegin(); it != rooms_.cend(); ++it) {
      if (it.value() == folder.id) rooms.append(it.key().toString());
    }
    rooms.sort();
    folders.append(QJsonObject{{kFolderId, folder.id},
                               {kFolderName, folder.name},
                               {kFolderCollapsed, folder.collapsed},
                               {kFolderRooms, QJsonArray::fromStringList(rooms)}});
  }
  return QJsonDocument(folders).toJson(QJsonDocument::Compact);
}

void RoomFolders::readJson(const QByteArray& bytes) {
  folders_.clear();
  rooms_.clear();
  const QJsonArray read = QJsonDocument::fromJson(bytes).array();
  for (const auto& value : read) {
    const QJsonObject object = value.toObject();
    const QString id = object.value(kFolderId).toString();
    const QString name = object.value(kFolderName).toString().simplified().left(kLongestName);
    if (id.isEmpty() || name.isEmpty() || placeOf(id) >= 0 || folders_.size() >= kMost) continue;
    folders_.append({id, name, object.value(kFolderCollapsed).toBool()});
    const QJsonArray rooms = object.value(kFolderRooms).toArray();
    for (const auto& room : rooms) {
      if (const auto uri = RoomUri::parse(room.toString().toUtf8())) rooms_.insert(*uri, id);
    }
  }
  Q_EMIT changed();
}

}  // namespace Parlour::Models
