// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCryptographicHash>
#include <atomic>
#include <functional>
#include <mutex>

#include "server-sim/files/ContentStore.h"
#include "server-sim/files/FileRecords.h"

namespace Parlour::Server {

// Hands out what arrives, part by part, until all is read or the taker has had enough. False: the connection was cut.
using BodyReader = std::function<bool(const std::function<bool(const char* data, size_t size)>& take)>;

// One unfinished upload: how much of it is on disk, and the hash so far. Its file is the truth, so it can be taken up
// again after a restart. What does not say otherwise
// needs the lock.
class Upload {
 public:
  Upload(FileRecord record, QString path) : record_(std::move(record)), path_(std::move(path)), size_(record_.size) {}

  std::mutex& lock() { return mutex_; }
  // Any thread.
  qint64 offset() const { return offset_; }
  qint64 size() const { return size_; }  // announced; -1: not yet
  bool isOver() const { return over_; }  // complete or given up

  FileRecord& record() { return record_; }
  void setSize(qint64 size) { size_ = record_.size = size; }
  // Reads what is on disk, once.
  FileStatus open();
  // Takes at most `size` bytes from the connection to the end of the file; what arrived of a piece that was cut stays.
  // `taken` is what was added, also after a failure.
  FileStatus append(qint64 size, const BodyReader& read, qint64& taken);
  QByteArray sha256() const { return hash_.result().toHex(); }
  void end() { over_ = true; }

 private:
  std::mutex mutex_;
  FileRecord record_;
  const QString path_;
  std::atomic<qint64> size_;
  QCryptographicHash hash_{QCryptographicHash::Sha256};
  std::atomic<qint64> offset_ = 0;
  bool opened_ = false;
  std::atomic<bool> over_ = false;
};

}  // namespace Parlour::Server
