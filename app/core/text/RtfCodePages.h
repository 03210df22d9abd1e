// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace Parlour::Core {

inline constexpr int kWesternCodePage = 1252;

// The Windows code page of a font's charset number; 1252 for what is not known.
int codePageOfCharset(int charset);

// Bytes of a Windows code page as text; what cannot be read becomes U+FFFD. 1252 is always there, others where the
// system's converters have them.
QString fromCodePage(const QByteArray& bytes, int codePage);

}  // namespace Parlour::Core
