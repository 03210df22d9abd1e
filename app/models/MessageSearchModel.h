// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractListModel>

#include "app/core/Client.h"

namespace Parlour::Models {

// One line of the results: a room's title, a hit, or "show more".
struct MessageSearchRow {
  enum class Kind { Room, Hit, More };
  Kind kind = Kind::Hit;
  RoomUri room;
  QString roomName;
  Core::Privacy privacy = Core::Privacy::Open;  // rooms
  Core::RoomKind roomKind = Core::RoomKind::Normal;
  int hits = 0;  // rooms: how many; More: how many are hidden
  bool collapsed = false;
  Core::Message message;
  QString words;
};

// Messages found, grouped by room, newest first. GUI thread; the client must outlive it.
class MessageSearchModel : public QAbstractListModel {
  Q_OBJECT

 public:
  explicit MessageSearchModel(Core::Client& client, QObject* parent = nullptr);

  void search(const Core::MessageSearchQuery& query);
  void clear();
  void setCollapsed(const RoomUri& room, bool collapsed);
  void showAll(const RoomUri& room);
  const MessageSearchRow& row(int index) const { return rows_[index]; }
  int hitCount() const;
  int roomCount() const { return static_cast<int>(hits_.size()); }
  bool fromThisComputer() const;  // the server did not answer
  bool searching() const { return searching_; }
  qint64 tookMs() const { return tookMs_; }

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;

 Q_SIGNALS:
  void searchingChanged();
  void failed(const Parlour::Error& error);

 private:
  void rebuild();

  Core::Client& client_;
  QList<Core::MessageSearchHits> hits_;
  QList<RoomUri> collapsed_;
  QList<RoomUri> expanded_;  // rooms that show every hit
  QList<MessageSearchRow> rows_;
  QString words_;
  quint64 generation_ = 0;
  qint64 tookMs_ = 0;
  bool searching_ = false;
};

}  // namespace Parlour::Models

Q_DECLARE_METATYPE(Parlour::Models::MessageSearchRow)
