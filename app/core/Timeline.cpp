// SPDX-License-Identifier: Apache-2.0
#include "app/core/Timeline.h"

#include <algorithm>

namespace Parlour::Core {

namespace {

constexpr int kUnnumberedMemory = 50;  // how far back a message without number is compared

// Servers may change line ends; nothing else.
QString comparableText(const QString& text) {
  QString plain = text;
  plain.replace(QLatin1String("\r\n"), QLatin1String("\n"));
  while (plain.endsWith(u'\n')) plain.chop(1);
  return plain;
}

bool isSameUnnumbered(const Message& a, const Message& b) {
  return a.author == b.author && a.time == b.time && a.text == b.text;
}

}  // namespace

Timeline::Timeline(QObject* parent) : QObject(parent) {}

int Timeline::lowerBound(ChatId chatId) const {
  const auto end = messages_.begin() + storedCount();
  const auto it = std::lower_bound(messages_.begin(), end, chatId,
                                   [](const Message& message, ChatId id) { return message.chatId < id; });
  return static_cast<int>(it - messages_.begin());
}

int Timeline::rowOf(ChatId chatId) const {
  if (chatId == 0) return -1;
  const int row = lowerBound(chatId);
  return row < storedCount() && at(row).chatId == chatId ? row : -1;
}

int Timeline::rowOfLocal(quint64 localId) const {
  if (localId == 0) return -1;
  for (int row = count() - 1; row >= 0; --row) {
    if (at(row).localId == localId) return row;
  }
  return -1;
}

ChatId Timeline::newestChatId() const { return storedCount() == 0 ? 0 : at(storedCount() - 1).chatId; }

ChatId Timeline::oldestChatId() const { return storedCount() == 0 ? 0 : at(0).chatId; }

bool Timeline::contains(const Message& message) const {
  if (message.chatId != 0) return rowOf(message.chatId) >= 0;
  const int first = std::max(0, storedCount() - kUnnumberedMemory);
  for (int row = storedCount() - 1; row >= first; --row) {
    if (isSameUnnumbered(at(row), message)) return true;
  }
  return false;
}

// Own posts are confirmed in the order they were written, so the first that fits is the one.
int Timeline::pendingRowFor(const Message& message) const {
  if (!message.own) return -1;
  const QString text = comparableText(message.text);
  for (int row = storedCount(); row < count(); ++row) {
    const auto found = pending_.find(at(row).localId);
    if (found == pending_.end() || !found->second.sent) continue;
    if (message.localId != 0 && message.localId == at(row).localId) return row;
    const bool newer = message.chatId == 0 || message.chatId > found->second.after;
    if (message.localId == 0 && newer && comparableText(at(row).text) == text) return row;
  }
  return -1;
}

QList<Message> Timeline::withoutKnown(const QList<Message>& messages) const {
  QList<Message> fresh;
  for (const Message& message : messages) {
    if (!contains(message)) fresh.append(message);
  }
  std::stable_sort(fresh.begin(), fresh.end(), [](const Message& a, const Message& b) { return a.chatId < b.chatId; });
  const auto same = [](const Message& a, const Message& b) {
    return a.chatId != 0 ? a.chatId == b.chatId : b.chatId == 0 && isSameUnnumbered(a, b);
  };
  fresh.erase(std::unique(fresh.begin(), fresh.end(), same), fresh.end());
  return fresh;
}

// The server's copy takes the place and the local number of the pending row. True when that was all there was to do.
bool Timeline::confirmInPlace(Message& message) {
  const int row = pendingRowFor(message);
  if (row < 0) return false;
  const quint64 localId = at(row).localId;
  message.localId = localId;
  const int place = message.chatId == 0 ? storedCount() : lowerBound(message.chatId);
  pending_.erase(localId);
  if (place == storedCount() && place == row) {
    messages_[static_cast<size_t>(row)] = message;
    --pendingCount_;
    Q_EMIT changed(row, row);
    Q_EMIT confirmed(localId, message.chatId);
    return true;
  }
  removeRows(row, row);
  Q_EMIT confirmed(localId, message.chatId);
  return false;
}

void Timeline::merge(const QList<Message>& messages) {
  QList<Message> run;
  int runRow = -1;
  const auto flush = [&] {
    if (!run.isEmpty()) insertRun(runRow, run);
    run.clear();
  };
  for (Message& message : withoutKnown(messages)) {
    const bool own = pendingRowFor(message) >= 0;
    if (own) flush();
    if (own && confirmInPlace(message)) continue;
    const int row = message.chatId == 0 ? storedCount() : lowerBound(message.chatId);
    if (!run.isEmpty() && row != runRow) {
      flush();
      runRow = message.chatId == 0 ? storedCount() : lowerBound(message.chatId);
    } else {
      runRow = row;
    }
    run.append(message);
  }
  flush();
}

void Timeline::insertRun(int row, const QList<Message>& run) {
  Q_EMIT aboutToInsert(row, row + static_cast<int>(run.size()) - 1);
  messages_.insert(messages_.begin() + row, run.begin(), run.end());
  Q_EMIT inserted();
}

void Timeline::removeRows(int first, int last) {
  if (last < first) return;
  Q_EMIT aboutToRemove(first, last);
  pendingCount_ -= std::max(0, last - std::max(first, storedCount()) + 1);
  messages_.erase(messages_.begin() + first, messages_.begin() + last + 1);
  Q_EMIT removed();
}

void Timeline::trimOldest() {
  const int excess = storedCount() - kWindow;
  if (excess <= 0) return;
  removeRows(0, excess - 1);
  atStart_ = false;
}

void Timeline::trimNewest() {
  if (storedCount() <= kWindow) return;
  removeRows(kWindow, storedCount() - 1);
  atEnd_ = false;
}

void Timeline::setEnds(bool atStart, bool atEnd) {
  atStart_ = atStart || oldestChatId() == 1;
  atEnd_ = atEnd;
}

void Timeline::prependPage(const QList<Message>& olderAscending, bool startReached) {
  loadingOlder_ = false;
  olderError_.reset();
  merge(olderAscending);
  setEnds(startReached, atEnd_);
  trimNewest();
  Q_EMIT loadingChanged();
}

void Timeline::appendPage(const QList<Message>& newerAscending, bool endReached) {
  merge(newerAscending);
  setEnds(atStart_, endReached);
  trimOldest();
}

void Timeline::fillGap(const QList<Message>& ascending) {
  merge(ascending);
  trimOldest();
}

void Timeline::resetTo(const QList<Message>& ascending, bool startReached, bool endReached) {
  QList<std::pair<quint64, ChatId>> copies;
  for (const Message& message : ascending) {
    const int row = pendingRowFor(message);
    if (row < 0) continue;
    copies.append({at(row).localId, message.chatId});
    pending_.erase(at(row).localId);
  }
  Q_EMIT aboutToReset();
  std::deque<Message> waiting;
  for (int row = storedCount(); row < count(); ++row) {
    if (pending_.contains(at(row).localId)) waiting.push_back(at(row));
  }
  messages_.clear();
  pendingCount_ = 0;
  const QList<Message> fresh = withoutKnown(ascending);
  messages_.assign(fresh.begin(), fresh.end());
  messages_.insert(messages_.end(), waiting.begin(), waiting.end());
  pendingCount_ = static_cast<int>(waiting.size());
  setEnds(startReached, endReached);
  loadingOlder_ = false;
  olderError_.reset();
  Q_EMIT wasReset();
  for (const auto& [localId, chatId] : copies) Q_EMIT confirmed(localId, chatId);
}

bool Timeline::addLive(const Message& message) {
  if (contains(message)) return false;
  const int pendingRow = pendingRowFor(message);
  if (!atEnd_) {
    if (pendingRow < 0) return true;
    const quint64 localId = at(pendingRow).localId;
    pending_.erase(localId);
    removeRows(pendingRow, pendingRow);
    Q_EMIT confirmed(localId, message.chatId);
    return false;
  }
  const ChatId newest = newestChatId();
  if (message.chatId != 0 && message.chatId < oldestChatId()) return false;  // its page brings it
  merge({message});
  if (message.chatId == 1) atStart_ = true;
  trimOldest();
  if (newest != 0 && message.chatId > newest + 1) Q_EMIT gapFound(newest, message.chatId);
  return pendingRow < 0;
}

void Timeline::addPending(const Message& message) { addPending(message, Pending{newestChatId(), false}); }

void Timeline::restorePending(const Message& message, ChatId after) { addPending(message, Pending{after, after != 0}); }

void Timeline::addPending(const Message& message, const Pending& pending) {
  Q_EMIT aboutToInsert(count(), count());
  pending_[message.localId] = pending;
  messages_.push_back(message);
  ++pendingCount_;
  Q_EMIT inserted();
}

void Timeline::markSent(quint64 localId) {
  if (const auto found = pending_.find(localId); found != pending_.end()) found->second.sent = true;
}

void Timeline::setPendingState(quint64 localId, MessageState state, const std::optional<Error>& failure) {
  const int row = rowOfLocal(localId);
  if (row < storedCount()) return;
  Message& message = messages_[static_cast<size_t>(row)];
  message.state = state;
  message.failure = failure;
  Q_EMIT changed(row, row);
}

void Timeline::removePending(quint64 localId) {
  const int row = rowOfLocal(localId);
  if (row < storedCount()) return;
  pending_.erase(localId);
  removeRows(row, row);
}

void Timeline::reconcile(ChatId first, ChatId last, const QList<Message>& ascending) {
  const auto byId = [](const Message& message, ChatId id) { return message.chatId < id; };
  for (int row = storedCount() - 1; row >= 0 && at(row).chatId >= first; --row) {
    Message& known = messages_[static_cast<size_t>(row)];
    if (known.chatId > last || known.removed) continue;
    const auto now = std::lower_bound(ascending.begin(), ascending.end(), known.chatId, byId);
    if (now == ascending.end() || now->chatId != known.chatId) {
      removeRows(row, row);
    } else if (now->text != known.text || now->rtf != known.rtf) {
      const quint64 localId = known.localId;
      known = *now;
      known.localId = localId;
      Q_EMIT changed(row, row);
    }
  }
  QList<Message> within = ascending;
  within.removeIf([&](const Message& message) { return message.chatId < first || message.chatId > last; });
  merge(within);
}

void Timeline::applyDeletion(const QList<ChatId>& chatIds, const std::optional<QString>& replacement) {
  for (const ChatId chatId : chatIds) {
    const int row = rowOf(chatId);
    if (row < 0) continue;
    Message& message = messages_[static_cast<size_t>(row)];
    message.removed = true;
    message.text = replacement.value_or(QString());
    message.rtf.clear();
    Q_EMIT changed(row, row);
  }
}

void Timeline::setLoadingOlder(bool loading) {
  if (loading == loadingOlder_) return;
  loadingOlder_ = loading;
  if (loading) olderError_.reset();
  Q_EMIT loadingChanged();
}

void Timeline::setOlderFailed(const std::optional<Error>& error) {
  loadingOlder_ = false;
  olderError_ = error;
  Q_EMIT loadingChanged();
}

}  // namespace Parlour::Core
