// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QListView>

#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

// The list of the ladder. Keeps the newest row in sight while it was in sight, until the person scrolls up.
class LadderView : public QListView {
  Q_OBJECT

 public:
  explicit LadderView(ThemeManager& themes, QWidget* parent = nullptr);

  bool isFollowing() const { return following_; }
  void follow();  // go to the newest row and stay there

 Q_SIGNALS:
  void copyRequested();
  void escapePressed();

 protected:
  void focusInEvent(QFocusEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  ThemeManager& themes_;
  bool following_ = true;
};

}  // namespace Parlour::Ui
