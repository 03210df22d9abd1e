// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "protocol/support/Clock.h"
#include "protocol/support/sqlite/Database.h"
#include "server-sim/channel/Types.h"

namespace Parlour::Server {

// Writes posts inside a transaction that its caller holds: gives out numbers and times, tells repeats, stores
// text and index. Lives on the writer thread. Call finish() before the commit and before anything else in the
// transaction touches rooms or messages; after the commit committed(), else rolledBack().
//
// A repeat has the author, epid, envid and the content of an earlier post. Senders that count from a random 64-bit
// base are recognised for a week; 32-bit numbers, which such senders draw again from the start whenever
// they restart (xccos 3.4), only for ten minutes. envid 0 is no identity.
class PostWriter {
 public:
  static Result<std::unique_ptr<PostWriter>> prepare(Sqlite::Database& database);

  // NotFound (room, author) and LimitExceeded refuse this post alone and leave nothing behind. Any other
  // error means that the transaction cannot go on.
  Result<PostReceipt> append(const NewPost& post, Timestamp now);
  Status finish();
  void committed();
  void rolledBack();
  // The room is gone, as the open transaction has it.
  void forgetRoom(RoomId room);
  static bool isRefusal(const Error& error);

  // Outside of a transaction: drops some of the identities that are too old to be repeated.
  Status forgetOldPosts(Timestamp now);
  // The same: merges a little of the text index; false when there is nothing left to merge.
  Result<bool> mergeIndex();

 private:
  struct Head {
    ChatId lastChatId = 0;
    Timestamp lastTime;
  };
  struct NewHead {
    Head head;
    qint64 messages = 0;  // not written to the head yet
    qint64 bytes = 0;
    bool written = false;
  };
  struct Unindexed {
    qint64 key;
    QByteArray chat;
  };

  explicit PostWriter(Sqlite::Database& database) : database_(&database) {}
  Status prepareStatements();
  Status check(const NewPost& post);
  Result<Head> head(RoomId room);
  Result<bool> isUser(PrincipalId id);
  Result<std::optional<PostReceipt>> remember(const NewPost& post, const Head& next, Timestamp now);
  Status store(const NewPost& post, const Head& next);

  Sqlite::Database* database_;
  Sqlite::Statement insertRecent_, findRecent_, replaceRecent_, pruneRecent_;
  Sqlite::Statement findHead_, updateHead_, findUser_, insertMessage_, indexMessage_, mergeIndex_;
  std::unordered_map<RoomId, Head> heads_;        // as committed
  std::unordered_map<RoomId, NewHead> newHeads_;  // of the open transaction
  std::unordered_set<PrincipalId> users_;
  std::vector<Unindexed> unindexed_;
};

}  // namespace Parlour::Server
