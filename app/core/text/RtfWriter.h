// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include "app/core/text/FormattedText.h"

namespace Parlour::Core {

// Text with marks as RTF in ASCII, without line breaks of its own, no larger than it must be. readRtf() gives the same
// text back.
QByteArray writeRtf(const FormattedText& formatted);

// The text in RTF with one more line, without marks, before it; nothing when it is no RTF.
QByteArray rtfWithTitle(const QString& title, const QByteArray& rtf);

}  // namespace Parlour::Core
