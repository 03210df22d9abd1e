// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <memory>

#include "protocol/support/Result.h"

namespace Parlour::Ctl {

// What answers requests: a running server, or its data directory.
class Pool {
 public:
  virtual ~Pool() = default;
  // Waits for the answer, which may say that the request failed; an error is that there was no answer.
  virtual Result<QJsonObject> ask(const QJsonObject& request) = 0;
};

// The server that runs on the data directory; when none does, the directory itself, kept for as long as the
// pool lives. Nothing is created: NotFound when there is no data, Conflict when a server holds it without answering.
Result<std::unique_ptr<Pool>> openPool(const QString& dataDir);

}  // namespace Parlour::Ctl
