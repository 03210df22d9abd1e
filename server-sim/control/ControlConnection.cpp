// SPDX-License-Identifier: Apache-2.0
#include "server-sim/control/ControlConnection.h"

#include <poll.h>
#include <sys/socket.h>

#include <QJsonDocument>
#include <array>
#include <cerrno>

namespace Parlour::Server {
namespace {

constexpr size_t kReadBytes = 64 * 1024;

bool wouldBlock() { return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR; }

}  // namespace

short ControlConnection::events() const {
  short wanted = 0;
  if (!ended_ && !waiting_) wanted |= POLLIN;
  if (!out_.isEmpty()) wanted |= POLLOUT;
  return wanted;
}

bool ControlConnection::receive() {
  std::array<char, kReadBytes> buffer;
  const ssize_t count = ::recv(number(), buffer.data(), buffer.size(), MSG_DONTWAIT);
  if (count < 0) return wouldBlock();
  if (count == 0) ended_ = true;
  in_.append(buffer.data(), count);
  return true;
}

std::optional<QByteArray> ControlConnection::takeLine() {
  const qsizetype end = in_.indexOf('\n');
  if (waiting_ || end < 0) return std::nullopt;
  QByteArray line = in_.left(end);
  in_.remove(0, end + 1);
  return line;
}

void ControlConnection::answer(const QJsonObject& object) {
  waiting_ = false;
  out_ += QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

void ControlConnection::answerLast(const QJsonObject& object) {
  answer(object);
  in_.clear();
  ended_ = true;
}

bool ControlConnection::flush() {
  while (!out_.isEmpty()) {
    const ssize_t count =
        ::send(number(), out_.constData(), static_cast<size_t>(out_.size()), MSG_DONTWAIT | MSG_NOSIGNAL);
    if (count < 0) return wouldBlock();
    out_.remove(0, count);
  }
  return true;
}

}  // namespace Parlour::Server
