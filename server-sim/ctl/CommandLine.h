// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QStringList>

#include "protocol/support/Result.h"
#include "server-sim/control/AdminVerbs.h"

namespace Parlour::Ctl {

// A command line taken apart.
struct Invocation {
  const Server::AdminVerb* verb = nullptr;
  QJsonObject arguments;  // as AdminCommands wants them
  QString dataDir;
  bool json = false;
  bool dryRun = false;
  bool confirmed = false;  // --yes
};

// `arguments` without the program; `dataDir` counts when --data is not given. An error is ready to print: Cancelled is
// the help or version that was asked for, InvalidArgument a wrong use.
Result<Invocation> parseInvocation(const QStringList& arguments, const QString& dataDir);

QString programHelp();
QString verbHelp(const Server::AdminVerb& verb);

}  // namespace Parlour::Ctl
