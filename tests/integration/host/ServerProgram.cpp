// SPDX-License-Identifier: Apache-2.0
#include "tests/integration/host/ServerProgram.h"

#include <sys/resource.h>

#include <QDir>
#include <QFile>

#include "tests/program/Paths.h"

namespace Parlour::Tests {

ServerProgram::ServerProgram(const QByteArray& organisationJson) {
  QFile file(directory_.filePath(QStringLiteral("org.json")));
  if (file.open(QIODevice::WriteOnly)) file.write(organisationJson);
}

ServerProgram::~ServerProgram() {
  process_.terminate();
  if (!process_.waitForFinished(10'000)) process_.kill();
  process_.waitForFinished(1'000);
}

bool ServerProgram::start(const QString& scheme, const QStringList& options) {
  process_.setStandardErrorFile(directory_.filePath(QStringLiteral("errors")));
  process_.start(
      Testing::programPath(QStringLiteral("parlour-server")),
      QStringList{QStringLiteral("--data"), directory_.filePath(QStringLiteral("data")), QStringLiteral("--org"),
                  directory_.filePath(QStringLiteral("org.json")), QStringLiteral("--open-sign-in"),
                  QStringLiteral("--listen"), scheme + QStringLiteral(":127.0.0.1:0")} +
          options);
  QByteArray line;
  while (!line.startsWith("ready ")) {
    if (!process_.canReadLine() && !process_.waitForReadyRead(20'000)) return false;
    line = process_.readLine().trimmed();
  }
  port_ = line.mid(line.lastIndexOf(':') + 1).toUShort();
  return port_ != 0;
}

QByteArray ServerProgram::complaints() const {
  QFile file(directory_.filePath(QStringLiteral("errors")));
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

qint64 ServerProgram::residentKb() const {
  QFile file(QStringLiteral("/proc/%1/status").arg(process_.processId()));
  if (!file.open(QIODevice::ReadOnly)) return -1;
  for (const QByteArray& line : file.readAll().split('\n')) {
    if (line.startsWith("VmRSS:")) return line.mid(6).simplified().split(' ').first().toLongLong();
  }
  return -1;
}

int ServerProgram::openFiles() const {
  const QDir files(QStringLiteral("/proc/%1/fd").arg(process_.processId()));
  return static_cast<int>(files.entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System).size());
}

void ServerProgram::limitFiles(quint64 files) const {
  rlimit limit{};
  const auto pid = static_cast<pid_t>(process_.processId());
  prlimit(pid, RLIMIT_NOFILE, nullptr, &limit);
  limit.rlim_cur = files;
  prlimit(pid, RLIMIT_NOFILE, &limit, nullptr);
}

}  // namespace Parlour::Tests
