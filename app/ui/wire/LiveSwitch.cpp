// SPDX-License-Identifier: Apache-2.0
#include "app/ui/wire/LiveSwitch.h"

#include <QHBoxLayout>
#include <QRadioButton>

#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Paint.h"
#include "app/ui/widgets/SegmentedControl.h"

namespace Parlour::Ui {

namespace {

enum LiveChoice { kLive, kPaused };
constexpr int kSidePadding = 12;
constexpr int kMarkSpace = 14;
constexpr int kMarkGap = 7;
constexpr int kLiveDot = 8;
constexpr int kPauseIcon = 14;

class LiveSegment : public QRadioButton {
 public:
  LiveSegment(ThemeManager& themes, LiveChoice choice, const QString& text, QWidget* parent)
      : QRadioButton(text, parent), themes_(themes), choice_(choice) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setAttribute(Qt::WA_Hover);
  }
  QSize sizeHint() const override {
    const int mark = choice_ == kLive ? kLiveDot : kMarkSpace;
    return {2 * kSidePadding + mark + kMarkGap + textWidth(text(), TextRole::SecondaryStrong, themes_.type()),
            themes_.type().lineHeight(TextRole::Label)};
  }

 protected:
  bool hitButton(const QPoint& pos) const override { return rect().contains(pos); }
  void paintEvent(QPaintEvent* /*event*/) override {
    QPainter painter(this);
    const Theme& theme = themes_.theme();
    const QColor color = isChecked() ? theme.accent : theme.text2;
    int left = kSidePadding;
    if (choice_ == kLive) {
      paintBox(painter, QRect(left, (height() - kLiveDot) / 2, kLiveDot, kLiveDot), kLiveDot / 2.0,
               isChecked() ? theme.presenceOn : theme.control);
      left += kLiveDot + kMarkGap;
    } else {
      paintIcon(painter, Icon::Pause, QRect(left, 0, kMarkSpace, height()), kPauseIcon, color);
      left += kMarkSpace + kMarkGap;
    }
    const TextRole role = isChecked() ? TextRole::SecondaryStrong : TextRole::Label;
    paintTextLine(painter, QRect(left, 0, width() - left, height()), {text(), role, color}, themes_.type());
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
      paintFocusRing(painter, rect(), Metrics::kRadiusControl - 1, theme);
    }
  }

 private:
  ThemeManager& themes_;
  LiveChoice choice_;
};

}  // namespace

LiveSwitch::LiveSwitch(ThemeManager& themes, QWidget* parent) : QWidget(parent), themes_(themes) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(1, 1, 1, 1);
  row->setSpacing(1);
  auto* live = new LiveSegment(themes, kLive, tr("Live"), this);
  live->setToolTip(tr("Show messages as they come and stay at the newest"));
  auto* paused = new LiveSegment(themes, kPaused, tr("Pause"), this);
  paused->setToolTip(tr("Let the list stand still"));
  group_.addButton(live, kLive);
  group_.addButton(paused, kPaused);
  row->addWidget(live);
  row->addWidget(paused);
  live->setChecked(true);
  const auto adjust = [this] {
    setFixedHeight(themes_.type().scaled(Metrics::kControlHeight));
    updateGeometry();
    update();
  };
  adjust();
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  connect(&group_, &QButtonGroup::idClicked, this, [this](int id) { Q_EMIT chosen(id == kLive); });
  connect(&group_, &QButtonGroup::idToggled, this, qOverload<>(&QWidget::update));
  connect(&themes, &ThemeManager::themeChanged, this, adjust);
}

bool LiveSwitch::isLive() const { return group_.checkedId() == kLive; }

void LiveSwitch::setLive(bool live) { group_.button(live ? kLive : kPaused)->setChecked(true); }

void LiveSwitch::paintEvent(QPaintEvent* /*event*/) { paintSegments(*this, group_, themes_.theme()); }

}  // namespace Parlour::Ui
