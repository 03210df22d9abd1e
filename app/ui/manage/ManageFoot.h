// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

class Button;
class Label;

// The foot of the Manage dialog: what is not saved or what went wrong at the left, the buttons at the right.
class ManageFoot : public QWidget {
  Q_OBJECT

 public:
  enum class Tone { Plain, Changes, Problem };

  ManageFoot(ThemeManager& themes, const QString& deed, QWidget* parent = nullptr);

  void show(Tone tone, const QString& text);
  QString text() const;
  Tone tone() const { return tone_; }
  Button* againButton() const { return again_; }  // "Load again", hidden until somebody else saved
  Button* cancelButton() const { return cancel_; }
  Button* deedButton() const { return deed_; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  ThemeManager& themes_;
  Label* words_;
  Button* again_;
  Button* cancel_;
  Button* deed_;
  Tone tone_ = Tone::Plain;
};

}  // namespace Parlour::Ui
