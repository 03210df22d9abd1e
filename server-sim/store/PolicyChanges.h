// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/support/sqlite/Database.h"
#include "server-sim/channel/ChangeSet.h"
#include "server-sim/store/ChangeChecks.h"

namespace Parlour::Server {

// The policy that organisation files grant to their users.
constexpr char kChatRoomsOn[] = "Chat rooms on";

// The form in which names of policies are compared and stored as key.
QByteArray foldedPolicyName(const QString& name);

// Policies that go, then those that come or change; inside a transaction of the caller. A policy keeps its scope, and
// only those of users can be more than one: Conflict.
Status writePolicies(Sqlite::Database& database, const ChangeSet& set);
Status writePolicyGrants(Sqlite::Database& database, ChangeChecks& checks, const ChangeSet& set);
Status writeConfiguration(Sqlite::Database& database, const ChangeSet& set);

}  // namespace Parlour::Server
