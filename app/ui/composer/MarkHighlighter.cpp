// SPDX-License-Identifier: Apache-2.0
#include "app/ui/composer/MarkHighlighter.h"

#include "app/ui/text/InlineMarks.h"

namespace Parlour::Ui {

MarkHighlighter::MarkHighlighter(ThemeManager& themes, QTextDocument* document)
    : QSyntaxHighlighter(document), themes_(themes) {
  connect(&themes, &ThemeManager::themeChanged, this, &QSyntaxHighlighter::rehighlight);
}

void MarkHighlighter::highlightBlock(const QString& text) {
  QTextCharFormat quiet;
  quiet.setForeground(themes_.theme().text3);
  for (const MarkedRange& range : findInlineMarks(text)) {
    QTextCharFormat words;
    switch (range.mark) {
      case TextMark::Bold:
        words.setFontWeight(QFont::DemiBold);
        break;
      case TextMark::Italic:
        words.setFontItalic(true);
        break;
      case TextMark::Underline:
        words.setFontUnderline(true);
        break;
      case TextMark::Strike:
        words.setFontStrikeOut(true);
        break;
      case TextMark::Code:
        words.setFont(themes_.type().font(TextRole::Code));
        break;
      case TextMark::Hit:
        break;
    }
    const int start = static_cast<int>(range.start);
    const int length = static_cast<int>(range.length);
    const int mark = static_cast<int>(range.markLength);
    setFormat(start, mark, quiet);
    setFormat(start + mark, length - 2 * mark, words);
    setFormat(start + length - mark, mark, quiet);
  }
}

}  // namespace Parlour::Ui
