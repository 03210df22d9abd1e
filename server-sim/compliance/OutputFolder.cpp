// SPDX-License-Identifier: Apache-2.0
#include "server-sim/compliance/OutputFolder.h"

#include <fcntl.h>
#include <unistd.h>

#include <QDir>
#include <QFile>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <functional>

namespace Parlour::Server {
namespace {

constexpr qint64 kCopiedAtOnce = 256 * 1024;
constexpr mode_t kFileMode = 0640;

Error diskError(const QString& what, const QString& path) {
  return Error::make(ErrorCode::Storage,
                     QStringLiteral("%1 %2: %3.").arg(what, path, QString::fromLocal8Bit(std::strerror(errno))));
}

class Descriptor {
 public:
  Descriptor(const QString& path, int flags) : value_(open(QFile::encodeName(path).constData(), flags, kFileMode)) {}
  ~Descriptor() {
    if (value_ >= 0) close(value_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int value() const { return value_; }

 private:
  int value_;
};

bool writeAll(int descriptor, QByteArrayView bytes) {
  while (!bytes.isEmpty()) {
    const ssize_t written = write(descriptor, bytes.data(), static_cast<size_t>(bytes.size()));
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes = bytes.sliced(written);
  }
  return true;
}

using Fill = std::function<bool(int descriptor)>;

Status writeFile(const QString& path, const Fill& fill) {
  const Descriptor file(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW);
  const bool written = file.value() >= 0 && fill(file.value()) && fsync(file.value()) == 0;
  return written ? success() : Status(diskError(QStringLiteral("Cannot write"), path));
}

Status syncFolder(const QString& path) {
  const Descriptor folder(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const bool synced = folder.value() >= 0 && fsync(folder.value()) == 0;
  return synced ? success() : Status(diskError(QStringLiteral("Cannot sync"), path));
}

Status rename(const QString& from, const QString& to) {
  const bool renamed = std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0;
  return renamed ? success() : Status(diskError(QStringLiteral("Cannot rename to"), to));
}

QString partPath(const QDir& folder, const QString& name) {
  return folder.filePath(QLatin1Char('.') + name + QLatin1String(".part"));
}

// Private to the owner and the group, if it is not there.
Status makeFolder(const QDir& folder) {
  if (folder.exists()) return success();
  if (!folder.mkpath(QStringLiteral("."))) return diskError(QStringLiteral("Cannot create the folder"), folder.path());
  QFile::setPermissions(folder.path(),
                        QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup);
  return success();
}

Status writeParts(const QDir& folder, const std::vector<OutputFile>& files, const StepHook& hook) {
  for (const OutputFile& file : files) {
    const auto fill = [&file](int descriptor) { return writeAll(descriptor, file.bytes); };
    if (auto written = writeFile(partPath(folder, file.name), fill); !written) return written;
    reached(hook, "output written");
  }
  return success();
}

Status renameParts(const QDir& folder, const std::vector<OutputFile>& files, const StepHook& hook) {
  for (const OutputFile& file : files) {
    if (auto renamed = rename(partPath(folder, file.name), folder.filePath(file.name)); !renamed) return renamed;
    reached(hook, "output renamed");
  }
  return syncFolder(folder.path());
}

void removeAll(const QDir& folder, const std::vector<OutputFile>& files) {
  for (const OutputFile& file : files) {
    QFile::remove(partPath(folder, file.name));
    QFile::remove(folder.filePath(file.name));
  }
}

bool copyBytes(QFile& source, int descriptor) {
  while (true) {
    const QByteArray piece = source.read(kCopiedAtOnce);
    if (piece.isEmpty()) return source.error() == QFileDevice::NoError;
    if (!writeAll(descriptor, piece)) return false;
  }
}

}  // namespace

Status writeOutput(const QString& directory, const std::vector<OutputFile>& files, const StepHook& hook) {
  const QDir folder(directory);
  if (auto made = makeFolder(folder); !made) return made;
  auto done = writeParts(folder, files, hook);
  if (done) done = renameParts(folder, files, hook);
  if (!done) removeAll(folder, files);
  return done;
}

Status copyDurably(const QString& source, const QString& target) {
  QFile from(source);
  if (!from.open(QIODevice::ReadOnly)) {
    return Error::make(ErrorCode::NotFound, QStringLiteral("Cannot read %1: %2.").arg(source, from.errorString()));
  }
  const QString part = target + QLatin1String(".part");
  const auto fill = [&from](int descriptor) { return copyBytes(from, descriptor); };
  if (auto written = writeFile(part, fill); !written) return written;
  if (auto renamed = rename(part, target); !renamed) return renamed;
  return syncFolder(target.left(target.lastIndexOf(QLatin1Char('/'))));
}

}  // namespace Parlour::Server
