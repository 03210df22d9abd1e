// SPDX-License-Identifier: Apache-2.0
#include "tests/perf/load/ServerProcess.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <utility>
#include <vector>

namespace Parlour::Perf {
namespace {

constexpr int kStartTimeoutMs = 120'000;
constexpr int kStopTimeoutMs = 30'000;
constexpr int kStopPollMs = 5;
constexpr double kNanoseconds = 1e-9;
constexpr qint64 kLogTail = 2'000;

Error startError(const QString& text, const QString& logFile) {
  QFile log(logFile);
  QString tail;
  if (log.open(QIODevice::ReadOnly)) {
    log.seek(std::max<qint64>(0, log.size() - kLogTail));
    tail = QString::fromUtf8(log.readAll());
  }
  return Error::make(ErrorCode::Internal, text, tail);
}

// In the child: nothing that allocates, only the calls allowed after fork.
[[noreturn]] void runServer(char* const* arguments, int output, int log, pid_t parent) {
  prctl(PR_SET_PDEATHSIG, SIGTERM);
  if (getppid() != parent) _exit(127);
  dup2(output, STDOUT_FILENO);
  dup2(log, STDERR_FILENO);
  execv(arguments[0], arguments);
  _exit(127);
}

double megabytesOf(const QByteArray& rollup, const char* key) {
  const qsizetype at = rollup.indexOf(key);
  if (at < 0) return 0;
  const QByteArray line = rollup.mid(at, rollup.indexOf('\n', at + 1) - at);
  return line.simplified().split(' ').value(1).toDouble() / 1024;
}

}  // namespace

double cpuSecondsOf(pid_t process) {
  // The sum that utime and stime of /proc/<pid>/stat show, without their rounding to hundredths of a second.
  clockid_t clock{};
  timespec time{};
  if (clock_getcpuclockid(process, &clock) != 0 || clock_gettime(clock, &time) != 0) return 0;
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * kNanoseconds;
}

double machineBusySeconds() {
  QFile file(QStringLiteral("/proc/stat"));
  if (!file.open(QIODevice::ReadOnly)) return 0;
  const QList<QByteArray> fields = file.readLine().simplified().split(' ');
  double ticks = 0;
  for (const int field : {1, 2, 3, 6, 7}) ticks += fields.value(field).toDouble();  // user, nice, system, irq, softirq
  return ticks / static_cast<double>(sysconf(_SC_CLK_TCK));
}

Result<ServerProcess> ServerProcess::start(const QString& program, const QStringList& arguments,
                                           const QString& logFile) {
  std::vector<QByteArray> texts = {QFile::encodeName(program)};
  for (const QString& argument : arguments) texts.push_back(argument.toUtf8());
  std::vector<char*> pointers;
  for (QByteArray& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  int ends[2];
  const int log = open(QFile::encodeName(logFile).constData(), O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600);
  if (log < 0 || pipe2(ends, O_CLOEXEC) != 0)
    return startError(QStringLiteral("No files for the server's output."), logFile);
  QElapsedTimer timer;
  timer.start();
  const pid_t parent = getpid();
  const pid_t child = fork();
  if (child == 0) runServer(pointers.data(), ends[1], log, parent);
  close(ends[1]);
  close(log);
  if (child < 0) return startError(QStringLiteral("The server could not be started."), logFile);
  ServerProcess server(child);
  const Status ready = server.awaitReady(ends[0], logFile);
  close(ends[0]);
  if (!ready) return ready.error();
  server.startSeconds_ = static_cast<double>(timer.nsecsElapsed()) * kNanoseconds;
  return server;
}

Status ServerProcess::awaitReady(int output, const QString& logFile) {
  QByteArray said;
  char buffer[512];
  pollfd wait{output, POLLIN, 0};
  while (!said.contains('\n')) {
    if (poll(&wait, 1, kStartTimeoutMs) <= 0)
      return startError(QStringLiteral("The server was not ready in time."), logFile);
    const ssize_t count = read(output, buffer, sizeof buffer);
    if (count <= 0) return startError(QStringLiteral("The server ended before it was ready."), logFile);
    said.append(buffer, static_cast<qsizetype>(count));
  }
  static const QRegularExpression ready(QStringLiteral("^ready sip=tcp:127\\.0\\.0\\.1:(\\d+)"));
  const auto match = ready.match(QString::fromUtf8(said));
  if (!match.hasMatch()) return startError(QStringLiteral("The server's first line is not the ready line."), logFile);
  port_ = match.captured(1).toInt();
  return success();
}

ServerProcess::ServerProcess(ServerProcess&& other) noexcept
    : process_(std::exchange(other.process_, -1)), port_(other.port_), startSeconds_(other.startSeconds_) {}

ServerProcess::~ServerProcess() { stop(); }

MemoryUse ServerProcess::memory() const {
  QFile file(QStringLiteral("/proc/%1/smaps_rollup").arg(process_));
  if (!file.open(QIODevice::ReadOnly)) return {};
  const QByteArray rollup = file.readAll();
  return {megabytesOf(rollup, "\nRss:"), megabytesOf(rollup, "\nPss:")};
}

bool ServerProcess::stop() {
  if (process_ < 0) return true;
  const pid_t process = std::exchange(process_, -1);
  kill(process, SIGTERM);
  int status = 0;
  for (int waited = 0; waited < kStopTimeoutMs; waited += kStopPollMs) {
    if (waitpid(process, &status, WNOHANG) == process) return WIFEXITED(status) && WEXITSTATUS(status) == 0;
    usleep(kStopPollMs * 1000);
  }
  kill(process, SIGKILL);
  waitpid(process, &status, 0);
  return false;
}

}  // namespace Parlour::Perf
