// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <optional>

namespace Parlour::Core {

// The first of the person's keywords that stands in a text (WordMatcher): whole words, any case and accents; one with
// blanks is a phrase, whatever blanks the text has between its words.
std::optional<QString> keywordIn(const QString& text, const QStringList& keywords);

}  // namespace Parlour::Core
