// SPDX-License-Identifier: Apache-2.0
#include "app/core/timeline/Mentions.h"

#include <QStringList>

namespace Parlour::Core {

namespace {

constexpr qsizetype kShortestBareName = 3;  // shorter user parts are ordinary words too often

bool isWordChar(QChar c) { return c.isLetterOrNumber() || c == u'_'; }

bool standsAlone(const QString& text, qsizetype start, qsizetype end) {
  const bool before = start > 0 && isWordChar(text[start - 1]);
  const bool after = end < text.size() && isWordChar(text[end]);
  return !before && !after;
}

bool containsWord(const QString& text, const QString& word, Qt::CaseSensitivity matching = Qt::CaseInsensitive) {
  if (word.isEmpty()) return false;
  for (qsizetype at = text.indexOf(word, 0, matching); at >= 0; at = text.indexOf(word, at + 1, matching)) {
    if (standsAlone(text, at, at + word.size())) return true;
  }
  return false;
}

}  // namespace

bool mentions(const QString& text, const QString& userPart, const QString& displayName) {
  const QString plain = text.simplified();
  const QString name = displayName.simplified();
  const QString firstName = name.section(u' ', 0, 0);
  const QString handles[] = {userPart, firstName, name, QString(name).remove(u' ')};
  for (const QString& handle : handles) {
    if (!handle.isEmpty() && containsWord(plain, u'@' + handle)) return true;
  }
  if (name.contains(u' ') && containsWord(plain, name)) return true;
  // Colleagues write "Priya can you …"; in lower case a first name is too often an ordinary word.
  if (firstName.size() >= kShortestBareName && containsWord(plain, firstName, Qt::CaseSensitive)) return true;
  return userPart.size() >= kShortestBareName && containsWord(plain, userPart);
}

}  // namespace Parlour::Core
