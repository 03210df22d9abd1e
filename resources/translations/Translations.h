// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Parlour {

// Makes the compiled translations under :/translations available, one file a language ("parlour_de.qm"). Idempotent.
void registerTranslations();

}  // namespace Parlour
