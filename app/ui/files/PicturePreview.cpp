// SPDX-License-Identifier: Apache-2.0
#include "app/ui/files/PicturePreview.h"

#include <QHBoxLayout>

#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/DialogGround.h"
#include "app/ui/widgets/Paint.h"
#include "app/ui/widgets/Scrim.h"

namespace Parlour::Ui {

namespace {
constexpr int kPreviewMargin = 16;
constexpr QSize kPreviewSize(720, 540);
}  // namespace

PicturePreview::PicturePreview(ThemeManager& themes, const QString& name, QWidget* parent)
    : QDialog(parent),
      themes_(themes),
      words_(tr("Loading the picture")),
      save_(new Button(themes, tr("Save as…"), ButtonKind::Secondary, this)),
      close_(new Button(themes, tr("Close"), ButtonKind::Primary, this)) {
  setWindowTitle(name);
  setWindowModality(Qt::WindowModal);
  setAttribute(Qt::WA_DeleteOnClose);
  setAccessibleName(tr("Picture %1").arg(name));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addStretch(1);
  auto* foot = new QHBoxLayout;
  foot->setContentsMargins(kPreviewMargin, 12, kPreviewMargin, 12);
  foot->addWidget(save_);
  foot->addStretch(1);
  foot->addWidget(close_);
  column->addLayout(foot);
  connect(close_, &Button::clicked, this, &QDialog::reject);
  close_->setFocus(Qt::OtherFocusReason);
  resize(kPreviewSize);
  Scrim::behind(*this, themes, parent);
}

void PicturePreview::setPicture(const QImage& picture) {
  picture_ = picture;
  words_ = picture.isNull() ? tr("This picture cannot be shown.") : QString();
  update();
}

void PicturePreview::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  paintDialogGround(painter, *this, themes_);
  const int foot = themes_.type().scaled(Metrics::kHeaderHeight);
  const QRect area = rect().adjusted(kPreviewMargin, kPreviewMargin, -kPreviewMargin, -foot - kPreviewMargin);
  if (picture_.isNull()) {
    paintTextLine(painter, area, {words_, TextRole::Body, themes_.theme().text3}, themes_.type(), Qt::AlignHCenter);
    return;
  }
  const bool large = picture_.width() > area.width() || picture_.height() > area.height();
  const QSize shown = large ? picture_.size().scaled(area.size(), Qt::KeepAspectRatio) : picture_.size();
  painter.setRenderHint(QPainter::SmoothPixmapTransform);
  painter.drawImage(centered(area, shown), picture_);
}

}  // namespace Parlour::Ui
