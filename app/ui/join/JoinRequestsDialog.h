// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

#include "app/core/Types.h"
#include "app/ui/theme/ThemeManager.h"

class QLayout;
class QScrollArea;
class QVBoxLayout;

namespace Parlour::Ui {

class Button;
class JoinRequestCard;
class Label;
class ProblemLine;

// Where a manager answers who asks to join a room: a card for each request, one click for an answer. The caller sends
// the answers and keeps the list up to date. Window-modal.
class JoinRequestsDialog : public QDialog {
  Q_OBJECT

 public:
  JoinRequestsDialog(ThemeManager& themes, const QString& roomName, QWidget* parent);

  void setRequests(const QList<Core::JoinRequest>& requests);
  // Why the answer to that person was not taken; the card can be answered again when it is still there.
  void showRefusal(const SipUri& user, const QString& words);
  QList<JoinRequestCard*> cards() const { return cards_; }
  QString refusal() const;
  Button* closeButton() const { return close_; }

 Q_SIGNALS:
  void answered(const Parlour::SipUri& user, bool granted);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void build(const QString& roomName);
  QLayout* makeHead(const QString& roomName);
  void makeList();
  QWidget* makeFoot();
  JoinRequestCard* cardOf(const SipUri& user) const;
  void addCard(const Core::JoinRequest& request);
  void showCount();

  ThemeManager& themes_;
  Label* count_;
  QScrollArea* scroll_;
  QVBoxLayout* list_;
  ProblemLine* problem_;
  Button* close_;
  QList<JoinRequestCard*> cards_;
};

}  // namespace Parlour::Ui
