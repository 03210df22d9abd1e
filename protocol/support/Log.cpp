// SPDX-License-Identifier: Apache-2.0
#include "protocol/support/Log.h"

namespace Parlour {

Q_LOGGING_CATEGORY(lcXccos, "parlour.xccos", QtInfoMsg)
Q_LOGGING_CATEGORY(lcSip, "parlour.sip", QtInfoMsg)
Q_LOGGING_CATEGORY(lcStore, "parlour.store", QtInfoMsg)
Q_LOGGING_CATEGORY(lcServer, "parlour.server", QtInfoMsg)
Q_LOGGING_CATEGORY(lcCore, "parlour.core", QtInfoMsg)
Q_LOGGING_CATEGORY(lcUi, "parlour.ui", QtInfoMsg)

}  // namespace Parlour
