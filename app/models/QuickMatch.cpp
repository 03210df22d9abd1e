// SPDX-License-Identifier: Apache-2.0
#include "app/models/QuickMatch.h"

#include <algorithm>
#include <utility>

#include "app/core/match/FoldedText.h"

namespace Parlour::Models {

namespace {

using Core::FoldedText;
using Range = Core::WordMatcher::Range;
using Spans = QList<Range>;  // in the folded name

bool beginsWord(const QString& text, qsizetype at) {
  if (text[at] == u' ' || !text[at].isLetterOrNumber()) return false;
  return at == 0 || Core::isWordBoundary(text[at - 1], text[at]);
}

bool overlapsAny(const Spans& spans, qsizetype start, qsizetype length) {
  return std::any_of(spans.cbegin(), spans.cend(), [&](const Range& span) {
    return start < span.start + span.length && span.start < start + length;
  });
}

// Each word at a place of its own.
std::optional<Spans> placesOf(const QStringList& words, const QString& text, bool onlyBeginnings) {
  Spans places;
  for (const QString& word : words) {
    qsizetype at = text.indexOf(word);
    while (at >= 0 && (overlapsAny(places, at, word.size()) || (onlyBeginnings && !beginsWord(text, at)))) {
      at = text.indexOf(word, at + 1);
    }
    if (at < 0) return std::nullopt;
    places.append({at, word.size()});
  }
  std::sort(places.begin(), places.end(), [](const Range& a, const Range& b) { return a.start < b.start; });
  return places;
}

Spans lettersFrom(const QString& letters, const QString& text, qsizetype start) {
  Spans places;
  qsizetype at = start;
  for (const QChar letter : letters) {
    at = text.indexOf(letter, at);
    if (at < 0) return {};
    if (!places.isEmpty() && places.last().start + places.last().length == at) {
      ++places.last().length;
    } else {
      places.append({at, 1});
    }
    ++at;
  }
  return places;
}

qsizetype spreadOf(const Spans& places) { return places.last().start + places.last().length - places.first().start; }

// From the beginning of the word that keeps them closest together.
Spans closestLetters(const QString& letters, const QString& text) {
  Spans best;
  for (qsizetype at = text.indexOf(letters[0]); at >= 0; at = text.indexOf(letters[0], at + 1)) {
    if (!beginsWord(text, at)) continue;
    const Spans found = lettersFrom(letters, text, at);
    if (found.isEmpty()) break;
    if (best.isEmpty() || spreadOf(found) < spreadOf(best)) best = found;
  }
  return best;
}

// Where the spans of the folded name stand in the name.
Spans inName(const Spans& spans, const FoldedText& folded, const QString& name) {
  Spans hits;
  const auto placeOf = [&](qsizetype at) {
    return at < static_cast<qsizetype>(folded.from.size()) ? folded.from[static_cast<size_t>(at)] : name.size();
  };
  for (const Range& span : spans) {
    const qsizetype start = placeOf(span.start);
    qsizetype end = std::max(placeOf(span.start + span.length), start + 1);
    while (end > start + 1 && name[end - 1].isSpace()) --end;
    if (!hits.isEmpty() && start < hits.last().start + hits.last().length) continue;
    hits.append({start, end - start});
  }
  return hits;
}

}  // namespace

QuickQuery::QuickQuery(const QString& typed) : folded_(FoldedText::of(QStringView(typed).left(kLongest)).text) {
  words_ = folded_.split(u' ', Qt::SkipEmptyParts);
  letters_ = words_.join(QString());
  std::stable_sort(words_.begin(), words_.end(),
                   [](const QString& a, const QString& b) { return a.size() > b.size(); });
}

std::optional<QuickMatch> QuickQuery::match(const QString& name) const {
  constexpr qsizetype kLeastLetters = 2;
  if (isEmpty()) return std::nullopt;
  const FoldedText folded = FoldedText::of(name, true);
  const auto made = [&](QuickMatch::Kind kind, const Spans& spans, qsizetype spread = 0) {
    return QuickMatch{kind, spread, inName(spans, folded, name)};
  };
  if (folded.text.startsWith(folded_)) return made(QuickMatch::Kind::Start, {{0, folded_.size()}});
  if (const auto places = placesOf(words_, folded.text, true)) return made(QuickMatch::Kind::Words, *places);
  if (const auto places = placesOf(words_, folded.text, false)) return made(QuickMatch::Kind::Inside, *places);
  if (letters_.size() < kLeastLetters) return std::nullopt;
  const Spans letters = closestLetters(letters_, folded.text);
  if (letters.isEmpty()) return std::nullopt;
  return made(QuickMatch::Kind::Letters, letters, spreadOf(letters));
}

}  // namespace Parlour::Models
