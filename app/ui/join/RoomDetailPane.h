// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "app/core/Types.h"
#include "app/ui/theme/Icons.h"
#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

class Button;

// The card of the chosen room at the right of the join dialog.
class RoomDetailPane : public QWidget {
  Q_OBJECT

 public:
  explicit RoomDetailPane(ThemeManager& themes, QWidget* parent = nullptr);

  // Nothing chosen: an empty pane without buttons.
  void clear();
  // `refused`: the person may not open it; says why and whom to ask.
  void setRoom(const Core::RoomSummary& room, bool followed, bool refused);
  QString refusal() const { return refusal_; }
  // Instead of opening a closed room the person may ask to join it, or has asked. After setRoom().
  void offerToAsk();
  void showAsked(const Core::JoinRequest& request);
  bool offersToAsk() const { return offersToAsk_; }
  QString askedWords() const { return asked_; }
  // Why opening failed, below the buttons' room.
  void setComplaint(const QString& words);
  Button* openButton() const { return open_; }
  Button* followButton() const { return follow_; }
  Button* askButton() const { return ask_; }
  Button* withdrawButton() const { return withdraw_; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  int paintTop(QPainter& painter) const;
  void paintDetails(QPainter& painter, int top) const;
  void paintWords(QPainter& painter, const QString& text, Icon icon, ColorToken color) const;
  QList<QPair<QString, QString>> details() const;
  void showDeed(const Button* deed);

  ThemeManager& themes_;
  Button* follow_;
  Button* open_;
  Button* ask_;
  Button* withdraw_;
  Core::RoomSummary room_;
  QString complaint_;
  QString refusal_;
  QString asked_;
  bool offersToAsk_ = false;
  bool shown_ = false;
};

}  // namespace Parlour::Ui
