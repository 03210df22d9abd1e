// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>
#include <QHash>
#include <QKeySequence>
#include <QLabel>
#include <QMenu>
#include <QStringList>

#include "tests/gui/Screenshots.h"

namespace Parlour::Gui {

// Instead of taking pictures, looks for letters with Alt that two things of a window or of a menu share.
class MnemonicCheck : public Screenshots {
 public:
  using Screenshots::Screenshots;
  QStringList shared;
  int looked = 0;

 protected:
  void look(QWidget& window, const QString& name) override {
    QHash<QKeySequence, QString> taken;
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
      if (!widget->isVisible()) continue;
      const auto* label = qobject_cast<const QLabel*>(widget);
      if (label && label->buddy()) take(label->text(), name, taken);
      if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) take(button->text(), name, taken);
    }
    for (const QMenu* menu : window.findChildren<QMenu*>()) {
      QHash<QKeySequence, QString> entries;
      for (const QAction* action : menu->actions()) take(action->text(), name, entries);
    }
  }
  void keep(const QPixmap& /*picture*/, const QString& /*name*/) override {}

 private:
  void take(const QString& words, const QString& where, QHash<QKeySequence, QString>& taken) {
    const QKeySequence key = QKeySequence::mnemonic(words);
    if (key.isEmpty()) return;
    ++looked;
    const QString other = taken.value(key, words);
    if (other != words) shared.append(QStringLiteral("%1: “%2” and “%3”").arg(where, other, words));
    taken.insert(key, words);
  }
};

}  // namespace Parlour::Gui
