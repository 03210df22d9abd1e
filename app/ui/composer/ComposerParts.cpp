// SPDX-License-Identifier: Apache-2.0
#include "app/ui/composer/ComposerParts.h"

#include <QHBoxLayout>
#include <QKeySequence>
#include <QLocale>

#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Announcement.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/Chip.h"
#include "app/ui/widgets/IconButton.h"
#include "app/ui/widgets/LinkButton.h"

namespace Parlour::Ui {

namespace {
constexpr int kToolbarHeight = 34;
constexpr int kFootHeight = 36;
constexpr int kToolBox = 29;
constexpr int kFootLeft = 13;
constexpr int kFootTop = 4;
constexpr int kNearLimitPercent = 90;
constexpr int kSmallSend = 26;
}  // namespace

ComposerToolbar::ComposerToolbar(ThemeManager& themes, QWidget* parent)
    : QWidget(parent), themes_(themes), story_(new Button(themes, tr("Write a story"), ButtonKind::Quiet, this)) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(7, 2, 2, 0);
  row->setSpacing(0);
  struct MarkTool {
    Icon icon;
    QString words;
    QString keys;
    TextMark mark;
  };
  const QList<MarkTool> marks{{Icon::Bold, tr("Bold"), QStringLiteral("Ctrl+B"), TextMark::Bold},
                              {Icon::Italic, tr("Italic"), QStringLiteral("Ctrl+I"), TextMark::Italic},
                              {Icon::Underline, tr("Underline"), QStringLiteral("Ctrl+U"), TextMark::Underline},
                              {Icon::Strike, tr("Strike through"), QString(), TextMark::Strike}};
  for (const MarkTool& tool : marks) {
    IconButton* button = addTool(tool.icon, tool.words, tool.keys);
    button->setCheckable(true);
    markTools_.append({tool.mark, button});
    connect(button, &IconButton::clicked, this, [this, mark = tool.mark] { Q_EMIT markRequested(mark); });
  }
  addSeparator();
  connect(addTool(Icon::List, tr("List"), {}), &IconButton::clicked, this, &ComposerToolbar::listRequested);
  connect(addTool(Icon::Code, tr("Code"), {}), &IconButton::clicked, this,
          [this] { Q_EMIT markRequested(TextMark::Code); });
  connect(addTool(Icon::Link, tr("Link"), {}), &IconButton::clicked, this, &ComposerToolbar::linkRequested);
  addSeparator();
  attach_ = addTool(Icon::Paperclip, tr("Attach a file"), QStringLiteral("Ctrl+Shift+A"));
  emoticon_ = addTool(Icon::Smile, tr("Emoticon"), QStringLiteral("Ctrl+."));
  alert_ = addTool(Icon::Alert, tr("High importance"), QStringLiteral("Ctrl+Shift+I"));
  alert_->setCheckable(true);
  row->addStretch();
  story_->setSize(ButtonSize::Small);
  story_->setIcon(Icon::Story);
  story_->setToolTip(
      tr("Write a story (%1)").arg(QKeySequence(QStringLiteral("Ctrl+Shift+S")).toString(QKeySequence::NativeText)));
  row->addWidget(story_);
  setTabOrder(alert_, story_);
  connect(attach_, &IconButton::clicked, this, &ComposerToolbar::attachRequested);
  connect(emoticon_, &IconButton::clicked, this, &ComposerToolbar::emoticonsRequested);
  connect(alert_, &IconButton::clicked, this, &ComposerToolbar::alertToggled);
  connect(story_, &Button::clicked, this, &ComposerToolbar::storyToggled);
  setFixedHeight(themes.type().scaled(kToolbarHeight));
}

IconButton* ComposerToolbar::addTool(Icon icon, const QString& words, const QString& keys) {
  auto* tool = new IconButton(themes_, icon, words, this);
  tool->setWords(words, QKeySequence(keys));
  tool->setBoxSize(QSize(kToolBox, Metrics::kPointerTarget));
  layout()->addWidget(tool);
  return tool;
}

void ComposerToolbar::addSeparator() {
  constexpr int kSeparatorSpace = 12;
  auto* space = new QWidget(this);
  space->setFixedWidth(kSeparatorSpace);
  layout()->addWidget(space);
  separators_.append(space);
}

void ComposerToolbar::setStory(bool story) {
  story_->setText(story ? tr("Back to a message") : tr("Write a story"));
  if (story) {
    story_->removeIcon();
  } else {
    story_->setIcon(Icon::Story);
  }
}

void ComposerToolbar::setMarks(TextMarks marks) {
  for (const auto& [mark, button] : markTools_) {
    button->setChecked(marks.testFlag(mark));
  }
}

void ComposerToolbar::setAlert(bool alert) {
  alert_->setChecked(alert);
  alert_->setColor(alert ? &Theme::danger : &Theme::text2);
}

void ComposerToolbar::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.fillRect(QRect(1, height() - 1, width() - 2, 1), themes_.theme().line);
  for (const QWidget* space : separators_) {
    painter.fillRect(QRect(space->geometry().center().x(), (height() - 16) / 2, 1, 16), themes_.theme().line);
  }
}

ComposerFoot::ComposerFoot(ThemeManager& themes, QWidget* parent)
    : QWidget(parent),
      themes_(themes),
      asStory_(new LinkButton(themes, tr("Post as a story"), this)),
      preview_(new Button(themes, tr("Preview"), ButtonKind::Secondary, this)),
      send_(new Button(themes, tr("Send"), ButtonKind::Primary, this)) {
  asStory_->setUnderlined(false);
  preview_->setSize(ButtonSize::Small);
  send_->setSize(ButtonSize::Small);
  send_->setIcon(Icon::Send);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 4, 7, 6);
  row->setSpacing(8);
  row->addStretch();
  row->addWidget(asStory_);
  // Room for the counter, which is painted so that its digits do not move the buttons.
  row->addSpacing(0);
  row->addWidget(preview_);
  row->addWidget(send_);
  connect(asStory_, &LinkButton::clicked, this, &ComposerFoot::storyRequested);
  connect(preview_, &Button::clicked, this, &ComposerFoot::previewRequested);
  connect(send_, &Button::clicked, this, &ComposerFoot::sendRequested);
  setFixedHeight(themes.type().scaled(kFootHeight));
  setState({});
}

QString ComposerFoot::hint() const {
  if (state_.limit > 0 && state_.used > state_.limit) {
    return tr("%n characters too long", nullptr, state_.used - state_.limit);
  }
  return state_.story ? tr("Ctrl+Enter posts the story") : tr("Enter sends · Shift+Enter adds a line");
}

void ComposerFoot::setState(const FootState& state) {
  const FootState before = state_;
  state_ = state;
  const bool tooLong = state.used > state.limit;
  send_->setText(state.story ? tr("Post story") : tr("Send"));
  send_->setEnabled(state.canSend);
  preview_->setVisible(state.story);
  asStory_->setVisible(tooLong && !state.story);
  static_cast<QHBoxLayout*>(layout())->setStretch(0, 1);
  const QString counter =
      QStringLiteral("%1 / %2").arg(QLocale().toString(state.used), QLocale().toString(state.limit));
  const int room = fixedDigitsWidth(counter, TextRole::SecondaryStrong, themes_.type()) + 8;
  layout()->itemAt(2)->spacerItem()->changeSize(room, 0, QSizePolicy::Fixed);
  layout()->invalidate();
  announceUse(before);
  update();
}

void ComposerFoot::announceUse(const FootState& before) {
  const auto level = [](const FootState& s) {
    if (s.limit <= 0 || s.used * 100 < s.limit * kNearLimitPercent) {
      return 0;
    }
    return s.used < s.limit ? 1 : (s.used == s.limit ? 2 : 3);
  };
  if (level(state_) <= level(before)) {
    return;
  }
  setAccessibleName(tr("%1 of %Ln characters used", nullptr, state_.limit).arg(QLocale().toString(state_.used)));
  announce(*this, accessibleName());
}

void ComposerFoot::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const Theme& theme = themes_.theme();
  const Typography& type = themes_.type();
  const bool tooLong = state_.used > state_.limit;
  const bool near = state_.used * 100 >= state_.limit * kNearLimitPercent;
  const int lineHeight = type.scaled(kSmallSend);
  int left = kFootLeft;
  if (tooLong) {
    paintIcon(painter, Icon::Warning, QRect(left, kFootTop, 14, lineHeight), 14, theme.danger);
    left += 18;
  }
  left += paintTextLine(painter, QRect(left, kFootTop, width() / 2, lineHeight),
                        {hint(), TextRole::Secondary, tooLong ? theme.danger : theme.text3}, type);
  if (state_.alert) {
    paintChip(painter, QRect(left + 10, kFootTop, width(), lineHeight), left + 10,
              {tr("High importance"), ChipKind::Danger, Icon::Alert}, {theme, type, devicePixelRatioF()});
  }
  const QString counter =
      QStringLiteral("%1 / %2").arg(QLocale().toString(state_.used), QLocale().toString(state_.limit));
  const QColor color = tooLong ? theme.danger : (near ? theme.mentionText : theme.text3);
  const QRect place = layout()->itemAt(2)->geometry();
  const int right = (state_.story ? preview_->x() : send_->x()) - 8;
  TextLine line{counter, tooLong ? TextRole::SecondaryStrong : TextRole::Secondary, color};
  line.fixedDigits = true;
  paintTextLine(painter, QRect(right - place.width() - 120, kFootTop, place.width() + 120, lineHeight), line, type,
                Qt::AlignRight);
}

}  // namespace Parlour::Ui
