// SPDX-License-Identifier: Apache-2.0
#include "resources/Resources.h"

#include <QtCore/qglobal.h>

// The macro declares a function, which has to happen outside of a namespace.
static void initIconResources() { Q_INIT_RESOURCE(parlour_icons); }

namespace Parlour {

void registerResources() { initIconResources(); }

}  // namespace Parlour
