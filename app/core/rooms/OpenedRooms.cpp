// SPDX-License-Identifier: Apache-2.0
#include "app/core/rooms/OpenedRooms.h"

#include <QVariantMap>

namespace Parlour::Core {

namespace {
QString openedKey() { return QStringLiteral("openRooms"); }
QString uriField() { return QStringLiteral("uri"); }
QString nameField() { return QStringLiteral("name"); }
}  // namespace

QList<OpenedRooms::Entry> OpenedRooms::rooms() const {
  QList<Entry> rooms;
  for (const QVariant& item : settings_.value(openedKey()).toList()) {
    const QVariantMap fields = item.toMap();
    const auto uri = RoomUri::parse(fields.value(uriField()).toString().toUtf8());
    if (uri) rooms.append({*uri, fields.value(nameField()).toString()});
  }
  return rooms;
}

void OpenedRooms::add(const RoomUri& room, const QString& name) {
  QList<Entry> all = rooms();
  const auto it = std::find_if(all.begin(), all.end(), [&](const Entry& entry) { return entry.room == room; });
  if (it == all.end()) {
    all.append({room, name});
  } else {
    if (name.isEmpty() || it->name == name) return;
    it->name = name;
  }
  write(all);
}

void OpenedRooms::remove(const RoomUri& room) {
  QList<Entry> all = rooms();
  if (all.removeIf([&](const Entry& entry) { return entry.room == room; }) > 0) write(all);
}

void OpenedRooms::write(const QList<Entry>& rooms) {
  QVariantList items;
  for (const Entry& entry : rooms) {
    items.append(QVariantMap{{uriField(), entry.room.toString()}, {nameField(), entry.name}});
  }
  settings_.setValue(openedKey(), items);
}

}  // namespace Parlour::Core
