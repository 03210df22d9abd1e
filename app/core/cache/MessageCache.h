// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <functional>
#include <optional>

#include "app/core/Types.h"
#include "protocol/support/Result.h"

namespace Parlour::Core {

// A room as this computer remembers it between two sign-ins.
struct CachedRoom {
  RoomSummary summary;
  bool followed = false;
  bool opened = false;
};

// Messages of one room with nothing missing between `first` and `last`; numbers without a message are known to have
// none.
struct CachedRun {
  RoomUri room;
  ChatId first = 0;  // 0: nothing is known
  ChatId last = 0;
  QList<Message> messages;  // ascending
};

struct CacheLimits {
  int days = 183;  // 0: for ever
  qint64 bytes = 500LL * 1024 * 1024;
  bool operator==(const CacheLimits&) const = default;
};

struct CacheUsage {
  qint64 bytes = 0;       // of the whole file that are in use
  qint64 indexBytes = 0;  // of these, for searching
  int rooms = 0;          // that have messages
  qint64 messages = 0;
  Timestamp oldest;
};

enum class CacheNews {
  StartedAnew,  // what was there could not be read and was put aside
  Paused,       // nothing more is kept for now: the disk is full or fails
  Resumed,
};

// Messages and rooms of one account, kept on this computer for reading and searching without a connection. Calls return
// at once; answers come later, on the GUI thread, in the order of the calls. What is asked before open() has been
// answered waits for it. Losing a write only makes a gap that the server fills again; erasing is never lost.
class MessageCache {
 public:
  template <typename T>
  using Answer = std::function<void(const Result<T>&)>;
  virtual ~MessageCache() = default;

  virtual void open(const SipUri& account, Answer<QList<CachedRoom>> done) = 0;
  virtual void close() = 0;
  virtual void setLimits(const CacheLimits& limits) = 0;

  virtual void keepRoom(const CachedRoom& room) = 0;
  virtual void keep(const CachedRun& run) = 0;  // takes the place of what was known from `first` to `last`
  virtual void remove(const RoomUri& room, const QList<ChatId>& chatIds, const std::optional<QString>& replacement) = 0;
  virtual void forgetRoom(const RoomUri& room) = 0;
  virtual void clear() = 0;

  virtual void newest(const RoomUri& room, int count, Answer<CachedRun> done) = 0;
  virtual void before(const RoomUri& room, ChatId chatId, int count, Answer<CachedRun> done) = 0;
  virtual void after(const RoomUri& room, ChatId chatId, int count, Answer<CachedRun> done) = 0;
  // The message itself with those before and after; nothing when it is not there.
  virtual void around(const RoomUri& room, ChatId chatId, int older, int newer, Answer<CachedRun> done) = 0;
  virtual void search(const MessageSearchQuery& query, Answer<QList<MessageSearchHits>> done) = 0;
  virtual void usage(Answer<CacheUsage> done) = 0;

  std::function<void(CacheNews, const QString& words)> onNews;  // each change once
};

}  // namespace Parlour::Core
