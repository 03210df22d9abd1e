// SPDX-License-Identifier: Apache-2.0
#include "app/core/notify/Keywords.h"

namespace Parlour::Core {

namespace {

bool isPartOfWord(const QString& text, qsizetype at) {
  return at >= 0 && at < text.size() && (text[at].isLetterOrNumber() || text[at] == u'_');
}

bool hasWholeWord(const QString& text, const QString& word) {
  if (word.isEmpty()) return false;
  for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
       at = text.indexOf(word, at + 1, Qt::CaseInsensitive)) {
    const qsizetype end = at + word.size();
    const bool glued = (isPartOfWord(text, at - 1) && isPartOfWord(text, at)) ||
                       (isPartOfWord(text, end) && isPartOfWord(text, end - 1));
    if (!glued) return true;
  }
  return false;
}

}  // namespace

std::optional<QString> keywordIn(const QString& text, const QStringList& keywords) {
  if (keywords.isEmpty()) return std::nullopt;
  const QString line = text.simplified();
  for (const QString& keyword : keywords) {
    if (hasWholeWord(line, keyword.simplified())) return keyword;
  }
  return std::nullopt;
}

}  // namespace Parlour::Core
