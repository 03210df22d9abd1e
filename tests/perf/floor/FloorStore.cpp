// SPDX-License-Identifier: Apache-2.0
#include "tests/perf/floor/FloorStore.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <cstdio>
#include <utility>

#include "protocol/support/sqlite/Transaction.h"

namespace Parlour::Perf {

Result<std::unique_ptr<FloorStore>> FloorStore::open(const QString& path) {
  auto database = Sqlite::Database::open(path);
  if (!database) return database.error();
  auto made =
      database->execute("CREATE TABLE posts (number INTEGER PRIMARY KEY, room INTEGER, author INTEGER, text TEXT)");
  if (!made) return made.error();
  auto insert = database->prepare("INSERT INTO posts (number, room, author, text) VALUES (?1, ?2, ?3, ?4)");
  if (!insert) return insert.error();
  std::unique_ptr<FloorStore> store(new FloorStore(std::move(*database)));
  store->insert_ = std::move(*insert);
  store->thread_ = std::thread([raw = store.get()] { raw->run(); });
  return store;
}

FloorStore::FloorStore(Sqlite::Database database)
    : database_(std::move(database)), event_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

FloorStore::~FloorStore() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  if (thread_.joinable()) thread_.join();
  close(event_);
}

void FloorStore::append(FloorPost post) {
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(std::move(post));
  }
  wake_.notify_one();
}

std::vector<FloorPost> FloorStore::takeStored() {
  uint64_t count = 0;
  if (read(event_, &count, sizeof count) < 0) return {};
  const std::lock_guard lock(mutex_);
  return std::exchange(stored_, {});
}

void FloorStore::run() {
  std::unique_lock lock(mutex_);
  while (true) {
    wake_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    std::vector<FloorPost> batch = std::exchange(waiting_, {});
    lock.unlock();
    if (const auto done = commit(batch); !done) {
      fprintf(stderr, "floor: %s\n", qPrintable(done.error().text));
      _exit(1);
    }
    lock.lock();
    for (FloorPost& post : batch) stored_.push_back(std::move(post));
    const uint64_t one = 1;
    if (write(event_, &one, sizeof one) < 0) _exit(1);
  }
}

Status FloorStore::commit(std::vector<FloorPost>& batch) {
  auto transaction = Sqlite::Transaction::begin(database_);
  if (!transaction) return transaction.error();
  for (FloorPost& post : batch) {
    post.number = ++lastNumber_;
    auto inserted = insert_.run(post.number, post.room, post.author,
                                QByteArray::fromRawData(post.text.data(), static_cast<qsizetype>(post.text.size())));
    if (!inserted) return inserted;
  }
  return transaction->commit();
}

}  // namespace Parlour::Perf
