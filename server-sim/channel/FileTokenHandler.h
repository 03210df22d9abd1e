// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server-sim/channel/ChannelContext.h"
#include "server-sim/channel/FileTokens.h"

namespace Parlour::Server {

// Who may move files in a room gets a token for it (xccos 7.12). The transfer itself is none of the chat service's.
class FileTokenHandler {
 public:
  explicit FileTokenHandler(ChannelContext& context) : context_(context) {}

  // Null: this server moves no files, and the commands are not supported. Outlives the handler.
  void setTokens(FileTokens* tokens) { tokens_ = tokens; }
  bool isSupported() const { return tokens_ != nullptr; }

  void token(const Session& session, const Xccos::FileTokenRequest& asked, FileDirection direction,
             Xccos::CommandRef ref);

 private:
  Decision check(const Session& session, const Room* room, FileDirection direction) const;

  ChannelContext& context_;
  FileTokens* tokens_ = nullptr;
};

}  // namespace Parlour::Server
