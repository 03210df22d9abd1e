// SPDX-License-Identifier: Apache-2.0
#include "app/ui/manage/RoomAdminActions.h"

#include "app/core/rooms/RoomAdmin.h"

namespace Parlour::Ui {

RoomAdminActions RoomAdminActions::of(Core::RoomAdmin& admin) {
  RoomAdminActions actions;
  actions.details = [&admin](const RoomUri& room) { return admin.details(room); };
  actions.create = [&admin](const Core::RoomEdit& room) { return admin.create(room); };
  actions.modify = [&admin](const RoomUri& room, const Core::RoomEdit& edit) { return admin.modify(room, edit); };
  actions.remove = [&admin](const RoomUri& room) { return admin.remove(room); };
  actions.find = [&admin](const PeopleQuery& query) {
    return query.category.isEmpty() ? admin.find(query.words, query.role, query.room)
                                    : admin.findForCategory(query.words, query.role, query.category);
  };
  actions.addIns = [&admin] { return admin.addIns(); };
  return actions;
}

}  // namespace Parlour::Ui
