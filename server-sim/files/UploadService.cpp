// SPDX-License-Identifier: Apache-2.0
#include "server-sim/files/UploadService.h"

#include "protocol/files/FileHttp.h"
#include "protocol/files/FileNames.h"
#include "server-sim/store/ChangeWriter.h"

namespace Parlour::Server {
namespace {

using Files::FileError;

constexpr qint64 kMegabyte = 1'024 * 1'024;

FileFailure tooLarge(const FileSettings& settings) {
  FileFailure failure =
      fileFailure(FileError::TooLarge,
                  QStringLiteral("The file is larger than the %L1 KB that are allowed.").arg(settings.largestKb));
  failure.limit = settings.largestBytes();
  return failure;
}

FileFailure noSpaceInRoom(qint64 quotaMb) {
  FileFailure failure = fileFailure(FileError::RoomQuota);
  failure.limit = quotaMb * kMegabyte;
  return failure;
}

// First bytes of what may be shown as a preview.
bool isPicture(const QByteArray& type, const QByteArray& bytes) {
  if (type == "image/png") return bytes.startsWith("\x89PNG\r\n\x1a\n");
  return type == "image/jpeg" && bytes.startsWith("\xff\xd8\xff");
}

}  // namespace

FileStatus UploadService::checkSize(qint64 size) const {
  if (size > context_.settings.largestBytes()) return tooLarge(context_.settings);
  const qint64 spare = context_.contents.freeBytes() - context_.settings.keepFreeMb * kMegabyte;
  if (size > spare) return fileFailure(FileError::DiskFull);
  return FileDone{};
}

FileStatus UploadService::checkNew(const QString& name, qint64 size) const {
  if (name.isEmpty()) return fileFailure(FileError::BadName);
  if (!context_.settings.allowsType(Files::endingOf(name))) return fileFailure(FileError::TypeNotAllowed);
  return checkSize(size);
}

// The row of the upload and the token that it took, if the room has space for it.
FileStatus UploadService::reserve(const TokenRecord& token, const FileRecord& record) {
  const qint64 quotaMb = context_.settings.roomQuotaMb;
  const Timestamp expiry = context_.tokens.newExpiry();
  return context_.database.write([=, digest = token.digest](Sqlite::Database& database) -> FileStatus {
    const auto open = FileRecords::openUploads(database, record.user);
    const auto held = FileRecords::roomBytes(database, record.room);
    if (!open || !held) return FileDatabase::failed(open ? held.error() : open.error());
    if (*open >= kOpenPerUser) return fileFailure(FileError::Busy);
    if (quotaMb > 0 && *held + std::max<qint64>(record.size, 0) > quotaMb * kMegabyte) return noSpaceInRoom(quotaMb);
    const Status added = FileRecords::addFile(database, record);
    if (!added) return FileDatabase::failed(added.error());
    const Status bound = FileRecords::bindToken(database, digest, record.name, expiry);
    return bound ? FileStatus(FileDone{}) : FileDatabase::failed(bound.error());
  });
}

FileOutcome<UploadView> UploadService::begin(const TokenRecord& token, const QString& name, qint64 size,
                                             const QByteArray& sha256) {
  if (!token.file.isEmpty()) return status(token, token.file);
  const QString clean = Files::cleanFileName(name);
  if (const FileStatus fits = checkNew(clean, size); !fits) return fits.failure();
  if (const auto may = context_.mayGoOn(token); !may) return may.failure();
  FileRecord record;
  record.name = Files::repositoryNameFor(clean);
  record.room = token.room;
  record.user = token.user;
  record.displayName = clean;
  record.size = size;
  record.sha256 = sha256;
  record.changedOn = context_.clock.now();
  const auto claimed = context_.tokens.claim(token, record.name);
  if (!claimed) return claimed.failure();
  if (const FileStatus reserved = reserve(token, record); !reserved) {
    context_.tokens.unclaim(token);
    return reserved.failure();
  }
  const auto upload = reopen(record);
  if (!upload) return upload.failure();
  return viewOf(record.name, **upload);
}

FileOutcome<UploadView> UploadService::resume(const TokenRecord& token, const QByteArray& file) {
  if (!token.file.isEmpty()) return token.file == file ? status(token, file) : fileFailure(FileError::Token);
  if (const auto may = context_.mayGoOn(token); !may) return may.failure();
  auto found = context_.database.read([&](Sqlite::Database& database) { return FileRecords::find(database, file); });
  if (!found) return found.failure();
  const auto& record = *found;
  if (!record || record->room != token.room || record->user != token.user) return fileFailure(FileError::NotFound);
  if (record->state != FileState::Open && record->state != FileState::Complete) {
    return fileFailure(FileError::NotFound);
  }
  const auto claimed = context_.tokens.claim(token, file);
  if (!claimed) return claimed.failure();
  FileRecord touched = *record;
  touched.changedOn = context_.clock.now();
  context_.database.writeLater(
      [digest = token.digest, touched, expiry = context_.tokens.newExpiry()](Sqlite::Database& database) {
        const Status bound = FileRecords::bindToken(database, digest, touched.name, expiry);
        return bound && touched.state == FileState::Open ? FileRecords::touch(database, touched) : bound;
      });
  TokenRecord bound = token;
  bound.file = file;
  return status(bound, file);
}

FileOutcome<UploadService::UploadPtr> UploadService::reopen(const FileRecord& record) {
  UploadPtr upload;
  {
    const std::lock_guard lock(mutex_);
    UploadPtr& kept = uploads_[record.name];
    if (!kept) kept = std::make_shared<Upload>(record, context_.contents.uploadPath(record.name));
    upload = kept;
  }
  const std::unique_lock lock(upload->lock(), std::try_to_lock);
  if (lock.owns_lock()) {
    if (const FileStatus opened = upload->open(); !opened) return opened.failure();
  }
  return upload;
}

// The upload that the token was used for.
FileOutcome<UploadService::UploadPtr> UploadService::find(const TokenRecord& token, const QByteArray& file) {
  if (token.file.isEmpty() || token.file != file) return fileFailure(FileError::NotFound);
  {
    const std::lock_guard lock(mutex_);
    const auto kept = uploads_.constFind(file);
    if (kept != uploads_.constEnd() && (*kept)->isOver()) return fileFailure(FileError::NotFound);
    if (kept != uploads_.constEnd()) return *kept;
  }
  auto found = context_.database.read([&](Sqlite::Database& database) { return FileRecords::find(database, file); });
  if (!found) return found.failure();
  if (!*found || (*found)->state != FileState::Open) return fileFailure(FileError::NotFound);
  return reopen(**found);
}

UploadView UploadService::viewOf(const QByteArray& file, const Upload& upload) {
  return {file, upload.offset(), upload.size(), false, {}};
}

FileOutcome<UploadView> UploadService::status(const TokenRecord& token, const QByteArray& file) {
  if (const auto upload = find(token, file)) return viewOf(file, **upload);
  if (token.file != file) return fileFailure(FileError::NotFound);
  auto found = context_.database.read([&](Sqlite::Database& database) { return FileRecords::find(database, file); });
  if (!found) return found.failure();
  const auto& record = *found;
  if (record && record->state == FileState::Quarantined) return fileFailure(FileError::Quarantined);
  if (!record || record->state != FileState::Complete) return fileFailure(FileError::NotFound);
  return UploadView{file, record->size, record->size, true, record->sha256};
}

// What a piece says of the whole file must agree with what was said before.
FileStatus UploadService::announce(Upload& upload, const Piece& piece) {
  FileRecord& record = upload.record();
  if (record.size < 0) {
    if (const FileStatus fits = checkSize(piece.where.total); !fits) return fits;
    upload.setSize(piece.where.total);
  }
  if (record.size != piece.where.total) return fileFailure(FileError::Length);
  if (piece.sha256.isEmpty()) return FileDone{};
  if (!record.sha256.isEmpty() && record.sha256 != piece.sha256) return fileFailure(FileError::Hash);
  record.sha256 = piece.sha256;
  return FileDone{};
}

FileOutcome<UploadView> UploadService::append(const TokenRecord& token, const QByteArray& file, const Piece& piece,
                                              const BodyReader& read) {
  const auto found = find(token, file);
  if (!found) return found.failure();
  Upload& upload = **found;
  const std::unique_lock lock(upload.lock(), std::try_to_lock);
  if (!lock.owns_lock()) return fileFailure(FileError::Busy);
  if (upload.isOver()) return status(token, file);
  if (const FileStatus opened = upload.open(); !opened) return opened.failure();
  if (const FileStatus agreed = announce(upload, piece); !agreed) return agreed.failure();
  const Files::ByteRange& range = piece.where.range;
  const qint64 from = range.size() > 0 ? range.first : piece.where.total;
  if (from != upload.offset()) {
    FileFailure failure = fileFailure(FileError::Offset);
    failure.offset = upload.offset();
    return failure;
  }
  if (range.size() > kPieceBytes) return fileFailure(FileError::BadRequest, QStringLiteral("The piece is too long."));
  if (range.size() > 0) {
    qint64 taken = 0;
    const FileStatus added = upload.append(range.size(), read, taken);
    context_.counters.bytesIn.add(static_cast<quint64>(taken));
    upload.record().changedOn = context_.clock.now();
    if (!added) return added.failure();
  }
  if (upload.offset() < upload.record().size) return viewOf(file, upload);
  return finish(token, upload, piece.needsSha256);
}

FileOutcome<UploadView> UploadService::finish(const TokenRecord& token, Upload& upload, bool needsSha256) {
  FileRecord record = upload.record();
  const QByteArray sha256 = upload.sha256();
  if (record.sha256.isEmpty() && needsSha256) {
    return fileFailure(FileError::BadRequest, QStringLiteral("The hash of the file is missing."));
  }
  if (!record.sha256.isEmpty() && record.sha256 != sha256) {
    drop(upload);
    return fileFailure(FileError::Hash);
  }
  upload.record().sha256 = sha256;
  const auto may = context_.mayGoOn(token);
  if (!may) return may.failure();
  if (const FileStatus clean = examine(token, upload); !clean) return clean.failure();
  record = upload.record();
  record.state = FileState::Complete;
  record.changedOn = context_.clock.now();
  const std::shared_lock inUse(context_.contents.useLock());
  if (const FileStatus kept = context_.contents.publish(record.name, sha256); !kept) return kept.failure();
  if (const FileStatus visible = makeVisible(token, record, *may); !visible) {
    // Its bytes may be under their hash already; they are collected with everything that no row names.
    upload.end();
    forget(record.name);
    return visible.failure();
  }
  upload.end();
  context_.tokens.noteSpent(token);
  context_.counters.uploads.add();
  forget(record.name);
  return UploadView{record.name, record.size, record.size, true, sha256};
}

FileStatus UploadService::examine(const TokenRecord& token, Upload& upload) {
  const FileRecord& record = upload.record();
  const FileStatus scanned = context_.scan.scan(context_.contents.uploadPath(record.name));
  if (scanned || scanned.failure().error != FileError::Quarantined) return scanned;
  if (const FileStatus moved = context_.contents.quarantine(record.name); !moved) return moved;
  FileRecord bad = record;
  bad.state = FileState::Quarantined;
  bad.changedOn = context_.clock.now();
  const AuditEntry line{bad.changedOn, "file scan", "file.quarantine", bad.name, {}, {}};
  const FileStatus noted =
      context_.database.write([bad, line, digest = token.digest](Sqlite::Database& database) -> FileStatus {
        for (const Status& done : {FileRecords::update(database, bad), FileRecords::spendToken(database, digest),
                                   addAuditEntry(database, line)}) {
          if (!done) return FileDatabase::failed(done.error());
        }
        return FileDone{};
      });
  upload.end();
  context_.tokens.noteSpent(token);
  context_.counters.quarantined.add();
  forget(bad.name);
  return noted ? scanned : noted;
}

FileStatus UploadService::makeVisible(const TokenRecord& token, const FileRecord& record, const EventPtr& event) {
  const qint64 quotaMb = context_.settings.roomQuotaMb;
  return context_.database.write(
      [record, event, quotaMb, digest = token.digest](Sqlite::Database& database) -> FileStatus {
        const auto found = FileRecords::find(database, record.name);
        if (!found) return FileDatabase::failed(found.error());
        if (!*found || (*found)->state != FileState::Open) return fileFailure(FileError::NotFound);
        FileRecord made = record;
        made.preview = (*found)->preview;
        const Status written = FileRecords::update(database, made);
        const Status spent = written ? FileRecords::spendToken(database, digest) : written;
        const Status told = spent ? recordTransfer(database, event, record, record.changedOn) : spent;
        if (!told) return FileDatabase::failed(told.error());
        const auto held = FileRecords::roomBytes(database, record.room);
        if (!held) return FileDatabase::failed(held.error());
        if (quotaMb > 0 && *held > quotaMb * kMegabyte) return noSpaceInRoom(quotaMb);
        return FileDone{};
      });
}

FileStatus UploadService::putPreview(const TokenRecord& token, const QByteArray& file, const QByteArray& type,
                                     const QByteArray& bytes) {
  if (token.file.isEmpty() || token.file != file) return fileFailure(FileError::NotFound);
  if (bytes.size() > Files::kLargestPreview || !isPicture(type, bytes)) {
    return fileFailure(FileError::PreviewNotAllowed);
  }
  if (const FileStatus fits = checkSize(bytes.size()); !fits) return fits;
  if (const FileStatus saved = context_.contents.savePreview(file, bytes); !saved) return saved;
  return context_.database.write([file, type](Sqlite::Database& database) -> FileStatus {
    const auto found = FileRecords::find(database, file);
    if (!found) return FileDatabase::failed(found.error());
    if (!*found || (*found)->state > FileState::Complete) return fileFailure(FileError::NotFound);
    FileRecord shown = **found;
    shown.preview = type;
    const Status written = FileRecords::update(database, shown);
    return written ? FileStatus(FileDone{}) : FileDatabase::failed(written.error());
  });
}

FileStatus UploadService::abandon(const TokenRecord& token, const QByteArray& file) {
  const auto found = find(token, file);
  if (!found) return found.failure();
  const std::unique_lock lock((*found)->lock(), std::try_to_lock);
  if (!lock.owns_lock()) return fileFailure(FileError::Busy);
  drop(**found);
  context_.tokens.spend(token);
  return FileDone{};
}

void UploadService::drop(Upload& upload) {
  const QByteArray name = upload.record().name;
  upload.end();
  context_.contents.dropUpload(name);
  context_.contents.dropPreview(name);
  const FileStatus removed = context_.database.write([name](Sqlite::Database& database) -> FileStatus {
    const auto found = FileRecords::find(database, name);
    if (!found) return FileDatabase::failed(found.error());
    if (!*found || (*found)->state != FileState::Open) return FileDone{};
    const Status gone = FileRecords::remove(database, (*found)->number);
    return gone ? FileStatus(FileDone{}) : FileDatabase::failed(gone.error());
  });
  // Else it is dropped with the unfinished ones.
  if (removed) forget(name);
}

void UploadService::dropStale(const FileRecord& record, Timestamp before) {
  const auto upload = reopen(record);
  if (!upload) return;
  const std::unique_lock lock((*upload)->lock(), std::try_to_lock);
  if (!lock.owns_lock() || (*upload)->isOver() || (*upload)->record().changedOn >= before) return;
  drop(**upload);
}

void UploadService::forget(const QByteArray& file) {
  const std::lock_guard lock(mutex_);
  uploads_.remove(file);
}

}  // namespace Parlour::Server
