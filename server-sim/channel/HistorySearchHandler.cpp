// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/HistorySearchHandler.h"

#include <algorithm>
#include <set>

#include "protocol/xccos/FastWriter.h"

namespace Parlour::Server {

namespace {

// Others' searches come in between.
constexpr size_t kRoomsPerReading = 32;

}  // namespace

struct HistorySearchHandler::Job {
  SessionId session = 0;
  Xccos::CommandRef ref;
  Xccos::ReplyId replyId = Xccos::ReplyId::BackchatQuery;
  HistoryQuery query;
  bool nothingCanMatch = false;
  bool sortBackwards = false;
  std::vector<RoomId> rooms;
  std::vector<EncodedPage> pages;
  int messagesLeft = 0;
  qsizetype bytesLeft = 0;
  qint64 startedUs = 0;
};

void HistorySearchHandler::byDate(const Session& session, const Xccos::BackchatByDate& command, Xccos::CommandRef ref) {
  // A message number beside the window would replace it, which only the other two commands mean.
  Xccos::BackchatQuery query = command.query;
  query.start.reset();
  start(session, command.rooms, query, ref, Xccos::ReplyId::BackchatByDate);
}

void HistorySearchHandler::byMessage(const Session& session, const Xccos::BackchatByMessage& command,
                                     Xccos::CommandRef ref) {
  start(session, command.rooms, command.query, ref, Xccos::ReplyId::BackchatByMessage);
}

void HistorySearchHandler::query(const Session& session, const Xccos::BackchatQueryCommand& command,
                                 Xccos::CommandRef ref) {
  start(session, command.rooms, command.query, ref, Xccos::ReplyId::BackchatQuery);
}

HistoryQuery HistorySearchHandler::storeQuery(const Xccos::BackchatQuery& query) const {
  HistoryQuery stored;
  const auto order = query.order.value_or(Xccos::ResultOrder{});
  stored.newestFirst = order.searchBackwards.value_or(false);
  if (query.start) {
    (stored.newestFirst ? stored.before : stored.after) = *query.start;
  } else if (query.date) {
    stored.from = query.date->from.value_or(Timestamp{});
    stored.to = query.date->to.value_or(Timestamp{});
  }
  const auto most = static_cast<quint32>(context_.settings.searchLimit);
  const quint32 wanted = query.limit.value_or(0);
  stored.limit = static_cast<int>(wanted == 0 ? most : std::min(wanted, most));
  if (query.text) {
    stored.text = query.text->terms.trimmed();
    stored.exactPhrase = query.text->matchExactPhrase.value_or(false);
    stored.matchCase = query.text->matchCase.value_or(false);
  }
  for (const SipUri& author : query.authors) {
    if (const Principal* principal = context_.state.directory().find(author.bytes())) {
      stored.authors.push_back(principal->id);
    }
  }
  return stored;
}

const Room* HistorySearchHandler::readable(SessionId id, RoomId roomId) const {
  const Session* session = context_.sessions.find(id);
  const Room* room = context_.state.rooms().find(roomId);
  if (!session || !room) return nullptr;
  const Decision decision =
      AccessPolicy::readHistory(context_.standing(*session, *room), RoomTraits::of(*room), session->hasJoined(roomId));
  return decision.allowed() ? room : nullptr;
}

std::vector<RoomId> HistorySearchHandler::readable(const Session& session, const std::vector<RoomUri>& rooms) const {
  std::vector<RoomId> ids;
  std::set<RoomUri> named;
  for (const RoomUri& uri : rooms) {
    const Room* room = context_.state.rooms().find(uri);
    if (room && named.insert(uri).second && readable(session.id, room->id)) ids.push_back(room->id);
  }
  return ids;
}

void HistorySearchHandler::start(const Session& session, const std::vector<RoomUri>& rooms,
                                 const Xccos::BackchatQuery& query, Xccos::CommandRef ref, Xccos::ReplyId replyId) {
  auto job = std::make_shared<Job>();
  job->session = session.id;
  job->ref = ref;
  job->replyId = replyId;
  job->query = storeQuery(query);
  // Without this the unknown authors would drop out of the query and everybody would match.
  job->nothingCanMatch = !query.authors.empty() && job->query.authors.empty();
  job->sortBackwards = query.order && query.order->sortBackwards.value_or(false);
  job->rooms = readable(session, rooms);
  job->messagesLeft = context_.settings.searchLimit;
  job->bytesLeft = context_.settings.replyBytes;
  job->startedUs = context_.clock.monotonicUs();
  if (!context_.recorder.mayBegin()) return fail(job, Xccos::ResponseCode::Busy);
  context_.counters.searchRequests.add();
  step(job);
}

HistoryQuery HistorySearchHandler::queryOf(const Job& job, RoomId id) const {
  HistoryQuery query = job.query;
  query.room = id;
  if (!isSearched(job, context_.state.rooms().find(id))) query.limit = 0;
  return query;
}

bool HistorySearchHandler::isSearched(const Job& job, const Room* room) const {
  return room && !job.nothingCanMatch && context_.state.keepsHistory(*room);
}

void HistorySearchHandler::step(const JobPtr& job) {
  if (!context_.sessions.find(job->session)) return;
  if (job->pages.size() == job->rooms.size()) return finish(job);
  std::vector<HistoryQuery> queries;
  const size_t end = std::min(job->rooms.size(), job->pages.size() + kRoomsPerReading);
  for (size_t i = job->pages.size(); i < end; ++i) queries.push_back(queryOf(*job, job->rooms[i]));
  const auto done = [this, job](const Result<std::vector<HistoryPage>>& pages) {
    if (!pages) return fail(job, storeFailureCode(pages.error()));
    for (const HistoryPage& page : *pages) take(job, page);
    step(job);
  };
  context_.store.histories(queries, job->messagesLeft, context_.whileAlive<std::vector<HistoryPage>>(done));
}

void HistorySearchHandler::take(const JobPtr& job, const HistoryPage& page) {
  const RoomId id = job->rooms[job->pages.size()];
  const Room* room = readable(job->session, id);
  if (!room || job->messagesLeft <= 0) {
    job->pages.push_back(EncodedPage{id, {}, isSearched(*job, room), 0});
    return;
  }
  job->pages.push_back(encodeHistoryPage(context_, *room, page, job->query.newestFirst, job->bytesLeft));
  const EncodedPage& encoded = job->pages.back();
  job->bytesLeft -= encoded.bytes;
  job->messagesLeft -= static_cast<int>(encoded.fragments.size());
  // Cut by size: the next room would only get what happens to be short enough.
  if (encoded.fragments.size() < page.messages.size()) job->messagesLeft = 0;
}

void HistorySearchHandler::finish(const JobPtr& job) {
  std::vector<Xccos::EncodedHistory> rooms;
  for (EncodedPage& page : job->pages) {
    // What became unreadable meanwhile is left out like what always was.
    const Room* room = readable(job->session, page.room);
    if (!room) continue;
    if (job->sortBackwards) std::reverse(page.fragments.begin(), page.fragments.end());
    Xccos::EncodedHistory history;
    history.uri = room->uri;
    history.name = room->name;
    history.matches = static_cast<quint32>(page.fragments.size());
    history.truncated = page.truncated;
    history.fragments = page.fragments;
    rooms.push_back(std::move(history));
  }
  QByteArray reply = Xccos::serializeHistory(context_.nextEnvId(), job->replyId, Xccos::replyHeader(job->ref), rooms);
  context_.counters.searchUs.record(context_.clock.monotonicUs() - job->startedUs);
  const auto recorded = [this, job, reply](const Status& saved) {
    if (saved) return context_.deliver(job->session, reply);
    fail(job, storeFailureCode(saved.error()));
  };
  context_.recorder.recordAll(readEvents(*job), recorded);
}

std::vector<ComplianceEvent> HistorySearchHandler::readEvents(const Job& job) const {
  std::vector<ComplianceEvent> events;
  const Session* reader = context_.recorder.isRecording() ? context_.sessions.find(job.session) : nullptr;
  if (!reader) return events;
  const bool search = !job.query.text.isEmpty();
  const auto kind = search ? ComplianceKind::Search : ComplianceKind::HistoryRead;
  const QByteArray asked = search ? job.query.text.toUtf8() : QByteArray("messages by number or time");
  for (const EncodedPage& page : job.pages) {
    const Room* room = readable(job.session, page.room);
    if (room) events.push_back(context_.recorder.read(kind, reader->user, *room, asked, page.fragments));
  }
  return events;
}

void HistorySearchHandler::fail(const JobPtr& job, Xccos::ResponseCode code) {
  if (job->replyId == Xccos::ReplyId::BackchatByDate) {
    context_.refuse<Xccos::BackchatByDateReply>(job->session, job->ref, code);
  } else if (job->replyId == Xccos::ReplyId::BackchatByMessage) {
    context_.refuse<Xccos::BackchatByMessageReply>(job->session, job->ref, code);
  } else {
    context_.refuse<Xccos::BackchatQueryReply>(job->session, job->ref, code);
  }
}

}  // namespace Parlour::Server
