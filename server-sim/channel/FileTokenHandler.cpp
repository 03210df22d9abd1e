// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/FileTokenHandler.h"

namespace Parlour::Server {

void FileTokenHandler::token(const Session& session, const Xccos::FileTokenRequest& asked, FileDirection direction,
                             Xccos::CommandRef ref) {
  const Room* room = context_.state.rooms().find(asked.room);
  const Decision decision = check(session, room, direction);
  if (!decision.allowed()) {
    return context_.refuse<Xccos::FileTokenReply>(session.id, ref, decision.code, QString::fromUtf8(decision.reason));
  }
  const auto done = [this, id = session.id, ref](const Result<IssuedFileToken>& issued) {
    if (!issued) {
      return context_.refuse<Xccos::FileTokenReply>(id, ref, storeFailureCode(issued.error()), issued.error().text);
    }
    Xccos::FileTokenReply reply;
    reply.header = Xccos::replyHeader(ref);
    reply.grant = {issued->token, issued->serverUri};
    context_.reply(id, std::move(reply));
  };
  tokens_->issue({session.user, room->id, room->uri, direction, asked.fileName},
                 context_.whileAlive<IssuedFileToken>(done));
}

Decision FileTokenHandler::check(const Session& session, const Room* room, FileDirection direction) const {
  if (!room) return AccessPolicy::noSuchNode();
  const Standing standing = context_.standing(session, *room);
  const RoomTraits traits = RoomTraits::of(*room);
  const bool joined = session.hasJoined(room->id);
  if (direction == FileDirection::Download) return AccessPolicy::readFiles(standing, traits, joined);
  return AccessPolicy::postFiles(standing, traits, joined, context_.state.allowsFiles(*room));
}

}  // namespace Parlour::Server
