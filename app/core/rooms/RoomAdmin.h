// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFuture>

#include "app/core/rooms/CategoryNames.h"
#include "app/core/rooms/RoomAdminTypes.h"
#include "app/core/rooms/RoomUpdates.h"
#include "app/core/session/ChatSession.h"

namespace Parlour::Core {

// Creating, staffing and changing rooms over the chat session (xccos 7.13 to 7.17). Refusals come as errors whose text
// names the object and the rule, in the server's words where it has some. A server without these commands is an error
// NotSupported that says where else rooms are managed. GUI thread; all that it borrows must outlive it.
class RoomAdmin {
 public:
  struct Services {
    ChatSession& session;
    RoomList& rooms;
    RoomUpdates& updates;
    CategoryNames& categories;
    const Account& account;
  };
  explicit RoomAdmin(const Services& services) : s_(services) {}

  // Empty: the user may create rooms nowhere (xccos 7.13).
  QFuture<Result<QList<CategoryChoice>>> creatableCategories();
  QFuture<Result<QList<RoomAddIn>>> addIns();
  QFuture<Result<RoomDetails>> details(const RoomUri& room);
  // The lists of RoomEdit::roles are sent as given: who creates a room and wants to be in it stands in them.
  QFuture<Result<RoomDetails>> create(const RoomEdit& room);
  // An edit that changes nothing is not sent. Conflict: somebody changed the room since it was read; read it again.
  QFuture<Result<RoomDetails>> modify(const RoomUri& room, const RoomEdit& edit);
  QFuture<Status> remove(const RoomUri& room);  // administrators

  // People and groups whose name begins with the words, at most `limit`. With a room or, for one that does not exist
  // yet, a category, only those that may get the role there (xccos 7.17).
  QFuture<Result<QList<Principal>>> find(const QString& words, RoomRole role, const RoomUri& room, int limit = 20);
  QFuture<Result<QList<Principal>>> findForCategory(const QString& words, RoomRole role, const QByteArray& category,
                                                    int limit = 20);

  std::function<void(const RoomSummary&)> onCreated;

 private:
  using OnDetails = std::function<void(const Result<RoomDetails>&)>;
  using OnPrincipals = std::function<void(const Result<QList<Principal>>&)>;
  struct Reading;
  struct Switches;

  void readRoom(const RoomUri& room, const OnDetails& done);
  void roomRead(const std::shared_ptr<Reading>& reading);
  void withLists(const RoomDetails& details, const OnDetails& done);
  void askForSwitches(const std::shared_ptr<Switches>& switches);
  void created(const RoomEdit& edit, const Xccos::ChanInfo& room, const OnDetails& done);
  void modified(const RoomUri& uri, const RoomEdit& edit, const Xccos::ChanInfo& room, const OnDetails& done);
  void search(const Xccos::SearchUsers& command, int limit, const OnPrincipals& done);
  Error explained(Error error) const;

  Services s_;
};

}  // namespace Parlour::Core
