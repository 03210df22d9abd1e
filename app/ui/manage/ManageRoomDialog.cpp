// SPDX-License-Identifier: Apache-2.0
#include "app/ui/manage/ManageRoomDialog.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>

#include "app/ui/manage/ManageFoot.h"
#include "app/ui/manage/MoveCheck.h"
#include "app/ui/manage/PeoplePanel.h"
#include "app/ui/manage/RoomForm.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/Scrim.h"

namespace Parlour::Ui {

namespace {

constexpr int kManageWidth = 1000;
constexpr int kManageHeight = 673;  // 712 with the title bar of the pictures
constexpr int kManageLeastHeight = 440;
constexpr int kFormWidth = 524;
constexpr int kPeopleWidth = kManageWidth - kFormWidth;

}  // namespace

ManageRoomDialog::ManageRoomDialog(ThemeManager& themes, std::unique_ptr<ManageRoomModel> model,
                                   const RoomAdminActions& actions, QWidget* parent)
    : QDialog(parent),
      themes_(themes),
      model_(std::move(model)),
      actions_(actions),
      form_(new RoomForm(themes, *model_, this)),
      people_(new PeoplePanel(themes, *model_, actions, this)),
      foot_(new ManageFoot(themes, model_->isNew() ? tr("Create room") : tr("Save changes"), this)) {
  setWindowTitle(model_->isNew() ? tr("Create a room") : tr("Manage room: %1").arg(model_->saved().name));
  setWindowModality(Qt::WindowModal);
  build();
  connectParts();
  refreshFoot();
  Scrim::behind(*this, themes, parent);
  form_->focusField(RoomField::Name);
  actions_.addIns().then(this, [this](const Result<QList<Core::RoomAddIn>>& addIns) {
    if (addIns) {
      model_->setAddIns(*addIns);
    }
  });
}

// The parts refer to the model, which dies before the widgets otherwise.
ManageRoomDialog::~ManageRoomDialog() {
  delete people_;
  delete form_;
}

void ManageRoomDialog::build() {
  setMinimumHeight(kManageLeastHeight);
  const Typography& type = themes_.type();
  resize(qMax(kManageWidth, type.scaled(kManageWidth)), qMax(kManageHeight, type.scaled(kManageHeight)));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* row = new QHBoxLayout;
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  row->addWidget(form_, kFormWidth);
  row->addWidget(people_, kPeopleWidth);
  column->addLayout(row, 1);
  column->addWidget(foot_);
}

void ManageRoomDialog::connectParts() {
  connect(model_.get(), &ManageRoomModel::changed, this, [this] {
    form_->clearProblems();
    refreshFoot();
  });
  connect(foot_->deedButton(), &Button::clicked, this, &ManageRoomDialog::save);
  connect(foot_->cancelButton(), &Button::clicked, this, &ManageRoomDialog::reject);
  connect(foot_->againButton(), &Button::clicked, this, &ManageRoomDialog::loadAgain);
  connect(form_->disableButton(), &Button::clicked, this, &ManageRoomDialog::switchRoom);
  connect(form_->deleteButton(), &Button::clicked, this, &ManageRoomDialog::askToDelete);
}

void ManageRoomDialog::setPresence(const PresenceOf& presence) { people_->setPresence(presence); }

void ManageRoomDialog::refreshFoot() {
  if (model_->isNew()) {
    foot_->show(ManageFoot::Tone::Plain, tr("You are member and manager of the new room."));
    return;
  }
  const QString changes = model_->changesText();
  foot_->show(changes.isEmpty() ? ManageFoot::Tone::Plain : ManageFoot::Tone::Changes, changes);
  foot_->deedButton()->setEnabled(!busy_ && !changes.isEmpty());
}

void ManageRoomDialog::setBusy(const QString& words) {
  busy_ = !words.isEmpty();
  for (QWidget* part : {static_cast<QWidget*>(form_), static_cast<QWidget*>(people_)}) {
    part->setEnabled(!busy_);
  }
  foot_->deedButton()->setEnabled(!busy_);
  foot_->againButton()->hide();
  if (busy_) {
    foot_->show(ManageFoot::Tone::Plain, words);
  } else {
    refreshFoot();
  }
}

bool ManageRoomDialog::showFirstProblem() {
  const std::optional<RoomProblem> problem = model_->firstProblem();
  if (problem) {
    showProblem(*problem);
  }
  return problem.has_value();
}

void ManageRoomDialog::save() {
  if (busy_ || showFirstProblem() || (!model_->isNew() && !model_->isDirty())) {
    return;
  }
  if (model_->resigns()) {
    askToResign();
  } else {
    checkMove();
  }
}

void ManageRoomDialog::askToResign() {
  Question question;
  question.title = tr("Stop managing “%1”?").arg(model_->saved().name);
  question.sentence =
      tr("You take yourself out of the managers. Only another manager or an administrator can put you "
         "back.");
  question.deed = tr("Stop managing");
  ask(question, [this](ConfirmDialog::Answer answer) {
    if (answer == ConfirmDialog::Answer::Deed) {
      checkMove();
    }
  });
}

void ManageRoomDialog::checkMove() {
  if (!model_->moves()) {
    send();
    return;
  }
  setBusy(tr("Looking who may stay…"));
  auto* check = new MoveCheck(*model_, actions_, this);
  connect(check, &MoveCheck::finished, this, [this, check](const QStringList& dropped, bool known) {
    check->deleteLater();
    setBusy(QString());
    askToMove(dropped, known);
  });
  check->start();
}

void ManageRoomDialog::askToMove(const QStringList& dropped, bool known) {
  const QString target = model_->categoryName(model_->values().category);
  Question question;
  question.title = tr("Move “%1” to “%2”?").arg(model_->saved().name, target);
  if (!known) {
    question.sentence = tr("People and groups that “%1” does not allow leave the lists of the room and the room "
                           "itself. Moving it back does not bring them back.")
                            .arg(target);
  } else if (dropped.isEmpty()) {
    question.sentence = tr("“%1” allows everybody in the lists of the room. Nobody is dropped.").arg(target);
  } else {
    question.sentence = tr("“%1” does not allow %2. They leave the lists of the room and the room itself. Moving it "
                           "back does not bring them back.")
                            .arg(target, dropped.join(QStringLiteral(", ")));
  }
  question.deed = tr("Move room");
  question.destructive = !known || !dropped.isEmpty();
  ask(question, [this](ConfirmDialog::Answer answer) {
    if (answer == ConfirmDialog::Answer::Deed) {
      send();
    }
  });
}

void ManageRoomDialog::send() {
  form_->clearProblems();
  people_->setProblem(QString());
  setBusy(model_->isNew() ? tr("Creating the room…") : tr("Saving…"));
  const Core::RoomEdit edit = model_->edit();
  QFuture<Result<Core::RoomDetails>> answer =
      model_->isNew() ? actions_.create(edit) : actions_.modify(model_->room(), edit);
  answer.then(this, [this](const Result<Core::RoomDetails>& result) { finished(result); });
}

void ManageRoomDialog::finished(const Result<Core::RoomDetails>& result) {
  setBusy(QString());
  if (!result) {
    showProblem(model_->problemFor(result.error()));
    return;
  }
  const bool isNew = model_->isNew();
  accept();
  if (isNew) {
    Q_EMIT created(*result);
  } else {
    Q_EMIT saved(*result);
  }
}

void ManageRoomDialog::showProblem(const RoomProblem& problem) {
  people_->setProblem(QString());
  if (problem.conflict) {
    const QString mine = model_->changes().join(QStringLiteral(", "));
    foot_->show(ManageFoot::Tone::Problem,
                mine.isEmpty()
                    ? tr("Somebody changed this room since you opened it.")
                    : tr("Somebody changed this room since you opened it. Your changes stay: %1.").arg(mine));
    foot_->againButton()->show();
    foot_->againButton()->setFocus(Qt::OtherFocusReason);
    return;
  }
  if (form_->showProblem(problem)) {
    return;
  }
  for (const Core::RoomRole role : {Core::RoomRole::Member, Core::RoomRole::Manager, Core::RoomRole::Presenter}) {
    if (problem.field == fieldOf(role)) {
      people_->showRole(role);
      people_->setProblem(problem.text);
      return;
    }
  }
  foot_->show(ManageFoot::Tone::Problem, problem.text);
}

void ManageRoomDialog::loadAgain() {
  setBusy(tr("Loading…"));
  actions_.details(model_->room()).then(this, [this](const Result<Core::RoomDetails>& details) {
    setBusy(QString());
    if (details) {
      model_->rebase(*details);
    } else {
      foot_->show(ManageFoot::Tone::Problem, details.error().text);
      foot_->againButton()->show();
    }
  });
}

void ManageRoomDialog::switchRoom() {
  if (model_->isDisabled()) {
    setRoomDisabled(false);
    return;
  }
  Question question;
  question.title = tr("Disable “%1”?").arg(model_->saved().name);
  question.sentence =
      tr("Everybody leaves the room at once, and nobody finds or opens it. Its history and settings "
         "stay. Only an administrator can enable it again.");
  question.deed = tr("Disable room");
  ask(question, [this](ConfirmDialog::Answer answer) {
    if (answer == ConfirmDialog::Answer::Deed) {
      setRoomDisabled(true);
    }
  });
}

void ManageRoomDialog::setRoomDisabled(bool disabled) {
  setBusy(disabled ? tr("Disabling the room…") : tr("Enabling the room…"));
  actions_.modify(model_->room(), model_->disabledEdit(disabled))
      .then(this, [this](const Result<Core::RoomDetails>& result) {
        setBusy(QString());
        if (!result) {
          const RoomProblem problem = model_->problemFor(result.error());
          if (problem.conflict) {
            showProblem(problem);
          } else {
            form_->showDangerProblem(problem.text);
          }
          return;
        }
        model_->rebase(*result);
        Q_EMIT disabledChanged(*result);
      });
}

void ManageRoomDialog::askToDelete() {
  Question question;
  question.title = tr("Delete “%1”?").arg(model_->saved().name);
  question.sentence =
      tr("The room, its messages and its lists are removed for everyone. This cannot be undone. You "
         "can disable the room instead and keep its history.");
  question.deed = tr("Delete room");
  question.alternative = model_->isDisabled() ? QString() : tr("Disable instead");
  ask(question, [this](ConfirmDialog::Answer answer) {
    if (answer == ConfirmDialog::Answer::Deed) {
      deleteRoom();
    } else if (answer == ConfirmDialog::Answer::Alternative) {
      setRoomDisabled(true);
    }
  });
}

void ManageRoomDialog::deleteRoom() {
  setBusy(tr("Deleting the room…"));
  actions_.remove(model_->room()).then(this, [this](const Status& status) {
    setBusy(QString());
    if (!status) {
      form_->showDangerProblem(status.error().text);
      return;
    }
    QDialog::accept();
    Q_EMIT deleted(model_->room(), model_->saved().name);
  });
}

void ManageRoomDialog::ask(const Question& question, const std::function<void(ConfirmDialog::Answer)>& then) {
  auto* dialog = new ConfirmDialog(themes_, question, this);
  connect(dialog, &ConfirmDialog::answered, this, then);
  dialog->open();
}

void ManageRoomDialog::reject() {
  if (!model_->isDirty() || busy_) {
    QDialog::reject();
    return;
  }
  Question question;
  if (model_->isNew()) {
    question.title = tr("Leave without creating the room?");
    question.sentence = tr("What you filled in is lost.");
  } else {
    question.title = tr("Leave without saving?");
    question.sentence = tr("These changes are lost: %1.").arg(model_->changes().join(QStringLiteral(", ")));
  }
  question.deed = tr("Leave");
  question.cancel = tr("Stay");
  ask(question, [this](ConfirmDialog::Answer answer) {
    if (answer == ConfirmDialog::Answer::Deed) {
      QDialog::reject();
    }
  });
}

void ManageRoomDialog::paintEvent(QPaintEvent* /*event*/) { QPainter(this).fillRect(rect(), themes_.theme().raised); }

}  // namespace Parlour::Ui
