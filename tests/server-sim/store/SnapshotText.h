// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

#include "server-sim/channel/Types.h"

namespace Parlour::Server {

// A snapshot as sorted lines that name objects by address instead of by number, so that two stores can be compared and
// a difference can be read.
QStringList linesOf(const Snapshot& snapshot);

}  // namespace Parlour::Server
