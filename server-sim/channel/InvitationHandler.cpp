// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/InvitationHandler.h"

#include "server-sim/channel/RoomBlocks.h"

namespace Parlour::Server {

void InvitationHandler::list(const Session& session, const Xccos::GetInvitations& command, Xccos::CommandRef ref) {
  const auto done = [this, id = session.id, ref](const Result<std::vector<StoredInvitation>>& stored) {
    if (!stored) return context_.refuse<Xccos::InvitationsReply>(id, ref, storeFailureCode(stored.error()));
    answer(id, ref, *stored);
  };
  context_.store.invitationsAfter(session.user, command.afterId,
                                  context_.whileAlive<std::vector<StoredInvitation>>(done));
}

void InvitationHandler::answer(SessionId id, Xccos::CommandRef ref, const std::vector<StoredInvitation>& stored) {
  const Session* session = context_.sessions.find(id);
  if (!session) return;
  Xccos::InvitationsReply reply;
  reply.header = Xccos::replyHeader(ref);
  for (const StoredInvitation& invitation : stored) {
    const Room* room = context_.state.rooms().find(invitation.room);
    if (!room) continue;
    const Decision seen = AccessPolicy::find(context_.standing(*session, *room), RoomTraits::of(*room));
    if (!seen.allowed()) continue;
    reply.invitations.push_back(RoomBlocks::invitation(context_, *room, invitation));
  }
  context_.reply(id, std::move(reply));
}

}  // namespace Parlour::Server
