// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server-sim/channel/ChannelContext.h"

namespace Parlour::Server {

// Questions about the server, one room and the caller's rights (xccos 7.2, 7.3, 7.13, 7.14).
class InfoHandler {
 public:
  explicit InfoHandler(ChannelContext& context) : context_(context) {}

  void requestUri(const Session& session, Xccos::CommandRef ref);
  void serverInfo(const Session& session, const Xccos::GetServerInfo& command, Xccos::CommandRef ref);
  // By address, or by exact name without regard to case. Managers get all role lists, others that of the managers, so
  // that they know whom to ask.
  void channelInfo(const Session& session, const Xccos::GetChannelInfo& command, Xccos::CommandRef ref);
  // The categories in which the caller may create rooms, in the order of their names.
  void creatableNodes(const Session& session, Xccos::CommandRef ref);
  // All registered add-ins (xccos 7.18), in the order of their names.
  void addIns(const Session& session, Xccos::CommandRef ref);

 private:
  ChannelContext& context_;
};

}  // namespace Parlour::Server
