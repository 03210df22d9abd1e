// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>
#include <functional>
#include <optional>

#include "app/core/Client.h"
#include "app/core/notify/MentionLog.h"
#include "app/models/SyncedListModel.h"

namespace Parlour::Models {

// One line of what is new across rooms: a room's title, one of its messages, or how many more stand before them.
struct DigestRow {
  enum class Kind { Room, Message, Earlier };
  Kind kind = Kind::Message;
  Core::RoomSummary room;
  int unread = 0;  // Room; Message of a feed: not read before it was shown
  int mentions = 0;
  bool alert = false;
  bool muted = false;
  int earlier = 0;    // Earlier
  ChatId readTo = 0;  // Room: marking it read reads up to here
  Core::Message message;
  QString keyword;
  bool withRoom = false;  // the message stands alone and names its room
  QStringList marked;     // parts of the text to highlight
};

// Rows of DigestRow under RowRole, changed row by row so that a reader keeps the place. GUI thread.
class DigestModel : public SyncedListModel<DigestRow> {
  Q_OBJECT

 public:
  using SyncedListModel::SyncedListModel;

  QVariant data(const QModelIndex& index, int role) const override;

 protected:
  QString identityOf(const DigestRow& row) const override;
};

// The unread messages of all rooms, a block for each: first the rooms where somebody named the person, then those with
// something of high importance, then the others, the newest first; muted rooms last (CX-13). At most kMostPerRoom
// messages of a room, the newest. The client outlives it.
class CatchUpModel : public DigestModel {
  Q_OBJECT

 public:
  static constexpr int kMostPerRoom = 30;
  struct Judge {
    std::function<bool(const RoomUri&)> isMuted;
    Core::MentionLog::KeywordIn keywordIn;
  };

  CatchUpModel(Core::Client& client, Judge judge, QObject* parent = nullptr);

  void refresh();
  int roomCount() const;

 private:
  void watch(Core::Room* room);
  QList<DigestRow> blockOf(const Core::Room& room) const;

  Core::Client& client_;
  Judge judge_;
  QTimer soon_;
};

// The messages of a MentionLog, which outlives it.
class MentionsModel : public DigestModel {
  Q_OBJECT

 public:
  MentionsModel(Core::Client& client, Core::MentionLog& log, QObject* parent = nullptr);

 private:
  void refresh();

  Core::Client& client_;
  Core::MentionLog& log_;
};

}  // namespace Parlour::Models

Q_DECLARE_METATYPE(Parlour::Models::DigestRow)
