// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>

#include "server-sim/ctl/CommandLine.h"

namespace Parlour::Ctl {

// Exports, imports and backups: commands that work on files and the data directory themselves. Answers as
// AdminCommands does; of a transfer with the report's text under "text". Blocking.
QJsonObject runOnFiles(const Invocation& invocation, bool dryRun);

}  // namespace Parlour::Ctl
