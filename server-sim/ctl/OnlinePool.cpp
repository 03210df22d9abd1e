// SPDX-License-Identifier: Apache-2.0
#include "server-sim/ctl/OnlinePool.h"

#include <sys/socket.h>

#include <QJsonDocument>
#include <array>
#include <cerrno>

namespace Parlour::Ctl {
namespace {

constexpr size_t kBufferBytes = 64 * 1024;
constexpr qsizetype kLongestAnswer = 256 * 1024 * 1024;

Error lostServer() {
  return Error::make(ErrorCode::ConnectionLost, QStringLiteral("The server ended before it answered."));
}

}  // namespace

Status OnlinePool::send(QByteArray bytes) const {
  while (!bytes.isEmpty()) {
    const ssize_t count =
        ::send(connection_.number(), bytes.constData(), static_cast<size_t>(bytes.size()), MSG_NOSIGNAL);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return lostServer();
    bytes.remove(0, count);
  }
  return success();
}

Result<QByteArray> OnlinePool::readLine() {
  qsizetype end = read_.indexOf('\n');
  std::array<char, kBufferBytes> buffer;
  while (end < 0) {
    const ssize_t count = ::recv(connection_.number(), buffer.data(), buffer.size(), 0);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0 || read_.size() > kLongestAnswer) return lostServer();
    const qsizetype known = read_.size();
    read_.append(buffer.data(), count);
    end = read_.indexOf('\n', known);
  }
  QByteArray line = read_.left(end);
  read_.remove(0, end + 1);
  return line;
}

Result<QJsonObject> OnlinePool::ask(const QJsonObject& request) {
  const Status sent = send(QJsonDocument(request).toJson(QJsonDocument::Compact) + '\n');
  // Who is not let in is told so without being heard.
  auto line = readLine();
  if (!line) return sent ? line.error() : sent.error();
  const QJsonDocument answer = QJsonDocument::fromJson(*line);
  if (answer.isObject()) return answer.object();
  return Error::make(ErrorCode::ParseFailed, QStringLiteral("The server gave an answer that is no JSON object."));
}

}  // namespace Parlour::Ctl
