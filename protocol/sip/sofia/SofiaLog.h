// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Parlour::Sip {

// Sends what Sofia logs to the parlour.sip category (debug), at most 20 lines a second: a peer can make Sofia
// log without end (sofia-sip 4). Once a process is enough; thread-safe.
void redirectSofiaLog();

}  // namespace Parlour::Sip
