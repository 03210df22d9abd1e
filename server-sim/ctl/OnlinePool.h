// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server-sim/control/ControlSocket.h"
#include "server-sim/ctl/Pool.h"

namespace Parlour::Ctl {

// A running server at the other end of its control socket.
class OnlinePool final : public Pool {
 public:
  explicit OnlinePool(Server::FileDescriptor connection) : connection_(std::move(connection)) {}
  Result<QJsonObject> ask(const QJsonObject& request) override;

 private:
  Status send(QByteArray bytes) const;
  Result<QByteArray> readLine();

  Server::FileDescriptor connection_;
  QByteArray read_;
};

}  // namespace Parlour::Ctl
