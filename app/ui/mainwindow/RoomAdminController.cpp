// SPDX-License-Identifier: Apache-2.0
#include "app/ui/mainwindow/RoomAdminController.h"

#include <QLineEdit>

#include "app/ui/mainwindow/MainWindow.h"
#include "app/ui/manage/ManageRoomDialog.h"
#include "app/ui/manage/PeoplePanel.h"
#include "app/ui/manage/PeoplePicker.h"
#include "app/ui/roompane/ParticipantDelegate.h"
#include "app/ui/widgets/Toast.h"

namespace Parlour::Ui {

RoomAdminController::RoomAdminController(Core::Client& client, MainWindow& window, QObject* parent)
    : QObject(parent), client_(client), window_(window) {
  connect(&client, &Core::Client::signedIn, this, &RoomAdminController::askForCategories);
  connect(window.toasts(), &ToastStack::actionRequested, this, [this](int id) {
    if (const auto action = toastActions_.take(id)) {
      action();
    }
  });
  if (client.status().state == Core::ConnectionState::Connected) {
    askForCategories();
  }
}

void RoomAdminController::setCreatable(const QList<Core::CategoryChoice>& categories) {
  const bool could = mayCreate();
  creatable_ = categories;
  if (could != mayCreate()) {
    Q_EMIT mayCreateChanged(mayCreate());
  }
}

void RoomAdminController::askForCategories() {
  client_.admin().creatableCategories().then(this, [this](const Result<QList<Core::CategoryChoice>>& categories) {
    setCreatable(categories ? *categories : QList<Core::CategoryChoice>());
  });
}

Core::Principal RoomAdminController::me() const {
  Core::Principal me;
  me.uri = client_.me().bytes();
  me.name = client_.myName();
  me.email = QString::fromUtf8(client_.me().address());
  return me;
}

PresenceOf RoomAdminController::presence() const {
  return [this](const QByteArray& address) {
    for (const Core::Room* room : client_.rooms()) {
      for (const Core::Participant& person : room->participants()) {
        if (person.uri.bytes() == address && person.presence != Core::Presence::Unknown) {
          return presenceShape(person.presence);
        }
      }
    }
    return PresenceShape::None;
  };
}

void RoomAdminController::complain(const QString& title, const Error& error) {
  window_.toasts()->show({title, error.text, QString(), true});
}

void RoomAdminController::createRoom() {
  if (dialog_ || reading_) {
    return;
  }
  reading_ = true;
  client_.admin().creatableCategories().then(this, [this](const Result<QList<Core::CategoryChoice>>& categories) {
    reading_ = false;
    if (!categories) {
      complain(tr("No room can be created now"), categories.error());
      return;
    }
    setCreatable(*categories);
    if (!mayCreate()) {
      window_.toasts()->show(
          {tr("You may not create rooms"), tr("Ask your administrator for the right to."), QString(), true});
      return;
    }
    show(std::make_unique<ManageRoomModel>(me(), creatable_));
  });
}

void RoomAdminController::manageRoom(const RoomUri& room) {
  read(room, [](ManageRoomDialog& /*dialog*/) {});
}

void RoomAdminController::invitePeople(const RoomUri& room) {
  read(room, [](ManageRoomDialog& dialog) {
    dialog.people()->showRole(Core::RoomRole::Member);
    dialog.people()->picker()->field()->setFocus(Qt::OtherFocusReason);
  });
}

void RoomAdminController::read(const RoomUri& room, const std::function<void(ManageRoomDialog&)>& opened) {
  if (dialog_ || reading_) {
    return;
  }
  reading_ = true;
  client_.admin().details(room).then(this, [this, opened](const Result<Core::RoomDetails>& details) {
    reading_ = false;
    if (!details) {
      complain(tr("The room cannot be managed now"), details.error());
      return;
    }
    opened(show(std::make_unique<ManageRoomModel>(me(), creatable_, *details)));
  });
}

ManageRoomDialog& RoomAdminController::show(std::unique_ptr<ManageRoomModel> model) {
  dialog_ = new ManageRoomDialog(window_.themes(), std::move(model), RoomAdminActions::of(client_.admin()), &window_);
  dialog_->setAttribute(Qt::WA_DeleteOnClose);
  dialog_->setPresence(presence());
  connectDialog(*dialog_);
  // A closed dialog lives until the event loop gets to it, and must not bar the next one.
  connect(dialog_, &QDialog::finished, this, [this] { dialog_.clear(); });
  dialog_->open();
  return *dialog_;
}

void RoomAdminController::connectDialog(ManageRoomDialog& dialog) {
  ToastStack* toasts = window_.toasts();
  connect(&dialog, &ManageRoomDialog::created, this, &RoomAdminController::created);
  connect(&dialog, &ManageRoomDialog::saved, this, [toasts](const Core::RoomDetails& details) {
    toasts->show({tr("Changes saved"), details.summary.name, QString(), false});
  });
  connect(&dialog, &ManageRoomDialog::disabledChanged, this, [toasts](const Core::RoomDetails& details) {
    toasts->show(
        {details.summary.disabled ? tr("Room disabled") : tr("Room enabled"), details.summary.name, QString(), false});
  });
  connect(&dialog, &ManageRoomDialog::deleted, this, [toasts](const RoomUri& /*room*/, const QString& name) {
    toasts->show({tr("Room deleted"), name, QString(), false});
  });
}

void RoomAdminController::created(const Core::RoomDetails& details) {
  const QByteArray myself = client_.me().bytes();
  const auto isMe = [&myself](const Core::Principal& member) { return member.uri == myself; };
  const bool enters = details.summary.privacy == Core::Privacy::Open ||
                      std::any_of(details.members.begin(), details.members.end(), isMe);
  const QString words = tr("You are a manager of %1.").arg(details.summary.name);
  const int id = window_.toasts()->show({tr("Room created"), words, enters ? tr("Follow") : QString(), false});
  if (!enters) {
    return;
  }
  const RoomUri room = details.summary.uri;
  toastActions_.insert(id, [this, room, name = details.summary.name] { Q_EMIT followRequested(room, name); });
  Q_EMIT openRequested(room);
}

}  // namespace Parlour::Ui
