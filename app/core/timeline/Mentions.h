// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Parlour::Core {

// Whether a text names a person: by the words of the display name in their order, by the user part of the
// address, or by "@" before the user part, the first name or the display name. Whole words, any case.
bool mentions(const QString& text, const QString& userPart, const QString& displayName);

}  // namespace Parlour::Core
