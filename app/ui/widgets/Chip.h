// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>
#include <optional>

#include "app/ui/theme/ThemeManager.h"
#include "app/ui/widgets/Paint.h"

namespace Parlour::Ui {

enum class ChipKind { Neutral, Accent, Mention, Danger, Ok, Story };

struct ChipLook {
  QString text;
  ChipKind kind = ChipKind::Neutral;
  std::optional<Icon> icon;
};

int chipWidth(const ChipLook& look, const Typography& type);
// Paints with the left edge at `left`, 20 px high in the middle of `row`; returns the rectangle used.
QRect paintChip(QPainter& painter, const QRect& row, int left, const ChipLook& look, const PaintContext& context);

// A chip as a widget, for headers and dialogs. Reads the theme when it paints.
class Chip : public QWidget {
  Q_OBJECT

 public:
  Chip(ThemeManager& themes, ChipLook look, QWidget* parent = nullptr);
  void setLook(ChipLook look);
  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  ThemeManager& themes_;
  ChipLook look_;
};

}  // namespace Parlour::Ui
