// SPDX-License-Identifier: Apache-2.0
#include "tests/perf/load/StoreFill.h"

#include <vector>

#include "protocol/support/Clock.h"
#include "protocol/support/sqlite/Transaction.h"
#include "server-sim/store/MessageKey.h"
#include "server-sim/store/StoreSql.h"
#include "tests/perf/load/OrganisationFile.h"

namespace Parlour::Perf {
namespace {

using namespace Parlour::Server;

constexpr qint64 kMessagesPerTransaction = 200'000;
constexpr int kDifferentTexts = 10'000;
constexpr qint64 kTicksPerSecond = 10'000'000;

class Filler {
 public:
  explicit Filler(Sqlite::Database& database) : database_(database) {
    for (int i = 0; i < kDifferentTexts; ++i) texts_.push_back(OrganisationFile::sentence(i).toUtf8());
  }

  Status prepare() {
    auto prepared = prepareStoreSql(database_, {{&insert_, QLatin1String("insert_message")},
                                                {&index_, QLatin1String("index_message")},
                                                {&head_, QLatin1String("update_room_head")},
                                                {&findHead_, QLatin1String("find_room_head")}});
    if (!prepared) return prepared;
    if (auto read = readIds("SELECT id FROM rooms ORDER BY id", rooms_); !read) return read;
    return readIds("SELECT id FROM principals WHERE type = 5 ORDER BY id LIMIT 1000", authors_);
  }

  Status fill(qint64 messages) {
    const auto perRoom = std::max<qint64>(1, messages / static_cast<qint64>(rooms_.size()));
    const qint64 from = SystemClock().now().ticks - (perRoom + 1) * kTicksPerSecond;
    size_t next = 0;
    while (next < rooms_.size()) {
      auto transaction = Sqlite::Transaction::begin(database_);
      if (!transaction) return transaction.error();
      for (qint64 done = 0; done < kMessagesPerTransaction && next < rooms_.size(); done += perRoom) {
        if (auto filled = fillRoom(rooms_[next++], perRoom, from); !filled) return filled;
      }
      if (auto committed = transaction->commit(); !committed) return committed;
    }
    return success();
  }

 private:
  Status readIds(const QByteArray& sql, std::vector<qint64>& ids) {
    auto statement = database_.prepare(sql);
    if (!statement) return statement.error();
    auto rows = statement->query();
    while (rows.next()) ids.push_back(rows.integer(0));
    return ids.empty() ? Error::make(ErrorCode::NotFound, QStringLiteral("The store is empty."), {}) : rows.status();
  }

  Status fillRoom(qint64 room, qint64 messages, qint64 from) {
    auto head = findHead_.query(room);
    const qint64 first = head.next() ? head.integer(0) + 1 : 1;
    if (!head.status()) return head.status();
    qint64 bytes = 0;
    for (qint64 i = 0; i < messages; ++i) {
      const QByteArray& text = texts_[static_cast<size_t>((room * 31 + i) % kDifferentTexts)];
      const qint64 key = messageKey(room, static_cast<ChatId>(first + i));
      const qint64 author = authors_[static_cast<size_t>(room + i) % authors_.size()];
      auto put = insert_.run(key, from + i * kTicksPerSecond, author, 0, text, std::nullopt);
      if (put) put = index_.run(key, text);
      if (!put) return put;
      bytes += text.size();
    }
    return head_.run(room, first + messages - 1, from + messages * kTicksPerSecond, messages, bytes);
  }

  Sqlite::Database& database_;
  Sqlite::Statement insert_, index_, head_, findHead_;
  std::vector<QByteArray> texts_;
  std::vector<qint64> rooms_;
  std::vector<qint64> authors_;
};

}  // namespace

Status fillStore(const QString& path, qint64 messages) {
  auto database = Sqlite::Database::open(path);
  if (!database) return database.error();
  // Nothing is lost if the machine stops here: the store is filled again.
  if (auto fast = database->execute("PRAGMA synchronous=OFF; PRAGMA cache_size=-200000"); !fast) return fast;
  {
    Filler filler(*database);
    if (auto prepared = filler.prepare(); !prepared) return prepared;
    if (auto filled = filler.fill(messages); !filled) return filled;
  }
  if (auto tidy = database->execute("PRAGMA optimize"); !tidy) return tidy;
  return database->checkpoint(Sqlite::Checkpoint::Truncate);
}

}  // namespace Parlour::Perf
