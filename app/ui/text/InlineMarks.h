// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ui/text/RichSpan.h"

namespace Parlour::Ui {

// The marks that people type around words: **bold**, _italic_, __underline__, ~~strike~~ and `code`. The wire
// carries plain text, so every other client shows the characters. A mark counts only where it opens at the
// start of a word and closes at the end of one in the same line.
struct MarkedRange {
  qsizetype start = 0;   // of the opening mark
  qsizetype length = 0;  // with both marks
  qsizetype markLength = 0;
  TextMark mark = TextMark::Bold;
};

// In the order of the text, without overlap.
QList<MarkedRange> findInlineMarks(const QString& text);

// Replaces text spans by spans with marks; the mark characters are gone from the drawn text.
RichSpans applyInlineMarks(const RichSpans& spans);

// What surrounds the words for a mark ("**").
QString markCharacters(TextMark mark);

}  // namespace Parlour::Ui
