// SPDX-License-Identifier: Apache-2.0
#include "app/core/cache/CacheQuery.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "protocol/xccos/ChatText.h"

namespace Parlour::Core {

namespace {

constexpr qsizetype kMostQueryChars = 1'000;
constexpr qsizetype kMostQueryWords = 40;

bool isSpacelessScript(char32_t c) {
  constexpr QChar::Script kScripts[] = {QChar::Script_Han,   QChar::Script_Hiragana, QChar::Script_Katakana,
                                        QChar::Script_Thai,  QChar::Script_Bopomofo, QChar::Script_Lao,
                                        QChar::Script_Khmer, QChar::Script_Myanmar};
  return std::find(std::begin(kScripts), std::end(kScripts), QChar::script(c)) != std::end(kScripts);
}

bool isWordSign(char32_t c) {
  const auto category = QChar::category(c);
  return QChar::isLetterOrNumber(c) || category == QChar::Other_PrivateUse || category == QChar::Mark_NonSpacing ||
         category == QChar::Mark_SpacingCombining;
}

// Words as the index cuts them; `open` tells of each whether more letters may follow.
struct CutWord {
  QString text;
  bool open = true;
};

QList<CutWord> cutWords(const QString& text) {
  QList<CutWord> words;
  QString word;
  const auto flush = [&] {
    if (!word.isEmpty()) words.append(CutWord{std::exchange(word, QString()), true});
  };
  for (const char32_t c : text.toUcs4()) {
    if (isSpacelessScript(c)) {
      flush();
      words.append(CutWord{QStringView(QChar::fromUcs4(c)).toString(), false});
    } else if (isWordSign(c)) {
      word += QStringView(QChar::fromUcs4(c));
    } else {
      flush();
    }
  }
  flush();
  return words;
}

// Signs within a word hold its parts together: "24-7" is looked for as a phrase.
QString phraseOf(const QString& text, bool mayGoOn) {
  const QList<CutWord> words = cutWords(text);
  if (words.isEmpty()) return {};
  QStringList parts;
  for (const CutWord& word : words.first(std::min(words.size(), kMostQueryWords))) parts.append(word.text);
  const QString phrase = u'"' + parts.join(u' ') + u'"';
  return mayGoOn && words.last().open ? phrase + u'*' : phrase;
}

QStringList writtenWords(const QString& text) {
  return text.left(kMostQueryChars).simplified().split(u' ', Qt::SkipEmptyParts);
}

}  // namespace

QString indexedText(const QString& chatText) {
  const QString plain = Xccos::parseChatText(chatText).plainText();
  QString spaced;
  spaced.reserve(plain.size());
  for (const char32_t c : plain.toUcs4()) {
    const bool apart = isSpacelessScript(c);
    if (apart) spaced += u' ';
    spaced += QStringView(QChar::fromUcs4(c));
    if (apart) spaced += u' ';
  }
  return spaced;
}

CacheQuery::CacheQuery(const MessageSearchQuery& query) : query_(query) {
  if (query.exactPhrase) {
    match_ = phraseOf(query.words.left(kMostQueryChars), true);
    return;
  }
  QStringList phrases;
  for (const QString& word : writtenWords(query.words)) {
    const QString phrase = phraseOf(word, true);
    if (!phrase.isEmpty() && phrases.size() < kMostQueryWords) phrases.append(phrase);
  }
  match_ = phrases.join(query.allWords ? QStringLiteral(" AND ") : QStringLiteral(" OR "));
}

bool CacheQuery::looksCloser() const { return query_.matchCase || query_.exactPhrase || match_.isEmpty(); }

bool CacheQuery::accepts(const Message& message) const {
  if (message.removed) return false;
  if (!looksCloser()) return true;
  const auto sensitivity = query_.matchCase ? Qt::CaseSensitive : Qt::CaseInsensitive;
  const QString plain = Xccos::parseChatText(message.text).plainText();
  if (query_.exactPhrase) return plain.contains(query_.words.trimmed(), sensitivity);
  const QStringList words = writtenWords(query_.words);
  const auto found = [&](const QString& word) { return plain.contains(word, sensitivity); };
  return words.isEmpty() || (query_.allWords ? std::all_of(words.begin(), words.end(), found)
                                             : std::any_of(words.begin(), words.end(), found));
}

}  // namespace Parlour::Core
