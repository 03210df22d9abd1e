// SPDX-License-Identifier: Apache-2.0
#include "app/core/rooms/ReadMarks.h"

#include <QVariantMap>
#include <algorithm>

namespace Parlour::Core {

namespace {
QString readMarksKey() { return QStringLiteral("readMarks"); }
}  // namespace

void ReadMarks::restore(Room& room) {
  const QVariant local = settings_.value(readMarksKey()).toMap().value(room.uri().toString());
  ChatId mark = local.toULongLong();
  bool known = local.isValid();
  for (const FollowedRooms::Entry& entry : followed_.rooms()) {
    if (entry.room != room.uri() || entry.readMark == 0) continue;
    mark = std::max(mark, entry.readMark);
    known = true;
  }
  if (!known) mark = room.newestKnown();
  remember(room.uri(), mark);
  room.setReadMark(mark);
}

void ReadMarks::mark(Room& room, ChatId upTo) {
  if (upTo <= room.readMark()) return;
  room.setReadMark(upTo);
  remember(room.uri(), upTo);
  if (room.isFollowed()) followed_.publishReadMark(room.uri(), upTo);
}

void ReadMarks::markedElsewhere(Room& room, ChatId upTo) {
  if (upTo <= room.readMark()) return;
  room.setReadMark(upTo);
  remember(room.uri(), upTo);
}

void ReadMarks::remember(const RoomUri& room, ChatId upTo) {
  QVariantMap marks = settings_.value(readMarksKey()).toMap();
  const QString key = room.toString();
  if (marks.contains(key) && marks.value(key).toULongLong() == upTo) return;
  marks.insert(key, upTo);
  settings_.setValue(readMarksKey(), marks);
}

}  // namespace Parlour::Core
