// SPDX-License-Identifier: Apache-2.0
#include "app/ui/widgets/Chip.h"

#include "app/ui/theme/Metrics.h"

namespace Parlour::Ui {

namespace {

constexpr int kChipPadding = 7;
constexpr int kChipIcon = 12;
constexpr int kChipIconGap = 4;

struct ChipColors {
  QColor fill;
  QColor text;
};

ChipColors chipColors(ChipKind kind, const Theme& theme) {
  switch (kind) {
    case ChipKind::Neutral:
      return {theme.hover, theme.text2};
    case ChipKind::Accent:
      return {theme.tint, theme.accent};
    case ChipKind::Mention:
      return {theme.mentionBg, theme.mentionText};
    case ChipKind::Danger:
      return {theme.dangerBg, theme.danger};
    case ChipKind::Ok:
      return {theme.okBg, theme.ok};
    case ChipKind::Story:
      return {theme.storyBg, theme.story};
  }
  Q_UNREACHABLE();
}

}  // namespace

int chipWidth(const ChipLook& look, const Typography& type) {
  const int icon = look.icon ? kChipIcon + kChipIconGap : 0;
  return textWidth(look.text, TextRole::Chip, type) + 2 * kChipPadding + icon;
}

QRect paintChip(QPainter& painter, const QRect& row, int left, const ChipLook& look, const PaintContext& context) {
  const int height = context.type.scaled(Metrics::kChipHeight);
  const QRect box(left, row.top() + (row.height() - height) / 2, chipWidth(look, context.type), height);
  const ChipColors colors = chipColors(look.kind, context.theme);
  paintBox(painter, box, Metrics::kRadiusChip, colors.fill,
           context.theme.highContrast ? context.theme.control : QColor());
  QRect text = box.adjusted(kChipPadding, 0, -kChipPadding + 1, 0);
  if (look.icon) {
    paintIcon(painter, *look.icon, QRect(text.left(), text.top(), kChipIcon, text.height()), kChipIcon, colors.text);
    text.setLeft(text.left() + kChipIcon + kChipIconGap);
  }
  paintTextLine(painter, text, {look.text, TextRole::Chip, colors.text}, context.type);
  return box;
}

Chip::Chip(ThemeManager& themes, ChipLook look, QWidget* parent) : QWidget(parent), themes_(themes) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  connect(&themes, &ThemeManager::themeChanged, this, [this] {
    updateGeometry();
    update();
  });
  setLook(std::move(look));
}

void Chip::setLook(ChipLook look) {
  look_ = std::move(look);
  setAccessibleName(look_.text);
  updateGeometry();
  update();
}

QSize Chip::sizeHint() const { return {chipWidth(look_, themes_.type()), themes_.type().scaled(Metrics::kChipHeight)}; }

void Chip::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  paintChip(painter, rect(), 0, look_, {themes_.theme(), themes_.type(), devicePixelRatioF()});
}

}  // namespace Parlour::Ui
