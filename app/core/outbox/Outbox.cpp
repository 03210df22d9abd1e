// SPDX-License-Identifier: Apache-2.0
#include "app/core/outbox/Outbox.h"

#include <algorithm>

#include "app/core/Words.h"

namespace Parlour::Core {

namespace {
constexpr qint64 kCopyDueMs = 60'000;  // after the 200, as for replies (xccos 3.4)
}

struct Outbox::Post {
  Post(Scheduler& scheduler, const RoomUri& where, quint64 id) : room(where), localId(id), timer(scheduler) {}
  RoomUri room;
  quint64 localId;
  QString text;
  bool alert = false;
  Stage stage = Stage::Queued;
  std::optional<Error> failure;
  Timer timer;  // Queued: until it is given up; Accepted: until the copy is due
};

Outbox::Outbox(ChatSession& session, RoomList& rooms, Account& account, EnvIds& ids, Scheduler& scheduler,
               const Clock& clock, qint64 waitMs)
    : session_(session),
      rooms_(rooms),
      account_(account),
      ids_(ids),
      scheduler_(scheduler),
      clock_(clock),
      waitMs_(waitMs) {}

Outbox::~Outbox() = default;

void Outbox::clear() {
  lifetime_.renew();
  ready_.clear();
  queues_.clear();
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

quint64 Outbox::post(Room& room, const QString& chatText, bool alert) {
  auto post = std::make_unique<Post>(scheduler_, room.uri(), ids_.take());
  post->text = chatText;
  post->alert = alert;
  Message message;
  message.room = room.uri();
  message.localId = post->localId;
  message.author = account_.me;
  message.authorName = account_.name;
  message.time = clock_.now();
  message.alert = alert;
  message.text = chatText;
  message.own = true;
  message.state = ready_.contains(room.uri()) ? MessageState::Sending : MessageState::Waiting;
  const quint64 localId = post->localId;
  wait(*post);
  queues_[room.uri()].push_back(std::move(post));
  room.timeline().addPending(message);
  pump(room.uri());
  return localId;
}

void Outbox::wait(Post& post) {
  post.stage = Stage::Queued;
  post.timer.start(waitMs_, [this, room = post.room, localId = post.localId] {
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
  chat.ts = clock_.now();
  chat.chat = post.text.toUtf8();
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
  Post* post = find(room.uri(), localId);
  if (post == nullptr || post->stage != Stage::Failed) return;
  post->failure.reset();
  wait(*post);
  show(*post);
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
  queues_.erase(room);
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
  if (it->second.empty()) {
    queues_.erase(it);
  } else {
    pump(room);
  }
}

}  // namespace Parlour::Core
