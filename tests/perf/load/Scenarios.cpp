// SPDX-License-Identifier: Apache-2.0
#include "tests/perf/load/Scenarios.h"

#include <algorithm>

namespace Parlour::Perf {

const std::vector<Scenario>& scenarios() {
  static const std::vector<Scenario> all = [] {
    std::vector<Scenario> list;
    for (auto part : {floorScenarios(), roomScenarios(), signInScenarios(), readingScenarios(), modelScenarios(),
                      startScenarios()}) {
      for (Scenario& scenario : part) list.push_back(std::move(scenario));
    }
    return list;
  }();
  return all;
}

const Scenario* findScenario(const QString& name) {
  const auto& all = scenarios();
  const auto found = std::find_if(all.begin(), all.end(), [&name](const Scenario& one) { return one.name == name; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace Parlour::Perf
