// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include "protocol/signin/PresenceDocument.h"
#include "protocol/signin/Publication.h"
#include "server-sim/channel/Types.h"

namespace Parlour::Server {

// Between presence documents and rows of the store. Only static instances have rows (signin 3.1).
Signin::CategoryInstance toInstance(const StoredPublication& row);
StoredPublication toRow(const Signin::CategoryInstance& instance);

struct ChangedRows {
  std::vector<StoredPublication> put;
  std::vector<StoredPublication> remove;
};

// What the store has to change after `request` made `document`.
ChangedRows changedRows(const Signin::PublishRequest& request, const Signin::PresenceDocument& document);

// The request that deletes all instances for which `hasEnded` says so.
Signin::PublishRequest endedInstances(const Signin::PresenceDocument& document,
                                      const std::function<bool(const Signin::CategoryInstance&)>& hasEnded);
// When an instance of type `time` ends; null for the other types.
Timestamp endOf(const Signin::CategoryInstance& instance);

}  // namespace Parlour::Server
