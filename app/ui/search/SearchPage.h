// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>
#include <optional>

#include "app/core/Types.h"
#include "app/models/MessageSearchModel.h"
#include "app/ui/theme/ThemeManager.h"

class QComboBox;
class QListView;
class QStackedWidget;

namespace Parlour::Ui {

class ContextPane;
class EmptyPane;
class IconButton;
class Label;
class MessageHitDelegate;
class SearchField;

// Message search in place of the timeline: query and filters above, hits grouped by room, the chosen hit in
// its context at the right. A view over a model whose RowRole is a MessageSearchRow.
class SearchPage : public QWidget {
  Q_OBJECT

 public:
  explicit SearchPage(ThemeManager& themes, QWidget* parent = nullptr);

  void setModel(QAbstractItemModel* model);
  void setToday(const QDate& today);  // instead of the real one
  void setReturnRoom(const QString& name);
  // Rooms and people that can be chosen; "all" and "anyone" come first by themselves.
  void setRooms(const QList<QPair<RoomUri, QString>>& rooms);
  void setAuthors(const QList<QPair<SipUri, QString>>& people);
  void chooseRoom(const RoomUri& room);
  void choosePeriod(int days);
  Core::MessageSearchQuery query() const;
  std::optional<Models::MessageSearchRow> currentHit() const;
  ContextPane* context() const { return context_; }
  SearchField* field() const { return field_; }
  QWidget* focusTarget() const;

 public Q_SLOTS:
  void showSearching();
  void showResults(int messages, int rooms, qint64 tookMs, bool fromThisComputer = false);
  void showFailed(const QString& title, const QString& sentence);

 Q_SIGNALS:
  void searchRequested(const Parlour::Core::MessageSearchQuery& query);
  void hitChosen(const Parlour::Models::MessageSearchRow& hit);
  void jumpRequested(const Parlour::Models::MessageSearchRow& hit);
  void collapseRequested(const Parlour::RoomUri& room, bool collapsed);
  void showAllRequested(const Parlour::RoomUri& room);
  void closeRequested();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QWidget* buildLeft();
  QWidget* buildQuery();
  void fillPeriods();
  void runSearch();
  void rowPressed(const QModelIndex& index);
  void currentMoved(const QModelIndex& index);

  ThemeManager& themes_;
  SearchField* field_;
  QComboBox* manner_;
  QComboBox* room_;
  QComboBox* author_;
  QComboBox* period_;
  Label* count_;
  Label* summary_;
  Label* returns_;
  QListView* list_;
  MessageHitDelegate* delegate_;
  EmptyPane* empty_;
  QStackedWidget* stack_;
  ContextPane* context_;
};

}  // namespace Parlour::Ui
