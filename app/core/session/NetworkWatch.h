// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

namespace Parlour::Core {

// Notices that the connection may be dead although nothing has said so: the network of this computer changed, or the
// computer slept. GUI thread.
class NetworkWatch {
 public:
  virtual ~NetworkWatch() = default;
  std::function<void()> onChanged;  // once things are quiet again for a moment
};

}  // namespace Parlour::Core
