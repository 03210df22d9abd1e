// SPDX-License-Identifier: Apache-2.0
#include "server-sim/files/ContentStore.h"

#include <fcntl.h>
#include <unistd.h>

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>
#include <cerrno>
#include <cstdio>

#include "protocol/files/FileHttp.h"
#include "protocol/files/FileNames.h"
#include "protocol/support/Log.h"
#include "protocol/support/WholeFile.h"

namespace Parlour::Server {
namespace {

constexpr auto kOwnerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;

int syncPath(const QString& path) {
  const int handle = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
  if (handle < 0) return errno;
  const int result = ::fsync(handle) == 0 ? 0 : errno;
  ::close(handle);
  return result;
}

int moveFile(const QString& from, const QString& to) {
  return ::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0 ? 0 : errno;
}

bool makeFolder(const QString& path) { return QDir().mkpath(path) && QFile::setPermissions(path, kOwnerOnly); }

}  // namespace

FileFailure diskFailure(int code) {
  if (code == ENOSPC || code == EDQUOT) return fileFailure(Files::FileError::DiskFull);
  qCWarning(lcServer).noquote() << "The file store failed:" << qt_error_string(code);
  return fileFailure(Files::FileError::Storage);
}

Result<std::unique_ptr<ContentStore>> ContentStore::open(const QString& dataDirectory) {
  const QString root = dataDirectory + QStringLiteral("/files");
  for (const char* folder : {"", "/uploads", "/previews", "/quarantine"}) {
    if (makeFolder(root + QLatin1String(folder))) continue;
    return Error::make(ErrorCode::Storage, QStringLiteral("Cannot create the folder for files, %1.").arg(root));
  }
  return std::unique_ptr<ContentStore>(new ContentStore(root));
}

FileStatus ContentStore::publish(const QByteArray& file, const QByteArray& sha256) {
  const QString from = uploadPath(file);
  const QString to = contentPath(sha256);
  if (QFileInfo::exists(to)) {
    dropUpload(file);
    return FileDone{};
  }
  const QString folder = QFileInfo(to).path();
  if (!makeFolder(folder)) return diskFailure(errno);
  if (const int failed = syncPath(from)) return diskFailure(failed);
  if (const int failed = moveFile(from, to)) return diskFailure(failed);
  for (const QString& path : {folder, root_}) {
    if (const int failed = syncPath(path)) return diskFailure(failed);
  }
  return FileDone{};
}

FileStatus ContentStore::quarantine(const QByteArray& file) {
  const QString to = quarantinePath(file);
  if (const int failed = moveFile(uploadPath(file), to)) return diskFailure(failed);
  QFile::setPermissions(to, QFile::ReadOwner);
  return FileDone{};
}

FileStatus ContentStore::savePreview(const QByteArray& file, const QByteArray& bytes) {
  WholeFile saved(previewPath(file));
  if (saved.open(QIODevice::WriteOnly) && saved.write(bytes) == bytes.size() && saved.commit()) return FileDone{};
  return diskFailure(errno);
}

void ContentStore::dropUpload(const QByteArray& file) { QFile::remove(uploadPath(file)); }
void ContentStore::dropPreview(const QByteArray& file) { QFile::remove(previewPath(file)); }
void ContentStore::dropQuarantined(const QByteArray& file) { QFile::remove(quarantinePath(file)); }
void ContentStore::dropContent(const QByteArray& sha256) { QFile::remove(contentPath(sha256)); }

qint64 ContentStore::freeBytes() const { return QStorageInfo(root_).bytesAvailable(); }

QByteArrayList ContentStore::uploads() const {
  QByteArrayList names;
  for (const QString& name : QDir(root_ + QStringLiteral("/uploads")).entryList(QDir::Files)) {
    if (Files::isRepositoryName(name.toLatin1())) names.append(name.toLatin1());
  }
  return names;
}

QByteArrayList ContentStore::contents() const {
  QByteArrayList names;
  QDirIterator found(root_, QDir::Files, QDirIterator::Subdirectories);
  while (found.hasNext()) {
    const QByteArray name = QFileInfo(found.next()).fileName().toLatin1();
    if (Files::isSha256Hex(name)) names.append(name);
  }
  return names;
}

}  // namespace Parlour::Server
