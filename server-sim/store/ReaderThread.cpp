// SPDX-License-Identifier: Apache-2.0
#include "server-sim/store/ReaderThread.h"

#include <chrono>
#include <utility>

namespace Parlour::Server {

using SteadyClock = std::chrono::steady_clock;

Result<std::unique_ptr<ReaderThread>> ReaderThread::start(Sqlite::Database database, Executor executor,
                                                          size_t queueLimit, int timeLimitMs, Histogram& readUs) {
  std::unique_ptr<ReaderThread> reader(
      new ReaderThread(std::move(database), std::move(executor), queueLimit, timeLimitMs, readUs));
  auto history = HistoryReader::prepare(reader->database_);
  if (!history) return history.error();
  auto users = UserReader::prepare(reader->database_);
  if (!users) return users.error();
  auto administration = AdminReader::prepare(reader->database_);
  if (!administration) return administration.error();
  reader->administration_ = std::move(*administration);
  reader->history_ = std::move(*history);
  reader->users_ = std::move(*users);
  reader->thread_ = std::thread([raw = reader.get()] { raw->run(); });
  return reader;
}

ReaderThread::ReaderThread(Sqlite::Database database, Executor executor, size_t queueLimit, int timeLimitMs,
                           Histogram& readUs)
    : database_(std::move(database)),
      executor_(std::move(executor)),
      queueLimit_(queueLimit),
      timeLimitMs_(timeLimitMs),
      readUs_(readUs) {}

ReaderThread::~ReaderThread() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  if (!thread_.joinable()) return;
  database_.interrupt();
  thread_.join();
}

Error ReaderThread::queueFull() {
  Error error = Error::make(ErrorCode::Busy, QStringLiteral("Too many queries wait to be answered."));
  error.retryAfterSeconds = 2;
  return error;
}

Error ReaderThread::cancelled() { return Error::make(ErrorCode::Cancelled, QStringLiteral("The server is stopping.")); }

size_t ReaderThread::waiting() const {
  const std::lock_guard lock(mutex_);
  return queue_.size();
}

bool ReaderThread::enqueue(Job job) {
  {
    const std::lock_guard lock(mutex_);
    if (queue_.size() >= queueLimit_) return false;
    queue_.push_back(std::move(job));
  }
  wake_.notify_one();
  return true;
}

void ReaderThread::run() {
  SteadyClock::time_point deadline;
  database_.setStepCheck([&deadline] { return SteadyClock::now() < deadline; });
  Readers readers{*history_, *users_, *administration_};
  std::unique_lock lock(mutex_);
  while (true) {
    wake_.wait(lock, [this] { return !queue_.empty() || stopping_; });
    if (queue_.empty()) break;
    const Job job = std::move(queue_.front());
    queue_.pop_front();
    const bool stopping = stopping_;
    lock.unlock();
    const auto started = SteadyClock::now();
    deadline = started + std::chrono::milliseconds(timeLimitMs_);
    job(stopping ? nullptr : &readers);
    readUs_.record(std::chrono::duration_cast<std::chrono::microseconds>(SteadyClock::now() - started).count());
    lock.lock();
  }
  lock.unlock();
  database_.setStepCheck(nullptr);
}

}  // namespace Parlour::Server
