// SPDX-License-Identifier: Apache-2.0
#include "app/ui/widgets/SegmentedControl.h"

#include <QHBoxLayout>
#include <QPainterPath>
#include <QRadioButton>

#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Paint.h"

namespace Parlour::Ui {

namespace {

constexpr int kSegmentHeight = 28;

class Segment : public QRadioButton {
 public:
  Segment(ThemeManager& themes, const QString& text, QWidget* parent) : QRadioButton(text, parent), themes_(themes) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAttribute(Qt::WA_Hover);
  }
  QSize sizeHint() const override {
    constexpr int kPadding = 12;
    const Typography& type = themes_.type();
    return {textWidth(text(), TextRole::SecondaryStrong, type) + 2 * kPadding, type.lineHeight(TextRole::Label)};
  }

 protected:
  bool hitButton(const QPoint& pos) const override { return rect().contains(pos); }
  void paintEvent(QPaintEvent* /*event*/) override {
    QPainter painter(this);
    const Theme& theme = themes_.theme();
    const TextRole role = isChecked() ? TextRole::SecondaryStrong : TextRole::Label;
    paintTextLine(painter, rect(), {text(), role, isChecked() ? theme.accent : theme.text2}, themes_.type(),
                  Qt::AlignHCenter);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
      paintFocusRing(painter, rect(), Metrics::kRadiusControl - 1, theme);
    }
  }

 private:
  ThemeManager& themes_;
};

}  // namespace

SegmentedControl::SegmentedControl(ThemeManager& themes, const QStringList& choices, QWidget* parent)
    : QWidget(parent), themes_(themes) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(1, 1, 1, 1);
  row->setSpacing(1);
  for (const QString& choice : choices) {
    auto* segment = new Segment(themes, choice, this);
    group_.addButton(segment, static_cast<int>(group_.buttons().size()));
    row->addWidget(segment);
  }
  group_.button(0)->setChecked(true);
  connect(&group_, &QButtonGroup::idToggled, this, [this](int id, bool checked) {
    update();
    if (checked) {
      Q_EMIT currentChanged(id);
    }
  });
  connect(&themes, &ThemeManager::themeChanged, this, qOverload<>(&QWidget::update));
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  setControlHeight(themes.type().scaled(kSegmentHeight));
}

void SegmentedControl::setCurrent(int index) {
  if (QAbstractButton* button = group_.button(index)) {
    button->setChecked(true);
  }
}

void SegmentedControl::setControlHeight(int height) { setFixedHeight(height); }

void SegmentedControl::paintEvent(QPaintEvent* /*event*/) { paintSegments(*this, group_, themes_.theme()); }

void paintSegments(QWidget& box, const QButtonGroup& group, const Theme& theme) {
  QPainter painter(&box);
  paintBox(painter, box.rect(), Metrics::kRadiusControl, theme.raised, theme.controlSoft);
  QPainterPath inside;
  inside.addRoundedRect(box.rect().adjusted(1, 1, -1, -1), Metrics::kRadiusControl - 1, Metrics::kRadiusControl - 1);
  painter.setRenderHint(QPainter::Antialiasing);
  const auto fillPart = [&painter, &inside](const QRect& part, const QColor& color) {
    QPainterPath area;
    area.addRect(part);
    painter.fillPath(inside.intersected(area), color);
  };
  const auto segments = group.buttons();
  for (QAbstractButton* segment : segments) {
    const QRect place = segment->geometry();
    if (segment->isChecked()) {
      fillPart(place, theme.tint);
      fillPart(QRect(place.left(), place.bottom() - 1, place.width(), 2), theme.accent);
    } else if (segment->underMouse() && box.isEnabled()) {
      fillPart(place, theme.hover);
    }
    if (group.id(segment) > 0) painter.fillRect(QRect(place.left() - 1, 0, 1, box.height()), theme.controlSoft);
  }
}

}  // namespace Parlour::Ui
