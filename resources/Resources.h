// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Parlour {

// Makes the drawings under :/icons available; static libraries do not do that by themselves. Idempotent.
void registerResources();

}  // namespace Parlour
