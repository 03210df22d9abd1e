// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractListModel>

#include "app/core/Client.h"

namespace Parlour::Models {

struct RoomSearchRow {
  Core::RoomSummary room;
  bool followed = false;
  QString words;  // what was searched, to highlight
};

// Rooms found, in the server's order. GUI thread; the client must outlive it.
class RoomSearchModel : public QAbstractListModel {
  Q_OBJECT

 public:
  explicit RoomSearchModel(Core::Client& client, QObject* parent = nullptr);

  // A later search makes the answer of an earlier one count for nothing.
  void search(const Core::RoomSearchQuery& query);
  void clear();
  const RoomSearchRow& row(int index) const { return rows_[index]; }
  bool truncated() const { return truncated_; }
  bool searching() const { return searching_; }

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;

 Q_SIGNALS:
  void searchingChanged();
  void failed(const Parlour::Error& error);

 private:
  void setRows(const Core::RoomSearchResult& result, const QString& words);
  void watch(Core::Room* room);
  void refreshFollowed();

  Core::Client& client_;
  QList<RoomSearchRow> rows_;
  quint64 generation_ = 0;
  bool truncated_ = false;
  bool searching_ = false;
};

}  // namespace Parlour::Models

Q_DECLARE_METATYPE(Parlour::Models::RoomSearchRow)
