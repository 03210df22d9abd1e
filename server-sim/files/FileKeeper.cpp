// SPDX-License-Identifier: Apache-2.0
#include "server-sim/files/FileKeeper.h"

#include <QSet>
#include <utility>

#include "protocol/xccos/ChatText.h"
#include "server-sim/compliance/FilePins.h"
#include "server-sim/files/UploadService.h"
#include "server-sim/store/ChangeWriter.h"

namespace Parlour::Server {
namespace {

constexpr int kAtOnce = 200;
constexpr qint64 kHourTicks = qint64{3'600'000} * Timestamp::kPerMs;

QSet<QByteArray> filesNamedIn(const FileSweep& sweep) {
  QSet<QByteArray> names;
  for (const Xccos::ChatSpan& span : Xccos::parseChatText(sweep.chat).spans) {
    if (span.file) names.insert(span.file->uniqueFile.toLower());
  }
  return names;
}

}  // namespace

void FileKeeper::start() {
  measure();
  thread_ = std::thread([this] { run(); });
}

void FileKeeper::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void FileKeeper::run() {
  qint64 collectedMs = context_.clock.monotonicMs();
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    wake_.wait_for(lock, std::chrono::milliseconds(kSweepMs), [this] { return stopping_ || !jobs_.empty(); });
    const auto jobs = std::exchange(jobs_, {});
    if (stopping_) return;
    lock.unlock();
    for (const auto& job : jobs) job();
    sweep();
    if (context_.clock.monotonicMs() - collectedMs >= kCollectMs) {
      collectedMs = context_.clock.monotonicMs();
      collect();
    }
    lock.lock();
  }
}

void FileKeeper::post(std::function<void()> job) {
  {
    const std::lock_guard lock(mutex_);
    jobs_.push_back(std::move(job));
  }
  wake_.notify_all();
}

void FileKeeper::sweep() {
  const std::lock_guard working(working_);
  for (;;) {
    const auto found =
        context_.database.read([](Sqlite::Database& database) { return FileRecords::sweeps(database, kAtOnce); });
    if (!found || found->empty()) return;
    for (const FileSweep& each : *found) sweepOne(each);
    const FileStatus dropped = context_.database.write([sweeps = *found](Sqlite::Database& database) -> FileStatus {
      for (const FileSweep& each : sweeps) {
        if (const Status done = FileRecords::dropSweep(database, each.id); !done) {
          return FileDatabase::failed(done.error());
        }
      }
      return FileDone{};
    });
    if (!dropped) return;
  }
}

void FileKeeper::sweepOne(const FileSweep& sweep) {
  for (const QByteArray& name : filesNamedIn(sweep)) {
    const auto mentioned = context_.database.read(
        [&](Sqlite::Database& database) { return FileRecords::isMentioned(database, sweep.room, name); });
    if (!mentioned || *mentioned) continue;
    if (!takeAway(name, sweep.room)) return;
  }
}

FileStatus FileKeeper::takeAway(const QByteArray& file, RoomId room, const std::optional<AuditEntry>& line) {
  const FileStatus written =
      context_.database.write([file, room, line, now = context_.clock.now()](Sqlite::Database& database) -> FileStatus {
        const auto found = FileRecords::find(database, file);
        if (!found) return FileDatabase::failed(found.error());
        const auto& record = *found;
        const bool there = record && (record->state == FileState::Complete || record->state == FileState::Quarantined);
        if (!there || record->room != room) return FileDone{};
        FileRecord gone = *record;
        gone.state = FileState::Removed;
        gone.changedOn = now;
        Status done = FileRecords::update(database, gone);
        if (done && line) done = addAuditEntry(database, *line);
        return done ? FileStatus(FileDone{}) : FileDatabase::failed(done.error());
      });
  if (written) measure();
  return written;
}

Collected FileKeeper::collect() {
  sweep();
  const std::lock_guard working(working_);
  context_.tokens.forgetExpired();
  context_.database.writeLater(
      [now = context_.clock.now()](Sqlite::Database& database) { return FileRecords::dropTokens(database, now); });
  dropUnfinished();
  dropUnposted();
  Collected done = dropRemoved();
  dropStrays(done);
  measure();
  context_.counters.collected.add(static_cast<quint64>(done.files));
  return done;
}

void FileKeeper::dropUnfinished() {
  const Timestamp before{context_.clock.now().ticks - context_.settings.unfinishedHours * kHourTicks};
  const auto found = context_.database.read(
      [&](Sqlite::Database& database) { return FileRecords::inState(database, FileState::Open, before, kAtOnce); });
  if (!found) return;
  for (const FileRecord& record : *found) uploads_.dropStale(record, before);
}

void FileKeeper::dropUnposted() {
  const Timestamp before{context_.clock.now().ticks - context_.settings.unpostedHours * kHourTicks};
  const auto found = context_.database.read(
      [&](Sqlite::Database& database) { return FileRecords::unposted(database, before, kAtOnce); });
  if (!found) return;
  for (const FileRecord& record : *found) {
    if (!takeAway(record.name, record.room)) return;
  }
}

Collected FileKeeper::dropRemoved() {
  Collected done;
  const Timestamp all{std::numeric_limits<qint64>::max()};
  const auto found = context_.database.read(
      [&](Sqlite::Database& database) { return FileRecords::inState(database, FileState::Removed, all, kAtOnce); });
  if (!found) return done;
  for (const FileRecord& record : *found) {
    context_.contents.dropPreview(record.name);
    context_.contents.dropUpload(record.name);
    context_.contents.dropQuarantined(record.name);
    if (!record.sha256.isEmpty() && !dropContent(record.sha256)) continue;
    const FileStatus removed =
        context_.database.write([number = record.number](Sqlite::Database& database) -> FileStatus {
          const Status gone = FileRecords::remove(database, number);
          return gone ? FileStatus(FileDone{}) : FileDatabase::failed(gone.error());
        });
    if (removed) ++done.files;
  }
  return done;
}

// True when it is gone or somebody else needs it; false when it is pinned.
bool FileKeeper::dropContent(const QByteArray& sha256) {
  const std::lock_guard alone(context_.contents.useLock());
  const auto used =
      context_.database.read([&](Sqlite::Database& database) { return FileRecords::isContentInUse(database, sha256); });
  if (!used) return false;
  if (*used) return true;
  if (pins_ && pins_->isPinned(ContentStore::relativePath(sha256))) return false;
  context_.contents.dropContent(sha256);
  return true;
}

// A crash between the disk and the database leaves bytes that no row names.
void FileKeeper::dropStrays(Collected& done) {
  for (const QByteArray& sha256 : context_.contents.contents()) {
    const auto named = context_.database.read(
        [&](Sqlite::Database& database) { return FileRecords::isContentNamed(database, sha256); });
    if (named && !*named && dropContent(sha256)) ++done.contents;
  }
  for (const QByteArray& file : context_.contents.uploads()) {
    const auto row =
        context_.database.read([&](Sqlite::Database& database) { return FileRecords::find(database, file); });
    if (row && !*row) context_.contents.dropUpload(file);
  }
}

void FileKeeper::measure() {
  const auto totals = context_.database.read([](Sqlite::Database& database) { return FileRecords::totals(database); });
  if (!totals) return;
  context_.counters.files.set(totals->files);
  context_.counters.bytes.set(totals->bytes);
}

}  // namespace Parlour::Server
