// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/Types.h"
#include "protocol/sip/Message.h"

namespace Parlour::Core {

// Why a step of the sign-in failed, in the person's words (signin 1.12, design guide 12). `credentialsSent`: a
// 403 to REGISTER then means the password unless the server gives another reason (DESIGN 5).
Error signInError(SignInStep step, const Sip::Response& response, bool credentialsSent = false);

// The server found no way to chat for this user: switched off by policy, or no pool named (signin 2.5).
Error chatDisabledError();
Error noPoolError();
// The session was ended before the first answer (xccos 3.2).
Error notPermittedError();

// The server that a 301 to REGISTER names (signin 1.1); host empty when it names none.
struct RedirectTarget {
  QString host;
  quint16 port = 0;
  bool tls = true;
};
RedirectTarget redirectTarget(const Sip::Response& response);

}  // namespace Parlour::Core
