// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

#include "app/core/Types.h"
#include "app/ui/theme/ThemeManager.h"

class QLineEdit;

namespace Parlour::Ui {

class Button;
class FieldBox;

// Asks for a line of words that goes with a request to join a closed room. 440 px wide, window-modal. Stays open until
// the caller says what became of the request.
class AskToJoinDialog : public QDialog {
  Q_OBJECT

 public:
  AskToJoinDialog(ThemeManager& themes, const Core::RoomSummary& room, QWidget* parent);

  void showRefusal(const QString& words);
  QLineEdit* field() const { return words_; }
  Button* askButton() const { return ask_; }
  QString refusal() const;

 Q_SIGNALS:
  void askRequested(const QString& words);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void build(const Core::RoomSummary& room);
  void send();
  void fitHeight();

  ThemeManager& themes_;
  QLineEdit* words_;
  FieldBox* box_;
  Button* ask_;
};

}  // namespace Parlour::Ui
