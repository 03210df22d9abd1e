// SPDX-License-Identifier: Apache-2.0
#include "app/ui/join/JoinRequestCard.h"

#include <QDate>
#include <QHBoxLayout>
#include <QPainter>

#include "app/ui/theme/Metrics.h"
#include "app/ui/timeline/RowContents.h"
#include "app/ui/widgets/Avatar.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/Label.h"

namespace Parlour::Ui {

namespace {
constexpr int kRequestCardMargin = 16;
constexpr int kRequestCardTop = 12;
constexpr int kRequestCardTextGap = 12;
}  // namespace

JoinRequestCard::JoinRequestCard(ThemeManager& themes, const Core::JoinRequest& request, QWidget* parent)
    : QWidget(parent),
      themes_(themes),
      name_(new Label(themes, QString(), TextRole::Strong, &Theme::text, this)),
      when_(new Label(themes, QString(), TextRole::Secondary, &Theme::text3, this)),
      words_(new Label(themes, QString(), TextRole::Body, &Theme::text2, this)),
      decline_(new Button(themes, tr("Decline"), ButtonKind::Secondary, this)),
      grant_(new Button(themes, tr("Let in"), ButtonKind::Primary, this)) {
  build();
  setRequest(request);
  connect(decline_, &Button::clicked, this, [this] { Q_EMIT answered(false); });
  connect(grant_, &Button::clicked, this, [this] { Q_EMIT answered(true); });
  connect(&themes, &ThemeManager::themeChanged, this, qOverload<>(&QWidget::update));
}

void JoinRequestCard::build() {
  const int avatar = themes_.type().scaled(Metrics::kAvatarLarge);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(kRequestCardMargin + avatar + kRequestCardTextGap, kRequestCardTop, kRequestCardMargin,
                          kRequestCardTop + 1);
  row->setSpacing(8);
  auto* column = new QVBoxLayout;
  column->setSpacing(0);
  column->addWidget(name_);
  column->addWidget(when_);
  column->addSpacing(4);
  column->addWidget(words_);
  column->addStretch();
  words_->setWordWrap(true);
  row->addLayout(column, 1);
  for (Button* button : {decline_, grant_}) {
    button->setSize(ButtonSize::Small);
    button->setAutoDefault(false);
    row->addWidget(button, 0, Qt::AlignTop);
  }
}

void JoinRequestCard::setRequest(const Core::JoinRequest& request) {
  request_ = request;
  name_->setText(request.userName);
  const QString address = QString::fromUtf8(request.user.address());
  when_->setText(request.askedOn.isNull()
                     ? address
                     : tr("%1 · %2").arg(address, shortWhen(request.askedOn, QDate::currentDate())));
  when_->setToolTip(request.askedOn.isNull() ? QString() : fullTimeWords(request.askedOn));
  words_->setText(request.words);
  words_->setVisible(!request.words.isEmpty());
  setAccessibleName(request.userName);
  setAccessibleDescription(request.words);
  grant_->setAccessibleName(tr("Let %1 in").arg(request.userName));
  decline_->setAccessibleName(tr("Decline %1").arg(request.userName));
  update();
}

void JoinRequestCard::setWaiting(bool waiting) {
  for (Button* button : {decline_, grant_}) {
    button->setEnabled(!waiting);
  }
}

void JoinRequestCard::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const Theme& theme = themes_.theme();
  const int size = themes_.type().scaled(Metrics::kAvatarLarge);
  paintAvatar(painter, QRect(kRequestCardMargin, kRequestCardTop + 2, size, size),
              {request_.userName, request_.user.address(), PresenceShape::None, theme.raised},
              {theme, themes_.type(), devicePixelRatioF()});
  painter.fillRect(QRect(0, height() - 1, width(), 1), theme.line);
}

}  // namespace Parlour::Ui
