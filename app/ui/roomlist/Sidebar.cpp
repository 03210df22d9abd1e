// SPDX-License-Identifier: Apache-2.0
#include "app/ui/roomlist/Sidebar.h"

#include <QHBoxLayout>
#include <QPainter>

#include "app/ui/roomlist/AccountRow.h"
#include "app/ui/roomlist/QuickSwitchButton.h"
#include "app/ui/roomlist/RoomListView.h"
#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/IconButton.h"
#include "app/ui/widgets/Mirroring.h"
#include "app/ui/widgets/Paint.h"

namespace Parlour::Ui {

namespace {
constexpr int kSideMarginOfSidebar = 12;
constexpr int kStripDotLeft = 14;
constexpr int kStripDotSize = 8;
constexpr int kStripTextLeft = 29;
}  // namespace

Sidebar::Sidebar(ThemeManager& themes, QWidget* parent)
    : QWidget(parent),
      themes_(themes),
      account_(new AccountRow(themes, this)),
      quickSwitch_(new QuickSwitchButton(themes, this)),
      rooms_(new RoomListView(themes, this)),
      join_(new Button(themes, tr("Join a chat room"), ButtonKind::Secondary, this)),
      wire_(new IconButton(themes, Icon::Wire, tr("Wire view"), this)),
      preferences_(new IconButton(themes, Icon::Sliders, tr("Preferences"), this)),
      strip_(new QWidget(this)) {
  join_->setIcon(Icon::Plus, &Theme::accent);
  join_->setIconPixels(16);
  join_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  auto* stripRow = new QHBoxLayout(strip_);
  stripRow->setContentsMargins(0, 0, 3, 0);
  stripRow->setSpacing(1);
  stripRow->addStretch();
  stripRow->addWidget(wire_);
  stripRow->addWidget(preferences_);
  strip_->setFixedHeight(themes.type().scaled(Metrics::kStripHeight));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(account_);
  auto* field = new QHBoxLayout;
  field->setContentsMargins(kSideMarginOfSidebar, 0, kSideMarginOfSidebar, 0);
  field->addWidget(quickSwitch_);
  column->addLayout(field);
  column->addSpacing(8);
  column->addWidget(rooms_, 1);
  auto* joinRow = new QHBoxLayout;
  joinRow->setContentsMargins(kSideMarginOfSidebar, 8, kSideMarginOfSidebar, 9);
  joinRow->addWidget(join_);
  column->addLayout(joinRow);
  column->addWidget(strip_);
  connect(&themes, &ThemeManager::themeChanged, this, [this] {
    strip_->setFixedHeight(themes_.type().scaled(Metrics::kStripHeight));
    update();
  });
}

void Sidebar::setStatus(StripDot dot, const QString& words, const QString& shorter) {
  dot_ = dot;
  status_ = words;
  shortStatus_ = shorter;
  strip_->setAccessibleName(words);
  update();
}

void Sidebar::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const MirroredPainting mirrored(painter, rect(), layoutDirection());
  const Theme& theme = themes_.theme();
  painter.fillRect(rect(), theme.side);
  const QRect strip = strip_->geometry();
  painter.fillRect(QRect(strip.left(), strip.top() - 1, strip.width(), 1), theme.line);
  QColor color = theme.control;
  if (dot_ == StripDot::Good) {
    color = theme.presenceOn;
  } else if (dot_ == StripDot::Trouble) {
    color = theme.presenceAway;
  }
  paintBox(painter,
           QRect(kStripDotLeft, strip.top() + (strip.height() - kStripDotSize) / 2, kStripDotSize, kStripDotSize),
           kStripDotSize / 2.0, color);
  const int right = strip.left() + mirroredIn(strip_->rect(), wire_->geometry(), layoutDirection()).x() - 4;
  const int room = right - kStripTextLeft;
  const bool fits = shortStatus_.isEmpty() || textWidth(status_, TextRole::Secondary, themes_.type()) <= room;
  paintTextLine(painter, QRect(kStripTextLeft, strip.top(), room, strip.height()),
                {fits ? status_ : shortStatus_, TextRole::Secondary, theme.text3}, themes_.type());
}

}  // namespace Parlour::Ui
