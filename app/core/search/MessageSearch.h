// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/cache/RoomCache.h"
#include "app/core/search/SearchService.h"

namespace Parlour::Core {

// Finds messages wherever they can be had: the server knows all of them and what was removed since; when it cannot be
// asked, fails or is slow, what this computer has is searched and marked as such. GUI thread; borrows everything.
class MessageSearch {
 public:
  using OnHits = std::function<void(const Result<QList<MessageSearchHits>>&)>;
  static constexpr qint64 kPatienceMs = 6'000;

  struct Services {
    ChatSession& session;
    SearchService& server;
    RoomCache& cache;
    RoomList& rooms;
    Scheduler& scheduler;
  };
  explicit MessageSearch(const Services& services) : s_(services) {}
  ~MessageSearch();

  void run(const MessageSearchQuery& query, OnHits done);

 private:
  struct Search;
  void askCache(const std::shared_ptr<Search>& search, const std::optional<Error>& reason);
  void settle(const std::shared_ptr<Search>& search, const Result<QList<MessageSearchHits>>& hits);

  Services s_;
  Lifetime lifetime_;
  QList<std::shared_ptr<Search>> open_;
};

}  // namespace Parlour::Core
