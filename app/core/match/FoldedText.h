// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <vector>

namespace Parlour::Core {

// A text in the form in which words are compared: case folded, accents and invisible signs gone, wide letters narrow,
// each run of blanks one blank, none at the ends. Any thread.
struct FoldedText {
  QString text;
  std::vector<qsizetype> from;  // where each character comes from; only when asked for

  static FoldedText of(QStringView text, bool withPlaces = false);
};

// Whether a word that begins or ends between these two characters of a folded text is a whole one there.
bool isWordBoundary(QChar before, QChar after);

}  // namespace Parlour::Core
