// SPDX-License-Identifier: Apache-2.0
#include "server-sim/store/DataDirectory.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QDir>
#include <QFile>
#include <cerrno>
#include <utility>

namespace Parlour::Server {
namespace {

constexpr char kRunningMark[] = "running\n";
constexpr char kDamagedMark[] = "damaged\n";

Error cannotUse(const QString& path) {
  const int code = errno;
  return Error::make(ErrorCode::Storage,
                     QStringLiteral("Cannot use the data directory %1: %2.").arg(path, qt_error_string(code)));
}

}  // namespace

Result<DataDirectory> DataDirectory::take(const QString& path) {
  const QByteArray name = QFile::encodeName(path);
  QDir().mkpath(QFileInfo(path).absolutePath());
  if (::mkdir(name.constData(), 0700) != 0 && errno != EEXIST) return cannotUse(path);
  const int lock = ::open((name + "/lock").constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (lock < 0) return cannotUse(path);
  DataDirectory directory(path, lock);
  if (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK) return cannotUse(path);
    return Error::make(ErrorCode::Conflict, QStringLiteral("Another server uses the data directory %1.").arg(path));
  }
  if (auto read = directory.readMark(); !read) return read.error();
  return directory;
}

Status DataDirectory::readMark() {
  char byte = 0;
  const ssize_t size = ::pread(lock_, &byte, 1, 0);
  if (size < 0) return cannotUse(path_);
  if (size == 0) return writeMark(kRunningMark);
  lastEnd_ = byte == kDamagedMark[0] ? LastEnd::Damaged : LastEnd::Unclean;
  return success();
}

// On disk before anything else, or a power cut would leave no trace. The marks have one length.
Status DataDirectory::writeMark(const QByteArray& mark) {
  const bool written = ::pwrite(lock_, mark.constData(), static_cast<size_t>(mark.size()), 0) == mark.size();
  return written && ::fsync(lock_) == 0 ? success() : Status(cannotUse(path_));
}

Status DataDirectory::noteDamage() { return writeMark(kDamagedMark); }

Status DataDirectory::noteSound() { return writeMark(kRunningMark); }

DataDirectory::DataDirectory(DataDirectory&& other) noexcept
    : path_(std::move(other.path_)), lock_(std::exchange(other.lock_, -1)), lastEnd_(other.lastEnd_) {}

DataDirectory::~DataDirectory() {
  if (lock_ >= 0) ::close(lock_);
}

QString DataDirectory::file(const QString& name) const { return path_ + QLatin1Char('/') + name; }

void DataDirectory::endInOrder() {
  // If this fails the next start merely checks the database once more.
  if (::ftruncate(lock_, 0) == 0) lastEnd_ = LastEnd::InOrder;
}

}  // namespace Parlour::Server
