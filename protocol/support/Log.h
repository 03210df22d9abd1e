// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLoggingCategory>

namespace Parlour {

// One category a layer; silence or show with QT_LOGGING_RULES="parlour.sip.debug=true".
Q_DECLARE_LOGGING_CATEGORY(lcXccos)
Q_DECLARE_LOGGING_CATEGORY(lcSip)
Q_DECLARE_LOGGING_CATEGORY(lcStore)
Q_DECLARE_LOGGING_CATEGORY(lcServer)
Q_DECLARE_LOGGING_CATEGORY(lcCore)
Q_DECLARE_LOGGING_CATEGORY(lcUi)

}  // namespace Parlour
