// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTextCursor>

#include "app/ui/text/RichSpan.h"

namespace Parlour::Ui {

// Between the formats of a text document and those of a message: bold, italic, underlined, struck.
TextMarks marksOf(const QTextCharFormat& format);
QTextCharFormat formatWith(TextMark mark, bool on);

// What is selected, without what a message cannot carry.
Core::FormattedText formattedOf(const QTextCursor& selection);
// Puts the words in with their marks and no others; links come as their words.
void insertFormatted(QTextCursor& cursor, const Core::FormattedText& formatted);

}  // namespace Parlour::Ui
