// SPDX-License-Identifier: Apache-2.0
#include "app/ui/roomlist/FolderController.h"

#include <QInputDialog>
#include <QMenu>
#include <QScopedValueRollback>

#include "app/models/Roles.h"
#include "app/ui/roomlist/RoomListView.h"

namespace Parlour::Ui {

using Models::RoomListRow;

namespace {

QString folderSettingsKey(const SipUri& me) {
  return QStringLiteral("accounts/%1/roomFolders").arg(QString::fromUtf8(me.address()));
}

QString forMenu(QString name) { return name.replace(QLatin1Char('&'), QStringLiteral("&&")); }

}  // namespace

FolderController::FolderController(Core::Client& client, Models::RoomListModel& list, RoomListView& view,
                                   QSettings& settings, QObject* parent)
    : QObject(parent), client_(client), list_(list), view_(view), settings_(settings) {
  load();
  list.setFolders(&folders_);
  connect(this, &QObject::destroyed, &list, [&list] { list.setFolders(nullptr); });
  connect(&client, &Core::Client::signedIn, this, &FolderController::load);
  connect(&folders_, &Models::RoomFolders::changed, this, [this] {
    if (!loading_) {
      settings_.setValue(folderSettingsKey(client_.me()), folders_.toJson());
    }
  });
  connect(&view, &RoomListView::folderToggled, &folders_, &Models::RoomFolders::setCollapsed);
  connect(&view, &RoomListView::stepRequested, this, &FolderController::step);
  connect(&view, &RoomListView::dropped, this, &FolderController::dropped);
}

void FolderController::load() {
  const QScopedValueRollback<bool> guard(loading_, true);
  folders_.readJson(settings_.value(folderSettingsKey(client_.me())).toByteArray());
}

void FolderController::askName(const QString& title, const QString& now,
                               const std::function<void(const QString&)>& chosen) {
  auto* dialog = new QInputDialog(&view_);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(title);
  dialog->setLabelText(tr("Name of the folder:"));
  dialog->setTextValue(now);
  connect(dialog, &QInputDialog::textValueSelected, this, chosen);
  dialog->open();
}

void FolderController::addNewFolder(QMenu& menu, const RoomUri& room) {
  menu.addAction(tr("&New folder…"), this, [this, room] {
    askName(tr("New folder"), {}, [this, room](const QString& name) {
      const QString id = folders_.add(name);
      if (!room.isEmpty()) {
        folders_.put(room, id);
      }
    });
  });
}

void FolderController::fillRoomMenu(QMenu& menu, const RoomUri& room) {
  QMenu* into = menu.addMenu(tr("Move to fol&der"));
  for (const Models::RoomFolder& folder : folders_.all()) {
    QAction* action =
        into->addAction(forMenu(folder.name), this, [this, room, id = folder.id] { folders_.put(room, id); });
    action->setCheckable(true);
    action->setChecked(folders_.folderOf(room) == folder.id);
  }
  into->addSeparator();
  if (!folders_.folderOf(room).isEmpty()) {
    into->addAction(tr("N&o folder"), this, [this, room] { folders_.put(room, {}); });
  }
  addNewFolder(*into, room);
  for (const int direction : {-1, 1}) {
    menu.addAction(direction < 0 ? tr("Move &up") : tr("Move do&wn"), this, [this, room, direction] {
      if (const int row = list_.rowOf(room); row >= 0) {
        step(list_.index(row), direction);
      }
    });
  }
}

void FolderController::fillFolderMenu(QMenu& menu, const QString& id) {
  const Models::RoomFolder* folder = folders_.find(id);
  if (!folder) {
    return;
  }
  menu.addAction(tr("&Rename folder…"), this, [this, id, name = folder->name] {
    askName(tr("Rename folder"), name, [this, id](const QString& chosen) { folders_.rename(id, chosen); });
  });
  menu.addAction(tr("&Delete folder"), this, [this, id] { folders_.remove(id); });
  addNewFolder(menu);
  menu.addSeparator();
  for (const int direction : {-1, 1}) {
    menu.addAction(direction < 0 ? tr("Move &up") : tr("Move do&wn"), this,
                   [this, id, direction] { step(list_.index(list_.rowOfFolder(id)), direction); });
  }
}

// The followed rooms of the same folder, in their order.
QList<RoomUri> FolderController::siblingsOf(const RoomUri& room) const {
  QList<RoomUri> siblings;
  for (const Core::Room* other : client_.rooms()) {
    if (other->isFollowed() && folders_.folderOf(other->uri()) == folders_.folderOf(room)) {
      siblings.append(other->uri());
    }
  }
  return siblings;
}

void FolderController::placeBefore(const RoomUri& room, const RoomUri& before) {
  QList<RoomUri> order;
  for (const Core::Room* other : client_.rooms()) {
    if (other->uri() != room) {
      order.append(other->uri());
    }
  }
  const qsizetype to = before.isEmpty() ? order.size() : order.indexOf(before);
  client_.moveRoom(room, static_cast<int>(to < 0 ? order.size() : to));
}

// One place up or down among its like; the selection goes along.
void FolderController::step(const QModelIndex& index, int direction) {
  const auto row = index.data(Models::RowRole).value<RoomListRow>();
  if (row.kind == RoomListRow::Kind::Folder) {
    const auto& all = folders_.all();
    for (int at = 0; at < all.size(); ++at) {
      if (all[at].id == row.folder) {
        return folders_.move(row.folder, at + direction);
      }
    }
  }
  if (row.kind != RoomListRow::Kind::Room || row.section != Models::RoomSection::Followed) {
    return;
  }
  const QList<RoomUri> siblings = siblingsOf(row.room.uri);
  const qsizetype at = siblings.indexOf(row.room.uri);
  const qsizetype before = direction < 0 ? at - 1 : at + 2;
  if (before >= 0 && at + direction < siblings.size()) {
    placeBefore(row.room.uri, siblings.value(before));
  }
}

void FolderController::dropped(const QString& what, int row, bool on) {
  for (int at = 0; at < list_.rowCount(); ++at) {
    if (list_.index(at).data(Models::IdRole).toString() != what) {
      continue;
    }
    const RoomListRow moved = list_.row(at);
    if (moved.kind == RoomListRow::Kind::Folder) {
      dropFolder(moved.folder, row);
    } else if (moved.kind == RoomListRow::Kind::Room && moved.section == Models::RoomSection::Followed) {
      dropRoom(moved, row, on);
    }
    return;
  }
}

// Before the room at that place; at the end of the folder above when there is none, or of the one it falls on.
void FolderController::dropRoom(const RoomListRow& room, int row, bool on) {
  const auto isFollowedRoom = [this](int at) {
    return at >= 0 && at < list_.rowCount() && list_.row(at).kind == RoomListRow::Kind::Room &&
           list_.row(at).section == Models::RoomSection::Followed;
  };
  const auto isFolder = [this](int at) {
    return at >= 0 && at < list_.rowCount() && list_.row(at).kind == RoomListRow::Kind::Folder;
  };
  if (on && isFolder(row)) {
    folders_.put(room.room.uri, list_.row(row).folder);
    return placeBefore(room.room.uri, {});
  }
  if (isFollowedRoom(row)) {
    const RoomListRow target = list_.row(row);
    folders_.put(room.room.uri, target.folder);
    if (target.room.uri != room.room.uri) {
      placeBefore(room.room.uri, target.room.uri);
    }
  } else if (isFollowedRoom(row - 1) || isFolder(row - 1)) {
    folders_.put(room.room.uri, list_.row(row - 1).folder);
    placeBefore(room.room.uri, {});
  }
}

void FolderController::dropFolder(const QString& folder, int row) {
  QString before;
  for (int at = row; at < list_.rowCount() && before.isEmpty(); ++at) {
    if (list_.row(at).kind == RoomListRow::Kind::Folder && list_.row(at).folder != folder) {
      before = list_.row(at).folder;
    }
  }
  int to = 0;
  for (const Models::RoomFolder& other : folders_.all()) {
    if (other.id == before) {
      break;
    }
    to += other.id == folder ? 0 : 1;
  }
  folders_.move(folder, to);
}

}  // namespace Parlour::Ui
