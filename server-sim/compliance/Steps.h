// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

namespace Parlour::Server {

// Told at every point between two things that must not depend on each other's having happened, so that tests can end
// the process there. Empty in a real server.
using StepHook = std::function<void(const char* step)>;

inline void reached(const StepHook& hook, const char* step) {
  if (hook) hook(step);
}

}  // namespace Parlour::Server
