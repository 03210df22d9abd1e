// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <utility>

namespace Parlour::Server {

// Decides when a fault happens. `random` gives numbers from 0 up to, not including, 1; tests give their own.
class FaultDice {
 public:
  explicit FaultDice(std::function<double()> random) : random_(std::move(random)) {}
  // No number is drawn for a fault that cannot happen, so that others are not moved by it.
  bool hit(double rate) { return rate > 0 && random_() < rate; }
  int around(int middle, int spread) {
    return spread <= 0 ? middle : middle - spread + static_cast<int>(random_() * (2 * spread + 1));
  }

 private:
  std::function<double()> random_;
};

}  // namespace Parlour::Server
