// SPDX-License-Identifier: Apache-2.0
#include "app/ui/composer/WordCompleter.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QListWidget>
#include <QRegularExpression>
#include <QScopedValueRollback>
#include <QTextBlock>
#include <QTextEdit>

#include "app/ui/theme/Metrics.h"
#include "protocol/xccos/ChatText.h"

namespace Parlour::Ui {

namespace {

constexpr int kMostProposals = 8;
constexpr int kProposalsWidth = 260;
constexpr qsizetype kLongestTypedWord = 64;

// Every part of a name may be the start: "oli" finds Tomás Oliveira.
bool nameBegins(const QString& name, const QString& typed) {
  for (const QString& part : name.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
    if (part.startsWith(typed, Qt::CaseInsensitive)) {
      return true;
    }
  }
  return name.startsWith(typed, Qt::CaseInsensitive);
}

}  // namespace

WordCompleter::WordCompleter(ThemeManager& themes, QTextEdit& edit) : QObject(&edit), themes_(themes), edit_(edit) {
  edit.installEventFilter(this);
  connect(&edit, &QTextEdit::textChanged, this, &WordCompleter::refresh);
  connect(&edit, &QTextEdit::cursorPositionChanged, this, [this] {
    if (isShown()) {
      refresh();
    }
  });
}

bool WordCompleter::isShown() const { return list_ && list_->isVisible(); }

QStringList WordCompleter::proposals() const {
  QStringList words;
  for (const Proposal& proposal : shown_) {
    words.append(proposal.words);
  }
  return words;
}

QString WordCompleter::wordAtCursor() const {
  static const QRegularExpression word(QStringLiteral("(?:^|[\\s(])([@:][^\\s@:]*:?)$"));
  const QTextCursor cursor = edit_.textCursor();
  if (cursor.hasSelection()) {
    return {};
  }
  const QString before = cursor.block().text().left(cursor.positionInBlock()).right(kLongestTypedWord);
  return word.match(before).captured(1);
}

void WordCompleter::refresh() {
  if (changing_) {
    return;
  }
  const QString word = wordAtCursor();
  if (word.isEmpty() || finishEmoticon(word) || !edit_.hasFocus()) {
    hide();
    return;
  }
  const bool people = word.startsWith(QLatin1Char('@'));
  show(people ? peopleLike(word.mid(1)) : emoticonsLike(word.mid(1)), people ? tr("People") : tr("Emoticons"));
}

bool WordCompleter::finishEmoticon(const QString& word) {
  if (word.size() < 3 || !word.startsWith(QLatin1Char(':')) || !word.endsWith(QLatin1Char(':'))) {
    return false;
  }
  const QString name = word.mid(1, word.size() - 2);
  for (const Xccos::Emoticon& emoticon : Xccos::emoticons()) {
    if (name.compare(emoticon.name, Qt::CaseInsensitive) == 0) {
      replaceWord(emoticon.typed);
      return true;
    }
  }
  return false;
}

QList<WordCompleter::Proposal> WordCompleter::peopleLike(const QString& typed) const {
  QList<Proposal> found;
  for (const QString& name : people_ ? people_() : QStringList()) {
    if (found.size() < kMostProposals && nameBegins(name, typed)) {
      found.append({name, QLatin1Char('@') + name + QLatin1Char(' ')});
    }
  }
  return found;
}

QList<WordCompleter::Proposal> WordCompleter::emoticonsLike(const QString& typed) const {
  QList<Proposal> found;
  if (typed.isEmpty() || !typed.front().isLetter()) {
    return found;
  }
  for (const Xccos::Emoticon& emoticon : Xccos::emoticons()) {
    if (QString(emoticon.name).startsWith(typed, Qt::CaseInsensitive)) {
      found.append({emoticon.name + QStringLiteral("  ") + emoticon.typed, emoticon.typed + QStringLiteral(" ")});
    }
  }
  return found;
}

void WordCompleter::show(const QList<Proposal>& proposals, const QString& title) {
  shown_ = proposals;
  if (proposals.isEmpty()) {
    hide();
    return;
  }
  if (!list_) {
    list_ = new QListWidget(edit_.window());
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(list_, &QListWidget::itemClicked, this, &WordCompleter::take);
  }
  list_->setAccessibleName(title);
  list_->setFont(themes_.type().font(TextRole::Body));
  list_->clear();
  for (const Proposal& proposal : proposals) {
    auto* item = new QListWidgetItem(proposal.words, list_);
    item->setSizeHint({0, themes_.type().scaled(Metrics::kPointerTarget)});
  }
  list_->setCurrentRow(0);
  place();
  list_->show();
  list_->raise();
}

// Above the cursor, inside the window.
void WordCompleter::place() {
  const int row = themes_.type().scaled(Metrics::kPointerTarget);
  const int height = row * static_cast<int>(shown_.size()) + 2 * list_->frameWidth() + 2;
  const int width = themes_.type().scaled(kProposalsWidth);
  list_->resize(width, height);
  const QWidget* window = edit_.window();
  const QPoint cursor = edit_.viewport()->mapTo(window, edit_.cursorRect().topLeft());
  const int left = qBound(0, cursor.x(), qMax(0, window->width() - width));
  list_->move(left, qMax(0, cursor.y() - height - 4));
}

void WordCompleter::hide() {
  if (list_) {
    list_->hide();
  }
}

void WordCompleter::move(int step) {
  const int count = list_->count();
  list_->setCurrentRow((list_->currentRow() + step + count) % count);
  QAccessibleEvent event(list_, QAccessible::Selection);
  event.setChild(list_->currentRow());
  QAccessible::updateAccessibility(&event);
}

void WordCompleter::take() {
  const int row = list_->currentRow();
  if (row >= 0 && row < shown_.size()) {
    replaceWord(shown_.at(row).insert);
  }
  hide();
}

void WordCompleter::replaceWord(const QString& by) {
  const QScopedValueRollback<bool> guard(changing_, true);
  QTextCursor cursor = edit_.textCursor();
  cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, static_cast<int>(wordAtCursor().size()));
  cursor.insertText(by);
  edit_.setTextCursor(cursor);
}

bool WordCompleter::handleKey(int key) {
  switch (key) {
    case Qt::Key_Up:
      move(-1);
      return true;
    case Qt::Key_Down:
      move(1);
      return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
      take();
      return true;
    case Qt::Key_Escape:
      hide();
      return true;
    default:
      return false;
  }
}

bool WordCompleter::eventFilter(QObject* watched, QEvent* event) {
  if (isShown() && event->type() == QEvent::KeyPress) {
    return handleKey(static_cast<QKeyEvent*>(event)->key());
  }
  if (event->type() == QEvent::FocusOut || event->type() == QEvent::Hide) {
    hide();
  }
  return QObject::eventFilter(watched, event);
}

}  // namespace Parlour::Ui
