// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>
#include <QTimer>

#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

// A field with a magnifier, a key hint while it is empty and a clear button while it is not. Emits
// `searchRequested` on Enter, or 400 ms after typing stops once two letters are there.
class SearchField : public QLineEdit {
  Q_OBJECT

 public:
  SearchField(ThemeManager& themes, const QString& placeholder, QWidget* parent = nullptr);

  void setKeyHint(const QString& keys);
  // 36 px instead of 32.
  void setTall(bool tall);
  // Without frame and of any height, as the first line of a popup.
  void setFrameless(int height);
  // Leaves room at the right end for a control of the owner.
  void setRoomAtEnd(int width);
  QSize sizeHint() const override;

 Q_SIGNALS:
  void searchRequested(const QString& text);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;

 private:
  QRect clearRect() const;
  bool mayClear() const;
  void applyMargins();

  ThemeManager& themes_;
  QString keyHint_;
  QTimer pause_;
  bool tall_ = false;
  int framelessHeight_ = 0;
  int roomAtEnd_ = 0;
};

}  // namespace Parlour::Ui
