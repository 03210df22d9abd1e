// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server-sim/channel/ChannelContext.h"

namespace Parlour::Server {

// Invitations newer than the one the client has seen (xccos 7.10). Those to rooms that the user may not know of any
// more, or that are disabled, are left out.
class InvitationHandler {
 public:
  explicit InvitationHandler(ChannelContext& context) : context_(context) {}
  void list(const Session& session, const Xccos::GetInvitations& command, Xccos::CommandRef ref);

 private:
  void answer(SessionId session, Xccos::CommandRef ref, const std::vector<StoredInvitation>& stored);

  ChannelContext& context_;
};

}  // namespace Parlour::Server
