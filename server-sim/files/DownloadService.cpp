// SPDX-License-Identifier: Apache-2.0
#include "server-sim/files/DownloadService.h"

#include <algorithm>

#include "protocol/files/FileHttp.h"
#include "protocol/files/FileNames.h"

namespace Parlour::Server {

using Files::FileError;

// What is not in the token's room is answered like what does not exist.
FileOutcome<FileRecord> DownloadService::find(const TokenRecord& token, const QByteArray& file) const {
  if (!Files::isRepositoryName(file)) return fileFailure(FileError::NotFound);
  auto found = context_.database.read([&](Sqlite::Database& database) { return FileRecords::find(database, file); });
  if (!found) return found.failure();
  const auto& record = *found;
  if (!record || record->room != token.room) return fileFailure(FileError::NotFound);
  if (record->state == FileState::Quarantined) return fileFailure(FileError::Quarantined);
  if (record->state != FileState::Complete) return fileFailure(FileError::NotFound);
  return *record;
}

FileOutcome<OpenFile> DownloadService::open(const TokenRecord& token, const QByteArray& file) {
  const auto may = context_.mayGoOn(token);
  if (!may) return may.failure();
  const auto record = find(token, file);
  if (!record) return record.failure();
  const auto content = std::make_shared<QFile>(context_.contents.contentPath(record->sha256));
  if (!content->open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
    // Between row and file somebody took it away; else the disk has lost it.
    return fileFailure(content->exists() ? FileError::Storage : FileError::NotFound);
  }
  const auto claimed = context_.tokens.claim(token, file);
  if (!claimed) return claimed.failure();
  if (*claimed) {
    if (const FileStatus begun = noteBegun(token, *record, *may); !begun) {
      context_.tokens.unclaim(token);
      return begun.failure();
    }
  }
  return OpenFile{*record, content};
}

FileStatus DownloadService::noteBegun(const TokenRecord& token, const FileRecord& record, const EventPtr& event) {
  const Timestamp expiry = context_.tokens.newExpiry();
  const FileStatus written = context_.database.write(
      [event, expiry, record, now = context_.clock.now(), digest = token.digest](Sqlite::Database& database) {
        const Status bound = FileRecords::bindToken(database, digest, record.name, expiry);
        const Status told = bound ? recordTransfer(database, event, record, now) : bound;
        return told ? FileStatus(FileDone{}) : FileStatus(FileDatabase::failed(told.error()));
      });
  if (written) context_.counters.downloads.add();
  return written;
}

FileOutcome<FilePage> DownloadService::list(const TokenRecord& token, qint64 before, int limit) {
  if (const auto may = context_.mayGoOn(token); !may) return may.failure();
  const int wanted = std::clamp(limit, 1, Files::kFilesPerPage);
  auto found = context_.database.read(
      [&](Sqlite::Database& database) { return FileRecords::ofRoom(database, token.room, before, wanted + 1); });
  if (!found) return found.failure();
  FilePage page{std::move(*found), false};
  page.more = page.files.size() > static_cast<size_t>(wanted);
  if (page.more) page.files.pop_back();
  return page;
}

FileOutcome<Preview> DownloadService::preview(const TokenRecord& token, const QByteArray& file) {
  if (const auto may = context_.mayGoOn(token); !may) return may.failure();
  const auto record = find(token, file);
  if (!record) return record.failure();
  QFile saved(context_.contents.previewPath(file));
  if (record->preview.isEmpty() || !saved.open(QIODevice::ReadOnly)) return fileFailure(FileError::NotFound);
  return Preview{record->preview, saved.read(Files::kLargestPreview)};
}

}  // namespace Parlour::Server
