// SPDX-License-Identifier: Apache-2.0
// Mouse, keyboard and clipboard of TimelineView.
#include <QApplication>
#include <QClipboard>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include "app/ui/timeline/TimelineView.h"

#include "app/ui/widgets/Mirroring.h"

namespace Parlour::Ui {

QPoint TimelineView::inRow(const QModelIndex& index, const QPoint& position) const {
  const QRect row = visualRect(index);
  return mirroredIn(row, position, layoutDirection()) - row.topLeft();
}

// Words are not turned with the row that they stand in.
int TimelineView::letterAt(const RowLayout& layout, const QPoint& point) const {
  return layout.body()->positionAt(mirroredIn(layout.bodyRect(), point, layoutDirection()) - layout.bodyOrigin());
}

std::optional<RowHit> TimelineView::hitAt(const QPoint& position, QModelIndex* index) const {
  const QModelIndex under = indexAt(position);
  if (index) {
    *index = under;
  }
  return under.isValid() ? delegate_->layoutOf(under).hitAt(inRow(under, position), layoutDirection()) : std::nullopt;
}

void TimelineView::setTextSelection(const QModelIndex& index, TextRange range) {
  delegate_->setSelection(index.isValid() ? delegate_->idOf(index) : QString(), range);
  viewport()->update();
}

void TimelineView::mousePressEvent(QMouseEvent* event) {
  pressed_ = QPersistentModelIndex();
  const QModelIndex under = indexAt(event->pos());
  setTextSelection({}, {});
  if (event->button() == Qt::LeftButton && under.isValid() && event->modifiers() == Qt::NoModifier) {
    const RowLayout& layout = delegate_->layoutOf(under);
    const QPoint point = inRow(under, event->pos());
    clearSelection();
    selectionModel()->setCurrentIndex(under, QItemSelectionModel::NoUpdate);
    setFocus(Qt::MouseFocusReason);
    pressed_ = under;
    if (layout.body()) {
      const int at = letterAt(layout, point);
      dragged_ = {at, at};
    } else {
      dragged_ = {};
    }
    event->accept();
    return;
  }
  QListView::mousePressEvent(event);
}

void TimelineView::mouseMoveEvent(QMouseEvent* event) {
  if (pressed_.isValid() && event->buttons().testFlag(Qt::LeftButton)) {
    const RowLayout& layout = delegate_->layoutOf(pressed_);
    if (layout.body() && dragged_.from >= 0) {
      dragged_.to = letterAt(layout, inRow(pressed_, event->pos()));
      setTextSelection(pressed_, dragged_);
    }
    return;
  }
  QModelIndex under;
  const std::optional<RowHit> hit = hitAt(event->pos(), &under);
  const QString id = under.isValid() ? delegate_->idOf(under) : QString();
  delegate_->setHovered(id);
  const bool overText = under.isValid() && delegate_->layoutOf(under).bodyRect().contains(inRow(under, event->pos()));
  const bool overLink = hit && hit->act != RowAct::None;
  viewport()->setCursor(overLink ? Qt::PointingHandCursor : (overText ? Qt::IBeamCursor : Qt::ArrowCursor));
  viewport()->update();
  QListView::mouseMoveEvent(event);
}

void TimelineView::mouseReleaseEvent(QMouseEvent* event) {
  const bool clicked = pressed_.isValid() && dragged_.isEmpty() && event->button() == Qt::LeftButton;
  if (clicked) {
    QModelIndex under;
    const std::optional<RowHit> hit = hitAt(event->pos(), &under);
    if (hit && hit->act != RowAct::None && under == pressed_) {
      Q_EMIT actRequested(under, hit->act, hit->target);
    }
  }
  pressed_ = QPersistentModelIndex();
  QListView::mouseReleaseEvent(event);
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent* event) {
  const QModelIndex under = indexAt(event->pos());
  if (!under.isValid() || hitAt(event->pos(), nullptr)) {
    return;
  }
  const RowLayout& layout = delegate_->layoutOf(under);
  if (layout.body() && layout.bodyRect().contains(inRow(under, event->pos()))) {
    const int at = letterAt(layout, inRow(under, event->pos()));
    setTextSelection(under, layout.body()->wordAt(at));
  }
}

void TimelineView::leaveEvent(QEvent* event) {
  delegate_->setHovered({});
  viewport()->update();
  QListView::leaveEvent(event);
}

// Reading begins at the last row on screen, not at the oldest one in memory.
void TimelineView::focusInEvent(QFocusEvent* event) {
  if (!currentIndex().isValid() && model() && model()->rowCount() > 0) {
    QModelIndex last = indexAt(QPoint(viewport()->width() / 2, viewport()->height() - 1));
    if (!last.isValid()) {
      last = model()->index(model()->rowCount() - 1, 0);
    }
    selectionModel()->setCurrentIndex(last, QItemSelectionModel::NoUpdate);
  }
  QListView::focusInEvent(event);
}

void TimelineView::keyPressEvent(QKeyEvent* event) {
  if (event->matches(QKeySequence::Copy)) {
    const QString text = copyText();
    if (!text.isEmpty()) {
      QApplication::clipboard()->setText(text);
    }
    return;
  }
  const QModelIndex current = currentIndex();
  if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && current.isValid()) {
    if (const std::optional<RowHit> main = delegate_->layoutOf(current).mainAct()) {
      Q_EMIT actRequested(current, main->act, main->target);
    }
    return;
  }
  if (event->key() == Qt::Key_Escape) {
    Q_EMIT escapePressed();
    return;
  }
  QListView::keyPressEvent(event);
}

void TimelineView::contextMenuEvent(QContextMenuEvent* event) {
  const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
  const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
  if (!index.isValid()) {
    return;
  }
  const QPoint where =
      byKey ? viewport()->mapToGlobal(visualRect(index).topLeft() + QPoint(60, 24)) : event->globalPos();
  Q_EMIT menuRequested(index, where);
}

bool TimelineView::viewportEvent(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    const std::optional<RowHit> hit = hitAt(help->pos(), nullptr);
    if (hit && !hit->toolTip.isEmpty()) {
      QToolTip::showText(help->globalPos(), hit->toolTip.toHtmlEscaped(), viewport());
    } else {
      QToolTip::hideText();
    }
    return true;
  }
  // What came while the window was in the background is seen from now on.
  if (event->type() == QEvent::WindowActivate && newestVisible()) {
    seen_.start();
  }
  return QListView::viewportEvent(event);
}

QString TimelineView::copyText() const {
  const QModelIndex current = currentIndex();
  if (current.isValid()) {
    const TextRange range = delegate_->selectionOf(delegate_->idOf(current));
    const RowLayout& layout = delegate_->layoutOf(current);
    if (!range.isEmpty() && layout.body()) {
      return layout.body()->typedText(range);
    }
  }
  QModelIndexList rows = selectionModel() ? selectionModel()->selectedIndexes() : QModelIndexList();
  if (rows.isEmpty() && current.isValid()) {
    rows.append(current);
  }
  std::sort(rows.begin(), rows.end());
  QStringList lines;
  for (const QModelIndex& row : rows) {
    const RowContent& content = delegate_->layoutOf(row).content();
    QString text = content.kind == RowContent::Kind::File ? content.file.name : content.storyTitle;
    for (const RichSpan& span : content.body) {
      text += (text.isEmpty() || &span != &content.body.first() ? QString() : QStringLiteral(" ")) + span.text;
    }
    lines.append(QStringLiteral("%1 %2: %3").arg(content.time, content.author, text));
  }
  return lines.join(QLatin1Char('\n'));
}

}  // namespace Parlour::Ui
