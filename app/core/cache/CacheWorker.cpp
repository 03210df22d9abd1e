// SPDX-License-Identifier: Apache-2.0
#include "app/core/cache/CacheWorker.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QStorageInfo>

#include "app/core/Words.h"
#include "protocol/support/Log.h"

namespace Parlour::Core {

namespace {

constexpr qint64 kFreeBytes = 32LL * 1024 * 1024;  // left to others on the disk
constexpr int kKeptBetweenPruning = 5'000;

// SQLITE_CORRUPT and SQLITE_NOTADB, with their extended forms.
bool isDamage(const Error& error) {
  static const QRegularExpression code(QStringLiteral("^SQLite (\\d+):"));
  const int value = code.match(error.detail).captured(1).toInt() & 0xff;
  return value == 11 || value == 26;
}

QString startedAnewWords() {
  return Words::tr(
      "The message cache could not be read. It was put aside and a new one begun; history loads again from "
      "the server.");
}

QString pausedWords() {
  return Words::tr(
      "This computer has no room for the message cache. Chat goes on; new messages are not kept for "
      "reading offline until there is space.");
}

QString resumedWords() { return Words::tr("The message cache keeps new messages again."); }

}  // namespace

SqliteMessageCache::Worker::Worker(const MessageCacheOptions& options, Tell tell)
    : options_(options), tell_(std::move(tell)), thread_([this] { run(); }) {}

SqliteMessageCache::Worker::~Worker() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void SqliteMessageCache::Worker::post(std::function<void()> job) {
  {
    const std::lock_guard lock(mutex_);
    jobs_.push_back({std::move(job), false});
  }
  wake_.notify_one();
}

void SqliteMessageCache::Worker::postWrite(Weight weight, Write work) {
  {
    const std::lock_guard lock(mutex_);
    if (weight == Weight::MayBeLost && waitingWrites_ >= options_.mostWaiting) return;
    if (weight == Weight::MayBeLost) ++waitingWrites_;
    jobs_.push_back({[this, weight, work = std::move(work)] { write(weight, work); }, weight == Weight::MayBeLost});
  }
  wake_.notify_one();
}

void SqliteMessageCache::Worker::postLimits(const CacheLimits& limits) {
  post([this, limits] {
    limits_ = limits;
    pruneSoon();
  });
}

void SqliteMessageCache::Worker::run() {
  std::unique_lock lock(mutex_);
  for (;;) {
    const auto ready = [this] { return ending_ || !jobs_.empty(); };
    if (debts_.empty()) {
      wake_.wait(lock, ready);
    } else if (!wake_.wait_for(lock, std::chrono::milliseconds(options_.retryMs), ready)) {
      lock.unlock();
      payDebts();
      lock.lock();
      continue;
    }
    if (jobs_.empty()) return;
    const Job job = std::move(jobs_.front());
    jobs_.pop_front();
    if (job.mayBeLost) --waitingWrites_;
    lock.unlock();
    job.run();
    lock.lock();
  }
}

// ---- the file

Result<QList<CachedRoom>> SqliteMessageCache::Worker::open(const SipUri& account) {
  close();
  account_ = account;
  QDir().mkpath(options_.directory);
  path_ = options_.directory + QLatin1Char('/') + fileName(account);
  auto store = CacheStore::open(path_, account);
  if (store) {
    store_ = std::move(*store);
  } else {
    qCWarning(lcCore).noquote() << "message cache:" << store.error().text << store.error().detail;
    startAnew();
  }
  if (!store_) return Error::make(ErrorCode::Storage, Words::tr("There is no message cache on this computer."));
  auto rooms = store_->rooms();
  if (!rooms) {
    failed(rooms.error());
    return QList<CachedRoom>();
  }
  pruneSoon();
  return rooms;
}

void SqliteMessageCache::Worker::close() {
  if (store_) payDebts();
  store_.reset();
  debts_.clear();
  paused_ = false;
}

// One damaged file is kept for who wants to look at it.
void SqliteMessageCache::Worker::startAnew() {
  store_.reset();
  debts_.clear();
  const QString aside = path_ + QStringLiteral(".damaged");
  QFile::remove(aside);
  QFile::rename(path_, aside);
  for (const auto* end : {"-wal", "-shm"}) QFile::remove(path_ + QLatin1String(end));
  auto store = CacheStore::open(path_, account_);
  if (store) store_ = std::move(*store);
  tell_(CacheNews::StartedAnew, startedAnewWords());
}

Result<CacheStore*> SqliteMessageCache::Worker::reader() {
  if (!store_ || !payDebts()) {
    return Error::make(ErrorCode::Storage, Words::tr("There is no message cache on this computer."));
  }
  return store_.get();
}

void SqliteMessageCache::Worker::failed(const Error& error) {
  qCWarning(lcCore).noquote() << "message cache:" << error.text << error.detail;
  if (isDamage(error)) startAnew();
}

// ---- writing

Status SqliteMessageCache::Worker::mayWrite() const {
  if (options_.mayWrite) return options_.mayWrite();
  const QStorageInfo disk(options_.directory);
  if (!disk.isValid() || disk.bytesAvailable() < 0 || disk.bytesAvailable() >= kFreeBytes) return success();
  return Error::make(ErrorCode::Storage, pausedWords());
}

Status SqliteMessageCache::Worker::attempt(const Write& work) {
  auto status = mayWrite();
  if (status) status = work(*store_);
  if (!status) {
    pause(status.error());
  } else if (std::exchange(paused_, false)) {
    tell_(CacheNews::Resumed, resumedWords());
  }
  return status;
}

void SqliteMessageCache::Worker::pause(const Error& error) {
  if (isDamage(error)) return failed(error);
  retryAtMs_ = options_.clock->monotonicMs() + options_.retryMs;
  if (std::exchange(paused_, true)) return;
  qCWarning(lcCore).noquote() << "message cache:" << error.text << error.detail;
  tell_(CacheNews::Paused, pausedWords());
}

bool SqliteMessageCache::Worker::payDebts() {
  while (!debts_.empty()) {
    if (!store_ || !attempt(debts_.front())) break;
    debts_.pop_front();
  }
  return debts_.empty();
}

void SqliteMessageCache::Worker::write(Weight weight, const Write& work) {
  if (!store_) return;
  if (weight == Weight::Must) {
    debts_.push_back(work);
    payDebts();
    return;
  }
  if (paused_ && options_.clock->monotonicMs() < retryAtMs_) return;
  if (!payDebts() || !store_ || !attempt(work)) return;
  if (++keptSincePruning_ >= kKeptBetweenPruning) pruneSoon();
}

void SqliteMessageCache::Worker::pruneSoon() {
  keptSincePruning_ = 0;
  if (!store_) return;
  auto more = store_->prune(limits_, options_.clock->now());
  if (!more) return failed(more.error());
  if (*more) post([this] { pruneSoon(); });
}

}  // namespace Parlour::Core
