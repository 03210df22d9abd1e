// SPDX-License-Identifier: Apache-2.0
#include "app/ui/files/AttachmentStrip.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QResizeEvent>
#include <algorithm>

#include "app/core/files/FileRefusal.h"
#include "app/core/files/LocalFiles.h"
#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/IconButton.h"
#include "app/ui/widgets/Paint.h"

namespace Parlour::Ui {

namespace {
constexpr int kStripMargin = 10;
constexpr int kStripTop = 9;
constexpr int kCardGap = 6;
constexpr int kCardHeight = 34;
constexpr int kCardLeast = 180;
constexpr int kCardWidest = 260;
constexpr int kCardButton = 26;
}  // namespace

class AttachmentStrip::Card : public QWidget {
 public:
  Card(ThemeManager& themes, const Attachment& attachment, AttachmentStrip& strip)
      : QWidget(&strip),
        themes_(themes),
        attachment_(attachment),
        remove_(
            new IconButton(themes, Icon::Close, AttachmentStrip::tr("Do not attach %1").arg(attachment.name), this)) {
    remove_->setBoxSize(QSize(kCardButton, kCardButton));
    remove_->setIconSize(14);
    setToolTip(attachment.name.toHtmlEscaped());
    setAccessibleName(
        AttachmentStrip::tr("%1, %2, attached").arg(attachment.name, Core::FileWords::size(attachment.size)));
  }
  IconButton* removeButton() const { return remove_; }

 protected:
  void resizeEvent(QResizeEvent* event) override {
    QWidget::resizeEvent(event);
    remove_->setGeometry(width() - kCardButton - 4, (height() - kCardButton) / 2, kCardButton, kCardButton);
  }
  void paintEvent(QPaintEvent* /*event*/) override {
    QPainter painter(this);
    const Theme& theme = themes_.theme();
    const Typography& type = themes_.type();
    paintBox(painter, rect(), Metrics::kRadiusCard, theme.panel, theme.line);
    const Icon icon = Core::isPictureName(attachment_.name) ? Icon::Image : Icon::File;
    paintIcon(painter, icon, QRect(10, 0, 16, height()), 16, theme.text2);
    const QString size = Core::FileWords::size(attachment_.size);
    const QRect line(34, 0, remove_->x() - 34 - 6, height());
    const int used = paintTextLine(painter, line, {size, TextRole::Small, theme.text3}, type, Qt::AlignRight);
    const QRect room = line.adjusted(0, 0, -used - 8, 0);
    // The end of the name tells what kind of file it is.
    const QString name =
        QFontMetricsF(type.font(TextRole::Label)).elidedText(attachment_.name, Qt::ElideMiddle, room.width());
    paintTextLine(painter, room, {name, TextRole::Label, theme.text}, type);
  }

 private:
  ThemeManager& themes_;
  Attachment attachment_;
  IconButton* remove_;
};

AttachmentStrip::AttachmentStrip(ThemeManager& themes, QWidget* parent) : QWidget(parent), themes_(themes) {
  setAccessibleName(tr("Attached files"));
  connect(&themes, &ThemeManager::themeChanged, this, &AttachmentStrip::arrange);
  hide();
}

void AttachmentStrip::setAttachments(const QList<Attachment>& attachments) {
  if (attachments == attachments_) {
    return;
  }
  attachments_ = attachments;
  rebuild();
  Q_EMIT changed();
}

bool AttachmentStrip::add(const QList<Attachment>& more) {
  QList<Attachment> all = attachments_;
  bool room = true;
  for (const Attachment& attachment : more) {
    const bool known =
        std::any_of(all.cbegin(), all.cend(), [&](const Attachment& other) { return other.path == attachment.path; });
    if (!known && all.size() < kMost) {
      all.append(attachment);
    }
    room = room && (known || all.last() == attachment);
  }
  setAttachments(all);
  return room;
}

void AttachmentStrip::rebuild() {
  for (Card* card : std::as_const(cards_)) {
    card->hide();
    card->deleteLater();
  }
  cards_.clear();
  for (const Attachment& attachment : std::as_const(attachments_)) {
    auto* card = new Card(themes_, attachment, *this);
    connect(card->removeButton(), &IconButton::clicked, this, [this, attachment] {
      QList<Attachment> rest = attachments_;
      rest.removeOne(attachment);
      setAttachments(rest);
      Q_EMIT removed(attachment);
    });
    cards_.append(card);
    card->show();
  }
  arrange();
}

int AttachmentStrip::columns(int width) const {
  return std::max(1, (width - 2 * kStripMargin + kCardGap) / (themes_.type().scaled(kCardLeast) + kCardGap));
}

int AttachmentStrip::heightFor(int width) const {
  const int rows = (static_cast<int>(attachments_.size()) + columns(width) - 1) / columns(width);
  return rows == 0 ? 0 : kStripTop + rows * (themes_.type().scaled(kCardHeight) + kCardGap) - kCardGap;
}

void AttachmentStrip::arrange() {
  const int count = columns(width());
  const int height = themes_.type().scaled(kCardHeight);
  const int free = width() - 2 * kStripMargin - (count - 1) * kCardGap;
  const int cardWidth = std::min(free / count, themes_.type().scaled(kCardWidest));
  for (qsizetype i = 0; i < cards_.size(); ++i) {
    const int column = static_cast<int>(i) % count;
    const int row = static_cast<int>(i) / count;
    cards_[i]->setGeometry(kStripMargin + column * (cardWidth + kCardGap), kStripTop + row * (height + kCardGap),
                           cardWidth, height);
  }
  setFixedHeight(std::max(1, heightFor(width())));
  setVisible(!attachments_.isEmpty());
}

void AttachmentStrip::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  if (event->oldSize().width() != event->size().width()) {
    arrange();
  }
}

}  // namespace Parlour::Ui
