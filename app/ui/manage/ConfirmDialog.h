// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

class Button;

// A question before something is lost: what it is, what is lost, the deed at the right and "Cancel" as the default.
struct Question {
  QString title;
  QString sentence;
  QString deed;
  QString cancel;       // empty: "Cancel"
  QString alternative;  // a milder deed at the left; empty: none
  bool destructive = true;
};

// 440 px wide, window-modal, dims its parent while it is open. `answered` comes once.
class ConfirmDialog : public QDialog {
  Q_OBJECT

 public:
  enum class Answer { Cancelled, Deed, Alternative };

  ConfirmDialog(ThemeManager& themes, const Question& question, QWidget* parent);

  Button* deedButton() const { return deed_; }
  Button* cancelButton() const { return cancel_; }
  Button* alternativeButton() const { return alternative_; }  // null when there is none

 Q_SIGNALS:
  void answered(Parlour::Ui::ConfirmDialog::Answer answer);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void done(int result) override;

 private:
  void build(const Question& question);

  ThemeManager& themes_;
  Button* deed_;
  Button* cancel_;
  Button* alternative_ = nullptr;
  Answer answer_ = Answer::Cancelled;
};

}  // namespace Parlour::Ui
