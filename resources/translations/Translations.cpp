// SPDX-License-Identifier: Apache-2.0
#include "resources/translations/Translations.h"

#include <QtCore/qglobal.h>

// The macro declares a function, which has to happen outside of a namespace.
static void initTranslationResources() { Q_INIT_RESOURCE(parlour_translations); }

namespace Parlour {

void registerTranslations() { initTranslationResources(); }

}  // namespace Parlour
