// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QSet>

#include "server-sim/channel/Types.h"

namespace Parlour::Server {

// The rows that stand for the objects of an organisation file.
struct ImportedIds {
  QHash<QByteArray, PrincipalId> principals;  // by URI
  QSet<PrincipalId> newUsers;                 // created by this import
  QHash<CategoryUri, CategoryId> categories;
  QHash<RoomUri, RoomId> rooms;
};

}  // namespace Parlour::Server
