// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/support/Result.h"

namespace Parlour::Sip {

// Whether the replacements of sip_method_d and SSL_shutdown are in effect for the SIP library (sofia-sip 5).
// Without them SERVICE requests cannot be received and every TLS connection leaks; so nothing starts then.
Status sipShimSelfTest();

}  // namespace Parlour::Sip
