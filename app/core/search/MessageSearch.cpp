// SPDX-License-Identifier: Apache-2.0
#include "app/core/search/MessageSearch.h"

namespace Parlour::Core {

namespace {

bool serverCouldNotTell(const Error& error) {
  return error.code == ErrorCode::ConnectionLost || error.code == ErrorCode::Timeout || error.code == ErrorCode::Busy;
}

}  // namespace

struct MessageSearch::Search {
  Search(Scheduler& scheduler, const MessageSearchQuery& wanted, OnHits whenDone)
      : query(wanted), done(std::move(whenDone)), patience(scheduler) {}
  MessageSearchQuery query;
  OnHits done;
  Timer patience;
  bool askedCache = false;
};

MessageSearch::~MessageSearch() = default;

void MessageSearch::run(const MessageSearchQuery& query, OnHits done) {
  if (!s_.cache.isOn()) return s_.server.messages(query, done);
  const auto search = std::make_shared<Search>(s_.scheduler, query, std::move(done));
  open_.append(search);
  if (!s_.session.isOpen()) return askCache(search, {});
  search->patience.start(kPatienceMs, [this, raw = std::weak_ptr(search)] {
    if (const auto waiting = raw.lock()) askCache(waiting, {});
  });
  s_.server.messages(query, lifetime_.guard([this, search](const Result<QList<MessageSearchHits>>& hits) {
    if (!hits && serverCouldNotTell(hits.error())) return askCache(search, hits.error());
    settle(search, hits);
  }));
}

void MessageSearch::askCache(const std::shared_ptr<Search>& search, const std::optional<Error>& reason) {
  if (std::exchange(search->askedCache, true)) return;
  MessageSearchQuery query = search->query;
  if (query.rooms.isEmpty()) {
    for (const Room* room : s_.rooms.rooms()) query.rooms.append(room->uri());
  }
  if (query.rooms.isEmpty()) return settle(search, QList<MessageSearchHits>());
  s_.cache.search(query, lifetime_.guard([this, search, reason](QList<MessageSearchHits> hits) {
    for (MessageSearchHits& room : hits) room.local = true;
    if (hits.isEmpty() && reason) return settle(search, *reason);
    settle(search, hits);
  }));
}

void MessageSearch::settle(const std::shared_ptr<Search>& search, const Result<QList<MessageSearchHits>>& hits) {
  if (!open_.removeOne(search)) return;
  search->patience.stop();
  search->done(hits);
}

}  // namespace Parlour::Core
