// SPDX-License-Identifier: Apache-2.0
#include "app/ui/composer/TextFormats.h"

#include <QTextBlock>
#include <QTextDocument>

namespace Parlour::Ui {

namespace {

QString cleanWords(QString words) {
  words.replace(QChar(QChar::LineSeparator), QLatin1Char('\n'));
  words.replace(QChar(QChar::ParagraphSeparator), QLatin1Char('\n'));
  words.replace(QChar(QChar::Nbsp), QLatin1Char(' '));
  return words.remove(QChar(QChar::ObjectReplacementCharacter));
}

QTextCharFormat formatOf(TextMarks marks) {
  QTextCharFormat format;
  for (const TextMark mark : {TextMark::Bold, TextMark::Italic, TextMark::Underline, TextMark::Strike}) {
    if (marks.testFlag(mark)) {
      format.merge(formatWith(mark, true));
    }
  }
  return format;
}

}  // namespace

TextMarks marksOf(const QTextCharFormat& format) {
  TextMarks marks;
  marks.setFlag(TextMark::Bold, format.fontWeight() >= QFont::DemiBold);
  marks.setFlag(TextMark::Italic, format.fontItalic());
  marks.setFlag(TextMark::Underline, format.fontUnderline());
  marks.setFlag(TextMark::Strike, format.fontStrikeOut());
  return marks;
}

QTextCharFormat formatWith(TextMark mark, bool on) {
  QTextCharFormat format;
  if (mark == TextMark::Bold) {
    format.setFontWeight(on ? QFont::DemiBold : QFont::Normal);
  } else if (mark == TextMark::Italic) {
    format.setFontItalic(on);
  } else if (mark == TextMark::Underline) {
    format.setFontUnderline(on);
  } else if (mark == TextMark::Strike) {
    format.setFontStrikeOut(on);
  }
  return format;
}

Core::FormattedText formattedOf(const QTextCursor& selection) {
  Core::FormattedText out;
  const int first = selection.selectionStart();
  const int end = selection.selectionEnd();
  const QTextBlock start = selection.document()->findBlock(first);
  for (QTextBlock block = start; block.isValid() && block.position() <= end; block = block.next()) {
    if (block != start) {
      out.append(QStringLiteral("\n"));
    }
    for (auto it = block.begin(); !it.atEnd(); ++it) {
      const QTextFragment piece = it.fragment();
      const int from = qMax(first, piece.position());
      const int to = qMin(end, piece.position() + piece.length());
      if (from < to) {
        out.append(cleanWords(piece.text().mid(from - piece.position(), to - from)), marksOf(piece.charFormat()));
      }
    }
  }
  return out;
}

void insertFormatted(QTextCursor& cursor, const Core::FormattedText& formatted) {
  cursor.beginEditBlock();
  qsizetype done = 0;
  for (const Core::FormatRun& run : formatted.runs) {
    cursor.insertText(formatted.text.mid(done, run.start - done), QTextCharFormat());
    cursor.insertText(formatted.text.mid(run.start, run.length), formatOf(run.marks));
    done = run.start + run.length;
  }
  cursor.insertText(formatted.text.mid(done), QTextCharFormat());
  cursor.endEditBlock();
}

}  // namespace Parlour::Ui
