// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QScrollBar>

class QAbstractScrollArea;

namespace Parlour::Ui {

// A vertical scroll bar that lies over the right edge of a scroll area instead of taking room from it, so
// that widths do not depend on how much there is to scroll. Hidden while everything fits.
class OverlayScrollBar : public QScrollBar {
  Q_OBJECT

 public:
  explicit OverlayScrollBar(QAbstractScrollArea* area);
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void place();

  QAbstractScrollArea* area_;
};

}  // namespace Parlour::Ui
