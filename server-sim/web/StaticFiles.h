// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "server-sim/web/HttpServer.h"

namespace Parlour::Server {

// Style sheet, script and drawings of the pages, which are part of the program: a fixed list, so that a name from
// outside is looked up and never becomes a path. Any thread.
std::optional<HttpResponse> staticFile(const QString& name);

}  // namespace Parlour::Server
