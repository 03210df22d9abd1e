// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "app/core/feeds/Feed.h"
#include "app/models/DigestModel.h"
#include "app/ui/theme/ThemeManager.h"

class QStackedWidget;

namespace Parlour::Ui {

class DigestList;
class EmptyPane;
class IconButton;
class Label;

// One feed in place of the timeline: its name and what it gathers, its messages with their rooms. Enter, or a click,
// opens the room at the message. GUI thread; the model outlives it.
class FeedPage : public QWidget {
  Q_OBJECT

 public:
  explicit FeedPage(ThemeManager& themes, QWidget* parent = nullptr);

  void setModel(Models::DigestModel* model);
  // `rooms` are the names of the rooms that it is limited to.
  void showFeed(const Core::FeedDefinition& feed, const QStringList& people, const QStringList& rooms);
  void setSearching(bool searching);
  DigestList* list() const { return list_; }
  IconButton* bellButton() const { return bell_; }
  IconButton* editButton() const { return edit_; }
  QString title() const;
  QString sentence() const;
  void focusList();

 Q_SIGNALS:
  void messageChosen(const Parlour::RoomUri& room, Parlour::ChatId message);
  void roomChosen(const Parlour::RoomUri& room);
  void editRequested();
  void bannerToggled(bool on);
  void closeRequested();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  void build();
  QWidget* buildHead();
  void choose(const QModelIndex& index);
  void rowMenu(const QPoint& position);
  void refresh();

  ThemeManager& themes_;
  Label* title_;
  Label* sentence_;
  IconButton* bell_;
  IconButton* edit_;
  DigestList* list_;
  EmptyPane* empty_;
  QStackedWidget* stack_;
  Label* hint_;
  bool aboutMe_ = false;
  bool searching_ = false;
};

// "Any of: Aldgate, “limit breach” · from Bo Medlar · in Crew rota"; what an empty list means is said too.
QString feedSentence(const Core::FeedDefinition& feed, const QStringList& people, const QStringList& rooms);

}  // namespace Parlour::Ui
