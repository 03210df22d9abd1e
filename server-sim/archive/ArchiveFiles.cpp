// SPDX-License-Identifier: Apache-2.0
#include "server-sim/archive/ArchiveFiles.h"

#include <fcntl.h>
#include <unistd.h>

#include <QDir>
#include <QFile>
#include <algorithm>

namespace Parlour::Server {
namespace {

constexpr char kSealTitle[] = "parlour-archive 1";
constexpr char kSignatureLine[] = "signature ";
constexpr qint64 kMostSealBytes = 4'096;

// Takes "<name> <number>" off the lines.
std::optional<qint64> takeNumber(QByteArrayList& lines, const char* name) {
  if (lines.isEmpty()) return std::nullopt;
  const QByteArray line = lines.takeFirst();
  const QByteArray prefix = QByteArray(name) + ' ';
  bool fine = false;
  const qint64 number = line.mid(prefix.size()).toLongLong(&fine);
  if (!line.startsWith(prefix) || !fine || number < 0) return std::nullopt;
  return number;
}

std::optional<ArchiveSeal> parseSeal(const QByteArray& text) {
  QByteArrayList lines = text.split('\n');
  const QByteArray title = lines.takeFirst();
  const auto segment = takeNumber(lines, "segment");
  const auto size = takeNumber(lines, "size");
  const auto record = takeNumber(lines, "record");
  const auto event = takeNumber(lines, "event");
  if (!segment || !size || !record || !event || lines.isEmpty() || !lines.first().startsWith("hash ")) return {};
  const ArchiveSeal seal{
      title == QByteArray(kSealTitle) + " closed", *segment, *size, *record, *event, lines.first().mid(5)};
  if (seal.toText() != text) return std::nullopt;
  return seal;
}

Error damagedSeal(ErrorCode code, const QString& path, const char* what) {
  return Error::make(code, QStringLiteral("%1 %2.").arg(path, QLatin1String(what)));
}

Error unwritten(const QString& path, const QString& why) {
  return Error::make(ErrorCode::Storage, QStringLiteral("%1 cannot be written: %2.").arg(path, why));
}

}  // namespace

QByteArray ArchiveSeal::toText() const {
  return QByteArray(kSealTitle) + (closed ? " closed" : " open") + "\nsegment " + QByteArray::number(segment) +
         "\nsize " + QByteArray::number(size) + "\nrecord " + QByteArray::number(record) + "\nevent " +
         QByteArray::number(event) + "\nhash " + hash + '\n';
}

QString segmentPath(const QString& directory, qint64 segment) {
  return QStringLiteral("%1/segment-%2.log").arg(directory).arg(segment, 8, 10, QLatin1Char('0'));
}

QString sealPath(const QString& directory, qint64 segment) {
  return QStringLiteral("%1/segment-%2.seal").arg(directory).arg(segment, 8, 10, QLatin1Char('0'));
}

QString headPath(const QString& directory) { return directory + QLatin1Char('/') + QLatin1String(kArchiveHead); }

QList<qint64> segmentsIn(const QString& directory) {
  QList<qint64> found;
  for (const QString& name : QDir(directory).entryList({QStringLiteral("segment-*.log")}, QDir::Files)) {
    bool fine = false;
    const qint64 number = name.mid(8).chopped(4).toLongLong(&fine);
    if (fine && segmentPath(directory, number).endsWith(name)) found.append(number);
  }
  std::sort(found.begin(), found.end());
  return found;
}

Result<ArchiveSeal> readSeal(const QString& path, const ArchiveKey& key) {
  QFile file(path);
  if (!file.open(QFile::ReadOnly)) return damagedSeal(ErrorCode::NotFound, path, "is missing");
  const QByteArray content = file.read(kMostSealBytes);
  const qsizetype at = content.lastIndexOf(QByteArray(kSignatureLine));
  if (at < 0) return damagedSeal(ErrorCode::ParseFailed, path, "is not signed");
  const QByteArray text = content.left(at);
  const QByteArray line = content.mid(at + qsizetype(sizeof(kSignatureLine)) - 1);
  const QByteArray signature = QByteArray::fromBase64(line);
  if (signature.toBase64() + '\n' != line || !key.verify(text, signature)) {
    return damagedSeal(ErrorCode::PermissionDenied, path, "was changed, or signed with another key");
  }
  const auto seal = parseSeal(text);
  if (!seal) return damagedSeal(ErrorCode::ParseFailed, path, "is no seal");
  return *seal;
}

Status writeSeal(const QString& path, const ArchiveSeal& seal, const ArchiveKey& key) {
  const QByteArray text = seal.toText();
  const QByteArray signature = key.sign(text);
  if (signature.isEmpty()) return unwritten(path, QStringLiteral("it cannot be signed"));
  return writeDurably(path, text + kSignatureLine + signature.toBase64() + '\n');
}

std::optional<qint64> sealBehind(const QString& directory, const ArchiveSeal& head) {
  for (const QString& name : QDir(directory).entryList({QStringLiteral("segment-*.seal")}, QDir::Files)) {
    const qint64 segment = name.mid(8).chopped(5).toLongLong();
    if (segment > head.segment) return segment;
  }
  QFile file(sealPath(directory, head.segment));
  if (!file.open(QFile::ReadOnly)) return std::nullopt;
  ArchiveSeal closed = head;
  closed.closed = true;
  if (file.read(kMostSealBytes).startsWith(closed.toText())) return std::nullopt;
  return head.segment;
}

Status writeDurably(const QString& path, const QByteArray& content) {
  const QString fresh = path + QStringLiteral(".new");
  QFile::remove(fresh);
  QFile file(fresh);
  const bool opened = file.open(QFile::WriteOnly | QFile::NewOnly, QFile::ReadOwner | QFile::WriteOwner);
  if (!opened || file.write(content) != content.size() || !file.flush() || ::fsync(file.handle()) != 0) {
    return unwritten(path, file.errorString());
  }
  file.close();
  if (::rename(QFile::encodeName(fresh).constData(), QFile::encodeName(path).constData()) != 0) {
    return unwritten(path, qt_error_string());
  }
  return syncDirectory(path.left(path.lastIndexOf(QLatin1Char('/'))));
}

Status syncDirectory(const QString& path) {
  const int directory = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const bool synced = directory >= 0 && ::fsync(directory) == 0;
  const QString why = synced ? QString() : qt_error_string();
  if (directory >= 0) ::close(directory);
  if (synced) return success();
  return unwritten(path, why);
}

}  // namespace Parlour::Server
