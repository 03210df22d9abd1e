// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "server-sim/control/Verbs.h"

namespace Parlour::Server::Verbs {

// A row of a group's table of functions.
struct VerbRow {
  const char* name;
  Run run;
};

inline Run runOf(std::span<const VerbRow> rows, const QString& name) {
  for (const VerbRow& row : rows) {
    if (name == QLatin1String(row.name)) return row.run;
  }
  return nullptr;
}

}  // namespace Parlour::Server::Verbs
