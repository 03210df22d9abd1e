// SPDX-License-Identifier: Apache-2.0
#include "app/core/Room.h"

#include <algorithm>
#include <utility>

#include "protocol/xccos/Permissions.h"

namespace Parlour::Core {

Room::Room(const RoomUri& uri, QObject* parent) : QObject(parent), timeline_(this) { summary_.uri = uri; }

// In a room whose roster is hidden the own rights are not told: the server decides (xccos 7.4).
bool Room::mayPost() const {
  if (joinState_ != JoinState::Joined || summary_.disabled) return false;
  if (ownMask_ == 0) return summary_.kind == RoomKind::Normal;
  const bool auditorium = summary_.kind == RoomKind::Auditorium;
  return Xccos::Permission::canPost(auditorium ? Xccos::Behavior::Auditorium : Xccos::Behavior::Normal, ownMask_);
}

bool Room::mayManage() const { return Xccos::Permission::isManager(ownMask_); }

void Room::setSummary(const RoomSummary& summary) {
  const RoomUri uri = summary_.uri;
  summary_ = summary;
  summary_.uri = uri;
  Q_EMIT changed();
}

void Room::setFollowed(bool followed) {
  if (followed == followed_) return;
  followed_ = followed;
  Q_EMIT changed();
}

void Room::setOpen(bool open) {
  if (open == open_) return;
  open_ = open;
  Q_EMIT changed();
}

void Room::setJoinState(JoinState state, const std::optional<Error>& error) {
  joinState_ = state;
  joinError_ = error;
  if (state == JoinState::Joined) ending_ = RoomEnding::None;
  Q_EMIT changed();
}

void Room::setEnding(RoomEnding ending, const Error& error) {
  const bool news = ending_ != ending;
  ending_ = ending;
  ownMask_ = 0;
  setParticipants({}, false);
  setJoinState(JoinState::Failed, error);
  if (news) Q_EMIT ended(ending);
}

void Room::setParticipants(const QList<Participant>& participants, bool rosterHidden) {
  participants_ = participants;
  rosterHidden_ = rosterHidden;
  if (!rosterHidden) summary_.participants = static_cast<int>(participants.size());
  Q_EMIT participantsChanged();
}

void Room::participantJoined(const Participant& participant) {
  const auto same = [&](const Participant& other) { return other.uri == participant.uri; };
  const auto it = std::find_if(participants_.begin(), participants_.end(), same);
  if (it == participants_.end()) {
    participants_.append(participant);
  } else {
    const Participant before = std::exchange(*it, participant);
    if (it->name.isEmpty()) it->name = before.name;
    if (it->presence == Presence::Unknown) it->presence = before.presence;
  }
  summary_.participants = static_cast<int>(participants_.size());
  Q_EMIT participantsChanged();
}

void Room::setPresence(const QHash<SipUri, Presence>& known) {
  bool news = false;
  for (Participant& participant : participants_) {
    const auto found = known.constFind(participant.uri);
    if (found == known.constEnd() || *found == participant.presence) continue;
    participant.presence = *found;
    news = true;
  }
  if (news) Q_EMIT participantsChanged();
}

void Room::participantLeft(const SipUri& uri) {
  const auto removed = participants_.removeIf([&](const Participant& other) { return other.uri == uri; });
  if (removed == 0) return;
  summary_.participants = static_cast<int>(participants_.size());
  Q_EMIT participantsChanged();
}

void Room::setOwnMask(quint32 mask) {
  if (mask == ownMask_) return;
  ownMask_ = mask;
  Q_EMIT changed();
}

void Room::changeRights(quint32 mask) {
  if (mask == ownMask_) return;
  const quint32 before = std::exchange(ownMask_, mask);
  Q_EMIT changed();
  if (joinState_ == JoinState::Joined) Q_EMIT rightsChanged(before);
}

void Room::setReadMark(ChatId chatId) {
  if (chatId <= readMark_) return;
  readMark_ = chatId;
  recountUnread();
}

void Room::noteMessages(const QList<Message>& messages) {
  for (const Message& message : messages) {
    if (message.chatId == 0) continue;
    newestKnown_ = std::max(newestKnown_, message.chatId);
    if (message.chatId <= readMark_) continue;
    UnreadMark& mark = known_[message.chatId];
    mark.own = message.own;
    mark.mention = message.mentionsMe;
    mark.alert = message.alert;
    mark.gone = false;
  }
  noteHoles(messages);
  while (known_.size() > kUnreadMemory) known_.erase(known_.begin());
  recountUnread();
  if (!messages.isEmpty()) Q_EMIT noted(messages);
}

// A page has everything between its ends: numbers that it leaves out belong to removed messages.
void Room::noteHoles(const QList<Message>& page) {
  for (qsizetype i = 1; i < page.size(); ++i) {
    const ChatId before = std::max(page[i - 1].chatId, readMark_);
    const ChatId after = page[i].chatId;
    if (page[i - 1].chatId == 0 || after <= before || after - before > kLargestHole) continue;
    for (ChatId missing = before + 1; missing < after; ++missing) {
      if (known_.count(missing) == 0) known_[missing].gone = true;
    }
  }
}

void Room::noteKeyword(ChatId chatId) {
  const auto found = known_.find(chatId);
  if (found == known_.end() || found->second.keyword) return;
  found->second.keyword = true;
  Q_EMIT unreadChanged();
}

void Room::noteRemoved(const QList<ChatId>& chatIds, bool replaced) {
  for (const ChatId chatId : chatIds) {
    if (chatId <= readMark_ || chatId > newestKnown_) continue;
    UnreadMark& mark = known_[chatId];
    mark = {mark.own, false, false, false, !replaced};
  }
  recountUnread();
  if (!chatIds.isEmpty()) Q_EMIT messagesRemoved(chatIds);
}

int Room::attentionCount() const {
  return static_cast<int>(std::count_if(known_.begin(), known_.end(), [this](const auto& entry) {
    const UnreadMark& mark = entry.second;
    return !mark.own && !mark.gone && (mark.mention || mark.keyword || (mark.alert && followed_));
  }));
}

// Numbers are dense in a room (DESIGN 3), so messages that were not fetched count too.
void Room::recountUnread() {
  known_.erase(known_.begin(), known_.upper_bound(readMark_));
  const int before[] = {unread_, mentions_, unreadAlert_ ? 1 : 0};
  const ChatId above = newestKnown_ > readMark_ ? newestKnown_ - readMark_ : 0;
  unread_ = static_cast<int>(std::min<ChatId>(above, kMostUnread));
  mentions_ = 0;
  unreadAlert_ = false;
  for (const auto& [chatId, mark] : known_) {
    if (mark.own || mark.gone) {
      --unread_;
      continue;
    }
    if (mark.mention) ++mentions_;
    unreadAlert_ = unreadAlert_ || mark.alert;
  }
  unread_ = std::max(unread_, 0);
  const int after[] = {unread_, mentions_, unreadAlert_ ? 1 : 0};
  if (!std::equal(std::begin(before), std::end(before), std::begin(after))) Q_EMIT unreadChanged();
}

}  // namespace Parlour::Core
