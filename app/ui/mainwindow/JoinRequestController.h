// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QObject>
#include <QPointer>
#include <functional>

#include "app/core/Client.h"

namespace Parlour::Ui {

class AskToJoinDialog;
class JoinDialog;
class JoinRequestsDialog;
class MainWindow;

// Requests to join closed rooms: lets the person ask and withdraw, lets managers answer, and tells of both as they
// come. One dialog of a kind at a time. GUI thread; client and window outlive it.
class JoinRequestController : public QObject {
  Q_OBJECT

 public:
  JoinRequestController(Core::Client& client, MainWindow& window, QObject* parent = nullptr);

  void connectJoinDialog(JoinDialog& dialog);
  // Shows the requests to that room, to be answered.
  void review(const RoomUri& room);
  // Says that a room did not open, with the offer to ask for it when that can help.
  void complain(const QString& title, const RoomUri& room, const Error& error);

 Q_SIGNALS:
  void openRequested(const Parlour::RoomUri& room);

 private:
  bool mayAsk(const RoomUri& room) const;
  void ask(const Core::RoomSummary& room, QWidget* over);
  void askAbout(const RoomUri& room);
  void send(const Core::RoomSummary& room, const QString& words);
  void withdraw(const RoomUri& room, JoinDialog& dialog);
  void answer(const RoomUri& room, const SipUri& user, bool granted);
  void answerGiven(const Core::JoinRequest& request, bool granted);
  void refresh();
  void sayArrived(const Core::JoinRequest& request);
  void sayEnded(const Core::JoinRequest& request);
  void say(const QString& title, const QString& sentence, const QString& action, const std::function<void()>& deed,
           bool stays = false);

  Core::Client& client_;
  MainWindow& window_;
  QPointer<AskToJoinDialog> asking_;
  QPointer<JoinRequestsDialog> reviewing_;
  RoomUri reviewed_;
  QHash<int, std::function<void()>> toastActions_;
};

}  // namespace Parlour::Ui
