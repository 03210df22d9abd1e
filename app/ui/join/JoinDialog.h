// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>
#include <QHash>
#include <QSet>
#include <functional>

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
  // Tells of closed and secret rooms whether the person belongs to them; until then all may be tried.
  void setMayOpen(std::function<bool(const RoomUri&)> mayOpen);
  // To which rooms the person may ask to be let in, and the open request to a room when there is one.
  using MayAsk = std::function<bool(const RoomUri&)>;
  using RequestOf = std::function<std::optional<Core::JoinRequest>(const RoomUri&)>;
  void setRequests(MayAsk mayAsk, RequestOf requestOf);
  // More about a room than the search told: whom to ask above all.
  void addDetails(const Core::RoomSummary& room);
  Core::RoomSearchQuery query() const;
  Button* createButton() const { return create_; }
  RoomDetailPane* detail() const { return detail_; }
  SearchField* field() const { return field_; }
  QListView* list() const { return list_; }

 public Q_SLOTS:
  void setMayCreate(bool may);
  void showSearching();
  void showResults(bool truncated);
  void showFailed(const QString& title, const QString& sentence);
  void showComplaint(const QString& words);
  // The server did not let the person into the room.
  void showRefusal(const Parlour::RoomUri& room, const QString& words);
  void refreshDetail();

 Q_SIGNALS:
  void searchRequested(const Parlour::Core::RoomSearchQuery& query);
  void openRequested(const Parlour::RoomUri& room);
  void createRequested();
  void askRequested(const Parlour::Core::RoomSummary& room);
  void withdrawRequested(const Parlour::RoomUri& room);
  void detailsWanted(const Parlour::RoomUri& room);
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
  void showRequest(const Core::RoomSummary& room);
  bool isRefused(const Core::RoomSummary& room) const;
  Core::RoomSummary completed(Core::RoomSummary room) const;
  QString categoryName(const QByteArray& address) const;

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
  Button* create_;
  std::function<bool(const RoomUri&)> mayOpen_;
  MayAsk mayAsk_;
  RequestOf requestOf_;
  QHash<RoomUri, Core::RoomSummary> details_;
  QSet<RoomUri> refused_;  // by the server, when they were tried
};

}  // namespace Parlour::Ui
