// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <memory>
#include <optional>
#include <vector>

#include "protocol/support/sqlite/Database.h"
#include "server-sim/channel/ChangeSet.h"

namespace Parlour::Server {

// Takes messages away, or puts a replacement into their place, together with their entries in the text index. What is
// to be erased is first noted in the database, so that it can be done in small steps between posts and goes on after
// a crash. Lives on the writer thread; everything runs inside a transaction of the caller, after PostWriter::finish().
class MessageEraser {
 public:
  struct Step {
    qint64 erasure = 0;  // whose turn it was; 0: nothing is left to be erased
    bool finished = false;
    qint64 messages = 0;
  };

  static Result<std::unique_ptr<MessageEraser>> prepare(Sqlite::Database& database);

  // Note what is to go, as it stands now. They give the number of the last note, 0 when there is none; notes are
  // dealt with in the order of their numbers.
  Result<qint64> noteRoom(RoomId room);
  Result<qint64> noteRemoval(const MessageRemoval& removal);
  Result<qint64> notePurge(const Purge& purge);

  // Erases at most `limit` messages of the oldest note.
  Result<Step> step(int limit);

 private:
  struct Note {
    qint64 id = 0;
    qint64 first = 0;
    qint64 last = 0;
    std::optional<QByteArray> replacement;
  };
  struct Message {
    qint64 key = 0;
    QByteArray chat;
    qint64 rtfBytes = 0;
  };

  explicit MessageEraser(Sqlite::Database& database) : database_(&database) {}
  Status prepareStatements();
  Result<qint64> note(qint64 first, qint64 last, const std::optional<QByteArray>& replacement);
  Result<Note> oldestNote();
  Result<std::vector<Message>> messagesOf(const Note& note, int limit);
  Status erase(const Note& note, const std::vector<Message>& messages);
  Status replace(const Message& message, const QByteArray& replacement);

  Sqlite::Database* database_;
  Sqlite::Statement add_, next_, shorten_, finish_, messages_, unindex_, index_, remove_, replace_, shrinkHead_;
  Sqlite::Statement newestKey_, atOrAfter_;
};

}  // namespace Parlour::Server
