// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRadioButton>
#include <optional>

#include "app/ui/theme/Icons.h"
#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

// One of a few choices with a sentence that says what it means; a radio button in a box.
class ChoiceCard : public QRadioButton {
  Q_OBJECT

 public:
  ChoiceCard(ThemeManager& themes, std::optional<Icon> icon, const QString& title, const QString& sentence,
             QWidget* parent = nullptr);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;

 protected:
  bool hitButton(const QPoint& pos) const override { return rect().contains(pos); }
  void paintEvent(QPaintEvent* event) override;

 private:
  ThemeManager& themes_;
  std::optional<Icon> icon_;
  QString sentence_;
};

}  // namespace Parlour::Ui
