// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>

#include "app/core/files/Transfer.h"
#include "protocol/support/Result.h"

namespace Parlour::Core {

// Where the transfers of an account are kept over the end of the program. GUI thread.
class TransferJournal {
 public:
  virtual ~TransferJournal() = default;
  // In the order they were begun. What cannot be read is left out.
  virtual QList<Transfer> load(const SipUri& account) = 0;
  // Takes the place of what was kept; on disk when it returns.
  virtual Status save(const SipUri& account, const QList<Transfer>& transfers) = 0;
};

}  // namespace Parlour::Core
