// SPDX-License-Identifier: Apache-2.0
// Stands before accept of the C library: when there is no file descriptor left, libsofia-sip-ua leaves the
// connection in the queue, is woken for it again at once, and its loop does nothing else any more (sofia-sip 4). On
// threads without hooks nothing changes.
#include <sys/socket.h>

#include "protocol/sip/sofia/shims/SofiaHooks.h"

namespace Parlour::Sip {

SofiaHooks*& sofiaHooks() noexcept {
  static thread_local SofiaHooks* hooks = nullptr;
  return hooks;
}

}  // namespace Parlour::Sip

extern "C" __attribute__((visibility("default"), used)) int accept(int listener, sockaddr* address, socklen_t* length) {
  Parlour::Sip::SofiaHooks* const hooks = Parlour::Sip::sofiaHooks();
  return hooks != nullptr ? hooks->accept(listener, address, length) : accept4(listener, address, length, 0);
}
