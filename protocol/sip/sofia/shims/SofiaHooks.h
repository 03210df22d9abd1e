// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/socket.h>

#include "protocol/sip/sofia/Sofia.h"

namespace Parlour::Sip {

// What the shims tell about Sofia's work on one thread.
class SofiaHooks {
 public:
  virtual ~SofiaHooks() = default;
  // In the place of accept(2), with its result and errno.
  virtual int accept(int listener, sockaddr* address, socklen_t* length) noexcept = 0;
  // After each try to make a message of what was read; `result` 0: it is not complete.
  virtual void extracted(msg_t* message, int result) noexcept = 0;
};

// Those of the calling thread; null: Sofia does as it always does. One transport that listens for each thread.
SofiaHooks*& sofiaHooks() noexcept;

}  // namespace Parlour::Sip
