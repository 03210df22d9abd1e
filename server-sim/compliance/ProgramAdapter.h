// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <atomic>

#include "protocol/support/Result.h"
#include "server-sim/compliance/AdapterSettings.h"

namespace Parlour::Server {

// Gives a batch to a program of the operator: `input` on its standard input, exit status 0 means that it has taken it.
// The program starts with nothing but PATH, LANG and `environment` ("NAME=value") in its environment, no open files
// beside the standard ones, and in a process group of its own, which is killed as a whole at the time limit or when
// `stop` becomes true. What it writes to standard output is dropped; the end of what it writes to standard error
// becomes the text of the error. Blocking.
Status runProgram(const AdapterSettings& settings, const QByteArray& input, const QList<QByteArray>& environment,
                  const std::atomic<bool>& stop);

}  // namespace Parlour::Server
