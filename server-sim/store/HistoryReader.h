// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "protocol/support/sqlite/Database.h"
#include "server-sim/channel/Types.h"
#include "server-sim/store/SearchText.h"

namespace Parlour::Server {

// Pages and searches in the messages of one room, on a connection of its own thread. Works by key ranges from the
// end that the limit keeps and stops at the limit, so the cost follows what is returned. A page ends early, marked
// as truncated, at kMaxPageBytes of text or when the time limit of the connection (setStepCheck) is reached; with
// nothing found by then it fails with Timeout.
class HistoryReader {
 public:
  static constexpr int kMaxLimit = 5'000;
  static constexpr qsizetype kMaxPageBytes = 16 * 1024 * 1024;

  static Result<std::unique_ptr<HistoryReader>> prepare(Sqlite::Database& database);
  Result<HistoryPage> read(const HistoryQuery& query);
  // A page for each query; all together hold at most `limit` messages.
  Result<std::vector<HistoryPage>> read(const std::vector<HistoryQuery>& queries, int limit);

 private:
  struct Range {
    qint64 first;
    qint64 last;
    bool isEmpty() const { return first > last; }
  };
  class Page;

  HistoryReader() = default;
  Status prepareStatements(Sqlite::Database& database);
  Result<Range> rangeOf(const HistoryQuery& query);
  Status narrowByTime(const HistoryQuery& query, Range& range);
  Sqlite::Query select(const HistoryQuery& query, const SearchText& text, Range range);

  Sqlite::Statement newest_, oldest_, ofAuthorNewest_, ofAuthorOldest_, searchNewest_, searchOldest_;
  Sqlite::Statement atOrAfter_, newestKey_;
};

}  // namespace Parlour::Server
