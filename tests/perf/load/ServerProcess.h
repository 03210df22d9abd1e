// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/types.h>

#include <QString>
#include <QStringList>

#include "protocol/support/Result.h"

namespace Parlour::Perf {

// User and system time of all threads of a process so far, in seconds.
double cpuSecondsOf(pid_t process);
// The same for all processes of the machine, idle time left out.
double machineBusySeconds();

struct MemoryUse {
  double rssMb = 0;
  double pssMb = 0;
};

// A parlour-server of our own, from exec to SIGTERM. Ends with this object, and with our process.
class ServerProcess {
 public:
  // Starts `program` and waits for its line "ready sip=tcp:127.0.0.1:PORT"; its stderr goes to `logFile`.
  static Result<ServerProcess> start(const QString& program, const QStringList& arguments, const QString& logFile);
  ServerProcess(ServerProcess&& other) noexcept;
  ServerProcess& operator=(ServerProcess&&) = delete;
  ~ServerProcess();

  int port() const { return port_; }
  double startSeconds() const { return startSeconds_; }  // from exec to the ready line
  double cpuSeconds() const { return cpuSecondsOf(process_); }
  MemoryUse memory() const;
  // SIGTERM and wait; false when it ended otherwise than with 0.
  bool stop();

 private:
  explicit ServerProcess(pid_t process) : process_(process) {}
  Status awaitReady(int output, const QString& logFile);

  pid_t process_ = -1;
  int port_ = 0;
  double startSeconds_ = 0;
};

}  // namespace Parlour::Perf
