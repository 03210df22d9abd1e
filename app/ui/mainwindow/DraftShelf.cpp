// SPDX-License-Identifier: Apache-2.0
#include "app/ui/mainwindow/DraftShelf.h"

namespace Parlour::Ui {

void DraftShelf::keep(const RoomUri& room, const Draft& draft) {
  if (draft.isEmpty()) {
    drafts_.remove(room);
  } else {
    drafts_.insert(room, draft);
  }
  Q_EMIT changed(room, !draft.isEmpty());
}

void DraftShelf::setAll(const QHash<RoomUri, Draft>& drafts) {
  drafts_ = drafts;
  for (const RoomUri& room : drafts_.keys()) {
    Q_EMIT changed(room, true);
  }
}

void DraftShelf::clear() {
  const QList<RoomUri> rooms = drafts_.keys();
  drafts_.clear();
  for (const RoomUri& room : rooms) {
    Q_EMIT changed(room, false);
  }
  Q_EMIT cleared();
}

}  // namespace Parlour::Ui
