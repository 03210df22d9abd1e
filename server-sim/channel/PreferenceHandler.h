// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server-sim/channel/ChannelContext.h"

namespace Parlour::Server {

// The per-user store of older clients (xccos 7.11). Reading answers nothing when the caller has the stored version
// already or nothing is stored; no defaults are made up. Labels have at most 255 characters.
class PreferenceHandler {
 public:
  explicit PreferenceHandler(ChannelContext& context) : context_(context) {}
  void get(const Session& session, const Xccos::GetPreference& command, Xccos::CommandRef ref);
  void set(const Session& session, const Xccos::SetPreference& command, Xccos::CommandRef ref);

 private:
  ChannelContext& context_;
};

}  // namespace Parlour::Server
