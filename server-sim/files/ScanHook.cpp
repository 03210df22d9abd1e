// SPDX-License-Identifier: Apache-2.0
#include "server-sim/files/ScanHook.h"

#include <signal.h>
#include <unistd.h>

#include <QProcess>

#include "protocol/support/Log.h"

namespace Parlour::Server {
namespace {

constexpr int kStartMs = 5'000;
constexpr int kDieMs = 2'000;

FileFailure noResult(const QString& why) {
  qCWarning(lcServer).noquote() << "The scan of a file came to no result:" << why;
  return fileFailure(Files::FileError::ScanFailed);
}

}  // namespace

ScanHook::ScanHook(const QString& command, int seconds)
    : command_(QProcess::splitCommand(command)), milliseconds_(seconds * 1'000) {}

FileStatus ScanHook::scan(const QString& path) {
  if (!isOn()) return FileDone{};
  if (++running_ > kAtOneTime) {
    --running_;
    return fileFailure(Files::FileError::Busy);
  }
  const FileStatus result = run(path);
  --running_;
  return result;
}

FileStatus ScanHook::run(const QString& path) const {
  QProcess scanner;
  // A group of its own, so that all of it can be ended.
  scanner.setChildProcessModifier([] { ::setpgid(0, 0); });
  scanner.setStandardInputFile(QProcess::nullDevice());
  scanner.setStandardOutputFile(QProcess::nullDevice());
  scanner.setStandardErrorFile(QProcess::nullDevice());
  scanner.start(command_.first(), command_.mid(1) + QStringList{path});
  if (!scanner.waitForStarted(kStartMs)) return noResult(scanner.errorString());
  const auto group = static_cast<pid_t>(scanner.processId());
  if (!scanner.waitForFinished(milliseconds_)) {
    if (group > 0) ::kill(-group, SIGKILL);
    scanner.waitForFinished(kDieMs);
    return noResult(QStringLiteral("it ran too long"));
  }
  if (scanner.exitStatus() != QProcess::NormalExit) return noResult(QStringLiteral("it crashed"));
  if (scanner.exitCode() == 0) return FileDone{};
  if (scanner.exitCode() == 1) return fileFailure(Files::FileError::Quarantined);
  return noResult(QStringLiteral("exit status %1").arg(scanner.exitCode()));
}

}  // namespace Parlour::Server
