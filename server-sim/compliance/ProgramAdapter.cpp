// SPDX-License-Identifier: Apache-2.0
#include "server-sim/compliance/ProgramAdapter.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QFile>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <vector>

namespace Parlour::Server {
namespace {

using SteadyClock = std::chrono::steady_clock;
constexpr int kLookMs = 50;
constexpr qsizetype kKeptComplaint = 4'096;

Error programError(const QString& program, const QString& text) {
  return Error::make(ErrorCode::Storage, QStringLiteral("The program %1 %2").arg(program, text));
}

// What it said at the end, made one line.
QString complaintText(const QByteArray& complaint) {
  QString text = QString::fromUtf8(complaint).simplified();
  for (QChar& each : text) {
    if (each.category() == QChar::Other_Control) each = QLatin1Char(' ');
  }
  return text.isEmpty() ? QString() : QStringLiteral(" It said: ") + text.right(500);
}

// A pair of connected ends; the child's is closed once it is started.
struct Pipe {
  int ours = -1;
  int theirs = -1;
  ~Pipe() {
    closeOurs();
    closeTheirs();
  }
  bool open() {
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return false;
    ours = ends[0];
    theirs = ends[1];
    return fcntl(ours, F_SETFL, O_NONBLOCK) == 0;
  }
  void closeOurs() { closeEnd(ours); }
  void closeTheirs() { closeEnd(theirs); }
  static void closeEnd(int& end) {
    if (end >= 0) close(end);
    end = -1;
  }
};

// One run of the program.
class ProgramRun {
 public:
  ProgramRun(const AdapterSettings& settings, const QByteArray& input, const std::atomic<bool>& stop)
      : settings_(settings), input_(input), stop_(stop) {}

  Status start(const QList<QByteArray>& environment);
  Status finish();

 private:
  void exchange();
  void sendSome();
  void readSome();
  bool ended() const;
  Status verdict(bool inTime);

  const AdapterSettings& settings_;
  const QByteArray& input_;
  const std::atomic<bool>& stop_;
  Pipe in_;
  Pipe errors_;
  pid_t child_ = -1;
  qsizetype sent_ = 0;
  QByteArray complaint_;
};

Status ProgramRun::start(const QList<QByteArray>& environment) {
  if (!in_.open() || !errors_.open()) return programError(settings_.program, QStringLiteral("cannot be started."));
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in_.theirs, STDIN_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, errors_.theirs, STDERR_FILENO);
  posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t none;
  sigemptyset(&none);
  sigset_t all;
  sigfillset(&all);
  posix_spawnattr_setpgroup(&attributes, 0);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  QByteArray path = QFile::encodeName(settings_.program);
  char* arguments[] = {path.data(), nullptr};
  QList<QByteArray> variables = environment;
  variables << "PATH=/usr/local/bin:/usr/bin:/bin"
            << "LANG=C.UTF-8";
  std::vector<char*> pointers;
  for (QByteArray& each : variables) pointers.push_back(each.data());
  pointers.push_back(nullptr);
  const int failed = posix_spawn(&child_, path.constData(), &actions, &attributes, arguments, pointers.data());
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  in_.closeTheirs();
  errors_.closeTheirs();
  if (failed == 0) return success();
  return programError(settings_.program,
                      QStringLiteral("cannot be started: %1.").arg(QString::fromLocal8Bit(std::strerror(failed))));
}

void ProgramRun::sendSome() {
  while (sent_ < input_.size()) {
    const ssize_t count =
        send(in_.ours, input_.constData() + sent_, static_cast<size_t>(input_.size() - sent_), MSG_NOSIGNAL);
    if (count < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (count <= 0) break;  // it reads no more
    sent_ += count;
  }
  in_.closeOurs();
}

void ProgramRun::readSome() {
  char bytes[1024];
  const ssize_t count = recv(errors_.ours, bytes, sizeof bytes, 0);
  if (count == 0 || (count < 0 && errno != EAGAIN && errno != EINTR)) return errors_.closeOurs();
  if (count > 0) complaint_ = (complaint_ + QByteArray(bytes, count)).right(kKeptComplaint);
}

void ProgramRun::exchange() {
  pollfd waiting[2] = {{in_.ours, POLLOUT, 0}, {errors_.ours, POLLIN, 0}};
  poll(waiting, 2, kLookMs);
  if (waiting[0].revents != 0 && in_.ours >= 0) sendSome();
  if (waiting[1].revents != 0 && errors_.ours >= 0) readSome();
}

// Stays a zombie, so that its group can still be killed under its number.
bool ProgramRun::ended() const {
  siginfo_t info{};
  return waitid(P_PID, static_cast<id_t>(child_), &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid == child_;
}

Status ProgramRun::finish() {
  const auto deadline = SteadyClock::now() + std::chrono::seconds(settings_.programSeconds);
  bool inTime = true;
  while (!ended()) {
    if (stop_ || SteadyClock::now() >= deadline) {
      inTime = false;
      break;
    }
    exchange();
  }
  kill(-child_, SIGKILL);
  for (int i = 0; i < 64 && errors_.ours >= 0; ++i) {
    pollfd left{errors_.ours, POLLIN, 0};
    if (poll(&left, 1, 0) <= 0) break;
    readSome();
  }
  return verdict(inTime);
}

Status ProgramRun::verdict(bool inTime) {
  int status = 0;
  while (waitpid(child_, &status, 0) < 0 && errno == EINTR) {
  }
  const QString said = complaintText(complaint_);
  if (!inTime) {
    return programError(settings_.program,
                        QStringLiteral("was ended after %1 s.").arg(settings_.programSeconds) + said);
  }
  if (WIFSIGNALED(status)) {
    return programError(settings_.program, QStringLiteral("died of signal %1.").arg(WTERMSIG(status)) + said);
  }
  if (WEXITSTATUS(status) == 0) return success();
  return programError(settings_.program, QStringLiteral("ended with %1.").arg(WEXITSTATUS(status)) + said);
}

}  // namespace

Status runProgram(const AdapterSettings& settings, const QByteArray& input, const QList<QByteArray>& environment,
                  const std::atomic<bool>& stop) {
  if (settings.program.isEmpty()) {
    return Error::make(ErrorCode::InvalidArgument,
                       QStringLiteral("The adapter is a program, but the server was given none (compliance.program)."));
  }
  ProgramRun run(settings, input, stop);
  if (auto started = run.start(environment); !started) return started;
  return run.finish();
}

}  // namespace Parlour::Server
