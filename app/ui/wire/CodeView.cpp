// SPDX-License-Identifier: Apache-2.0
#include "app/ui/wire/CodeView.h"

#include <QMouseEvent>
#include <QPainter>
#include <QTextBlock>
#include <QTextDocument>
#include <QVBoxLayout>

#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Paint.h"
#include "app/ui/wire/WireColors.h"
#include "app/ui/wire/WireFonts.h"

namespace Parlour::Ui {

namespace {
constexpr char kMoreAnchor[] = "more";
constexpr int kCodePaddingX = 10;
constexpr int kCodePaddingY = 8;
}  // namespace

CodeView::CodeView(ThemeManager& themes, QWidget* parent) : QTextEdit(parent), themes_(themes) {
  setReadOnly(true);
  setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  setFrameShape(NoFrame);
  setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setTabChangesFocus(true);
  document()->setDocumentMargin(0);
  document()->setUndoRedoEnabled(false);
  viewport()->setAutoFillBackground(false);
  connect(&themes, &ThemeManager::themeChanged, this, &CodeView::fill);
}

void CodeView::setLines(const QList<Models::WireLine>& lines) {
  lines_ = lines;
  fill();
}

void CodeView::fill() {
  const Theme& theme = themes_.theme();
  document()->setDefaultFont(wireCodeFont(themes_.type()));
  clear();
  hasMore_ = false;
  QTextCursor cursor(document());
  cursor.beginEditBlock();
  QTextBlockFormat block;
  block.setLineHeight(themes_.type().lineHeight(TextRole::Code), QTextBlockFormat::FixedHeight);
  cursor.setBlockFormat(block);
  for (qsizetype i = 0; i < lines_.size(); ++i) {
    if (i > 0) cursor.insertBlock(block);
    for (const Models::WirePiece& piece : lines_.at(i)) {
      QTextCharFormat format;
      format.setForeground(theme.*wireTokenColor(piece.token));
      if (piece.token == Models::WireToken::Strong) format.setFontWeight(QFont::Bold);
      if (piece.token == Models::WireToken::More) {
        format.setAnchor(true);
        format.setAnchorHref(QLatin1String(kMoreAnchor));
        hasMore_ = true;
      }
      cursor.insertText(piece.text, format);
    }
  }
  cursor.endEditBlock();
  moveCursor(QTextCursor::Start);
}

int CodeView::contentHeight() const { return qRound(document()->size().height()); }

void CodeView::focusInEvent(QFocusEvent* event) {
  QTextEdit::focusInEvent(event);
  viewport()->update();
}

void CodeView::focusOutEvent(QFocusEvent* event) {
  QTextEdit::focusOutEvent(event);
  viewport()->update();
}

void CodeView::paintEvent(QPaintEvent* event) {
  QTextEdit::paintEvent(event);
  if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
    QPainter painter(viewport());
    paintFocusRing(painter, viewport()->rect(), Metrics::kRadiusControl, themes_.theme());
  }
}

void CodeView::mouseReleaseEvent(QMouseEvent* event) {
  QTextEdit::mouseReleaseEvent(event);
  if (event->button() == Qt::LeftButton && !textCursor().hasSelection() && !anchorAt(event->pos()).isEmpty()) {
    Q_EMIT moreRequested();
  }
}

void CodeView::mouseMoveEvent(QMouseEvent* event) {
  QTextEdit::mouseMoveEvent(event);
  viewport()->setCursor(anchorAt(event->pos()).isEmpty() ? Qt::IBeamCursor : Qt::PointingHandCursor);
}

void CodeView::keyPressEvent(QKeyEvent* event) {
  if (hasMore_ && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
    Q_EMIT moreRequested();
    return;
  }
  QTextEdit::keyPressEvent(event);
}

CodeBox::CodeBox(ThemeManager& themes, QWidget* parent)
    : QWidget(parent), themes_(themes), view_(new CodeView(themes, this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(kCodePaddingX + 1, kCodePaddingY, 1, kCodePaddingY);
  column->addWidget(view_);
  connect(&themes, &ThemeManager::themeChanged, this, qOverload<>(&QWidget::update));
}

void CodeBox::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  paintBox(painter, rect(), Metrics::kRadiusControl, themes_.theme().window, themes_.theme().line);
}

}  // namespace Parlour::Ui
