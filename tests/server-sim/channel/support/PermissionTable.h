// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "protocol/support/Result.h"
#include "server-sim/channel/AccessPolicy.h"

namespace Parlour::Server::Testing {

// One person's cell of a line: the response code that comes of the action.
struct PermissionCell {
  QByteArray person;
  QByteArray roles;  // letters as the table explains them, empty for none
  Xccos::ResponseCode outcome = Xccos::ResponseCode::Success;

  Standing standing() const;
};

// What one action comes to for everybody, in one kind of room; without a room it is about a category.
struct PermissionRow {
  QByteArray action;
  std::optional<RoomTraits> room;
  std::vector<PermissionCell> cells;

  QByteArray title() const;  // "join, secret auditorium, disabled"
};

// Reads the table (data/permissions.csv); every "any" is written out. Errors name the line.
Result<std::vector<PermissionRow>> readPermissionTable(const QString& path);

}  // namespace Parlour::Server::Testing
