// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <deque>
#include <unordered_map>

#include "app/core/Types.h"

namespace Parlour::Core {

// The messages of one room that are in memory: a gap-free run of stored messages in chatId order, then own
// posts that are not stored yet. Merges live messages, the echo of own posts, history pages and gap fills by
// chatId, so nothing shows twice. At most about 2,000 stored rows; far ends are dropped and fetched again.
// GUI thread; owned by its Room.
class Timeline : public QObject {
  Q_OBJECT

 public:
  explicit Timeline(QObject* parent = nullptr);

  int count() const { return static_cast<int>(messages_.size()); }
  const Message& at(int row) const { return messages_[static_cast<size_t>(row)]; }
  int rowOf(ChatId chatId) const;            // -1 when not in memory
  int rowOfLocal(quint64 localId) const;     // -1 when not in memory
  bool atStart() const { return atStart_; }  // the first message of the room is in memory
  bool atEnd() const { return atEnd_; }      // live: the newest message is in memory
  bool loadingOlder() const { return loadingOlder_; }
  ChatId newestChatId() const;
  ChatId oldestChatId() const;  // 0 when nothing stored is in memory
  int storedCount() const { return count() - pendingCount_; }
  static constexpr int kWindow = 2'000;

  // Changes, called by the room's session. Each emits minimal row signals.
  void prependPage(const QList<Message>& olderAscending, bool startReached);
  void appendPage(const QList<Message>& newerAscending, bool endReached);
  void resetTo(const QList<Message>& ascending, bool startReached, bool endReached);
  bool addLive(const Message& message);           // false: known already, or the server's copy of an own post
  void fillGap(const QList<Message>& ascending);  // what gapFound asked for
  // What the server has from `first` to `last`, in place of what a cache had; what was seen to be removed stays so.
  void reconcile(ChatId first, ChatId last, const QList<Message>& ascending);
  void applyDeletion(const QList<ChatId>& chatIds, const std::optional<QString>& replacement);
  void addPending(const Message& message);
  // One of an earlier run of the program; its copy may be here already, with a number above `after`. With 0 that is not
  // known, and only a copy of its repeat is taken for it.
  void restorePending(const Message& message, ChatId after);
  void markSent(quint64 localId);  // went to the server at least once: its echo may come from now on
  void setPendingState(quint64 localId, MessageState state, const std::optional<Error>& failure);
  void removePending(quint64 localId);
  void setLoadingOlder(bool loading);
  void setOlderFailed(const std::optional<Error>& error);
  const std::optional<Error>& olderError() const { return olderError_; }

 Q_SIGNALS:
  void aboutToInsert(int first, int last);
  void inserted();
  void aboutToRemove(int first, int last);
  void removed();
  void changed(int first, int last);
  void aboutToReset();
  void wasReset();
  void gapFound(quint64 afterChatId, quint64 beforeChatId);  // fetch exactly these
  void confirmed(quint64 localId, quint64 chatId);           // the server's copy of an own post has come
  void loadingChanged();

 private:
  // What is needed to know the server's copy of an own post again (xccos 8).
  struct Pending {
    ChatId after = 0;  // newest message when it was written; the copy is newer
    bool sent = false;
  };

  void addPending(const Message& message, const Pending& pending);
  int lowerBound(ChatId chatId) const;
  bool contains(const Message& message) const;
  int pendingRowFor(const Message& message) const;
  QList<Message> withoutKnown(const QList<Message>& messages) const;
  void merge(const QList<Message>& messages);
  bool confirmInPlace(Message& message);
  void insertRun(int row, const QList<Message>& run);
  void removeRows(int first, int last);
  void trimOldest();
  void trimNewest();
  void setEnds(bool atStart, bool atEnd);

  std::deque<Message> messages_;  // stored ones, then pending ones
  std::unordered_map<quint64, Pending> pending_;
  int pendingCount_ = 0;
  bool atStart_ = false;
  bool atEnd_ = true;
  bool loadingOlder_ = false;
  std::optional<Error> olderError_;
};

}  // namespace Parlour::Core
