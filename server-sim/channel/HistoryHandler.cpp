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
  EncodedPage encoded{&room, {}, page.truncated, 0};
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
  const Room* room = context_.state.rooms().find(command.room);
  const auto join = room ? session.joins.find(room->id) : session.joins.end();
  const bool joined = join != session.joins.end();
  const Decision decision =
      room ? AccessPolicy::readHistory(context_.standing(session, *room), RoomTraits::of(*room), joined)
           : AccessPolicy::noSuchNode();
  if (!decision.allowed()) return context_.refuse<Xccos::BackchatContextReply>(session.id, ref, decision.code);
  if (!context_.state.keepsHistory(*room)) return answer(session.id, ref, *room, {});
  HistoryQuery query;
  query.room = room->id;
  if (joined) query.before = join->second + 1;
  const auto limit = static_cast<quint32>(context_.settings.searchLimit);
  query.limit =
      command.count == 0 ? context_.settings.defaultHistory : static_cast<int>(std::min(command.count, limit));
  const auto done = [this, id = session.id, ref, room](const Result<HistoryPage>& page) {
    if (!page) return context_.refuse<Xccos::BackchatContextReply>(id, ref, storeFailureCode(page.error()));
    answer(id, ref, *room, *page);
  };
  context_.store.history(query, context_.whileAlive<HistoryPage>(done));
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
