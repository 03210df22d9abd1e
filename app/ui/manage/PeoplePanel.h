// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QListView>
#include <QWidget>

#include "app/ui/manage/ManageRoomModel.h"
#include "app/ui/manage/PrincipalDelegate.h"
#include "app/ui/manage/RoomAdminActions.h"
#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

class Label;
class PeoplePicker;
class ProblemLine;
class FlatTabs;

// The right half of the Manage dialog: who is member, manager and presenter of the room, and whom to add. Presenters
// only while the room is an auditorium. The model must outlive it.
class PeoplePanel : public QWidget {
  Q_OBJECT

 public:
  PeoplePanel(ThemeManager& themes, ManageRoomModel& model, const RoomAdminActions& actions, QWidget* parent = nullptr);

  FlatTabs* tabs() const { return tabs_; }
  PeoplePicker* picker() const { return picker_; }
  QListView* list() const { return list_; }
  Core::RoomRole role() const;
  void showRole(Core::RoomRole role);
  void setPresence(const PresenceOf& presence);
  void setProblem(const QString& text);
  QString problem() const;

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void build();
  void refresh();
  void refreshTabs();
  void find(const QString& words, const std::function<void(const Result<QList<Core::Principal>>&)>& answer);
  QList<Core::Principal> addableHere(const QString& words) const;
  void remove(int row);
  void listMenu(const QPoint& where);
  QString noteText() const;

  ThemeManager& themes_;
  ManageRoomModel& model_;
  RoomAdminActions actions_;
  FlatTabs* tabs_;
  PeoplePicker* picker_;
  ProblemLine* problem_;
  Label* title_;
  Label* empty_;
  QListView* list_;
  PrincipalDelegate* delegate_;
  Label* note_;
};

}  // namespace Parlour::Ui
