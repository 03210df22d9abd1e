// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <optional>

#include "server-sim/control/ControlSocket.h"

namespace Parlour::Server {

// One client of the control socket: bytes in both directions, never blocking. Reads no further request before the
// answer to the last one is on its way. Thread of the control server.
class ControlConnection {
 public:
  ControlConnection(quint64 id, FileDescriptor descriptor, QByteArray account)
      : id_(id), descriptor_(std::move(descriptor)), account_(std::move(account)) {}

  quint64 id() const { return id_; }
  int number() const { return descriptor_.number(); }
  const QByteArray& account() const { return account_; }

  // What to wait for, as poll() has it.
  short events() const;
  // Takes what has arrived. False when the connection is broken.
  bool receive();
  // The next whole line, when no request is under way.
  std::optional<QByteArray> takeLine();
  // More bytes than `most` without the end of a line.
  bool isOversize(qsizetype most) const { return !waiting_ && in_.size() > most; }

  void beginRequest() { waiting_ = true; }
  bool isWaiting() const { return waiting_; }
  void answer(const QJsonObject& object);
  // Answers and takes nothing more.
  void answerLast(const QJsonObject& object);
  // Sends what it can. False when the connection is broken.
  bool flush();
  // Nothing more will happen here.
  bool isFinished() const { return ended_ && !waiting_ && out_.isEmpty(); }

  qint64 lastActivityMs = 0;  // monotonic

 private:
  quint64 id_;
  FileDescriptor descriptor_;
  QByteArray account_;
  QByteArray in_;
  QByteArray out_;
  bool waiting_ = false;
  bool ended_ = false;  // the client sends nothing more, or is not heard any more
};

}  // namespace Parlour::Server
