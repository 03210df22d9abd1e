// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFlags>
#include <QList>
#include <QString>

namespace Parlour::Core {

// How words look. Hit marks what a search found and is never written or read.
enum class TextMark { Bold = 1, Italic = 2, Underline = 4, Strike = 8, Code = 16, Hit = 32 };
Q_DECLARE_FLAGS(TextMarks, TextMark)
Q_DECLARE_OPERATORS_FOR_FLAGS(TextMarks)

struct FormatRun {
  qsizetype start = 0;
  qsizetype length = 0;
  TextMarks marks;
  QString link;  // http or https; empty: none

  bool looksLike(const FormatRun& other) const { return marks == other.marks && link == other.link; }
  bool operator==(const FormatRun&) const = default;
};

// Text and the runs in it that look different: ascending, inside the text, without overlap, neighbours that look the
// same made one, nothing for words without a mark. Lines end with LF.
struct FormattedText {
  QString text;
  QList<FormatRun> runs;

  bool isPlain() const { return runs.isEmpty(); }
  // Adds words at the end; keeps the rules above.
  void append(const QString& words, TextMarks marks = {}, const QString& link = {});
  bool operator==(const FormattedText&) const = default;
};

// The formats of `formatted` for `plain`, which has the last word about what was said: when the two do not have the
// same characters, white space apart, there are none. A link whose words are another web address is left out.
QList<FormatRun> formatsFor(const QString& plain, const FormattedText& formatted);

}  // namespace Parlour::Core
