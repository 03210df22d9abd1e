// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <optional>

#include "app/core/match/WordMatcher.h"

namespace Parlour::Models {

// How a name answers what was typed. The kinds stand from the best to the weakest.
struct QuickMatch {
  enum class Kind { Start, Words, Inside, Letters };
  Kind kind = Kind::Start;
  qsizetype spread = 0;                       // of letters: from the first to the last; the fewer the better
  QList<Core::WordMatcher::Range> hits = {};  // in the name as it was given, ascending, without overlap

  bool operator==(const QuickMatch&) const = default;
};

// What was typed into the quick switch, folded once and then held against many names: a name may begin with it, have
// words that begin with its words in any order, contain its words, or have its letters in their order from the
// beginning of a word on. Case, accents and width do not count. The first kLongest characters count. Any thread.
class QuickQuery {
 public:
  static constexpr qsizetype kLongest = 100;
  explicit QuickQuery(const QString& typed);

  bool isEmpty() const { return folded_.isEmpty(); }
  std::optional<QuickMatch> match(const QString& name) const;

 private:
  QString folded_;
  QStringList words_;  // the longest first
  QString letters_;    // without blanks
};

}  // namespace Parlour::Models
