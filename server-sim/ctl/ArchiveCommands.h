// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>

#include "server-sim/control/AdminArguments.h"
#include "server-sim/ctl/CommandLine.h"

namespace Parlour::Ctl {

// Commands about the archive of a data directory. They read its files; what they need to know of the pool besides, they
// ask it. Answers as AdminCommands does. Blocking.
QJsonObject runOnArchive(const Invocation& invocation, const Server::AdminArguments& arguments, bool dryRun);

}  // namespace Parlour::Ctl
