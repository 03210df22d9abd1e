// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "app/models/DigestModel.h"
#include "app/ui/theme/ThemeManager.h"

class QStackedWidget;

namespace Parlour::Ui {

class Button;
class DigestList;
class EmptyPane;
class FlatTabs;
class Label;

// What is new across rooms, in place of the timeline: everything unread in a block a room, or all messages that are
// about the person. Reading here does not mark rooms read by itself; the person does, one by one or all. GUI thread;
// the models outlive it.
class DigestPage : public QWidget {
  Q_OBJECT

 public:
  enum class Tab { CatchUp, Mentions };

  explicit DigestPage(ThemeManager& themes, QWidget* parent = nullptr);

  void setModels(Models::DigestModel* catchUp, Models::DigestModel* mentions);
  void showTab(Tab tab);
  Tab tab() const;
  DigestList* list() const { return list_; }
  Button* markAllButton() const { return markAll_; }

 Q_SIGNALS:
  void tabShown(Parlour::Ui::DigestPage::Tab tab);
  void messageChosen(const Parlour::RoomUri& room, Parlour::ChatId message);
  void roomChosen(const Parlour::RoomUri& room);
  void markReadRequested(const Parlour::RoomUri& room, Parlour::ChatId upTo);
  void closeRequested();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  void build();
  QWidget* buildHead();
  QWidget* buildFoot();
  void choose(const QModelIndex& index);
  void pressed(const QModelIndex& index);
  void rowMenu(const QPoint& position);
  void markAllRead();
  void refresh();

  ThemeManager& themes_;
  FlatTabs* tabs_;
  DigestList* list_;
  EmptyPane* empty_;
  QStackedWidget* stack_;
  Label* hint_;
  Button* markAll_;
  Models::DigestModel* catchUp_ = nullptr;
  Models::DigestModel* mentions_ = nullptr;
};

}  // namespace Parlour::Ui
