// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <optional>

#include "app/core/text/FormattedText.h"

namespace Parlour::Core {

// Limits of a text in RTF; what is beyond them is not read at all.
inline constexpr qsizetype kMostRtfBytes = 256 * 1024;
inline constexpr qsizetype kMostRtfRuns = 4'000;
inline constexpr qsizetype kDeepestRtf = 64;

// The `rtf` of a message (xccos 8) as text with marks: bold, italic, underlined, struck, fixed pitch, and links to web
// addresses. Colours and sizes are left out on purpose: in a timeline they mean something. Pictures, objects, other
// fields, hidden words and whatever is not known are passed over; nothing is ever loaded. Input is hostile. Nothing
// when it is no RTF or beyond the limits. Any thread.
std::optional<FormattedText> readRtf(const QByteArray& rtf);

}  // namespace Parlour::Core
