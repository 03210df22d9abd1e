// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QWidget>

#include "app/ui/theme/ThemeManager.h"
#include "app/ui/widgets/Paint.h"

namespace Parlour::Ui {

// The strip at the foot of the Wire view: a drawing, a few facts side by side, and one remark at the right.
class WireStatusStrip : public QWidget {
  Q_OBJECT

 public:
  explicit WireStatusStrip(ThemeManager& themes, QWidget* parent = nullptr);

  void setFacts(Icon icon, ColorToken iconColor, const QStringList& facts);
  void setRemark(const QString& remark);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void applyHeight();

  ThemeManager& themes_;
  Icon icon_ = Icon::Wire;
  ColorToken iconColor_ = &Theme::text3;
  QStringList facts_;
  QString remark_;
};

}  // namespace Parlour::Ui
