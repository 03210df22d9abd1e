// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/HistoryHandler.h"

#include <algorithm>

#include "protocol/xccos/FastWriter.h"

namespace Parlour::Server {
namespace {

constexpr size_t kMostWaiting = 512;  // for one page; others are the store's to refuse

// The fragments of a page that was cut at its older end, with their numbers.
std::vector<HistoryCache::Message> numbered(const HistoryPage& page, const EncodedPage& encoded) {
  std::vector<HistoryCache::Message> messages;
  const size_t cut = page.messages.size() - encoded.fragments.size();
  for (size_t i = 0; i < encoded.fragments.size(); ++i) {
    messages.push_back({page.messages[cut + i].chatId, encoded.fragments[i]});
    messages.back().fragment.squeeze();
  }
  return messages;
}

}  // namespace

Xccos::ChatMessage wireMessage(const ChannelState& state, const Room& room, const StoredMessage& stored) {
  Xccos::ChatMessage message;
  message.chanUri = room.uri;
  if (const Principal* author = state.directory().find(stored.author)) {
    message.author = SipUri::fromTrusted(author->uri);
    message.authDisp = author->displayName.toUtf8();
  }
  message.alert = stored.alert;
  message.chatId = stored.chatId;
  message.ts = stored.time;
  message.chat = stored.chat;
  if (!stored.rtf.isEmpty()) message.rtf = stored.rtf;
  return message;
}

EncodedPage encodeHistoryPage(const ChannelContext& context, const Room& room, const HistoryPage& page,
                              bool newestFirst, qsizetype byteBudget) {
  EncodedPage encoded{room.id, {}, page.truncated, 0};
  const size_t count = page.messages.size();
  for (size_t step = 0; step < count; ++step) {
    const StoredMessage& stored = page.messages[newestFirst ? count - 1 - step : step];
    QByteArray fragment = Xccos::encodeMsgFragment(wireMessage(context.state, room, stored));
    if (encoded.bytes + fragment.size() > byteBudget) {
      encoded.truncated = true;
      break;
    }
    encoded.bytes += fragment.size();
    encoded.fragments.push_back(std::move(fragment));
  }
  if (newestFirst) std::reverse(encoded.fragments.begin(), encoded.fragments.end());
  return encoded;
}

void HistoryHandler::recent(const Session& session, const Xccos::BackchatContext& command, Xccos::CommandRef ref) {
  const qint64 startedUs = context_.clock.monotonicUs();
  const Room* room = context_.state.rooms().find(command.room);
  const Decision decision = mayRead(session, room);
  if (!decision.allowed()) return context_.refuse<Xccos::BackchatContextReply>(session.id, ref, decision.code);
  if (!context_.recorder.mayBegin()) {
    return context_.refuse<Xccos::BackchatContextReply>(session.id, ref, Xccos::ResponseCode::Busy);
  }
  context_.counters.historyRequests.add();
  Request request{session.id, ref, room->uri, {}, startedUs};
  if (!context_.state.keepsHistory(*room)) return answer(request, *room, {});
  request.query.room = room->id;
  if (const auto join = session.joins.find(room->id); join != session.joins.end()) {
    request.query.before = join->second + 1;
  }
  const auto limit = static_cast<quint32>(context_.settings.searchLimit);
  request.query.limit =
      command.count == 0 ? context_.defaultHistory() : static_cast<int>(std::min(command.count, limit));
  if (answerFromCache(request, *room)) return;
  const auto first = waiting_.find(room->id);
  if (first == waiting_.end() || first->second.size() >= kMostWaiting) return read(request, *room);
  first->second.push_back(request);
}

bool HistoryHandler::answerFromCache(const Request& request, const Room& room) {
  const auto kept =
      context_.historyCache.latest(room.id, request.query.before, request.query.limit, context_.settings.replyBytes);
  if (kept) answer(request, room, *kept);
  return kept.has_value();
}

void HistoryHandler::read(const Request& request, const Room& room) {
  const auto expected = expectPage(room, request.query.before);
  const bool first = expected && waiting_.try_emplace(room.id).second;
  const auto done = [this, request, expected, first](const Result<HistoryPage>& page) {
    if (page) {
      answerIfReadable(request, *page, expected);
    } else {
      context_.refuse<Xccos::BackchatContextReply>(request.session, request.ref, storeFailureCode(page.error()));
    }
    if (first) answerWaiting(request.query.room);
  };
  context_.store.history(request.query, context_.whileAlive<HistoryPage>(done));
}

void HistoryHandler::answerWaiting(RoomId id) {
  const auto waiting = waiting_.extract(id);
  for (const Request& request : waiting.mapped()) {
    const Room* room = readableRoom(request);
    if (room && !answerFromCache(request, *room)) read(request, *room);
  }
}

// While the store erases messages a page may hold some that are gone in the next.
std::optional<HistoryCache::Expected> HistoryHandler::expectPage(const Room& room, std::optional<ChatId> before) {
  if (context_.store.health().erasing) return std::nullopt;
  return context_.historyCache.expect(room.id, before ? *before - 1 : room.lastChatId, room.lastChatId);
}

Decision HistoryHandler::mayRead(const Session& session, const Room* room) const {
  if (!room) return AccessPolicy::noSuchNode();
  return AccessPolicy::readHistory(context_.standing(session, *room), RoomTraits::of(*room),
                                   session.hasJoined(room->id));
}

// The rules are asked again: while the store was reading, the room or the user's place in it may have changed.
const Room* HistoryHandler::readableRoom(const Request& request) {
  const Session* session = context_.sessions.find(request.session);
  if (!session) return nullptr;
  const Room* room = context_.state.rooms().find(request.uri);
  const Decision decision = mayRead(*session, room);
  if (decision.allowed()) return room;
  context_.refuse<Xccos::BackchatContextReply>(request.session, request.ref, decision.code);
  return nullptr;
}

void HistoryHandler::answerIfReadable(const Request& request, const HistoryPage& page,
                                      const std::optional<HistoryCache::Expected>& expected) {
  const Room* room = readableRoom(request);
  if (!room) return;
  const EncodedPage encoded = encodeHistoryPage(context_, *room, page, true, context_.settings.replyBytes);
  if (expected) context_.historyCache.fill(*expected, numbered(page, encoded), !encoded.truncated);
  answer(request, *room, encoded.fragments);
}

void HistoryHandler::answer(const Request& request, const Room& room, const std::vector<QByteArray>& fragments) {
  Xccos::EncodedHistory history;
  history.uri = room.uri;
  history.fragments = fragments;
  QByteArray reply = Xccos::serializeHistory(context_.nextEnvId(), Xccos::ReplyId::BackchatContext,
                                             Xccos::replyHeader(request.ref), {&history, 1});
  context_.counters.historyUs.record(context_.clock.monotonicUs() - request.startedUs);
  const Session* reader = context_.recorder.isRecording() ? context_.sessions.find(request.session) : nullptr;
  if (!reader) return context_.deliver(request.session, std::move(reply));
  const auto recorded = [this, session = request.session, ref = request.ref, reply](const Status& saved) {
    if (saved) return context_.deliver(session, reply);
    context_.refuse<Xccos::BackchatContextReply>(session, ref, storeFailureCode(saved.error()));
  };
  context_.recorder.record(
      context_.recorder.read(ComplianceKind::HistoryRead, reader->user, room, "recent messages", fragments), recorded);
}

}  // namespace Parlour::Server
