// SPDX-License-Identifier: Apache-2.0
// FileService for administrators: the collector's thread does it, the loop gets the answer.
#include "server-sim/files/FileService.h"
#include "server-sim/store/ChangeWriter.h"

namespace Parlour::Server {
namespace {

FileFacts factsOf(const FileRecord& record) {
  return {record.name,        record.room, record.user,
          record.displayName, record.size, record.state == FileState::Quarantined,
          record.changedOn};
}

Error errorOf(const FileFailure& failure) {
  const bool missing = failure.error == Files::FileError::NotFound;
  return Error::make(missing ? ErrorCode::NotFound : ErrorCode::Storage, failure.words());
}

FileOutcome<FileFacts> findFile(FileDatabase& rows, const QByteArray& file) {
  const auto found = rows.read([&](Sqlite::Database& database) { return FileRecords::find(database, file); });
  if (!found) return found.failure();
  const auto& record = *found;
  const bool visible = record && (record->state == FileState::Complete || record->state == FileState::Quarantined);
  if (!visible) return fileFailure(Files::FileError::NotFound, QStringLiteral("There is no such file."));
  return factsOf(*record);
}

}  // namespace

template <typename T, typename Work>
void FileService::beside(Answer<T> done, Work work) {
  keeper_->post([this, done = std::move(done), work = std::move(work)] {
    const FileOutcome<T> outcome = work();
    loop_([done, result = outcome ? Result<T>(*outcome) : Result<T>(errorOf(outcome.failure()))] { done(result); });
  });
}

void FileService::list(RoomId room, int limit, Answer<std::vector<FileFacts>> done) {
  using Facts = std::vector<FileFacts>;
  beside<Facts>(std::move(done), [this, room, limit]() -> FileOutcome<Facts> {
    const auto found = database_->read([&](Sqlite::Database& database) {
      return room != 0 ? FileRecords::ofRoom(database, room, 0, limit) : FileRecords::newest(database, limit);
    });
    if (!found) return found.failure();
    Facts facts;
    for (const FileRecord& record : *found) facts.push_back(factsOf(record));
    return facts;
  });
}

void FileService::find(const QByteArray& file, Answer<FileFacts> done) {
  beside<FileFacts>(std::move(done), [this, file] { return findFile(*database_, file); });
}

void FileService::remove(const QByteArray& file, const QByteArray& actor, Answer<FileFacts> done) {
  beside<FileFacts>(std::move(done), [this, file, actor]() -> FileOutcome<FileFacts> {
    const auto facts = findFile(*database_, file);
    if (!facts) return facts.failure();
    const AuditEntry line{clock_.now(), actor, "file.rm", file, {}, {}};
    const FileStatus removed = keeper_->takeAway(file, facts->room, line);
    return removed ? FileOutcome<FileFacts>(*facts) : FileOutcome<FileFacts>(removed.failure());
  });
}

void FileService::collectNow(Answer<qint64> done) {
  beside<qint64>(std::move(done), [this] { return FileOutcome<qint64>(keeper_->collect().files); });
}

}  // namespace Parlour::Server
