// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/PostHandler.h"

#include "protocol/xccos/ChatText.h"
#include "protocol/xccos/FastWriter.h"
#include "server-sim/channel/HistoryHandler.h"

namespace Parlour::Server {
namespace {

constexpr int kSheddingRetrySeconds = 1;
// SIP has no status like xccos 451, and 481 would make clients start over.
constexpr int kSipForbidden = 403;

int sipStatusFor(Xccos::ResponseCode code) {
  return code == Xccos::ResponseCode::UserNotJoined ? kSipForbidden : static_cast<int>(code);
}

bool isBlank(const QByteArray& text) { return text.trimmed().isEmpty(); }

}  // namespace

InfoVerdict PostHandler::post(const Session& session, const Xccos::ChatMessage& message, EnvId envId) {
  const qint64 startedUs = context_.clock.monotonicUs();
  context_.counters.postsReceived.add();
  const Room* room = context_.state.rooms().find(message.chanUri);
  const Xccos::CommandRef ref{envId, message.seqId};
  const Decision decision = check(session, room, message);
  if (!decision.allowed()) return refuse(session, ref, decision);
  const size_t waiting = context_.store.waitingPosts();
  context_.counters.waitingPeak.raiseTo(static_cast<qint64>(waiting));
  if (waiting >= context_.settings.waitingPostsLimit) {
    context_.counters.shedPosts.add();
    return InfoVerdict{503, {}, kSheddingRetrySeconds};
  }
  if (const StoreHealth health = context_.store.health(); !health.writable) {
    context_.counters.shedPosts.add();
    return InfoVerdict{503, QByteArrayLiteral("Messages cannot be stored at the moment"), health.retryAfterSeconds};
  }
  if (const Status recorded = context_.recorder.mayBegin(); !recorded) {
    context_.counters.shedPosts.add();
    return InfoVerdict{503, recorded.error().text.toUtf8(), recorded.error().retryAfterSeconds};
  }
  NewPost post;
  post.room = room->id;
  post.author = session.user;
  post.epid = session.epid;
  post.envId = envId;
  post.alert = message.isAlert();
  post.keep = context_.state.keepsHistory(*room);
  post.chat = message.chat;
  post.rtf = message.rtf.value_or(QByteArray());
  post.event = context_.recorder.post(post.author, *room);
  context_.counters.postsAccepted.add();
  const auto done = [this, poster = session.id, ref, post, startedUs](const Result<PostReceipt>& receipt) {
    if (receipt) return committed(poster, post, *receipt, startedUs);
    context_.counters.postsFailed.add();
    const auto& info = Xccos::responseInfo(static_cast<int>(storeFailureCode(receipt.error())));
    context_.reportError(poster, Xccos::ErrorReport{Xccos::ErrId::Chat, ref, static_cast<int>(info.code), info.text});
  };
  context_.store.appendPost(post, context_.whileAlive<PostReceipt>(done));
  return {};
}

Decision PostHandler::check(const Session& session, const Room* room, const Xccos::ChatMessage& message) const {
  if (!room) return AccessPolicy::noSuchNode();
  const Decision decision =
      AccessPolicy::post(context_.standing(session, *room), RoomTraits::of(*room), session.hasJoined(room->id));
  return decision.allowed() ? checkSize(message) : decision;
}

Decision PostHandler::checkSize(const Xccos::ChatMessage& message) const {
  const ChannelSettings& settings = context_.settings;
  if (isBlank(message.chat)) {
    return {Xccos::ResponseCode::InvalidArgument, QByteArrayLiteral("The message has no text.")};
  }
  const bool longRtf = message.rtf && message.rtf->size() > settings.richTextSizeLimit;
  const bool longText = message.chat.size() > settings.messageSizeLimit;
  if (!longRtf && !longText) return {};
  const bool longStory = message.chat.size() > settings.storySizeLimit;
  if (!longRtf && !longStory && Xccos::isStory(QString::fromUtf8(message.chat))) return {};
  return {Xccos::ResponseCode::LimitExceeded, QByteArrayLiteral("The message is too long.")};
}

InfoVerdict PostHandler::refuse(const Session& session, Xccos::CommandRef ref, const Decision& decision) {
  context_.counters.postsRefused.add();
  const int code = static_cast<int>(decision.code);
  context_.reportError(session.id, Xccos::ErrorReport{Xccos::ErrId::Chat, ref, code, Xccos::responseInfo(code).text});
  return InfoVerdict{sipStatusFor(decision.code), decision.reason, -1};
}

void PostHandler::committed(SessionId poster, const NewPost& post, const PostReceipt& receipt, qint64 startedUs) {
  const Room* room = context_.state.rooms().find(post.room);
  if (!room) return;
  const StoredMessage stored{receipt.chatId, receipt.time, post.author, post.alert, post.chat, post.rtf};
  const auto envelope = std::make_shared<const QByteArray>(
      Xccos::serializeChat(context_.nextEnvId(), wireMessage(context_.state, *room, stored)));
  if (receipt.repeated) {
    context_.counters.postsRepeated.add();
    const Session* session = context_.sessions.find(poster);
    if (session && session->hasJoined(room->id)) context_.deliver(poster, envelope);
    return;
  }
  context_.state.noteMessage(room->id, receipt.chatId, receipt.time);
  if (context_.historyCache.holds(room->id)) {
    const auto kept =
        post.keep ? std::optional(Xccos::encodeMsgFragment(wireMessage(context_.state, *room, stored))) : std::nullopt;
    context_.historyCache.posted(room->id, receipt.chatId, kept);
  }
  fanOut(*room, envelope, startedUs);
}

void PostHandler::fanOut(const Room& room, const SharedEnvelope& envelope, qint64 startedUs) {
  const auto& recipients = context_.participants.sessions(room.id);
  for (const SessionId recipient : recipients) context_.deliver(recipient, envelope);
  // Counted once a post: a delivery costs so little that even an addition each would show.
  const qint64 nowUs = context_.clock.monotonicUs();
  context_.counters.postsSent.add();
  context_.counters.deliveries.add(recipients.size());
  context_.counters.postUs.record(nowUs - startedUs);
  context_.activity.record(room.id, recipients.size(), nowUs - startedUs, nowUs);
}

}  // namespace Parlour::Server
