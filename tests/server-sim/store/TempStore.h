// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "server-sim/org/Organisation.h"
#include "server-sim/store/SqliteStore.h"
#include "tests/server-sim/store/StoreProbe.h"

namespace Parlour::Server {

// Two rooms ("tides" keeps history, "deck" does not) in two categories; users ada, bo and cy. ada follows tides.
Organisation smallOrganisation();

Result<std::unique_ptr<SqliteStore>> openStore(const QString& directory, const Clock& clock, TestLoop& loop,
                                               const SqliteStoreLimits& limits = {});

// Rows of a snapshot by a part of their URI; 0 when there is none.
PrincipalId principalIn(const Snapshot& snapshot, const QByteArray& uriPart);
RoomId roomIn(const Snapshot& snapshot, const QString& name);

}  // namespace Parlour::Server
