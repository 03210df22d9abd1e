// SPDX-License-Identifier: Apache-2.0
#include "app/ui/mainwindow/JoinRequestController.h"

#include "app/ui/join/AskToJoinDialog.h"
#include "app/ui/join/JoinDialog.h"
#include "app/ui/join/JoinRequestsDialog.h"
#include "app/ui/mainwindow/MainWindow.h"
#include "app/ui/widgets/Toast.h"

namespace Parlour::Ui {

JoinRequestController::JoinRequestController(Core::Client& client, MainWindow& window, QObject* parent)
    : QObject(parent), client_(client), window_(window) {
  connect(&client, &Core::Client::joinRequestsChanged, this, &JoinRequestController::refresh);
  connect(&client, &Core::Client::joinRequestArrived, this, &JoinRequestController::sayArrived);
  connect(&client, &Core::Client::joinRequestEnded, this, &JoinRequestController::sayEnded);
  connect(window.toasts(), &ToastStack::actionRequested, this, [this](int id) {
    if (const auto action = toastActions_.take(id)) {
      action();
    }
  });
}

void JoinRequestController::say(const QString& title, const QString& sentence, const QString& action,
                                const std::function<void()>& deed, bool stays) {
  const int id = window_.toasts()->show({title, sentence, action, stays});
  if (deed) {
    toastActions_.insert(id, deed);
  }
}

void JoinRequestController::connectJoinDialog(JoinDialog& dialog) {
  dialog.setRequests([this](const RoomUri& room) { return mayAsk(room); },
                     [this](const RoomUri& room) { return client_.joinRequests().mineTo(room); });
  connect(&client_, &Core::Client::joinRequestsChanged, &dialog, &JoinDialog::refreshDetail);
  connect(&dialog, &JoinDialog::askRequested, this,
          [this, &dialog](const Core::RoomSummary& room) { ask(room, &dialog); });
  connect(&dialog, &JoinDialog::withdrawRequested, this,
          [this, &dialog](const RoomUri& room) { withdraw(room, dialog); });
}

// Who manages a room adds himself.
bool JoinRequestController::mayAsk(const RoomUri& room) const {
  return client_.joinRequests().isSupported() && !client_.mayManage(room);
}

void JoinRequestController::ask(const Core::RoomSummary& room, QWidget* over) {
  if (asking_) {
    return;
  }
  asking_ = new AskToJoinDialog(window_.themes(), room, over);
  connect(asking_, &AskToJoinDialog::askRequested, this, [this, room](const QString& words) { send(room, words); });
  connect(asking_, &QDialog::finished, this, [this] { asking_.clear(); });
  asking_->open();
}

// The link that did not open names no room.
void JoinRequestController::askAbout(const RoomUri& room) {
  client_.roomInfo(room).then(this, [this, room](const Result<Core::RoomSummary>& info) {
    if (!info) {
      say(tr("The room cannot be asked for"), info.error().text, QString(), nullptr, true);
      return;
    }
    Core::RoomSummary summary = *info;
    summary.uri = room;
    ask(summary, &window_);
  });
}

void JoinRequestController::send(const Core::RoomSummary& room, const QString& words) {
  const QPointer<AskToJoinDialog> dialog = asking_;
  client_.joinRequests().ask(room.uri, words).then(this, [this, room, dialog](const Result<Core::JoinRequest>& asked) {
    if (dialog && !asked) {
      dialog->showRefusal(asked.error().text);
      return;
    }
    if (dialog) {
      dialog->accept();
    }
    if (asked) {
      say(tr("Asked to join"), tr("You hear of it when a manager of %1 has answered.").arg(room.name), QString(),
          nullptr);
    } else {
      say(tr("Not asked to join %1").arg(room.name), asked.error().text, QString(), nullptr, true);
    }
  });
}

void JoinRequestController::withdraw(const RoomUri& room, JoinDialog& dialog) {
  client_.joinRequests().withdraw(room).then(&dialog, [&dialog](const Status& withdrawn) {
    if (!withdrawn) {
      dialog.showComplaint(withdrawn.error().text);
    }
  });
}

void JoinRequestController::complain(const QString& title, const RoomUri& room, const Error& error) {
  if (client_.joinRequests().mineTo(room)) {
    say(title, tr("You asked to join this room. A manager decides."), QString(), nullptr, true);
  } else if (mayAsk(room) && error.code == ErrorCode::PermissionDenied) {
    say(
        title, error.text, tr("Ask to join…"), [this, room] { askAbout(room); }, true);
  } else {
    say(title, error.text, QString(), nullptr, true);
  }
}

void JoinRequestController::review(const RoomUri& room) {
  const QList<Core::JoinRequest> requests = client_.joinRequests().toAnswerIn(room);
  if (reviewing_ || requests.isEmpty()) {
    return;
  }
  reviewed_ = room;
  reviewing_ = new JoinRequestsDialog(window_.themes(), requests.first().roomName, &window_);
  reviewing_->setRequests(requests);
  connect(reviewing_, &JoinRequestsDialog::answered, this,
          [this, room](const SipUri& user, bool granted) { answer(room, user, granted); });
  // A closed dialog lives until the event loop gets to it, and must not bar the next one.
  connect(reviewing_, &QDialog::finished, this, [this] { reviewing_.clear(); });
  reviewing_->open();
}

void JoinRequestController::refresh() {
  if (reviewing_) {
    reviewing_->setRequests(client_.joinRequests().toAnswerIn(reviewed_));
  }
}

void JoinRequestController::answer(const RoomUri& room, const SipUri& user, bool granted) {
  Core::JoinRequest request;
  for (const Core::JoinRequest& open : client_.joinRequests().toAnswerIn(room)) {
    if (open.user == user) {
      request = open;
    }
  }
  const QPointer<JoinRequestsDialog> dialog = reviewing_;
  client_.joinRequests().answer(room, user, granted).then(this, [this, request, granted, dialog](const Status& done) {
    if (done) {
      answerGiven(request, granted);
    } else if (dialog) {
      dialog->showRefusal(request.user, done.error().text);
    } else {
      say(tr("Not answered: %1").arg(request.userName), done.error().text, QString(), nullptr, true);
    }
  });
}

// The dialog has done its work with the last one.
void JoinRequestController::answerGiven(const Core::JoinRequest& request, bool granted) {
  if (reviewing_ && reviewed_ == request.room && client_.joinRequests().toAnswerIn(request.room).isEmpty()) {
    reviewing_->accept();
  }
  say(granted ? tr("%1 is a member now").arg(request.userName) : tr("Request declined"),
      granted ? request.roomName : tr("%1, %2").arg(request.userName, request.roomName), QString(), nullptr);
}

void JoinRequestController::sayArrived(const Core::JoinRequest& request) {
  if (reviewing_ && reviewed_ == request.room) {
    return;
  }
  say(tr("%1 asks to join").arg(request.userName), request.roomName, tr("Review"),
      [this, room = request.room] { review(room); });
}

void JoinRequestController::sayEnded(const Core::JoinRequest& request) {
  if (request.state == Core::JoinRequestState::Granted) {
    say(tr("You were let in"), tr("You are a member of %1 now.").arg(request.roomName), tr("Open"),
        [this, room = request.room] { Q_EMIT openRequested(room); });
  } else {
    say(tr("Request declined"), tr("A manager declined your request to join %1.").arg(request.roomName), QString(),
        nullptr, true);
  }
}

}  // namespace Parlour::Ui
