// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

#include "app/core/Types.h"
#include "app/ui/theme/ThemeManager.h"

class QAbstractItemModel;
class QCheckBox;
class QComboBox;
class QListView;
class QStackedWidget;

namespace Parlour::Ui {

class Button;
class EmptyPane;
class Label;
class RoomDetailPane;
class SearchField;

// Join a chat room: search, results in the server's order, the chosen room beside them. A view over a model
// whose RowRole is a RoomSearchRow; the caller runs the search and answers through the slots.
class JoinDialog : public QDialog {
  Q_OBJECT

 public:
  JoinDialog(ThemeManager& themes, QAbstractItemModel& results, QWidget* parent = nullptr);

  void setCategories(const QList<QPair<QByteArray, QString>>& addressesAndNames);
  Core::RoomSearchQuery query() const;
  RoomDetailPane* detail() const { return detail_; }
  SearchField* field() const { return field_; }
  QListView* list() const { return list_; }

 public Q_SLOTS:
  void showSearching();
  void showResults(bool truncated);
  void showFailed(const QString& title, const QString& sentence);
  void showComplaint(const QString& words);
  void refreshDetail();

 Q_SIGNALS:
  void searchRequested(const Parlour::Core::RoomSearchQuery& query);
  void openRequested(const Parlour::RoomUri& room);
  void followToggled(const Parlour::Core::RoomSummary& room, bool follow);

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  QWidget* buildTop();
  QWidget* buildMiddle();
  QWidget* buildFoot();
  void connectParts();
  void runSearch();
  void openCurrent();
  void followCurrent();

  ThemeManager& themes_;
  QAbstractItemModel& results_;
  SearchField* field_;
  QComboBox* category_;
  QComboBox* privacy_;
  QComboBox* kind_;
  QCheckBox* descriptions_;
  QCheckBox* onlyMine_;
  Label* summary_;
  QListView* list_;
  EmptyPane* empty_;
  QStackedWidget* stack_;
  RoomDetailPane* detail_;
  QString categoryName(const QByteArray& address) const;
};

}  // namespace Parlour::Ui
