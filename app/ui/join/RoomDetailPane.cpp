// SPDX-License-Identifier: Apache-2.0
#include "app/ui/join/RoomDetailPane.h"

#include <QDateTime>
#include <QPainter>

#include "app/models/DateWords.h"
#include "app/ui/roomlist/RoomKindIcon.h"
#include "app/ui/text/MessageSpans.h"
#include "app/ui/text/RichTextLayout.h"
#include "app/ui/theme/Metrics.h"
#include "app/ui/timeline/RowContents.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/Chip.h"

namespace Parlour::Ui {

namespace {
constexpr int kDetailMargin = 16;
constexpr int kDetailValueLeft = 112;
constexpr int kDetailLine = 23;

// "Members only. Ask Marta Nowak or Ben Carter."
QString membersOnlyWords(const QStringList& managers) {
  constexpr int kMostNames = 3;
  if (managers.isEmpty()) {
    return RoomDetailPane::tr("Members only. Ask a manager of this room.");
  }
  QStringList names = managers.mid(0, kMostNames);
  const QString last = names.takeLast();
  const QString all =
      names.isEmpty() ? last : RoomDetailPane::tr("%1 or %2").arg(names.join(QStringLiteral(", ")), last);
  return RoomDetailPane::tr("Members only. Ask %1.").arg(all);
}

QString refusalWords(const Core::RoomSummary& room, bool refused) {
  if (room.disabled) {
    return RoomDetailPane::tr("This room was disabled by a manager.");
  }
  return refused ? membersOnlyWords(room.managers) : QString();
}

}  // namespace

RoomDetailPane::RoomDetailPane(ThemeManager& themes, QWidget* parent)
    : QWidget(parent),
      themes_(themes),
      follow_(new Button(themes, tr("Follow"), ButtonKind::Secondary, this)),
      open_(new Button(themes, tr("Open"), ButtonKind::Primary, this)),
      ask_(new Button(themes, tr("Ask to join…"), ButtonKind::Primary, this)),
      withdraw_(new Button(themes, tr("Withdraw request"), ButtonKind::Secondary, this)) {
  connect(&themes, &ThemeManager::themeChanged, this, qOverload<>(&QWidget::update));
  clear();
}

void RoomDetailPane::clear() {
  shown_ = false;
  complaint_.clear();
  refusal_.clear();
  asked_.clear();
  room_ = {};
  follow_->hide();
  showDeed(nullptr);
  update();
}

// The one button at the right.
void RoomDetailPane::showDeed(const Button* deed) {
  for (Button* button : {open_, ask_, withdraw_}) {
    button->setVisible(button == deed);
  }
  offersToAsk_ = deed == ask_;
}

void RoomDetailPane::setRoom(const Core::RoomSummary& room, bool followed, bool refused) {
  shown_ = true;
  if (room.uri != room_.uri) {
    complaint_.clear();
  }
  room_ = room;
  refusal_ = refusalWords(room, refused);
  follow_->setText(followed ? tr("Stop following") : tr("Follow"));
  follow_->setIcon(followed ? Icon::StarFilled : Icon::Star, followed ? &Theme::mentionBar : nullptr);
  follow_->show();
  asked_.clear();
  showDeed(open_);
  open_->setEnabled(refusal_.isEmpty());
  open_->setToolTip(refusal_);
  open_->setAccessibleDescription(refusal_);
  setAccessibleName(room.name);
  setAccessibleDescription(refusal_);
  update();
}

void RoomDetailPane::offerToAsk() {
  showDeed(ask_);
  ask_->setAccessibleDescription(refusal_);
}

void RoomDetailPane::showAsked(const Core::JoinRequest& request) {
  const QString when = request.askedOn.isNull() ? QString() : shortWhen(request.askedOn, QDate::currentDate());
  asked_ =
      when.isEmpty() ? tr("Asked to join. A manager decides.") : tr("Asked to join: %1. A manager decides.").arg(when);
  complaint_.clear();
  showDeed(withdraw_);
  withdraw_->setAccessibleDescription(asked_);
  setAccessibleDescription(asked_);
  update();
}

void RoomDetailPane::setComplaint(const QString& words) {
  complaint_ = words;
  update();
}

void RoomDetailPane::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  const int buttonWidth = (width() - 2 * kDetailMargin - 8) / 2;
  const int top = height() - kDetailMargin - open_->sizeHint().height();
  follow_->setGeometry(kDetailMargin, top, buttonWidth, follow_->sizeHint().height());
  for (Button* deed : {open_, ask_, withdraw_}) {
    deed->setGeometry(kDetailMargin + buttonWidth + 8, top, buttonWidth, deed->sizeHint().height());
  }
}

QList<QPair<QString, QString>> RoomDetailPane::details() const {
  QList<QPair<QString, QString>> rows{{tr("Topic"), room_.topic}, {tr("Category"), room_.categoryName}};
  if (room_.participants >= 0) {
    rows.append({tr("Participants"), tr("%n here now", nullptr, room_.participants)});
  }
  rows.append({tr("Managers"), room_.managers.join(QStringLiteral(", "))});
  if (room_.filesAllowed) {
    rows.append({tr("Files"), *room_.filesAllowed ? tr("Posting allowed") : tr("Posting not allowed")});
  }
  if (!room_.updatedOn.isNull()) {
    const QString day = Models::dateWords(QDateTime::fromMSecsSinceEpoch(room_.updatedOn.toMs()).date());
    rows.append({tr("Last changed"), room_.updatedBy.isEmpty() ? day : tr("%1 by %2").arg(day, room_.updatedBy)});
  }
  rows.removeIf([](const QPair<QString, QString>& row) { return row.second.isEmpty(); });
  return rows;
}

int RoomDetailPane::paintTop(QPainter& painter) const {
  const Theme& theme = themes_.theme();
  const Typography& type = themes_.type();
  const PaintContext context{theme, type, devicePixelRatioF()};
  const QRect title(kDetailMargin, 15, width() - 2 * kDetailMargin, type.scaled(20));
  paintIcon(painter, roomKindIcon(room_), QRect(title.left(), title.top(), 20, title.height()), 20, theme.text2);
  paintTextLine(painter, title.adjusted(28, 0, 0, 0), {room_.name, TextRole::RoomTitle, theme.text}, type);
  const QRect chips(kDetailMargin, title.bottom() + 9, width(), type.scaled(Metrics::kChipHeight));
  int left = kDetailMargin;
  Core::RoomSummary byPrivacy = room_;
  byPrivacy.kind = Core::RoomKind::Normal;
  const QString privacy = privacyWord(room_.privacy);
  if (!privacy.isEmpty()) {
    left = paintChip(painter, chips, left, {privacy, ChipKind::Neutral, roomKindIcon(byPrivacy)}, context).right() + 7;
  }
  left = paintChip(painter, chips, left, {roomKindWord(room_.kind), ChipKind::Neutral, {}}, context).right() + 7;
  if (room_.disabled) {
    paintChip(painter, chips, left, {tr("Disabled"), ChipKind::Danger, {}}, context);
  } else if (room_.privacy == Core::Privacy::Open) {
    paintChip(painter, chips, left, {tr("You can join"), ChipKind::Ok, Icon::Check}, context);
  }
  RichTextStyle style;
  style.color = &Theme::text2;
  style.maxLines = 6;
  const RichTextLayout description(plainSpans(room_.description), style, width() - 2 * kDetailMargin, theme, type);
  const int top = chips.bottom() + 11;
  description.paint(painter, QPoint(kDetailMargin, top), theme);
  return top + (room_.description.isEmpty() ? 0 : description.height()) + 12;
}

void RoomDetailPane::paintDetails(QPainter& painter, int top) const {
  const Theme& theme = themes_.theme();
  const Typography& type = themes_.type();
  painter.fillRect(QRect(kDetailMargin, top, width() - 2 * kDetailMargin, 1), theme.line);
  top += 10;
  for (const auto& [label, value] : details()) {
    const QRect line(kDetailMargin, top, width() - 2 * kDetailMargin, type.scaled(kDetailLine));
    paintTextLine(painter, line, {label, TextRole::Secondary, theme.text3}, type);
    paintTextLine(painter, line.adjusted(kDetailValueLeft - kDetailMargin, 0, 0, 0),
                  {value, TextRole::Secondary, theme.text}, type);
    top += line.height();
  }
}

void RoomDetailPane::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const Theme& theme = themes_.theme();
  painter.fillRect(rect(), theme.panel);
  painter.fillRect(QRect(0, 0, 1, height()), theme.line);
  if (!shown_) {
    return;
  }
  paintDetails(painter, paintTop(painter));
  if (!complaint_.isEmpty()) {
    paintWords(painter, complaint_, Icon::Warning, &Theme::danger);
  } else if (!asked_.isEmpty()) {
    paintWords(painter, asked_, Icon::Clock, &Theme::text2);
  } else if (!refusal_.isEmpty()) {
    paintWords(painter, refusal_, Icon::Lock, &Theme::text2);
  }
}

// Just above the buttons.
void RoomDetailPane::paintWords(QPainter& painter, const QString& text, Icon icon, ColorToken color) const {
  const Theme& theme = themes_.theme();
  RichTextStyle style;
  style.role = TextRole::Secondary;
  style.color = color;
  style.maxLines = 3;
  const RichTextLayout words(plainSpans(text), style, width() - 2 * kDetailMargin - 20, theme, themes_.type());
  const int top = open_->y() - 10 - words.height();
  paintIcon(painter, icon, QRect(kDetailMargin, top, 14, themes_.type().lineHeight(TextRole::Secondary)), 14,
            theme.*color);
  words.paint(painter, QPoint(kDetailMargin + 20, top), theme);
}

}  // namespace Parlour::Ui
