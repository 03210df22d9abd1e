// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

#include "app/ui/text/RichSpan.h"
#include "protocol/xccos/ChatText.h"

namespace Parlour::Ui {

// What to look for in a text and how to draw it.
struct SpanWords {
  QStringList mentions;  // whole words, any case: drawn in a badge box
  QStringList hits;      // anywhere, any case: drawn on the search highlight
};

// Parsed chat text as drawable spans: emoticons, inline marks, mention boxes and search hits applied.
RichSpans messageSpans(const std::vector<Xccos::ChatSpan>& spans, const SpanWords& words = {});

// A message as drawable spans: the same with the formats of its `rtf`, where that says what the text says (xccos 8).
RichSpans messageSpans(const Xccos::ChatText& text, const QByteArray& rtf, const SpanWords& words = {});

// Bare web addresses in text become links; only http and https, without the punctuation that ends a sentence.
RichSpans withBareLinks(const RichSpans& spans);

// The same for text without markup (names, descriptions).
RichSpans plainSpans(const QString& text, const SpanWords& words = {});

// The words that name a person in a text: "@ada", "Ada", "Ada Quince".
QStringList mentionWords(const QString& userPart, const QString& displayName);

// Minutes to read a text at 200 words a minute, at least one.
int readingMinutes(const QString& text);

}  // namespace Parlour::Ui
