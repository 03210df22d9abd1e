// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <functional>

#include "protocol/support/Result.h"

namespace Parlour::Platform {

// Where passwords may be kept between two starts; never a file of our own. Callbacks come later, on the GUI thread, and
// not at all once the store is gone. Errors: NotFound when there is none, NotSupported when this computer has no such
// service, PermissionDenied when the person or the service refuses.
class SecretStore {
 public:
  virtual ~SecretStore() = default;
  virtual void read(const QString& account, std::function<void(const Result<QString>&)> done) = 0;
  virtual void write(const QString& account, const QString& secret, std::function<void(const Status&)> done) = 0;
  virtual void remove(const QString& account, std::function<void(const Status&)> done) = 0;
};

}  // namespace Parlour::Platform
