// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QScrollArea>

#include "app/ui/manage/ManageRoomModel.h"
#include "app/ui/theme/ThemeManager.h"

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace Parlour::Ui {

class Button;
class ChoiceCard;
class FieldBox;
class Label;
class ProblemLine;

// The left half of the Manage dialog: what the room is. Writes into the model and follows it; fields that may not be
// changed are off and say why. The model must outlive it.
class RoomForm : public QScrollArea {
  Q_OBJECT

 public:
  RoomForm(ThemeManager& themes, ManageRoomModel& model, QWidget* parent = nullptr);

  QLineEdit* nameField() const { return name_; }
  QPlainTextEdit* descriptionField() const { return description_; }
  QLineEdit* topicField() const { return topic_; }
  QComboBox* categoryField() const { return category_; }
  ChoiceCard* card(Core::Privacy privacy) const { return privacy_.value(privacy); }
  ChoiceCard* card(Core::RoomKind kind) const { return kind_.value(kind); }
  QCheckBox* invitationsBox() const { return invitations_; }
  QCheckBox* filesBox() const { return files_; }
  QComboBox* addInField() const { return addIn_; }
  Button* disableButton() const { return disable_; }
  Button* deleteButton() const { return delete_; }
  FieldBox* box(RoomField field) const { return boxes_.value(field); }

  // At the field that it names; other fields lose theirs. False: this form has no such field.
  bool showProblem(const RoomProblem& problem);
  void clearProblems();
  // Below the buttons that disable and delete.
  void showDangerProblem(const QString& text);
  void focusField(RoomField field);

 private:
  class DangerBox;
  void build();
  void addTexts(QBoxLayout* column);
  void addCards(QBoxLayout* column);
  void addSwitches(QBoxLayout* column);
  void addDanger(QBoxLayout* column);
  void setFocusOrder();
  void connectFields();
  void refresh();
  void refreshTexts();
  void refreshCategories();
  void refreshRules();
  void refreshAddIns();
  QWidget* fieldWidget(RoomField field) const;

  ThemeManager& themes_;
  ManageRoomModel& model_;
  QWidget* page_;
  QLineEdit* name_;
  QPlainTextEdit* description_;
  QLineEdit* topic_;
  QComboBox* category_;
  QCheckBox* invitations_;
  QCheckBox* files_;
  QWidget* addInRow_;  // only where add-ins are registered
  QComboBox* addIn_;
  Button* disable_;
  Button* delete_;
  Label* privacyNote_;
  Label* kindNote_;
  Label* categoryNote_;
  Label* switchNote_;
  ProblemLine* dangerProblem_;
  QHash<Core::Privacy, ChoiceCard*> privacy_;
  QHash<Core::RoomKind, ChoiceCard*> kind_;
  QHash<RoomField, FieldBox*> boxes_;
};

}  // namespace Parlour::Ui
