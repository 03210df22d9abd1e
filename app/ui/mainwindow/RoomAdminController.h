// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QObject>
#include <QPointer>
#include <functional>

#include "app/core/Client.h"
#include "app/ui/manage/PrincipalDelegate.h"

namespace Parlour::Ui {

class MainWindow;
class ManageRoomDialog;
class ManageRoomModel;

// Opens the dialogs that create and manage rooms and says what came of them. One at a time. GUI thread; client and
// window outlive it.
class RoomAdminController : public QObject {
  Q_OBJECT

 public:
  RoomAdminController(Core::Client& client, MainWindow& window, QObject* parent = nullptr);

  bool mayCreate() const { return !creatable_.isEmpty(); }
  void createRoom();
  void manageRoom(const RoomUri& room);
  // The same with the list of members ready to take one more.
  void invitePeople(const RoomUri& room);

 Q_SIGNALS:
  void mayCreateChanged(bool may);
  void openRequested(const Parlour::RoomUri& room);
  void followRequested(const Parlour::RoomUri& room, const QString& name);

 private:
  void askForCategories();
  void setCreatable(const QList<Core::CategoryChoice>& categories);
  void read(const RoomUri& room, const std::function<void(ManageRoomDialog&)>& opened);
  ManageRoomDialog& show(std::unique_ptr<ManageRoomModel> model);
  void connectDialog(ManageRoomDialog& dialog);
  void created(const Core::RoomDetails& details);
  void complain(const QString& title, const Error& error);
  Core::Principal me() const;
  PresenceOf presence() const;

  Core::Client& client_;
  MainWindow& window_;
  QList<Core::CategoryChoice> creatable_;
  QPointer<ManageRoomDialog> dialog_;
  QHash<int, std::function<void()>> toastActions_;
  bool reading_ = false;
};

}  // namespace Parlour::Ui
