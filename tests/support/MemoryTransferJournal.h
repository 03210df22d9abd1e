// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <memory>

#include "app/core/files/TransferJournal.h"

namespace Parlour::Testing {

// A journal that several clients of one test can share, like the runs of the program on one computer.
class MemoryTransferJournal final : public Core::TransferJournal {
 public:
  using Disk = QHash<QByteArray, QList<Core::Transfer>>;  // by account
  explicit MemoryTransferJournal(std::shared_ptr<Disk> disk) : disk_(std::move(disk)) {}

  QList<Core::Transfer> load(const SipUri& account) override { return disk_->value(account.bytes()); }
  // What was under way goes on, so it is kept as waiting for its turn.
  Status save(const SipUri& account, const QList<Core::Transfer>& transfers) override {
    QList<Core::Transfer>& kept = (*disk_)[account.bytes()];
    kept = transfers;
    for (Core::Transfer& transfer : kept) {
      if (transfer.isActive()) transfer.state = Core::TransferState::Queued;
      transfer.done = 0;
    }
    return success();
  }

 private:
  std::shared_ptr<Disk> disk_;
};

}  // namespace Parlour::Testing
