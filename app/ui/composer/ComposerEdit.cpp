// SPDX-License-Identifier: Apache-2.0
#include "app/ui/composer/ComposerEdit.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QScopedValueRollback>
#include <QTextBlock>
#include <memory>

#include "app/core/text/RtfReader.h"
#include "app/core/text/RtfWriter.h"
#include "app/ui/composer/MarkHighlighter.h"
#include "app/ui/composer/TextFormats.h"
#include "app/ui/composer/WordCompleter.h"
#include "app/ui/text/InlineMarks.h"
#include "app/ui/widgets/OverlayScrollBar.h"

namespace Parlour::Ui {

namespace {
constexpr int kVerticalPadding = 8;
constexpr int kLongestDraft = 1'000'000;
constexpr QLatin1String kRtfType("text/rtf");
}  // namespace

ComposerEdit::ComposerEdit(ThemeManager& themes, QWidget* parent)
    : QTextEdit(parent),
      themes_(themes),
      completer_(new WordCompleter(themes, *this)),
      highlighter_(new MarkHighlighter(themes, document())) {
  setFrameShape(NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  setTabChangesFocus(true);
  setAcceptRichText(false);
  document()->setDocumentMargin(0);
  new OverlayScrollBar(this);
  setAccessibleName(tr("Message"));
  connect(this, &QTextEdit::textChanged, this, [this] {
    applyLineHeight();
    growToText();
  });
  connect(this, &QTextEdit::currentCharFormatChanged, this, [this] { Q_EMIT marksChanged(marks()); });
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
  const QString text = source->text().left(kLongestDraft);
  const auto rtf = Core::readRtf(source->data(QString(kRtfType)));
  QTextCursor cursor = textCursor();
  insertFormatted(cursor, {text, rtf ? Core::formatsFor(text, *rtf) : QList<Core::FormatRun>()});
}

QMimeData* ComposerEdit::createMimeDataFromSelection() const {
  const Core::FormattedText chosen = formattedOf(textCursor());
  auto* copied = new QMimeData;
  copied->setText(chosen.text);
  if (!chosen.isPlain()) {
    copied->setData(QString(kRtfType), Core::writeRtf(chosen));
  }
  return copied;
}

Core::FormattedText ComposerEdit::formatted() const {
  QTextCursor all(document());
  all.select(QTextCursor::Document);
  return formattedOf(all);
}

void ComposerEdit::setFormatted(const Core::FormattedText& formatted) {
  clear();
  setCurrentCharFormat(QTextCharFormat());
  QTextCursor cursor = textCursor();
  insertFormatted(cursor, formatted);
  document()->clearUndoRedoStacks();
  moveCursor(QTextCursor::End);
  setCurrentCharFormat(QTextCharFormat());
}

void ComposerEdit::setSpellChecker(Core::SpellChecker* checker) {
  checker_ = checker;
  highlighter_->setSpellChecker(checker);
}

void ComposerEdit::contextMenuEvent(QContextMenuEvent* event) {
  const std::unique_ptr<QMenu> menu(createStandardContextMenu());
  // From the keyboard it is about the word at the cursor.
  const bool keyboard = event->reason() == QContextMenuEvent::Keyboard;
  addSpellingActions(*menu, keyboard ? textCursor() : cursorForPosition(viewport()->mapFrom(this, event->pos())));
  menu->exec(keyboard ? viewport()->mapToGlobal(cursorRect().bottomLeft()) : event->globalPos());
}

void ComposerEdit::addSpellingActions(QMenu& menu, const QTextCursor& place) {
  const QString line = place.block().text();
  QAction* first = menu.actions().value(0);
  for (const Core::MisspeltRange& range : checker_ ? checker_->misspelt(line) : QList<Core::MisspeltRange>()) {
    if (place.positionInBlock() < range.start || place.positionInBlock() > range.start + range.length) {
      continue;
    }
    const QString word = line.mid(range.start, range.length);
    QTextCursor cursor(place.block());
    cursor.setPosition(place.block().position() + static_cast<int>(range.start));
    cursor.setPosition(cursor.position() + static_cast<int>(range.length), QTextCursor::KeepAnchor);
    const auto add = [&menu, first](const QString& words) {
      auto* action = new QAction(words, &menu);
      menu.insertAction(first, action);
      return action;
    };
    for (const QString& suggestion : checker_->suggestions(word)) {
      connect(add(suggestion), &QAction::triggered, this,
              [cursor, suggestion]() mutable { cursor.insertText(suggestion); });
    }
    connect(add(tr("Add to dictionary")), &QAction::triggered, checker_, [this, word] { checker_->addWord(word); });
    connect(add(tr("Ignore")), &QAction::triggered, checker_, [this, word] { checker_->ignoreWord(word); });
    menu.insertSeparator(first);
  }
}

TextMarks ComposerEdit::marks() const { return marksOf(currentCharFormat()); }

void ComposerEdit::toggleMark(TextMark mark) {
  if (mark == TextMark::Code) {
    surroundWith(markCharacters(mark));
    return;
  }
  mergeCurrentCharFormat(formatWith(mark, !marks().testFlag(mark)));
  Q_EMIT marksChanged(marks());
  setFocus();
}

void ComposerEdit::surroundWith(const QString& characters) {
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
