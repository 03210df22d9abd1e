// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

#include "app/ui/composer/Composer.h"
#include "app/ui/theme/ThemeManager.h"

class QScrollBar;

namespace Parlour::Ui {

// A story as it will stand in the room, before it is posted.
class StoryPreview : public QDialog {
  Q_OBJECT

 public:
  StoryPreview(ThemeManager& themes, const Draft& draft, const QString& author, const QByteArray& address,
               QWidget* parent);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QScrollBar* scrollBar_;
};

}  // namespace Parlour::Ui
