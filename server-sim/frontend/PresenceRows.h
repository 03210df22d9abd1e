// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
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

// The request that deletes what ends with an endpoint: its own `endpoint` instances and, when it
// was the user's last, all `user` ones.
Signin::PublishRequest endedInstances(const Signin::PresenceDocument& document,
                                      const std::map<Signin::CategoryKey, QByteArray>& owners, const QByteArray& epid,
                                      bool lastOfUser);

}  // namespace Parlour::Server
