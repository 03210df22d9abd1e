// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFuture>

#include "app/core/rooms/RoomAdminTypes.h"
#include "app/core/session/ChatSession.h"

namespace Parlour::Core {

// Creating, staffing and changing rooms over the chat session (xccos 7.13 to 7.17). Refusals come as errors whose text
// names the object and the rule. GUI thread; the session must outlive it.
class RoomAdmin {
 public:
  explicit RoomAdmin(ChatSession& session) : session_(session) {}

  // Empty: the user may create rooms nowhere (xccos 7.13).
  QFuture<Result<QList<CategoryChoice>>> creatableCategories();
  QFuture<Result<QList<RoomAddIn>>> addIns();
  QFuture<Result<RoomDetails>> details(const RoomUri& room);
  QFuture<Result<RoomDetails>> create(const RoomEdit& room);
  QFuture<Result<RoomDetails>> modify(const RoomUri& room, const RoomEdit& edit);
  QFuture<Status> remove(const RoomUri& room);  // administrators

  // People and groups whose name begins with the words, at most `limit`. With a room or, for one that does not exist
  // yet, a category, only those that may get the role there (xccos 7.17).
  QFuture<Result<QList<Principal>>> find(const QString& words, RoomRole role, const RoomUri& room, int limit = 20);
  QFuture<Result<QList<Principal>>> findForCategory(const QString& words, RoomRole role, const QByteArray& category,
                                                    int limit = 20);

 private:
  ChatSession& session_;
};

}  // namespace Parlour::Core
