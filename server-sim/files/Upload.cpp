// SPDX-License-Identifier: Apache-2.0
#include "server-sim/files/Upload.h"

#include <fcntl.h>
#include <unistd.h>

#include <QFile>
#include <cerrno>

namespace Parlour::Server {
namespace {

using Files::FileError;

// A descriptor that is closed in any case.
class AppendHandle {
 public:
  explicit AppendHandle(const QString& path)
      : handle_(::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600)) {}
  ~AppendHandle() {
    if (handle_ >= 0) ::close(handle_);
  }
  AppendHandle(const AppendHandle&) = delete;
  AppendHandle& operator=(const AppendHandle&) = delete;

  int get() const { return handle_; }

 private:
  const int handle_;
};

// 0, or errno with nothing of the part left.
int writeAt(int handle, const char* data, size_t size, qint64 offset) {
  for (size_t done = 0; done < size;) {
    const ssize_t count = ::pwrite(handle, data + done, size - done, offset + static_cast<qint64>(done));
    if (count > 0) {
      done += static_cast<size_t>(count);
    } else if (count == 0 || errno != EINTR) {
      const int failed = count == 0 ? ENOSPC : errno;
      return ::ftruncate(handle, offset) == 0 ? failed : EIO;
    }
  }
  return 0;
}

}  // namespace

FileStatus Upload::open() {
  if (opened_) return FileDone{};
  QFile file(path_);
  if (file.exists()) {
    if (!file.open(QIODevice::ReadOnly) || !hash_.addData(&file)) return diskFailure(EIO);
    offset_ = file.size();
  } else if (AppendHandle(path_).get() < 0) {
    return diskFailure(errno);
  }
  opened_ = true;
  return FileDone{};
}

FileStatus Upload::append(qint64 size, const BodyReader& read, qint64& taken) {
  const AppendHandle handle(path_);
  if (handle.get() < 0) return diskFailure(errno);
  FileStatus result = FileDone{};
  taken = 0;
  const bool whole = read([&](const char* data, size_t count) {
    if (taken + static_cast<qint64>(count) > size) {
      result = fileFailure(FileError::Length);
    } else if (const int failed = writeAt(handle.get(), data, count, offset_)) {
      result = diskFailure(failed);
    } else {
      hash_.addData(QByteArrayView(data, static_cast<qsizetype>(count)));
      offset_ += static_cast<qint64>(count);
      taken += static_cast<qint64>(count);
    }
    return static_cast<bool>(result);
  });
  if (!result) return result;
  return whole && taken == size ? result : FileStatus(fileFailure(FileError::Length));
}

}  // namespace Parlour::Server
