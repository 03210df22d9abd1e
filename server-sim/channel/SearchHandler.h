// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server-sim/channel/ChannelContext.h"

namespace Parlour::Server {

// Room search and "my rooms" (xccos 7.8, 7.9). Results come in the order of names; more than the search limit, or
// than the caller wants, is cut and marked. Where a user is present is only told of rooms whose participants the
// caller may see. A manager finds his secret and disabled rooms only when he asks for these.
class SearchHandler {
 public:
  explicit SearchHandler(ChannelContext& context) : context_(context) {}

  void search(const Session& session, const Xccos::ChannelSearch& command, Xccos::CommandRef ref);
  void associations(const Session& session, const Xccos::GetAssociations& command, Xccos::CommandRef ref);

 private:
  size_t limitFor(std::optional<qint32> wanted) const;

  ChannelContext& context_;
};

}  // namespace Parlour::Server
