// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "app/ui/theme/ThemeManager.h"
#include "app/ui/widgets/Paint.h"

namespace Parlour::Ui {

class Button;
class Label;

// What a list shows instead of rows: icon, one bold line, one sentence, at most one button. The same
// shape serves for errors, with the warning drawing in the danger colour.
class EmptyPane : public QWidget {
  Q_OBJECT

 public:
  explicit EmptyPane(ThemeManager& themes, QWidget* parent = nullptr);

  void showEmpty(Icon icon, const QString& title, const QString& sentence, const QString& action = {});
  void showError(const QString& title, const QString& sentence, const QString& action);

 Q_SIGNALS:
  void actionRequested();

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  class Drawing;
  void fill(const QString& title, const QString& sentence, const QString& action);
  void fitSentence();

  ThemeManager& themes_;
  Drawing* drawing_;
  Label* title_;
  Label* sentence_;
  Button* action_;
};

}  // namespace Parlour::Ui
