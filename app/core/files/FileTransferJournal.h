// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/files/TransferJournal.h"

namespace Parlour::Core {

// One JSON file an account in a directory, readable by its owner only, replaced as a whole.
class FileTransferJournal final : public TransferJournal {
 public:
  explicit FileTransferJournal(QString directory) : directory_(std::move(directory)) {}
  QList<Transfer> load(const SipUri& account) override;
  Status save(const SipUri& account, const QList<Transfer>& transfers) override;

 private:
  QString fileOf(const SipUri& account) const;
  QString directory_;
};

}  // namespace Parlour::Core
