// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QScrollBar>
#include <QTimer>

class QAbstractScrollArea;

namespace Parlour::Ui {

// A vertical scroll bar that lies over the right edge of a scroll area instead of taking room from it, so
// that widths do not depend on how much there is to scroll. Shows while the pointer is over
// the area.
class OverlayScrollBar : public QScrollBar {
  Q_OBJECT

 public:
  explicit OverlayScrollBar(QAbstractScrollArea* area);
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void place();
  void showShortly();

  QAbstractScrollArea* area_;
  QTimer hides_;
};

}  // namespace Parlour::Ui
