// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractListModel>
#include <QPointer>
#include <functional>
#include <optional>

#include "app/core/Room.h"
#include "app/models/TimelineRow.h"

namespace Parlour::Models {

// The timeline of one room as rows, one a message, in the same order. Follows the room's Timeline with
// minimal signals. The new-messages line is fixed when the room is set and moves only on clearNewLine or by
// an own post (design guide 9). GUI thread; the room must outlive it or be replaced first.
class TimelineModel : public QAbstractListModel {
  Q_OBJECT

 public:
  explicit TimelineModel(QObject* parent = nullptr);

  void setRoom(Core::Room* room);  // null: empty
  Core::Room* room() const { return room_; }
  TimelineRow row(int index) const;
  int rowOfNewLine() const;  // -1 when there is none
  void clearNewLine();
  // Words for a row that is a file and what happens to it here; empty for other rows.
  using ReadFile = std::function<QString(const TimelineRow&)>;
  void setFileReader(const ReadFile& reader) { readFile_ = reader; }

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;

 private:
  void follow(Core::Timeline& timeline);
  void refreshAround(int first, int last);
  bool groupedWithPrevious(int index) const;
  QString accessibleText(const TimelineRow& row) const;
  void ownPostAdded(int first, int last);

  QString spokenText(const TimelineRow& row) const;

  QPointer<Core::Room> room_;
  ReadFile readFile_;
  std::optional<ChatId> newLineAfter_;  // read mark at the time of entering; nothing: no line
  int insertFirst_ = -1;
  int insertLast_ = -1;
};

}  // namespace Parlour::Models
