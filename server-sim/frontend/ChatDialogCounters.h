// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server-sim/metrics/Counter.h"

namespace Parlour::Server {

// What the chat dialogs count since the start.
struct ChatDialogCounters {
  Counter infosSent;
  Counter infosAnswered;  // with 2xx
  Counter infosFailed;    // answered otherwise, or not at all
};

}  // namespace Parlour::Server
