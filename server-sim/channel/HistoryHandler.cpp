// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/HistoryHandler.h"

#include <algorithm>

#include "protocol/xccos/FastWriter.h"

namespace Parlour::Server {

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
  context_.counters.historyRequests.add();
  if (!context_.state.keepsHistory(*room)) return answer(session.id, ref, *room, {});
  HistoryQuery query;
  query.room = room->id;
  if (const auto join = session.joins.find(room->id); join != session.joins.end()) query.before = join->second + 1;
  const auto limit = static_cast<quint32>(context_.settings.searchLimit);
  query.limit = command.count == 0 ? context_.defaultHistory() : static_cast<int>(std::min(command.count, limit));
  const auto done = [this, id = session.id, ref, uri = room->uri, startedUs](const Result<HistoryPage>& page) {
    if (!page) return context_.refuse<Xccos::BackchatContextReply>(id, ref, storeFailureCode(page.error()));
    answerIfReadable(id, ref, uri, *page);
    context_.counters.historyUs.record(context_.clock.monotonicUs() - startedUs);
  };
  context_.store.history(query, context_.whileAlive<HistoryPage>(done));
}

Decision HistoryHandler::mayRead(const Session& session, const Room* room) const {
  if (!room) return AccessPolicy::noSuchNode();
  return AccessPolicy::readHistory(context_.standing(session, *room), RoomTraits::of(*room),
                                   session.hasJoined(room->id));
}

// The rules are asked again: while the store was reading, the room or the user's place in it may have changed.
void HistoryHandler::answerIfReadable(SessionId id, Xccos::CommandRef ref, const RoomUri& uri,
                                      const HistoryPage& page) {
  const Session* session = context_.sessions.find(id);
  if (!session) return;
  const Room* room = context_.state.rooms().find(uri);
  const Decision decision = mayRead(*session, room);
  if (!decision.allowed()) return context_.refuse<Xccos::BackchatContextReply>(id, ref, decision.code);
  answer(id, ref, *room, page);
}

void HistoryHandler::answer(SessionId session, Xccos::CommandRef ref, const Room& room, const HistoryPage& page) {
  const EncodedPage encoded = encodeHistoryPage(context_, room, page, true, context_.settings.replyBytes);
  Xccos::EncodedHistory history;
  history.uri = room.uri;
  history.fragments = encoded.fragments;
  context_.deliver(session, Xccos::serializeHistory(context_.nextEnvId(), Xccos::ReplyId::BackchatContext,
                                                    Xccos::replyHeader(ref), {&history, 1}));
}

}  // namespace Parlour::Server
