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
  showMisspelt(text);
}

void MarkHighlighter::setSpellChecker(Core::SpellChecker* checker) {
  if (checker_) {
    disconnect(checker_, nullptr, this, nullptr);
  }
  checker_ = checker;
  if (checker) {
    connect(checker, &Core::SpellChecker::changed, this, &QSyntaxHighlighter::rehighlight);
  }
  rehighlight();
}

void MarkHighlighter::showMisspelt(const QString& text) {
  for (const Core::MisspeltRange& range : checker_ ? checker_->misspelt(text) : QList<Core::MisspeltRange>()) {
    for (auto at = static_cast<int>(range.start); at < range.start + range.length; ++at) {
      QTextCharFormat wave = format(at);
      wave.setUnderlineStyle(QTextCharFormat::SpellCheckUnderline);
      wave.setUnderlineColor(themes_.theme().danger);
      setFormat(at, 1, wave);
    }
  }
}

}  // namespace Parlour::Ui
