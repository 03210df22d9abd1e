// SPDX-License-Identifier: Apache-2.0
#include "app/core/text/FormattedText.h"

#include <QUrl>

namespace Parlour::Core {

namespace {

constexpr QChar kWordJoiner{0x2060};

bool isBlank(QChar c) { return c.isSpace() || c == kWordJoiner; }

// Which run every character belongs to; -1: none.
QList<int> runOfCharacters(const FormattedText& formatted) {
  QList<int> owners(formatted.text.size(), -1);
  for (qsizetype run = 0; run < formatted.runs.size(); ++run) {
    const FormatRun& range = formatted.runs.at(run);
    for (qsizetype at = range.start; at < range.start + range.length; ++at) owners[at] = static_cast<int>(run);
  }
  return owners;
}

// The owners for the characters of `plain`; empty when the texts say different things. A blank belongs to a run that
// is on both its sides.
QList<int> alignedOwners(const QString& plain, const FormattedText& formatted) {
  const QList<int> known = runOfCharacters(formatted);
  QList<int> owners(plain.size(), -1);
  qsizetype from = 0;
  qsizetype last = -1;
  for (qsizetype at = 0; at < plain.size(); ++at) {
    if (isBlank(plain.at(at))) continue;
    while (from < formatted.text.size() && isBlank(formatted.text.at(from))) ++from;
    if (from >= formatted.text.size() || formatted.text.at(from) != plain.at(at)) return {};
    owners[at] = known.at(from++);
    for (qsizetype gap = last + 1; last >= 0 && gap < at && owners.at(last) == owners.at(at); ++gap) {
      owners[gap] = owners.at(at);
    }
    last = at;
  }
  while (from < formatted.text.size() && isBlank(formatted.text.at(from))) ++from;
  return from == formatted.text.size() ? owners : QList<int>();
}

// Words that show one address must not lead to another.
bool isHonest(QStringView words, const QString& link) {
  const QString shown = words.toString().trimmed();
  const QUrl named(shown.startsWith(QLatin1String("www."), Qt::CaseInsensitive) ? QStringLiteral("http://") + shown
                                                                                : shown);
  if (named.host().isEmpty() && !shown.contains(QLatin1Char('.'))) return true;
  const QString host = QUrl(link).host();
  return !named.host().isEmpty() && named.host() == host;
}

}  // namespace

void FormattedText::append(const QString& words, TextMarks marks, const QString& link) {
  if (words.isEmpty()) return;
  const FormatRun run{text.size(), words.size(), marks, link};
  text += words;
  if (!marks && link.isEmpty()) return;
  const bool joins = !runs.isEmpty() && runs.last().start + runs.last().length == run.start;
  if (joins && runs.last().looksLike(run)) {
    runs.last().length += run.length;
  } else {
    runs.append(run);
  }
}

QList<FormatRun> formatsFor(const QString& plain, const FormattedText& formatted) {
  if (formatted.isPlain()) return {};
  const QList<int> owners = alignedOwners(plain, formatted);
  FormattedText aligned;
  for (qsizetype at = 0; at < owners.size();) {
    qsizetype end = at + 1;
    while (end < owners.size() && owners.at(end) == owners.at(at)) ++end;
    FormatRun look;
    if (owners.at(at) >= 0) look = formatted.runs.at(owners.at(at));
    const QString words = plain.mid(at, end - at);
    aligned.append(words, look.marks, isHonest(words, look.link) ? look.link : QString());
    at = end;
  }
  return aligned.runs;
}

}  // namespace Parlour::Core
