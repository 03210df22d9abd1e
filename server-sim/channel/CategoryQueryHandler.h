// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server-sim/channel/ChannelContext.h"

namespace Parlour::Server {

// Search and properties of categories (xccos 7.16), for everybody in scope and for administrators, who also get the
// lists. The root has no properties and is not found.
class CategoryQueryHandler {
 public:
  explicit CategoryQueryHandler(ChannelContext& context) : context_(context) {}

  // By words of the name, or of name and description when extended; in the order of names.
  void search(const Session& session, const Xccos::SearchNodes& command, Xccos::CommandRef ref);
  void info(const Session& session, const Xccos::GetNodeInfo& command, Xccos::CommandRef ref);

 private:
  ChannelContext& context_;
};

}  // namespace Parlour::Server
