// SPDX-License-Identifier: Apache-2.0
#include "app/core/outbox/Outbox.h"

#include <algorithm>
#include <utility>

#include "app/core/Words.h"
#include "protocol/support/Log.h"

namespace Parlour::Core {

namespace {
constexpr qint64 kCopyDueMs = 60'000;  // after the 200, as for replies (xccos 3.4)
constexpr qint64 kKeepAfterMs = 1'000;
}  // namespace

struct Outbox::Post {
  Post(Scheduler& scheduler, const RoomUri& where, quint64 id) : room(where), localId(id), timer(scheduler) {}
  RoomUri room;
  quint64 localId;
  QString text;
  QByteArray rtf;
  bool alert = false;
  Timestamp written;
  ChatId after = 0;    // newest message of the room then
  bool shown = false;  // in the timeline; a restored one waits for its room
  Stage stage = Stage::Queued;
  std::optional<Error> failure;
  Timer timer;  // Queued: until it is given up; Accepted: until the copy is due
};

Outbox::Outbox(ChatSession& session, RoomList& rooms, Account& account, EnvIds& ids, Environment& environment)
    : session_(session),
      rooms_(rooms),
      account_(account),
      ids_(ids),
      environment_(environment),
      keepTimer_(*environment.scheduler) {}

Outbox::~Outbox() {
  if (keepTimer_.isRunning()) keep();
}

void Outbox::clear() {
  if (keepTimer_.isRunning()) keep();
  lifetime_.renew();
  ready_.clear();
  queues_.clear();
}

void Outbox::keep() {
  keepTimer_.stop();
  if (!environment_.journal) return;
  QList<KeptPost> posts;
  for (const auto& [room, queue] : queues_) {
    for (const std::unique_ptr<Post>& post : queue) {
      const QString failure = post->failure ? post->failure->text : QString();
      posts.append({room, post->localId, post->text, post->alert, post->written, post->after, failure, post->rtf});
    }
  }
  const Status saved = environment_.journal->save(account_.me, posts);
  if (!saved) qCWarning(lcCore).noquote() << saved.error().text;
}

void Outbox::keepSoon() {
  if (!keepTimer_.isRunning()) keepTimer_.start(kKeepAfterMs, [this] { keep(); });
}

void Outbox::restore() {
  if (!environment_.journal) return;
  const qint64 oldest = environment_.clock->now().ticks - environment_.outboxWaitMs * Timestamp::kPerMs;
  for (const KeptPost& kept : environment_.journal->load(account_.me)) {
    auto post = std::make_unique<Post>(*environment_.scheduler, kept.room, kept.localId);
    post->text = kept.text;
    post->rtf = kept.rtf;
    post->alert = kept.alert;
    post->written = kept.written;
    post->after = kept.after;
    const bool late = kept.written.ticks < oldest;
    const QString failure =
        kept.failure.isEmpty() && late ? Words::tr("The message was not sent before Parlour ended.") : kept.failure;
    if (failure.isEmpty()) {
      wait(*post);
    } else {
      fail(*post, Error::make(ErrorCode::Timeout, failure));
    }
    queues_[kept.room].push_back(std::move(post));
    if (Room* room = rooms_.find(kept.room)) roomAdded(*room);
  }
}

void Outbox::roomAdded(Room& room) {
  const auto it = queues_.find(room.uri());
  if (it == queues_.end()) return;
  for (const std::unique_ptr<Post>& post : it->second) {
    if (std::exchange(post->shown, true)) continue;
    room.timeline().restorePending(messageOf(*post), post->after);
    show(*post);
  }
}

int Outbox::waiting(const RoomUri& room) const {
  const auto it = queues_.find(room);
  return it == queues_.end() ? 0 : static_cast<int>(it->second.size());
}

Outbox::Post* Outbox::find(const RoomUri& room, quint64 localId) const {
  const auto it = queues_.find(room);
  if (it == queues_.end()) return nullptr;
  const auto same = [&](const std::unique_ptr<Post>& post) { return post->localId == localId; };
  const auto found = std::find_if(it->second.begin(), it->second.end(), same);
  return found == it->second.end() ? nullptr : found->get();
}

Message Outbox::messageOf(const Post& post) const {
  Message message;
  message.room = post.room;
  message.localId = post.localId;
  message.author = account_.me;
  message.authorName = account_.name;
  message.time = post.written;
  message.alert = post.alert;
  message.text = post.text;
  message.rtf = post.rtf;
  message.own = true;
  message.state = ready_.contains(post.room) ? MessageState::Sending : MessageState::Waiting;
  return message;
}

quint64 Outbox::post(Room& room, const QString& chatText, bool alert, quint64 given, const QByteArray& rtf) {
  auto post = std::make_unique<Post>(*environment_.scheduler, room.uri(), given != 0 ? given : ids_.take());
  post->text = chatText;
  post->rtf = rtf;
  post->alert = alert;
  post->written = environment_.clock->now();
  post->after = room.timeline().newestChatId();
  post->shown = true;
  const quint64 localId = post->localId;
  const Message message = messageOf(*post);
  wait(*post);
  queues_[room.uri()].push_back(std::move(post));
  room.timeline().addPending(message);
  keep();
  pump(room.uri());
  return localId;
}

void Outbox::wait(Post& post) {
  post.stage = Stage::Queued;
  post.timer.start(environment_.outboxWaitMs, [this, room = post.room, localId = post.localId] {
    Post* late = find(room, localId);
    if (late == nullptr || late->stage != Stage::Queued) return;
    fail(*late, Error::make(ErrorCode::Timeout, Words::tr("The message was not sent. There was no connection.")));
    pump(room);
  });
}

void Outbox::pump(const RoomUri& uri) {
  Room* room = rooms_.find(uri);
  const auto it = queues_.find(uri);
  if (room == nullptr || it == queues_.end() || !session_.isOpen() || !ready_.contains(uri)) return;
  for (const std::unique_ptr<Post>& post : it->second) {
    if (post->stage == Stage::Sent) return;
    if (post->stage == Stage::Queued) return send(*room, *post);
  }
}

void Outbox::send(Room& room, Post& post) {
  post.stage = Stage::Sent;
  post.timer.stop();
  Xccos::ChatMessage chat;
  chat.chanUri = room.uri();
  chat.author = account_.me;
  chat.ts = environment_.clock->now();
  chat.chat = post.text.toUtf8();
  if (!post.rtf.isEmpty()) chat.rtf = post.rtf;
  if (post.alert) chat.alert = true;
  room.timeline().markSent(post.localId);
  show(post);
  const RoomUri uri = room.uri();
  session_.post(post.localId, chat, lifetime_.guard([this, uri, localId = post.localId](const Status& status) {
    answered(uri, localId, status);
  }));
}

void Outbox::answered(const RoomUri& room, quint64 localId, const Status& status) {
  Post* post = find(room, localId);
  if (post == nullptr || post->stage != Stage::Sent) return pump(room);  // the copy came first
  const bool lost = !status && (status.error().code == ErrorCode::ConnectionLost || status.error().wireCode == 408);
  if (lost) {
    wait(*post);
    return show(*post);
  }
  if (!status) {
    fail(*post, status.error());
    if (status.error().code == ErrorCode::Busy) failWaiting(room, status.error());
    return pump(room);
  }
  post->stage = Stage::Accepted;
  post->timer.start(kCopyDueMs, [this, room, localId] {
    Post* late = find(room, localId);
    if (late == nullptr) return;
    fail(*late, Error::make(ErrorCode::Timeout, Words::tr("The server took the message but did not confirm it.")));
  });
  pump(room);
}

void Outbox::fail(Post& post, const Error& error) {
  post.stage = Stage::Failed;
  post.timer.stop();
  post.failure = error;
  show(post);
  keepSoon();
}

// A server that takes nothing at all would take the next ones only by luck, and then before this one.
void Outbox::failWaiting(const RoomUri& room, const Error& error) {
  for (const std::unique_ptr<Post>& post : queues_[room]) {
    if (post->stage == Stage::Queued) fail(*post, error);
  }
}

void Outbox::show(const Post& post) {
  Room* room = rooms_.find(post.room);
  if (room == nullptr) return;
  const bool offline = post.stage == Stage::Queued && !ready_.contains(post.room);
  const MessageState state = post.stage == Stage::Failed ? MessageState::Failed
                             : offline                   ? MessageState::Waiting
                                                         : MessageState::Sending;
  room->timeline().setPendingState(post.localId, state, post.stage == Stage::Failed ? post.failure : std::nullopt);
}

void Outbox::retry(Room& room, quint64 localId) {
  const Post* wanted = find(room.uri(), localId);
  if (wanted == nullptr || wanted->stage != Stage::Failed) return;
  const bool all = wanted->failure->code == ErrorCode::Busy;  // what failed together goes together, in order
  for (const std::unique_ptr<Post>& post : queues_[room.uri()]) {
    const bool along = all && post->stage == Stage::Failed && post->failure->code == ErrorCode::Busy;
    if (post.get() != wanted && !along) continue;
    post->failure.reset();
    wait(*post);
    show(*post);
  }
  keepSoon();
  pump(room.uri());
}

void Outbox::discard(Room& room, quint64 localId) {
  const Post* post = find(room.uri(), localId);
  if (post == nullptr || post->stage == Stage::Sent || post->stage == Stage::Accepted) return;
  confirmed(room.uri(), localId);
  room.timeline().removePending(localId);
}

void Outbox::roomReady(const RoomUri& room) {
  ready_.insert(room);
  if (const auto it = queues_.find(room); it != queues_.end()) {
    for (const std::unique_ptr<Post>& post : it->second) show(*post);
  }
  pump(room);
}

void Outbox::roomGone(const RoomUri& room) {
  ready_.remove(room);
  if (queues_.erase(room) > 0) keepSoon();
}

void Outbox::sessionLost() {
  lifetime_.renew();
  ready_.clear();
  for (const auto& [room, queue] : queues_) {
    for (const std::unique_ptr<Post>& post : queue) {
      if (post->stage == Stage::Failed) continue;
      if (post->stage != Stage::Queued) wait(*post);
      show(*post);
    }
  }
}

void Outbox::refused(EnvId envId, const Error& error) {
  for (const auto& [room, queue] : queues_) {
    Post* post = find(room, envId);
    if (post == nullptr || post->stage == Stage::Failed) continue;
    fail(*post, error);
    return pump(room);
  }
}

void Outbox::confirmed(const RoomUri& room, quint64 localId) {
  const auto it = queues_.find(room);
  if (it == queues_.end()) return;
  std::erase_if(it->second, [&](const std::unique_ptr<Post>& post) { return post->localId == localId; });
  keepSoon();
  if (it->second.empty()) {
    queues_.erase(it);
  } else {
    pump(room);
  }
}

}  // namespace Parlour::Core
