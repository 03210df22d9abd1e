// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringView>

#include "protocol/support/Ids.h"
#include "protocol/support/Result.h"

namespace Parlour::Core {

// A link to a room, `ma-chan://domain/key` (xccos 8.1), or to one message in it, which is ours:
// `ma-chan://domain/key?message=42`. Readers that know only rooms take it for a room they cannot find.
struct RoomLink {
  RoomUri room;
  ChatId message = 0;  // 0: the room itself

  // Scheme and `message` in any case; other parameters and a fragment are left out.
  static Result<RoomLink> parse(QStringView text);
  QString toString() const;
  bool operator==(const RoomLink&) const = default;
};

}  // namespace Parlour::Core
