// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>
#include <memory>

#include "app/ui/manage/ConfirmDialog.h"
#include "app/ui/manage/ManageRoomModel.h"
#include "app/ui/manage/PrincipalDelegate.h"
#include "app/ui/manage/RoomAdminActions.h"
#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

class Button;
class ManageFoot;
class PeoplePanel;
class RoomForm;

// Manages a room, or makes one when the model stands for a new one. Sends one edit; a refusal appears at the field or
// list that it names and nothing is lost. Asks once before edits are thrown away. Owns the model; dims the window of
// its parent while it is open.
class ManageRoomDialog : public QDialog {
  Q_OBJECT

 public:
  ManageRoomDialog(ThemeManager& themes, std::unique_ptr<ManageRoomModel> model, const RoomAdminActions& actions,
                   QWidget* parent);
  ~ManageRoomDialog() override;

  ManageRoomModel& model() { return *model_; }
  RoomForm* form() const { return form_; }
  PeoplePanel* people() const { return people_; }
  ManageFoot* foot() const { return foot_; }
  void setPresence(const PresenceOf& presence);
  void reject() override;

 public Q_SLOTS:
  void save();

 Q_SIGNALS:
  void created(const Parlour::Core::RoomDetails& details);
  void saved(const Parlour::Core::RoomDetails& details);
  void disabledChanged(const Parlour::Core::RoomDetails& details);
  void deleted(const Parlour::RoomUri& room, const QString& name);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void build();
  void connectParts();
  void refreshFoot();
  bool showFirstProblem();
  void checkMove();
  void askToResign();
  void askToMove(const QStringList& dropped, bool known);
  void send();
  void finished(const Result<Core::RoomDetails>& result);
  void showProblem(const RoomProblem& problem);
  void loadAgain();
  void switchRoom();
  void askToDelete();
  void setRoomDisabled(bool disabled);
  void deleteRoom();
  void setBusy(const QString& words);
  void ask(const Question& question, const std::function<void(ConfirmDialog::Answer)>& then);

  ThemeManager& themes_;
  std::unique_ptr<ManageRoomModel> model_;
  RoomAdminActions actions_;
  RoomForm* form_;
  PeoplePanel* people_;
  ManageFoot* foot_;
  bool busy_ = false;
};

}  // namespace Parlour::Ui
