// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <functional>

#include "protocol/support/Result.h"

namespace Parlour::Server {

// What administrators can ask of a running compliance service. Loop thread; the answers come there too.
class ComplianceControl {
 public:
  using Answer = std::function<void(const Result<QJsonObject>&)>;
  virtual ~ComplianceControl() = default;
  virtual QJsonObject status() const = 0;
  // Delivers all that waits now.
  virtual void run(Answer answer) = 0;
  // Tries the adapter with a made-up batch that leaves nothing behind.
  virtual void test(Answer answer) = 0;
};

}  // namespace Parlour::Server
