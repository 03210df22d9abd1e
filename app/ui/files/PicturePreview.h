// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>
#include <QImage>

#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

class Button;

// One picture as large as the window allows, never larger than it is. "Save as…" is somebody else's work.
class PicturePreview : public QDialog {
  Q_OBJECT

 public:
  PicturePreview(ThemeManager& themes, const QString& name, QWidget* parent);
  void setPicture(const QImage& picture);  // null: it cannot be shown
  Button* saveButton() const { return save_; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  ThemeManager& themes_;
  QImage picture_;
  QString words_;
  Button* save_;
  Button* close_;
};

}  // namespace Parlour::Ui
