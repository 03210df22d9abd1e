// SPDX-License-Identifier: Apache-2.0
#include "server-sim/store/SearchText.h"

#include <algorithm>

namespace Parlour::Server {
namespace {

constexpr qsizetype kMaxSearchChars = 1'000;

bool isMark(char32_t c) {
  const auto category = QChar::category(c);
  return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing;
}

// The token characters of FTS5's unicode61: letters, numbers and private use.
bool isWordCharacter(char32_t c) { return QChar::isLetterOrNumber(c) || QChar::category(c) == QChar::Other_PrivateUse; }

bool writesWithoutSpaces(char32_t c) {
  constexpr QChar::Script kScripts[] = {QChar::Script_Han,   QChar::Script_Hiragana, QChar::Script_Katakana,
                                        QChar::Script_Thai,  QChar::Script_Bopomofo, QChar::Script_Lao,
                                        QChar::Script_Khmer, QChar::Script_Myanmar};
  return std::find(std::begin(kScripts), std::end(kScripts), QChar::script(c)) != std::end(kScripts);
}

// Folding changes nothing in it, nor in text that contains it.
bool isUnfoldable(const QString& text) {
  if (text.normalized(QString::NormalizationForm_D) != text) return false;
  const auto characters = text.toUcs4();
  return std::all_of(characters.begin(), characters.end(), [](char32_t c) {
    return QChar::toCaseFolded(c) == c && QChar::toUpper(c) == c && QChar::toLower(c) == c;
  });
}

QStringList wordsOf(const QString& text) {
  QStringList words;
  QString word;
  for (const char32_t c : text.toUcs4()) {
    if (isWordCharacter(c)) {
      word += QStringView(QChar::fromUcs4(c));
    } else if (!word.isEmpty()) {
      words.append(word);
      word.clear();
    }
  }
  if (!word.isEmpty()) words.append(word);
  return words;
}

bool hasSpacelessScript(const QString& text) {
  const auto characters = text.toUcs4();
  return std::any_of(characters.begin(), characters.end(), writesWithoutSpaces);
}

}  // namespace

Result<SearchText> SearchText::parse(const HistoryQuery& query) {
  if (query.text.size() > kMaxSearchChars) {
    return Error::make(ErrorCode::LimitExceeded, QStringLiteral("The text to search for is too long."));
  }
  SearchText search;
  search.allWords_ = query.allWords;
  search.matchCase_ = query.matchCase;
  QString text = query.text;
  text.remove(QChar::Null);
  if (query.exactPhrase) {
    search.addTerm(text.simplified());
  } else {
    for (const QString& term : text.simplified().split(QLatin1Char(' '))) search.addTerm(term);
  }
  return search;
}

void SearchText::addTerm(const QString& text) {
  const QString folded = fold(text);
  if (folded.isEmpty()) return;
  Term term{folded, hasSpacelessScript(folded) ? QStringList() : wordsOf(folded), {}};
  hasFragments_ = hasFragments_ || term.words.isEmpty();
  if (term.words.isEmpty() && isUnfoldable(text)) term.plain = text.toUtf8();
  allPlain_ = allPlain_ && !term.plain.isEmpty();
  terms_.push_back(std::move(term));
}

QString SearchText::fold(const QString& text) const {
  QString folded;
  folded.reserve(text.size());
  for (const char32_t c : text.normalized(QString::NormalizationForm_D).toUcs4()) {
    if (!isMark(c)) folded += QStringView(QChar::fromUcs4(matchCase_ ? c : QChar::toCaseFolded(c)));
  }
  return folded;
}

QByteArray SearchText::indexExpression() const {
  QStringList parts;
  for (const Term& term : terms_) {
    // A quoted string is a phrase and has no operators; it cannot hold a quote, as words have none.
    if (!term.words.isEmpty()) parts.append(QLatin1Char('"') + term.words.join(QLatin1Char(' ')) + QLatin1Char('"'));
  }
  const bool complete = static_cast<size_t>(parts.size()) == terms_.size();
  if (allWords_ || terms_.size() == 1) return parts.join(QStringLiteral(" AND ")).toUtf8();
  return complete ? parts.join(QStringLiteral(" OR ")).toUtf8() : QByteArray();
}

bool SearchText::matches(const QByteArray& chat) const {
  if (allPlain_) return matchesPlain(chat);
  const QString text = fold(QString::fromUtf8(chat));
  const QStringList words = wordsOf(text);
  const auto found = [&](const Term& term) { return contains(text, words, term); };
  return allWords_ ? std::all_of(terms_.begin(), terms_.end(), found)
                   : std::any_of(terms_.begin(), terms_.end(), found);
}

bool SearchText::matchesPlain(const QByteArray& chat) const {
  const auto found = [&](const Term& term) { return chat.contains(term.plain); };
  return allWords_ ? std::all_of(terms_.begin(), terms_.end(), found)
                   : std::any_of(terms_.begin(), terms_.end(), found);
}

bool SearchText::contains(const QString& text, const QStringList& words, const Term& term) {
  if (term.words.isEmpty()) return text.contains(term.text);
  return std::search(words.begin(), words.end(), term.words.begin(), term.words.end()) != words.end();
}

}  // namespace Parlour::Server
