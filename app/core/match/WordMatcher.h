// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <QStringMatcher>
#include <optional>

namespace Parlour::Core {

// How the words of a list have to stand in a text: each of them, at least one, or all as one phrase in their order.
enum class MatchWords { All, Any, Exact };

// Finds whole words and phrases in texts whatever their case, accents, width and blanks. A word ends where neither
// letter, digit nor underscore goes on; scripts that put no blanks between words match anywhere. Compiled once, then
// used from one thread; the time of a search grows with the text alone. Bounds: kMostWords words of kLongestWord
// characters, the first kLongestText characters of a text.
class WordMatcher {
 public:
  static constexpr qsizetype kMostWords = 100;
  static constexpr qsizetype kLongestWord = 80;
  static constexpr qsizetype kLongestText = 100'000;

  struct Range {
    qsizetype start = 0;  // in the text as it was given
    qsizetype length = 0;
    bool operator==(const Range&) const = default;
  };

  WordMatcher() = default;
  WordMatcher(const QStringList& words, MatchWords mode);

  bool isEmpty() const { return patterns_.isEmpty(); }  // then it matches nothing
  bool matches(const QString& text) const;
  // Of the words as they were given, the first that stands in the text.
  std::optional<QString> firstIn(const QString& text) const;
  // Where they stand, ascending and without overlap; none where the text does not match.
  QList<Range> rangesIn(const QString& text) const;

 private:
  struct Pattern {
    QString given;
    QString folded;
    QStringMatcher find;
  };
  bool isIn(const Pattern& pattern, const QString& folded) const;

  QList<Pattern> patterns_;
  MatchWords mode_ = MatchWords::Any;
};

}  // namespace Parlour::Core
