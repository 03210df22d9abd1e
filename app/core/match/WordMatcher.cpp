// SPDX-License-Identifier: Apache-2.0
#include "app/core/match/WordMatcher.h"

#include <algorithm>

#include "app/core/match/FoldedText.h"

namespace Parlour::Core {

namespace {

// The next place of the pattern as whole words, from `at` on; -1: none.
qsizetype nextPlace(const QStringMatcher& find, const QString& word, const QString& text, qsizetype at) {
  for (qsizetype found = find.indexIn(text, at); found >= 0; found = find.indexIn(text, found + 1)) {
    const qsizetype end = found + word.size();
    const bool begins = found == 0 || isWordBoundary(text[found - 1], text[found]);
    const bool ends = end == text.size() || isWordBoundary(text[end - 1], text[end]);
    if (begins && ends) return found;
  }
  return -1;
}

QString boundedText(const QString& text) {
  return text.size() > WordMatcher::kLongestText ? text.first(WordMatcher::kLongestText) : text;
}

}  // namespace

WordMatcher::WordMatcher(const QStringList& words, MatchWords mode) : mode_(mode) {
  QStringList taken = words.mid(0, kMostWords);
  for (QString& word : taken) word.truncate(kLongestWord);
  if (mode == MatchWords::Exact) taken = {taken.join(u' ')};
  for (const QString& word : taken) {
    const QString folded = FoldedText::of(word).text;
    if (!folded.isEmpty()) patterns_.append({word, folded, QStringMatcher(folded)});
  }
}

bool WordMatcher::isIn(const Pattern& pattern, const QString& folded) const {
  return nextPlace(pattern.find, pattern.folded, folded, 0) >= 0;
}

bool WordMatcher::matches(const QString& text) const {
  if (patterns_.isEmpty()) return false;
  const QString folded = FoldedText::of(boundedText(text)).text;
  const auto stands = [&](const Pattern& pattern) { return isIn(pattern, folded); };
  if (mode_ == MatchWords::Any) return std::any_of(patterns_.begin(), patterns_.end(), stands);
  return std::all_of(patterns_.begin(), patterns_.end(), stands);
}

std::optional<QString> WordMatcher::firstIn(const QString& text) const {
  if (patterns_.isEmpty()) return std::nullopt;
  const QString folded = FoldedText::of(boundedText(text)).text;
  for (const Pattern& pattern : patterns_) {
    if (isIn(pattern, folded)) return pattern.given;
  }
  return std::nullopt;
}

QList<WordMatcher::Range> WordMatcher::rangesIn(const QString& text) const {
  if (!matches(text)) return {};
  const FoldedText folded = FoldedText::of(boundedText(text), true);
  QList<Range> all;
  for (const Pattern& pattern : patterns_) {
    for (qsizetype at = nextPlace(pattern.find, pattern.folded, folded.text, 0); at >= 0;
         at = nextPlace(pattern.find, pattern.folded, folded.text, at + pattern.folded.size())) {
      const qsizetype start = folded.from[static_cast<size_t>(at)];
      const auto after = static_cast<size_t>(at + pattern.folded.size());
      const qsizetype end = after < folded.from.size() ? folded.from[after] : boundedText(text).size();
      all.append({start, end - start});
    }
  }
  std::sort(all.begin(), all.end(), [](const Range& a, const Range& b) { return a.start < b.start; });
  QList<Range> apart;
  for (const Range& range : all) {
    if (apart.isEmpty() || range.start >= apart.last().start + apart.last().length) {
      apart.append(range);
    } else {
      Range& last = apart.last();
      last.length = std::max(last.start + last.length, range.start + range.length) - last.start;
    }
  }
  return apart;
}

}  // namespace Parlour::Core
