// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/models/RoomListModel.h"

namespace Parlour::Testing {

// "= Followed", "Tide tables", "? hint", "! invitation", "+ requests to join", "/ folder".
inline QStringList shown(const Models::RoomListModel& model) {
  QStringList lines;
  for (int i = 0; i < model.rowCount(); ++i) {
    const auto& row = model.row(i);
    QString mark;
    switch (row.kind) {
      case Models::RoomListRow::Kind::Section:
        mark = QStringLiteral("= ");
        break;
      case Models::RoomListRow::Kind::Room:
        break;
      case Models::RoomListRow::Kind::Invitation:
        mark = QStringLiteral("! ");
        break;
      case Models::RoomListRow::Kind::Request:
        mark = QStringLiteral("+ ");
        break;
      case Models::RoomListRow::Kind::Feed:
        mark = QStringLiteral("# ");
        break;
      case Models::RoomListRow::Kind::Folder:
        mark = QStringLiteral("/ ");
        break;
      case Models::RoomListRow::Kind::Hint:
        mark = QStringLiteral("? ");
        break;
    }
    lines.append(mark + model.index(i).data(Qt::DisplayRole).toString());
  }
  return lines;
}

inline QStringList list(const char* text) { return QString::fromLatin1(text).split(QStringLiteral(" | ")); }

}  // namespace Parlour::Testing
