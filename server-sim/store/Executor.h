// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

namespace Parlour::Server {

// Runs a closure later on the loop thread, closures of one thread in the order they were given. Thread-safe.
using Executor = std::function<void(std::function<void()>)>;

}  // namespace Parlour::Server
