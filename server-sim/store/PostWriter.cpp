// SPDX-License-Identifier: Apache-2.0
#include "server-sim/store/PostWriter.h"

#include <QCryptographicHash>
#include <QtEndian>
#include <algorithm>

#include "protocol/support/sqlite/Transaction.h"
#include "server-sim/store/MessageKey.h"
#include "server-sim/store/StoreSql.h"

namespace Parlour::Server {
namespace {

constexpr qsizetype kMaxPostBytes = 1024 * 1024;
constexpr qint64 kTicksPerMinute = 60 * 1000 * Timestamp::kPerMs;
constexpr qint64 kRepeatTicks = 7 * 24 * 60 * kTicksPerMinute;
constexpr qint64 kShortRepeatTicks = 10 * kTicksPerMinute;
constexpr EnvId kShortEnvIds = EnvId{1} << 32;
constexpr int kForgetAtOnce = 1'000;
constexpr int kMergePages = 64;

// Stable over restarts, unlike qHash.
qint64 contentDigest(const NewPost& post) {
  QCryptographicHash hash(QCryptographicHash::Sha1);
  hash.addData(QByteArray::number(post.room) + (post.alert ? "!" : ".") + QByteArray::number(post.chat.size()) + ':');
  hash.addData(post.chat);
  hash.addData(post.rtf);
  return qFromBigEndian<qint64>(hash.result().constData());
}

bool stillRepeats(EnvId envId, Timestamp accepted, Timestamp now) {
  return now.ticks - accepted.ticks < (envId < kShortEnvIds ? kShortRepeatTicks : kRepeatTicks);
}

}  // namespace

Result<std::unique_ptr<PostWriter>> PostWriter::prepare(Sqlite::Database& database) {
  std::unique_ptr<PostWriter> writer(new PostWriter(database));
  if (auto prepared = writer->prepareStatements(); !prepared) return prepared.error();
  return writer;
}

Status PostWriter::prepareStatements() {
  return prepareStoreSql(*database_, {{&insertRecent_, QLatin1String("insert_recent_post")},
                                      {&findRecent_, QLatin1String("find_recent_post")},
                                      {&replaceRecent_, QLatin1String("replace_recent_post")},
                                      {&pruneRecent_, QLatin1String("prune_recent_posts")},
                                      {&findHead_, QLatin1String("find_room_head")},
                                      {&updateHead_, QLatin1String("update_room_head")},
                                      {&findUser_, QLatin1String("find_user")},
                                      {&insertMessage_, QLatin1String("insert_message")},
                                      {&indexMessage_, QLatin1String("index_message")},
                                      {&mergeIndex_, QLatin1String("merge_index")}});
}

bool PostWriter::isRefusal(const Error& error) {
  return error.code == ErrorCode::NotFound || error.code == ErrorCode::LimitExceeded;
}

Result<PostReceipt> PostWriter::append(const NewPost& post, Timestamp now) {
  if (auto checked = check(post); !checked) return checked.error();
  auto last = head(post.room);
  if (!last) return last.error();
  if (last->lastChatId >= kMaxChatId) {
    return Error::make(ErrorCode::LimitExceeded, QStringLiteral("The room holds as many messages as it can."));
  }
  const Timestamp time{std::max(now.ticks, last->lastTime.ticks + 1)};
  const Head next{last->lastChatId + 1, time};
  auto repeat = remember(post, next, now);
  if (!repeat) return repeat.error();
  if (*repeat) return **repeat;
  if (auto stored = store(post, next); !stored) return stored.error();
  NewHead& changed = newHeads_[post.room];
  changed.head = next;
  changed.messages += post.keep ? 1 : 0;
  changed.bytes += post.keep ? post.chat.size() + post.rtf.size() : 0;
  changed.written = false;
  return PostReceipt{next.lastChatId, next.lastTime, false};
}

Status PostWriter::check(const NewPost& post) {
  if (post.chat.size() + post.rtf.size() > kMaxPostBytes) {
    return Error::make(ErrorCode::LimitExceeded, QStringLiteral("The message is too large to be stored."));
  }
  auto user = isUser(post.author);
  if (!user) return user.error();
  if (!*user) return Error::make(ErrorCode::NotFound, QStringLiteral("The author of the message is not known."));
  return success();
}

Result<bool> PostWriter::isUser(PrincipalId id) {
  if (users_.contains(id)) return true;
  auto rows = findUser_.query(id);
  const bool found = rows.next();
  if (!rows.status()) return rows.status().error();
  if (found) users_.insert(id);
  return found;
}

Result<PostWriter::Head> PostWriter::head(RoomId room) {
  if (const auto open = newHeads_.find(room); open != newHeads_.end()) return open->second.head;
  if (const auto known = heads_.find(room); known != heads_.end()) return known->second;
  auto rows = findHead_.query(room);
  if (!rows.next()) {
    if (!rows.status()) return rows.status().error();
    return Error::make(ErrorCode::NotFound, QStringLiteral("The room does not exist."));
  }
  return heads_[room] = Head{static_cast<ChatId>(rows.integer(0)), Timestamp{rows.integer(1)}};
}

Result<std::optional<PostReceipt>> PostWriter::remember(const NewPost& post, const Head& next, Timestamp now) {
  if (post.envId == 0) return std::optional<PostReceipt>();
  const qint64 digest = contentDigest(post);
  const auto chatId = next.lastChatId;
  auto inserted = insertRecent_.run(post.author, post.epid, post.envId, digest, chatId, next.lastTime.ticks);
  if (!inserted) return inserted.error();
  if (database_->changes() > 0) return std::optional<PostReceipt>();
  {
    auto rows = findRecent_.query(post.author, post.epid, post.envId);
    const bool found = rows.next();
    if (!rows.status()) return rows.status().error();
    const Timestamp accepted{rows.integer(2)};
    if (found && rows.integer(0) == digest && stillRepeats(post.envId, accepted, now)) {
      return std::optional(PostReceipt{static_cast<ChatId>(rows.integer(1)), accepted, true});
    }
  }
  auto replaced = replaceRecent_.run(post.author, post.epid, post.envId, digest, chatId, next.lastTime.ticks);
  if (!replaced) return replaced.error();
  return std::optional<PostReceipt>();
}

Status PostWriter::store(const NewPost& post, const Head& next) {
  if (!post.keep) return success();
  const qint64 key = messageKey(post.room, next.lastChatId);
  const auto rtf = post.rtf.isEmpty() ? std::nullopt : std::optional(post.rtf);
  auto inserted = insertMessage_.run(key, next.lastTime.ticks, post.author, post.alert, post.chat, rtf);
  if (inserted) unindexed_.push_back({key, post.chat});
  return inserted;
}

Status PostWriter::finish() {
  // FTS5 starts a new segment whenever a key is lower than the one before it.
  std::sort(unindexed_.begin(), unindexed_.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
  for (const Unindexed& message : unindexed_) {
    if (auto indexed = indexMessage_.run(message.key, message.chat); !indexed) return indexed;
  }
  unindexed_.clear();
  for (auto& [room, head] : newHeads_) {
    if (head.written) continue;
    auto updated = updateHead_.run(room, head.head.lastChatId, head.head.lastTime.ticks, head.messages, head.bytes);
    if (!updated) return updated;
    head = {head.head, 0, 0, true};
  }
  return success();
}

void PostWriter::committed() {
  for (const auto& [room, head] : newHeads_) heads_[room] = head.head;
  newHeads_.clear();
}

void PostWriter::rolledBack() {
  newHeads_.clear();
  unindexed_.clear();
  // They may know rooms and users that the transaction had made.
  heads_.clear();
  users_.clear();
}

void PostWriter::forgetRoom(RoomId room) {
  newHeads_.erase(room);
  heads_.erase(room);
}

Status PostWriter::forgetOldPosts(Timestamp now) { return pruneRecent_.run(now.ticks - kRepeatTicks, kForgetAtOnce); }

Result<bool> PostWriter::mergeIndex() {
  auto transaction = Sqlite::Transaction::begin(*database_);
  if (!transaction) return transaction.error();
  const qint64 before = database_->totalChanges();
  if (auto merged = mergeIndex_.run(kMergePages); !merged) return merged.error();
  // FTS5 documents: a difference below two means that the command found nothing to do.
  const bool more = database_->totalChanges() - before >= 2;
  if (auto committed = transaction->commit(); !committed) return committed.error();
  return more;
}

}  // namespace Parlour::Server
