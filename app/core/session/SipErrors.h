// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "protocol/sip/Message.h"
#include "protocol/support/Error.h"

namespace Parlour::Core {

// What a refusing final answer means, as an Error: code by status (signin 1.12), wireCode, Retry-After, and the
// server's own reason in `detail`. `what` is the start of the sentence: "The room could not be followed".
Error responseError(const Sip::Response& response, const QString& what);

// The kind of failure that a status stands for.
ErrorCode errorCodeForStatus(int status);

// One sentence on why, without saying what failed; empty for statuses that tell a person nothing.
QString statusReason(const Sip::Response& response);

}  // namespace Parlour::Core
