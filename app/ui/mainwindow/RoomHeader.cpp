// SPDX-License-Identifier: Apache-2.0
#include "app/ui/mainwindow/RoomHeader.h"

#include <QHBoxLayout>
#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include "app/ui/roomlist/RoomKindIcon.h"
#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Chip.h"
#include "app/ui/widgets/IconButton.h"
#include "app/ui/widgets/Mirroring.h"

namespace Parlour::Ui {

namespace {
constexpr int kHeaderIconLeft = 16;
constexpr int kHeaderIcon = 20;
constexpr int kHeaderTextLeft = 46;
}  // namespace

RoomHeader::RoomHeader(ThemeManager& themes, QWidget* parent)
    : QWidget(parent),
      themes_(themes),
      members_(new IconButton(themes, Icon::Users, tr("People in this room"), this)),
      star_(new IconButton(themes, Icon::Star, tr("Follow"), this)),
      search_(new IconButton(themes, Icon::Search, tr("Search in this room"), this)),
      pane_(new IconButton(themes, Icon::PanelRight, tr("Room pane"), this)),
      menu_(new IconButton(themes, Icon::More, tr("Room menu"), this)) {
  search_->setWords(tr("Search in this room"), QKeySequence(QStringLiteral("Ctrl+F")));
  pane_->setWords(tr("Room pane"), QKeySequence(QStringLiteral("Ctrl+Shift+P")));
  pane_->setCheckable(true);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 10, 0);
  row->setSpacing(4);
  row->addStretch();
  for (IconButton* button : {members_, star_, search_, pane_, menu_}) {
    row->addWidget(button);
  }
  const auto applyHeight = [this] {
    setFixedHeight(themes_.type().scaled(Metrics::kHeaderHeight));
    update();
  };
  connect(&themes, &ThemeManager::themeChanged, this, applyHeight);
  applyHeight();
}

void RoomHeader::setRoom(const Core::RoomSummary& room, bool followed) {
  room_ = room;
  const bool counted = room.participants >= 0;
  members_->setCaption(counted ? QLocale().toString(room.participants) : QString());
  members_->setWords(counted ? tr("%n here", nullptr, room.participants) : tr("People in this room"));
  star_->setIcon(followed ? Icon::StarFilled : Icon::Star);
  star_->setColor(followed ? &Theme::mentionBar : &Theme::text2);
  star_->setWords(followed ? tr("Stop following") : tr("Follow"), QKeySequence(QStringLiteral("Ctrl+D")));
  setAccessibleName(room.name);
  update();
}

void RoomHeader::setPaneOpen(bool open) { pane_->setChecked(open); }

void RoomHeader::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const MirroredPainting mirrored(painter, rect(), layoutDirection());
  const Theme& theme = themes_.theme();
  const Typography& type = themes_.type();
  painter.fillRect(rect(), theme.window);
  painter.fillRect(QRect(0, height() - 1, width(), 1), theme.line);
  paintIcon(painter, roomKindIcon(room_), QRect(kHeaderIconLeft, 0, kHeaderIcon, height() - 1), kHeaderIcon,
            theme.text2);
  const PaintContext context{theme, type, devicePixelRatioF()};
  const int right = mirroredIn(rect(), members_->geometry(), layoutDirection()).x() - 8;
  QList<ChipLook> chips;
  const QString privacy = privacyWord(room_.privacy);
  if (!privacy.isEmpty()) {
    Core::RoomSummary byPrivacy = room_;
    byPrivacy.kind = Core::RoomKind::Normal;
    chips.append({privacy, ChipKind::Neutral, roomKindIcon(byPrivacy)});
  }
  if (room_.kind == Core::RoomKind::Auditorium) {
    chips.append({roomKindWord(room_.kind), ChipKind::Neutral, std::nullopt});
  }
  int chipSpace = 0;
  for (const ChipLook& chip : chips) {
    chipSpace += chipWidth(chip, type) + 8;
  }
  const QRect title(kHeaderTextLeft, type.scaled(9), right - kHeaderTextLeft, type.lineHeight(TextRole::RoomTitle));
  int left = kHeaderTextLeft + paintTextLine(painter, title.adjusted(0, 0, -chipSpace, 0),
                                             {room_.name, TextRole::RoomTitle, theme.text}, type);
  for (const ChipLook& chip : chips) {
    left = paintChip(painter, title, left + 8, chip, context).right() + 1;
  }
  const QString topic = room_.topic.isEmpty() ? room_.description : room_.topic;
  paintTextLine(painter,
                QRect(kHeaderTextLeft, type.scaled(29), right - kHeaderTextLeft, type.lineHeight(TextRole::Secondary)),
                {topic.simplified(), TextRole::Secondary, theme.text2}, type);
}

bool RoomHeader::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    const QString topic = room_.topic.isEmpty() ? room_.description : room_.topic;
    QToolTip::showText(help->globalPos(), (room_.name + QLatin1Char('\n') + topic).trimmed().toHtmlEscaped(), this);
    return true;
  }
  return QWidget::event(event);
}

}  // namespace Parlour::Ui
