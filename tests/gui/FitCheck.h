// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>
#include <QLabel>
#include <QStringList>

#include "tests/gui/Screenshots.h"

namespace Parlour::Gui {

// Instead of taking pictures, looks whether the words of every label and button have the room they need.
class FitCheck : public Screenshots {
 public:
  using Screenshots::Screenshots;
  QStringList clipped;
  int looked = 0;
  int lineSpare = 1;  // by how much a line may be lower than the font of a fallback says

 protected:
  void look(QWidget& window, const QString& name) override {
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
      if (!widget->isVisible()) continue;
      if (const auto* label = qobject_cast<const QLabel*>(widget)) check(*label, label->text(), neededBy(*label), name);
      if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
        // Less padding than wished for is no cut.
        check(*button, button->text(), button->sizeHint() - QSize(kSparePadding, lineSpare), name);
      }
    }
  }
  void keep(const QPixmap& /*picture*/, const QString& /*name*/) override {}

 private:
  static constexpr int kSparePadding = 10;

  static QSize neededBy(const QLabel& label) {
    if (!label.wordWrap()) return label.sizeHint();
    return {0, label.heightForWidth(label.width())};
  }
  // A label that tells all of its words in its tool tip may cut them.
  void check(const QWidget& widget, const QString& words, const QSize& needed, const QString& where) {
    // One pixel: words for screen readers only.
    if (words.isEmpty() || widget.size() == QSize(1, 1)) return;
    ++looked;
    const bool mayCut = !widget.toolTip().isEmpty() && qobject_cast<const QLabel*>(&widget);
    if ((widget.width() >= needed.width() || mayCut) && widget.height() >= needed.height()) return;
    clipped.append(QStringLiteral("%1: “%2” has %3 x %4, needs %5 x %6")
                       .arg(where, words.left(40))
                       .arg(widget.width())
                       .arg(widget.height())
                       .arg(needed.width())
                       .arg(needed.height()));
  }
};

}  // namespace Parlour::Gui
