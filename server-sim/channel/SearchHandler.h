// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "server-sim/channel/ChannelContext.h"

namespace Parlour::Server {

// Room search and "my rooms" (xccos 7.8, 7.9). Results come in the order of names; more than the search limit, than
// the caller wants or than fits into one reply is cut and marked. Where a user is present is only told of rooms whose
// participants the caller may see. A manager finds his secret and disabled rooms only when he asks for these.
class SearchHandler {
 public:
  explicit SearchHandler(ChannelContext& context) : context_(context) {}

  void search(const Session& session, const Xccos::ChannelSearch& command, Xccos::CommandRef ref);
  void associations(const Session& session, const Xccos::GetAssociations& command, Xccos::CommandRef ref);

 private:
  struct Results {
    std::vector<Xccos::ChanInfo> rooms;
    bool truncated = false;
  };
  // All rooms that `wanted` accepts, up to the limits.
  Results collect(std::optional<qint32> maxResults, const std::function<bool(const IndexedRoom&)>& wanted) const;

  ChannelContext& context_;
};

}  // namespace Parlour::Server
