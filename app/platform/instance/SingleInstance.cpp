// SPDX-License-Identifier: Apache-2.0
#include "app/platform/instance/SingleInstance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QTimer>

namespace Parlour::Platform {

namespace {

constexpr qsizetype kLongestRequest = 4096;
constexpr int kAnswerMs = 3'000;
const QByteArray kRequestPrefix = "open ";
const QByteArray kAnswer = "ok\n";

// Short, because the path of a local socket may not be longer than some 100 bytes.
QString socketOf(const QString& profileDir) {
  constexpr qsizetype kDigits = 16;
  const QByteArray path = QDir(profileDir).absolutePath().toUtf8();
  const QByteArray hash = QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().first(kDigits);
  const QString folder = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
  const QString name = QStringLiteral("parlour-") + QString::fromLatin1(hash);
  return folder.isEmpty() ? name : folder + QLatin1Char('/') + name;
}

}  // namespace

SingleInstance::SingleInstance(const QString& profileDir, QObject* parent)
    : QObject(parent), lock_(profileDir + QStringLiteral("/running.lock")), socketName_(socketOf(profileDir)) {
  QDir().mkpath(profileDir);
  // A lock ends with its process, however long that runs.
  lock_.setStaleLockTime(0);
  server_.setSocketOptions(QLocalServer::UserAccessOption);
  connect(&server_, &QLocalServer::newConnection, this, &SingleInstance::accept);
}

bool SingleInstance::becomeFirst() {
  // A folder that cannot be written is no reason not to start.
  if (!lock_.tryLock(0) && lock_.error() == QLockFile::LockFailedError) return false;
  QLocalServer::removeServer(socketName_);
  server_.listen(socketName_);
  return true;
}

void SingleInstance::accept() {
  while (QLocalSocket* socket = server_.nextPendingConnection()) {
    connect(socket, &QLocalSocket::readyRead, this, [this, socket] { readFrom(socket); });
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    QTimer::singleShot(kAnswerMs, socket, &QLocalSocket::abort);
    readFrom(socket);
  }
}

void SingleInstance::readFrom(QLocalSocket* socket) {
  if (!socket->canReadLine()) {
    if (socket->bytesAvailable() > kLongestRequest) socket->abort();
    return;
  }
  const QByteArray line = socket->readLine(kLongestRequest + 1);
  if (!line.startsWith(kRequestPrefix) || !line.endsWith('\n')) return socket->abort();
  socket->write(kAnswer);
  socket->flush();
  Q_EMIT startedAgain(QString::fromUtf8(line.sliced(kRequestPrefix.size())).trimmed());
}

Status SingleInstance::handOver(const QString& link) const {
  const Error silent =
      Error::make(ErrorCode::Timeout, tr("Parlour runs already with this profile but does not answer."));
  QByteArray request = link.toUtf8();
  if (request.size() > kLongestRequest - kRequestPrefix.size() - 1 || request.contains('\n')) {
    return Error::make(ErrorCode::InvalidArgument, tr("The link is too long."));
  }
  QLocalSocket socket;
  socket.connectToServer(socketName_);
  if (!socket.waitForConnected(kAnswerMs)) return silent;
  socket.write(kRequestPrefix + request + '\n');
  while (!socket.canReadLine()) {
    if (!socket.waitForReadyRead(kAnswerMs)) return silent;
  }
  return socket.readLine() == kAnswer ? success() : Status(silent);
}

}  // namespace Parlour::Platform
