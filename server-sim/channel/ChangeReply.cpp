// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/ChangeReply.h"

namespace Parlour::Server {

Xccos::ResponseCode changeFailureCode(const Error& error) {
  // The world that was planned for is not that of the store: something else writes there.
  const bool stale = error.code == ErrorCode::NotFound || error.code == ErrorCode::Conflict;
  if (stale) return Xccos::ResponseCode::DataCollision;
  return error.code == ErrorCode::NotSupported ? Xccos::ResponseCode::NotSupported : storeFailureCode(error);
}

}  // namespace Parlour::Server
