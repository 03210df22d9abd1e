// SPDX-License-Identifier: Apache-2.0
#include "server-sim/store/HistoryReader.h"

#include <algorithm>

#include "server-sim/store/MessageKey.h"
#include "server-sim/store/MessageTimes.h"
#include "server-sim/store/StoreSql.h"

namespace Parlour::Server {
namespace {

StoredMessage messageOf(const Sqlite::Query& row) {
  StoredMessage message;
  message.chatId = chatIdOfKey(row.integer(0));
  message.time = Timestamp{row.integer(1)};
  message.author = row.integer(2);
  message.alert = row.integer(3) != 0;
  message.chat = row.bytes(4);
  message.rtf = row.bytes(5);
  return message;
}

}  // namespace

// What was found so far, from the end that the limit keeps.
class HistoryReader::Page {
 public:
  Page(const HistoryQuery& query, const SearchText& text, bool checkText)
      : query_(query), text_(text), checkText_(checkText) {}

  Status take(Sqlite::Query rows) {
    while (rows.next()) {
      if (!isAsked(rows.integer(2)) || (checkText_ && !text_.matches(rows.bytes(4)))) continue;
      truncated_ = static_cast<int>(messages_.size()) == query_.limit || bytes_ > kMaxPageBytes;
      if (truncated_) return success();
      messages_.push_back(messageOf(rows));
      bytes_ += messages_.back().chat.size() + messages_.back().rtf.size();
    }
    truncated_ = !rows.status() && rows.status().error().code == ErrorCode::Timeout && !messages_.empty();
    return truncated_ ? success() : rows.status();
  }

  HistoryPage finish() {
    if (query_.newestFirst) std::reverse(messages_.begin(), messages_.end());
    return HistoryPage{query_.room, std::move(messages_), truncated_};
  }

 private:
  bool isAsked(PrincipalId author) const {
    return query_.authors.empty() ||
           std::find(query_.authors.begin(), query_.authors.end(), author) != query_.authors.end();
  }

  const HistoryQuery& query_;
  const SearchText& text_;
  const bool checkText_;
  std::vector<StoredMessage> messages_;
  qsizetype bytes_ = 0;
  bool truncated_ = false;
};

Result<std::unique_ptr<HistoryReader>> HistoryReader::prepare(Sqlite::Database& database) {
  std::unique_ptr<HistoryReader> reader(new HistoryReader);
  if (auto prepared = reader->prepareStatements(database); !prepared) return prepared.error();
  return reader;
}

Status HistoryReader::prepareStatements(Sqlite::Database& database) {
  return prepareStoreSql(database, {{&newest_, QLatin1String("page_newest")},
                                    {&oldest_, QLatin1String("page_oldest")},
                                    {&ofAuthorNewest_, QLatin1String("page_of_author_newest")},
                                    {&ofAuthorOldest_, QLatin1String("page_of_author_oldest")},
                                    {&searchNewest_, QLatin1String("search_newest")},
                                    {&searchOldest_, QLatin1String("search_oldest")},
                                    {&atOrAfter_, QLatin1String("message_at_or_after")},
                                    {&newestKey_, QLatin1String("newest_key")}});
}

Result<HistoryPage> HistoryReader::read(const HistoryQuery& asked) {
  HistoryQuery query = asked;
  query.limit = std::clamp(query.limit, 0, kMaxLimit);
  auto text = SearchText::parse(query);
  if (!text) return text.error();
  auto range = rangeOf(query);
  if (!range) return range.error();
  // Text that held nothing to look for (white space) finds nothing, it does not list everything.
  const bool hopeless = text->isEmpty() && !query.text.isEmpty();
  if (range->isEmpty() || query.limit == 0 || hopeless) return HistoryPage{query.room, {}, false};
  const bool scan = !text->isEmpty() && text->indexExpression().isEmpty();
  Page page(query, *text, scan || (!text->isEmpty() && text->needsCheck()));
  if (auto taken = page.take(select(query, *text, *range)); !taken) return taken.error();
  return page.finish();
}

Result<std::vector<HistoryPage>> HistoryReader::read(const std::vector<HistoryQuery>& queries, int limit) {
  std::vector<HistoryPage> pages;
  pages.reserve(queries.size());
  for (HistoryQuery query : queries) {
    query.limit = std::min(query.limit, limit);
    auto page = read(query);
    if (!page) return page.error();
    limit -= static_cast<int>(page->messages.size());
    pages.push_back(std::move(*page));
  }
  return pages;
}

Result<HistoryReader::Range> HistoryReader::rangeOf(const HistoryQuery& query) {
  const ChatId after = std::min(query.after.value_or(0), kMaxChatId);
  const ChatId before = std::min(query.before.value_or(kMaxChatId), kMaxChatId);
  const bool possible = query.room > 0 && query.room < (qint64{1} << (63 - kChatIdBits));
  if (!possible || before == 0) return Range{1, 0};
  Range range{messageKey(query.room, after) + 1, messageKey(query.room, before) - 1};
  if (auto narrowed = narrowByTime(query, range); !narrowed) return narrowed.error();
  return range;
}

Status HistoryReader::narrowByTime(const HistoryQuery& query, Range& range) {
  if (range.isEmpty() || (query.from.isNull() && query.to.isNull())) return success();
  {
    auto rows = newestKey_.query(range.first, range.last);
    const bool any = rows.next() && !rows.isNull(0);
    if (!rows.status()) return rows.status();
    range.last = any ? rows.integer(0) : range.first - 1;
  }
  if (!query.to.isNull()) {
    auto behind = firstKeySince(atOrAfter_, range.first, range.last, Timestamp{query.to.ticks + 1});
    if (!behind) return behind.error();
    range.last = *behind - 1;
  }
  if (!query.from.isNull()) {
    auto first = firstKeySince(atOrAfter_, range.first, range.last, query.from);
    if (!first) return first.error();
    range.first = *first;
  }
  return success();
}

// Every choice gives the room's messages in order, so that the first ones that fit are the page.
Sqlite::Query HistoryReader::select(const HistoryQuery& query, const SearchText& text, Range range) {
  if (const QByteArray expression = text.indexExpression(); !expression.isEmpty()) {
    return (query.newestFirst ? searchNewest_ : searchOldest_).query(range.first, range.last, expression);
  }
  if (query.authors.size() == 1) {
    Sqlite::Statement& ofAuthor = query.newestFirst ? ofAuthorNewest_ : ofAuthorOldest_;
    return ofAuthor.query(range.first, range.last, query.authors.front());
  }
  return (query.newestFirst ? newest_ : oldest_).query(range.first, range.last);
}

}  // namespace Parlour::Server
