// SPDX-License-Identifier: Apache-2.0
#include "app/ui/roomlist/RoomKindIcon.h"

#include <QCoreApplication>

namespace Parlour::Ui {

namespace {
class RoomWords {
  Q_DECLARE_TR_FUNCTIONS(Parlour::Ui::RoomWords)
};
}  // namespace

Icon roomKindIcon(const Core::RoomSummary& room) {
  if (room.kind == Core::RoomKind::Auditorium) {
    return Icon::Megaphone;
  }
  switch (room.privacy) {
    case Core::Privacy::Closed:
      return Icon::Lock;
    case Core::Privacy::Secret:
      return Icon::EyeOff;
    case Core::Privacy::Open:
    case Core::Privacy::Unknown:
      break;
  }
  return Icon::Door;
}

QString privacyWord(Core::Privacy privacy) {
  switch (privacy) {
    case Core::Privacy::Open:
      return RoomWords::tr("Open");
    case Core::Privacy::Closed:
      return RoomWords::tr("Closed");
    case Core::Privacy::Secret:
      return RoomWords::tr("Secret");
    case Core::Privacy::Unknown:
      break;
  }
  return {};
}

QString roomKindWord(Core::RoomKind kind) {
  return kind == Core::RoomKind::Auditorium ? RoomWords::tr("Auditorium") : RoomWords::tr("Normal");
}

}  // namespace Parlour::Ui
