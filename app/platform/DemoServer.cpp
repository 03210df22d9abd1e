// SPDX-License-Identifier: Apache-2.0
#include "app/platform/DemoServer.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStandardPaths>

namespace Parlour::Platform {
namespace {

constexpr int kEndMs = 3'000;

QString serverProgram() {
  const QString beside = QCoreApplication::applicationDirPath() + QStringLiteral("/parlour-server");
  return QFileInfo(beside).isExecutable() ? beside : QStandardPaths::findExecutable(QStringLiteral("parlour-server"));
}

}  // namespace

DemoServer::DemoServer(QObject* parent) : QObject(parent) {
  process_.setProcessChannelMode(QProcess::SeparateChannels);
  connect(&process_, &QProcess::readyReadStandardOutput, this, &DemoServer::readLine);
  connect(&process_, &QProcess::errorOccurred, this, [this] { fail(process_.errorString()); });
  connect(&process_, &QProcess::finished, this,
          [this] { fail(QString::fromUtf8(process_.readAllStandardError()).trimmed()); });
}

DemoServer::~DemoServer() {
  process_.disconnect(this);
  if (process_.state() == QProcess::NotRunning) return;
  process_.terminate();
  if (!process_.waitForFinished(kEndMs)) process_.kill();
  process_.waitForFinished(kEndMs);
}

void DemoServer::start(const QStringList& faults) {
  failed_ = false;
  const QString program = serverProgram();
  if (program.isEmpty()) return fail(tr("The program parlour-server is not installed."));
  QStringList arguments{QStringLiteral("--data"), data_.path(), QStringLiteral("--demo"),
                        QStringLiteral("--open-sign-in"), QStringLiteral("--listen"), QStringLiteral("tcp:127.0.0.1:0"),
                        // Files of rooms are moved over the web port.
                        QStringLiteral("--web.listen"), QStringLiteral("127.0.0.1:0")};
  for (const QString& fault : faults) arguments << QStringLiteral("--fault") << fault;
  process_.start(program, arguments);
}

void DemoServer::readLine() {
  while (process_.canReadLine()) {
    const QByteArray line = process_.readLine().trimmed();
    if (!line.startsWith("ready ")) continue;
    const QByteArray address = line.split(' ').value(1);  // "sip=tcp:127.0.0.1:5060", before all others
    port_ = address.mid(address.lastIndexOf(':') + 1).toUShort();
    Q_EMIT ready(port_);
  }
}

void DemoServer::fail(const QString& text) {
  if (failed_) return;
  failed_ = true;
  Q_EMIT failed(Error::make(ErrorCode::Internal, tr("The demo server did not start."), text));
}

}  // namespace Parlour::Platform
