// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

#include "server-sim/channel/ChangeSet.h"
#include "server-sim/files/FileContext.h"

namespace Parlour::Server {

class FilePins;
class UploadService;

// What a collection did.
struct Collected {
  qint64 files = 0;     // rows of files that nobody can read any more
  qint64 contents = 0;  // contents that no row named
};

// Takes away what is not needed any more, on a thread of its own: files whose messages were erased, within a second or
// two; uploads that were not finished, files that no message names, tokens, and contents without a file now and then.
// What is pinned stays until it is not.
class FileKeeper {
 public:
  static constexpr int kSweepMs = 1'000;
  static constexpr qint64 kCollectMs = 10 * 60 * 1'000;

  FileKeeper(FileContext& context, UploadService& uploads) : context_(context), uploads_(uploads) {}
  ~FileKeeper() { stop(); }

  void setPins(FilePins* pins) { pins_ = pins; }  // before start(); thread-safe and outlives this
  void start();
  void stop();

  // Runs it on the thread, soon; not any more after stop(). Any thread.
  void post(std::function<void()> job);

  // What the thread does, for others that wait for it.
  void sweep();
  Collected collect();
  // Nobody can read the file afterwards. With a line for the audit trail, or none.
  FileStatus takeAway(const QByteArray& file, RoomId room, const std::optional<AuditEntry>& line = {});

 private:
  void run();
  void sweepOne(const FileSweep& sweep);
  void dropUnfinished();
  void dropUnposted();
  Collected dropRemoved();
  void dropStrays(Collected& done);
  bool dropContent(const QByteArray& sha256);
  void measure();

  FileContext& context_;
  UploadService& uploads_;
  FilePins* pins_ = nullptr;
  std::mutex working_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::function<void()>> jobs_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace Parlour::Server
