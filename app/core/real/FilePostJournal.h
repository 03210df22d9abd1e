// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/outbox/PostJournal.h"

namespace Parlour::Core {

// One JSON file an account in a directory, readable by its owner only, replaced as a whole.
class FilePostJournal final : public PostJournal {
 public:
  explicit FilePostJournal(QString directory) : directory_(std::move(directory)) {}
  QList<KeptPost> load(const SipUri& account) override;
  Status save(const SipUri& account, const QList<KeptPost>& posts) override;

 private:
  QString fileOf(const SipUri& account) const;
  QString directory_;
};

}  // namespace Parlour::Core
