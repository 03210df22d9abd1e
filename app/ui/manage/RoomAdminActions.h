// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFuture>
#include <functional>

#include "app/core/rooms/RoomAdminTypes.h"
#include "protocol/support/Result.h"

namespace Parlour::Core {
class RoomAdmin;
}

namespace Parlour::Ui {

// Whom to look for: with a category those it allows, else those who may get the role in the room.
struct PeopleQuery {
  QString words;
  Core::RoomRole role = Core::RoomRole::Member;
  RoomUri room;
  QByteArray category;
};

// What the dialogs ask of the server, as functions, so that they work without one.
struct RoomAdminActions {
  std::function<QFuture<Result<Core::RoomDetails>>(const RoomUri&)> details;
  std::function<QFuture<Result<Core::RoomDetails>>(const Core::RoomEdit&)> create;
  std::function<QFuture<Result<Core::RoomDetails>>(const RoomUri&, const Core::RoomEdit&)> modify;
  std::function<QFuture<Status>(const RoomUri&)> remove;
  std::function<QFuture<Result<QList<Core::Principal>>>(const PeopleQuery&)> find;
  std::function<QFuture<Result<QList<Core::RoomAddIn>>>()> addIns;  // those that are registered

  // The actions of a signed-in client, which must outlive them.
  static RoomAdminActions of(Core::RoomAdmin& admin);
};

}  // namespace Parlour::Ui
