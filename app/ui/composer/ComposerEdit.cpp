// SPDX-License-Identifier: Apache-2.0
#include "app/ui/composer/ComposerEdit.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QScopedValueRollback>
#include <QTextBlock>

#include "app/ui/composer/MarkHighlighter.h"
#include "app/ui/text/InlineMarks.h"
#include "app/ui/widgets/OverlayScrollBar.h"

namespace Parlour::Ui {

namespace {
constexpr int kVerticalPadding = 8;
constexpr int kLongestDraft = 1'000'000;
}  // namespace

ComposerEdit::ComposerEdit(ThemeManager& themes, QWidget* parent) : QTextEdit(parent), themes_(themes) {
  setFrameShape(NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  setTabChangesFocus(true);
  setAcceptRichText(false);
  document()->setDocumentMargin(0);
  new OverlayScrollBar(this);
  new MarkHighlighter(themes, document());
  setAccessibleName(tr("Message"));
  connect(this, &QTextEdit::textChanged, this, [this] {
    applyLineHeight();
    growToText();
  });
  connect(&themes, &ThemeManager::themeChanged, this, &ComposerEdit::applyTheme);
  applyTheme();
}

void ComposerEdit::applyTheme() {
  setFont(themes_.type().font(TextRole::Body));
  QPalette page = palette();
  page.setColor(QPalette::Base, Qt::transparent);
  page.setColor(QPalette::Text, themes_.theme().text);
  page.setColor(QPalette::PlaceholderText, themes_.theme().text3);
  setPalette(page);
  viewport()->setAutoFillBackground(false);
  setViewportMargins(13, kVerticalPadding, 12, 0);
  applyLineHeight();
  growToText();
}

void ComposerEdit::setHeights(int least, int most) {
  least_ = least;
  most_ = most;
  growToText();
}

// New and pasted lines come without the design's line height.
void ComposerEdit::applyLineHeight() {
  if (spacing_) {
    return;
  }
  const QScopedValueRollback<bool> guard(spacing_, true);
  const int wanted = themes_.type().lineHeight(TextRole::Body);
  for (QTextBlock block = document()->firstBlock(); block.isValid(); block = block.next()) {
    if (qRound(block.blockFormat().lineHeight()) == wanted) {
      continue;
    }
    QTextBlockFormat format;
    format.setLineHeight(wanted, QTextBlockFormat::FixedHeight);
    QTextCursor cursor(block);
    cursor.joinPreviousEditBlock();
    cursor.mergeBlockFormat(format);
    cursor.endEditBlock();
  }
}

void ComposerEdit::growToText() {
  const int needed = qRound(document()->size().height()) + kVerticalPadding + 4;
  setFixedHeight(qBound(themes_.type().scaled(least_), needed, themes_.type().scaled(most_)));
}

void ComposerEdit::resizeEvent(QResizeEvent* event) {
  QTextEdit::resizeEvent(event);
  growToText();
}

QSize ComposerEdit::sizeHint() const { return {200, themes_.type().scaled(least_)}; }

void ComposerEdit::keyPressEvent(QKeyEvent* event) {
  const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (enter && event->modifiers().testFlag(Qt::ControlModifier)) {
    Q_EMIT storyPostRequested();
    return;
  }
  if (enter && enterSends_ && !event->modifiers().testFlag(Qt::ShiftModifier)) {
    Q_EMIT sendRequested();
    return;
  }
  if (event->modifiers() == Qt::ControlModifier) {
    const QHash<int, TextMark> marks{
        {Qt::Key_B, TextMark::Bold}, {Qt::Key_I, TextMark::Italic}, {Qt::Key_U, TextMark::Underline}};
    if (marks.contains(event->key())) {
      toggleMark(marks.value(event->key()));
      return;
    }
  }
  if (event->key() == Qt::Key_Up && document()->isEmpty()) {
    Q_EMIT upPressedWhileEmpty();
    return;
  }
  if (event->key() == Qt::Key_Escape) {
    Q_EMIT escapePressed();
    return;
  }
  QTextEdit::keyPressEvent(event);
}

bool ComposerEdit::canInsertFromMimeData(const QMimeData* source) const {
  return source->hasUrls() || source->hasImage() || QTextEdit::canInsertFromMimeData(source);
}

void ComposerEdit::insertFromMimeData(const QMimeData* source) {
  QList<QUrl> files;
  for (const QUrl& url : source->urls()) {
    if (url.isLocalFile()) {
      files.append(url);
    }
  }
  if (!files.isEmpty()) {
    Q_EMIT filesPasted(files);
    return;
  }
  // Office programs put a picture of the text beside the text.
  if (source->hasImage() && source->text().trimmed().isEmpty()) {
    Q_EMIT picturePasted(qvariant_cast<QImage>(source->imageData()));
    return;
  }
  textCursor().insertText(source->text().left(kLongestDraft));
}

void ComposerEdit::toggleMark(TextMark mark) {
  const QString characters = markCharacters(mark);
  const int length = static_cast<int>(characters.size());
  QTextCursor cursor = textCursor();
  const QString words = cursor.selectedText();
  cursor.beginEditBlock();
  if (words.size() > 2 * length && words.startsWith(characters) && words.endsWith(characters)) {
    cursor.insertText(words.mid(length, words.size() - 2 * length));
  } else {
    const int start = cursor.selectionStart();
    cursor.insertText(characters + words + characters);
    cursor.setPosition(start + length);
    cursor.setPosition(start + length + static_cast<int>(words.size()), QTextCursor::KeepAnchor);
  }
  cursor.endEditBlock();
  setTextCursor(cursor);
  setFocus();
}

void ComposerEdit::toggleList() {
  QTextCursor cursor = textCursor();
  QTextBlock block = document()->findBlock(cursor.selectionStart());
  const int last = document()->findBlock(cursor.selectionEnd()).blockNumber();
  const bool remove = block.text().startsWith(QLatin1String("- "));
  cursor.beginEditBlock();
  for (; block.isValid() && block.blockNumber() <= last; block = block.next()) {
    QTextCursor line(block);
    if (!remove) {
      line.insertText(QStringLiteral("- "));
    } else if (block.text().startsWith(QLatin1String("- "))) {
      line.movePosition(QTextCursor::Right, QTextCursor::KeepAnchor, 2);
      line.removeSelectedText();
    }
  }
  cursor.endEditBlock();
  setFocus();
}

void ComposerEdit::insertLink() {
  const QString words = textCursor().selectedText();
  textCursor().insertText(words.contains(QLatin1String("://")) ? words : QStringLiteral("https://") + words);
  setFocus();
}

}  // namespace Parlour::Ui
