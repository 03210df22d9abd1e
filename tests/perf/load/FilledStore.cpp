// SPDX-License-Identifier: Apache-2.0
#include "tests/perf/load/FilledStore.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QStorageInfo>

#include "tests/perf/load/StoreFill.h"

namespace Parlour::Perf {
namespace {

constexpr qint64 kBytesPerMessage = 700;  // text, index, and the log that is copied into both
constexpr qint64 kSpareBytes = qint64{2} * 1024 * 1024 * 1024;

}  // namespace

FilledStore::FilledStore(const RunOptions& options, const QString& name)
    : stage_(options.stores.isEmpty() ? std::make_unique<Stage>()
                                      : std::make_unique<Stage>(QDir(options.stores).filePath(name))),
      name_(name) {}

bool FilledStore::isThere() const { return QFile::exists(stage_->file(QStringLiteral("filled"))); }

Status FilledStore::checkDisk(qint64 messages) const {
  const qint64 needed = messages * kBytesPerMessage + kSpareBytes;
  const qint64 free = QStorageInfo(stage_->file(QString())).bytesAvailable();
  if (free >= needed) return success();
  const QString text = QStringLiteral("%1 needs %2 MB of disk, %3 MB are free.");
  return runError(text.arg(name_).arg(needed / 1'000'000).arg(free / 1'000'000));
}

Status FilledStore::make(const OrganisationShape& shape, qint64 messages, const RunOptions& options) {
  if (isThere()) return success();
  if (!options.stores.isEmpty()) QDir(stage_->file(QString())).removeRecursively();
  if (auto prepared = stage_->prepare(shape); !prepared) return prepared;
  if (auto enough = checkDisk(messages); !enough) return enough;
  {
    auto importing = stage_->start(options);
    if (!importing) return importing.error();
    importSeconds_ = importing->startSeconds();
    if (!importing->stop()) return runError(QStringLiteral("The server did not end in order after importing."));
  }
  QElapsedTimer timer;
  timer.start();
  if (auto filled = fillStore(stage_->file(QStringLiteral("data/chat.db")), messages); !filled) return filled;
  fillSeconds_ = static_cast<double>(timer.elapsed()) / 1000;
  QFile mark(stage_->file(QStringLiteral("filled")));
  return mark.open(QIODevice::WriteOnly) ? success() : runError(mark.errorString());
}

}  // namespace Parlour::Perf
