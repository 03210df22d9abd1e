// SPDX-License-Identifier: Apache-2.0
#include "server-sim/ctl/Account.h"

#include <pwd.h>
#include <unistd.h>

namespace Parlour::Ctl {

QByteArray ownAccount() {
  const passwd* account = ::getpwuid(::geteuid());
  return account ? QByteArray(account->pw_name) : QByteArray::number(::geteuid());
}

}  // namespace Parlour::Ctl
