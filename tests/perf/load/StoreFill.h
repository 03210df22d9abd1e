// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "protocol/support/Result.h"

namespace Parlour::Perf {

// Puts messages into the store of a server that does not run, as many into each of its rooms, with their text index:
// the server's own statements in large transactions without waiting for the disk, some hundred thousand a second.
Status fillStore(const QString& database, qint64 messages);

}  // namespace Parlour::Perf
