// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include "app/core/session/Account.h"
#include "protocol/xccos/Blocks.h"

namespace Parlour::Core {

// The invitations that the person has neither followed up nor dismissed, at most one a room: the newest. Only new
// ones are asked of the server, so the others and the highest number seen are kept on this computer (xccos 7.10). GUI
// thread.
class Invitations {
 public:
  explicit Invitations(AccountSettings& settings) : settings_(settings) {}

  void readSettings();  // after the account is known
  quint32 lastSeen() const { return lastSeen_; }
  const QList<Invitation>& list() const { return list_; }

  void add(const std::vector<Xccos::Invitation>& invitations, const std::function<bool(const RoomUri&)>& isInRoom);
  void dismiss(quint64 number);
  void roomJoined(const RoomUri& room) { forget(room); }
  void roomGone(const RoomUri& room) { forget(room); }

  std::function<void()> onChanged;

 private:
  void forget(const RoomUri& room);
  void changed();

  AccountSettings& settings_;
  QList<Invitation> list_;
  quint32 lastSeen_ = 0;
};

}  // namespace Parlour::Core
