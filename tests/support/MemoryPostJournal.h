// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <memory>

#include "app/core/outbox/PostJournal.h"

namespace Parlour::Testing {

// A journal that several clients of one test can share, like the runs of the program on one computer.
class MemoryPostJournal final : public Core::PostJournal {
 public:
  struct Disk {
    QHash<QByteArray, QList<Core::KeptPost>> posts;  // by account
    bool full = false;
    int writes = 0;
  };
  explicit MemoryPostJournal(std::shared_ptr<Disk> disk) : disk_(std::move(disk)) {}

  QList<Core::KeptPost> load(const SipUri& account) override { return disk_->posts.value(account.bytes()); }
  Status save(const SipUri& account, const QList<Core::KeptPost>& posts) override {
    if (disk_->full) return Error::make(ErrorCode::Storage, QStringLiteral("The disk is full."));
    disk_->posts[account.bytes()] = posts;
    ++disk_->writes;
    return success();
  }

 private:
  std::shared_ptr<Disk> disk_;
};

}  // namespace Parlour::Testing
