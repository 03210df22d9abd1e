// SPDX-License-Identifier: Apache-2.0
#include "server-sim/ctl/Pool.h"

#include <QFile>

#include "server-sim/control/ControlSocket.h"
#include "server-sim/ctl/OfflinePool.h"
#include "server-sim/ctl/OnlinePool.h"

namespace Parlour::Ctl {

Result<std::unique_ptr<Pool>> openPool(const QString& dataDir) {
  if (!QFile::exists(dataDir + QStringLiteral("/chat.db"))) {
    return Error::make(ErrorCode::NotFound, QStringLiteral("%1 holds no data of a Parlour server.").arg(dataDir));
  }
  auto connection = Server::ControlSocket::connect(dataDir);
  if (connection) return std::unique_ptr<Pool>(std::make_unique<OnlinePool>(std::move(*connection)));
  if (connection.error().code != ErrorCode::NotFound) return connection.error();
  auto offline = OfflinePool::open(dataDir);
  if (!offline) return offline.error();
  return std::unique_ptr<Pool>(std::move(*offline));
}

}  // namespace Parlour::Ctl
