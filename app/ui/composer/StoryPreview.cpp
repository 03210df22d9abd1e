// SPDX-License-Identifier: Apache-2.0
#include "app/ui/composer/StoryPreview.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>

#include "app/models/DateWords.h"
#include "app/ui/text/MessageSpans.h"
#include "app/ui/timeline/RowLayout.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/OverlayScrollBar.h"

namespace Parlour::Ui {

namespace {

constexpr int kPreviewWidth = 744;
constexpr int kPreviewHeight = 520;

class PreviewRow : public QWidget {
 public:
  PreviewRow(ThemeManager& themes, const RowContent& content, QWidget* parent)
      : QWidget(parent), themes_(themes), layout_(content, kPreviewWidth, context()) {
    setFixedSize(kPreviewWidth, layout_.height() + 16);
    setAccessibleName(content.storyTitle);
  }

 protected:
  void paintEvent(QPaintEvent* /*event*/) override {
    QPainter painter(this);
    painter.fillRect(rect(), themes_.theme().window);
    layout_.paint(painter, QPoint(0, 8), {}, context());
  }

 private:
  PaintContext context() const { return {themes_.theme(), themes_.type(), devicePixelRatioF()}; }

  ThemeManager& themes_;
  RowLayout layout_;
};

RowContent previewContent(const Draft& draft, const QString& author, const QByteArray& address) {
  RowContent content;
  content.id = QStringLiteral("preview");
  content.kind = RowContent::Kind::Story;
  content.storyOpen = true;
  content.storyTitle = draft.storyTitle.trimmed();
  content.own = true;
  content.author = author;
  content.address = address;
  content.time = Models::timeWords(Timestamp::fromMs(QDateTime::currentMSecsSinceEpoch()));
  content.body = messageSpans(Xccos::parseChatText(Xccos::escapeTyped(draft.text.trimmed())), draft.rtf);
  return content;
}

}  // namespace

StoryPreview::StoryPreview(ThemeManager& themes, const Draft& draft, const QString& author, const QByteArray& address,
                           QWidget* parent)
    : QDialog(parent) {
  setWindowTitle(tr("Preview of the story"));
  setAttribute(Qt::WA_DeleteOnClose);
  auto* scroll = new QScrollArea(this);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* story = new PreviewRow(themes, previewContent(draft, author, address), scroll);
  story->setAccessibleDescription(draft.text);
  scroll->setWidget(story);
  new OverlayScrollBar(scroll);
  auto* close = new Button(themes, tr("Close"), ButtonKind::Primary, this);
  close->setDefault(true);
  connect(close, &Button::clicked, this, &QDialog::accept);
  auto* foot = new QHBoxLayout;
  foot->setContentsMargins(16, 12, 16, 12);
  foot->addStretch();
  foot->addWidget(close);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(scroll, 1);
  column->addLayout(foot);
  resize(kPreviewWidth, kPreviewHeight);
  scrollBar_ = scroll->verticalScrollBar();
}

// A long story is read by keyboard too.
void StoryPreview::keyPressEvent(QKeyEvent* event) {
  static const QHash<int, QAbstractSlider::SliderAction> moves{
      {Qt::Key_Up, QAbstractSlider::SliderSingleStepSub},   {Qt::Key_Down, QAbstractSlider::SliderSingleStepAdd},
      {Qt::Key_PageUp, QAbstractSlider::SliderPageStepSub}, {Qt::Key_PageDown, QAbstractSlider::SliderPageStepAdd},
      {Qt::Key_Home, QAbstractSlider::SliderToMinimum},     {Qt::Key_End, QAbstractSlider::SliderToMaximum}};
  if (moves.contains(event->key())) {
    scrollBar_->triggerAction(moves.value(event->key()));
    return;
  }
  QDialog::keyPressEvent(event);
}

}  // namespace Parlour::Ui
