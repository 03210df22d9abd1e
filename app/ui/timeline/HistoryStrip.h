// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "app/ui/theme/ThemeManager.h"

class QTimer;

namespace Parlour::Ui {

class Button;
class Label;

// A line at the top of the timeline while older history loads or did not load. Loading shows only after
// 300 ms, so that quick answers stay quiet.
class HistoryStrip : public QWidget {
  Q_OBJECT

 public:
  HistoryStrip(ThemeManager& themes, QWidget* parent);

  void showLoading();
  void showFailed(const QString& why);
  void showNothing();

 Q_SIGNALS:
  void retryRequested();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  ThemeManager& themes_;
  Label* words_;
  Button* retry_;
  QTimer* delay_;
};

}  // namespace Parlour::Ui
