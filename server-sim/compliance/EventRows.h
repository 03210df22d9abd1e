// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/support/sqlite/Statement.h"
#include "server-sim/compliance/ComplianceEvent.h"

namespace Parlour::Server {

// An event as a row: the columns of the queue and of compliance.db are the same.
ComplianceEvent eventOfRow(const Sqlite::Query& row);
Status putEvent(Sqlite::Statement& add, const ComplianceEvent& event);
// All rows of a query for events.
Result<std::vector<ComplianceEvent>> eventsOfRows(Sqlite::Query rows);

}  // namespace Parlour::Server
