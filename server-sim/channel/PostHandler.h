// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server-sim/channel/ChannelContext.h"

namespace Parlour::Server {

// Posts (DESIGN 3, xccos 8). A post that breaks a rule is refused twice: by the status of its INFO, which is all that
// pidgin-sipe understands, and by err:grpchat; while the store takes nothing it gets 503. An accepted post goes to the
// store; its receipt fixes number and time, then one shared envelope goes to every session in the room, the author's
// included. A repeat of an accepted post only gets the poster's echo again. The author is always the session's user.
class PostHandler {
 public:
  explicit PostHandler(ChannelContext& context) : context_(context) {}
  InfoVerdict post(const Session& session, const Xccos::ChatMessage& message, EnvId envId);

 private:
  Decision check(const Session& session, const Room* room, const Xccos::ChatMessage& message) const;
  Decision checkSize(const Xccos::ChatMessage& message) const;
  InfoVerdict refuse(const Session& session, Xccos::CommandRef ref, const Decision& decision);
  // `startedUs`: when the post arrived, by the monotonic clock.
  void committed(SessionId poster, const NewPost& post, const PostReceipt& receipt, qint64 startedUs);
  void fanOut(const Room& room, const SharedEnvelope& envelope, qint64 startedUs);

  ChannelContext& context_;
};

}  // namespace Parlour::Server
