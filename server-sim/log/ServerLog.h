// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <mutex>

#include "server-sim/log/RepeatLimit.h"

namespace Parlour::Server {

// Where the lines of all logging categories go while it is installed: one line each, with what LogScope knows, without
// secrets, and limited where they repeat. Thread-safe. Qt knows one handler a process, so one is installed at a time;
// `write` gets whole lines and is not called twice at once.
class ServerLog {
 public:
  using Write = std::function<void(const QByteArray& line)>;

  ServerLog(const LogOptions& options, const Clock& clock, Write write);
  ~ServerLog();  // puts back what was installed before
  ServerLog(const ServerLog&) = delete;
  ServerLog& operator=(const ServerLog&) = delete;

  void install();
  void log(LogLine line);

 private:
  static void handle(QtMsgType type, const QMessageLogContext& context, const QString& text);

  const LogOptions options_;
  const Clock& clock_;
  const Write write_;
  std::mutex mutex_;
  RepeatLimit limit_;
  QtMessageHandler before_ = nullptr;
  bool installed_ = false;
};

}  // namespace Parlour::Server
