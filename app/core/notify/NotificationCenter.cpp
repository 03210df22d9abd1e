// SPDX-License-Identifier: Apache-2.0
#include "app/core/notify/NotificationCenter.h"

#include <algorithm>
#include <utility>

#include "app/core/Words.h"
#include "protocol/xccos/ChatText.h"

namespace Parlour::Core {

namespace {

constexpr qsizetype kNamedRooms = 3;  // in the text of a summary

QString summaryTitle(int messages, const QStringList& rooms) {
  const int count = static_cast<int>(rooms.size());
  const QString where = count > 1 ? Words::tr("%n rooms", "where messages were caught up", count) : rooms.first();
  return Words::tr("%n messages caught up in %1", nullptr, messages).arg(where);
}

QString summaryBody(int mentions, const QStringList& rooms) {
  QStringList lines;
  if (mentions > 0) lines.append(Words::tr("%n of them mention you", nullptr, mentions));
  const qsizetype more = rooms.size() - kNamedRooms;
  const QString named = rooms.mid(0, kNamedRooms).join(QStringLiteral(", "));
  if (rooms.size() > 1) lines.append(more > 0 ? Words::tr("%1 and %2 more").arg(named).arg(more) : named);
  return lines.join(u'\n');
}

}  // namespace

NotificationCenter::NotificationCenter(Client& client, NotificationPorts ports, QObject* parent)
    : QObject(parent),
      client_(client),
      ports_(std::move(ports)),
      shelf_(*ports_.notifier, *ports_.clock),
      gathering_(*ports_.scheduler),
      muteEnds_(*ports_.scheduler) {
  shelf_.onAction = [this](const BannerShelf::Shown& shown, const QByteArray& action) { acted(shown, action); };
  for (const Invitation& invitation : client.invitations()) invitations_.insert(invitation.number);
  for (Room* room : client.rooms()) watch(room);
  connect(&client, &Client::roomAdded, this, &NotificationCenter::watch);
  connect(&client, &Client::roomRemoved, this, [this](const RoomUri& uri) {
    seenUpTo_.remove(uri);
    missed_.remove(uri);
    shelf_.roomGone(uri);
    recount();
  });
  connect(&client, &Client::messageArrived, this,
          [this](Room* room, const Message& message) { arrived(*room, message); });
  connect(&client, &Client::invitationsChanged, this, &NotificationCenter::invitationsChanged);
  connect(&client, &Client::joinRequestArrived, this, &NotificationCenter::requestArrived);
  connect(ports_.preferences, &Preferences::changed, this, [this](PreferencePage page) {
    if (page == PreferencePage::Notifications) recount();
  });
  connect(&client, &Client::signedOut, this, [this] { shelf_.clear(); });
  recount();
}

NotificationCenter::~NotificationCenter() = default;

void NotificationCenter::watch(Room* room) {
  if (room->newestKnown() != 0) seenUpTo_.insert(room->uri(), room->newestKnown());
  connect(room, &Room::noted, this, [this, room](const QList<Message>& messages) { noted(*room, messages); });
  connect(room, &Room::messagesRemoved, this, [this, room](const QList<ChatId>& ids) { removed(*room, ids); });
  connect(room, &Room::unreadChanged, this, [this, room] { readOn(*room); });
  connect(room, &Room::changed, this, &NotificationCenter::recount);
}

NotifySituation NotificationCenter::situation(const RoomUri& room) const {
  NotifySituation now;
  const NotificationScreen screen = ports_.screen();
  now.windowActive = screen.windowActive;
  now.roomVisible = !room.isEmpty() && room == screen.room;
  now.presence = client_.myPresence();
  now.now = ports_.clock->now();
  now.localTime = ports_.localTime();
  return now;
}

NotifySubject NotificationCenter::subjectOf(const Room& room, const Message& message) const {
  NotifySubject subject;
  subject.own = message.own;
  subject.mention = message.mentionsMe;
  subject.highImportance = message.alert;
  subject.keyword = !message.own && keywordOf(message).has_value();
  subject.feed = !message.own && ports_.wantedByFeed(message);
  subject.followed = room.isFollowed();
  subject.rule = ruleFor(ports_.preferences->notifications(), room.uri());
  return subject;
}

std::optional<QString> NotificationCenter::keywordOf(const Message& message) const {
  return ports_.keywordIn(Xccos::parseChatText(message.text).plainText());
}

// Live messages come here too, before messageArrived, which takes them out of what was missed again.
void NotificationCenter::noted(Room& room, const QList<Message>& messages) {
  const bool first = !seenUpTo_.contains(room.uri());
  const ChatId seen = seenUpTo_.value(room.uri());
  ChatId newest = seen;
  for (const Message& message : messages) {
    newest = std::max(newest, message.chatId);
    if (message.own || message.chatId <= room.readMark()) continue;
    const NotifySubject subject = subjectOf(room, message);
    if (subject.keyword || subject.feed) room.noteKeyword(message.chatId);
    if (first || message.chatId <= seen) continue;
    const NotifyDecision decision = decideNotification(subject, ports_.preferences->notifications(), situation({}));
    if (decision.reason == NotifyReason::Muted) continue;
    if (!missed_.contains(room.uri())) missedSince_.insert(room.uri(), seen);
    missed_[room.uri()].append({message.chatId, decision.banner, message.mentionsMe});
  }
  if (newest != 0) seenUpTo_.insert(room.uri(), newest);
  if (!missed_.isEmpty()) gatherMissed();
}

void NotificationCenter::arrived(Room& room, const Message& message) {
  if (const auto found = missed_.find(room.uri()); found != missed_.end()) {
    found->removeIf([&](const Missed& missed) { return missed.chatId == message.chatId; });
    if (found->isEmpty()) missed_.erase(found);
    if (missed_.isEmpty()) gathering_.stop();
  }
  if (message.chatId != 0 && message.chatId <= room.readMark()) return;
  const NotifyDecision decision =
      decideNotification(subjectOf(room, message), ports_.preferences->notifications(), situation(room.uri()));
  if (!decision.banner) return;
  const bool withText = ports_.preferences->notifications().textInBanner;
  const QString text = withText ? Xccos::parseChatText(message.text).plainText() : QString();
  shelf_.message(room.uri(), room.summary().name, {message.chatId, message.authorName, text, message.alert},
                 decision.sound);
  Q_EMIT attentionWanted();
}

void NotificationCenter::gatherMissed() {
  gathering_.start(kGatherMs, [this] { showSummary(); });
}

void NotificationCenter::readOn(Room& room) {
  shelf_.readUpTo(room.uri(), room.readMark());
  recount();
}

void NotificationCenter::removed(Room& room, const QList<ChatId>& chatIds) {
  shelf_.removed(room.uri(), chatIds);
  if (const auto found = missed_.find(room.uri()); found != missed_.end()) {
    found->removeIf([&](const Missed& missed) { return chatIds.contains(missed.chatId); });
  }
  recount();
}

// A large hole is not fetched, but counts.
int NotificationCenter::missedIn(const Room& room, const QList<Missed>& fetched) const {
  const ChatId all = room.newestKnown() - std::min(missedSince_.value(room.uri()), room.newestKnown());
  const auto bounded = static_cast<int>(std::min<ChatId>(all, static_cast<ChatId>(room.unreadCount())));
  return std::max(bounded, static_cast<int>(fetched.size()));
}

NotificationCenter::Digest NotificationCenter::takeMissed() {
  Digest digest;
  bool deserved = false;
  for (const Room* room : client_.rooms()) {
    QList<Missed> missed = missed_.value(room->uri());
    missed.removeIf([room](const Missed& each) { return each.chatId <= room->readMark(); });
    if (missed.isEmpty()) continue;
    digest.rooms.append(room->summary().name);
    digest.messages += missedIn(*room, missed);
    digest.summary.upTo.insert(room->uri(), missed.last().chatId);
    for (const Missed& each : missed) {
      if (each.mention) ++digest.mentions;
      const bool better = each.deserved && !deserved;
      if (!better && !digest.summary.first.isEmpty()) continue;
      digest.summary.first = room->uri();
      digest.summary.firstMessage = each.chatId;
      deserved = deserved || each.deserved;
    }
  }
  digest.deserved = deserved;
  missed_.clear();
  return digest;
}

void NotificationCenter::showSummary() {
  const ConnectionState state = client_.status().state;
  if (state != ConnectionState::Connected && state != ConnectionState::Slow) return gatherMissed();
  Digest digest = takeMissed();
  const NotificationPreferences& chosen = ports_.preferences->notifications();
  if (digest.messages == 0 || !chosen.banners || ports_.screen().windowActive || isQuiet(chosen, situation({}))) return;
  digest.summary.title = summaryTitle(digest.messages, digest.rooms);
  digest.summary.body = summaryBody(digest.mentions, digest.rooms);
  shelf_.summary(digest.summary, chosen.sound && digest.deserved);
  Q_EMIT attentionWanted();
}

void NotificationCenter::invitationsChanged() {
  shelf_.keepInvitations(client_.invitations());
  const ConnectionState state = client_.status().state;
  const bool live = state == ConnectionState::Connected || state == ConnectionState::Slow;
  for (const Invitation& invitation : client_.invitations()) {
    if (invitations_.contains(invitation.number)) continue;
    invitations_.insert(invitation.number);
    NotifySubject subject;
    subject.kind = NotifySubject::Kind::Invitation;
    const NotifyDecision decision = decideNotification(subject, ports_.preferences->notifications(), situation({}));
    if (!live || !decision.banner || ports_.screen().windowActive) continue;
    shelf_.invitation(invitation, decision.sound);
    Q_EMIT attentionWanted();
  }
  recount();
}

// Told like an invitation: it waits for an answer of the person.
void NotificationCenter::requestArrived(const JoinRequest& request) {
  NotifySubject subject;
  subject.kind = NotifySubject::Kind::Invitation;
  const NotifyDecision decision = decideNotification(subject, ports_.preferences->notifications(), situation({}));
  if (!decision.banner || ports_.screen().windowActive) return;
  shelf_.joinRequest(request, decision.sound);
  Q_EMIT attentionWanted();
}

void NotificationCenter::acted(const BannerShelf::Shown& shown, const QByteArray& action) {
  if (action == "mute") {
    RoomRule rule = ports_.preferences->notifications().ruleOf(shown.room);
    rule.name = shown.roomName;
    rule.mutedUntilMs = ports_.clock->now().toMs() + kMuteMs;
    ports_.preferences->setRoomRule(shown.room, rule);
    return;
  }
  switch (shown.kind) {
    case BannerShelf::Kind::Messages:
      Q_EMIT openRequested(shown.room, shown.lines.first().chatId);
      break;
    case BannerShelf::Kind::Summary:
      Q_EMIT openRequested(shown.first, shown.firstMessage);
      break;
    case BannerShelf::Kind::Invitation:
      Q_EMIT openRequested(shown.room, 0);
      break;
    case BannerShelf::Kind::JoinRequest:
      Q_EMIT reviewRequested(shown.room);
      break;
  }
}

void NotificationCenter::recount() {
  const NotificationPreferences& settings = ports_.preferences->notifications();
  const Timestamp now = ports_.clock->now();
  int count = 0;
  qint64 nextEnd = 0;
  for (const Room* room : client_.rooms()) {
    const std::optional<RoomRule> rule = ruleFor(settings, room->uri());
    count += taskbarShare(room->attentionCount(), room->mentionCount(), rule, settings, now);
    const qint64 end = rule ? rule->mutedUntilMs : 0;
    if (end > now.toMs() && (nextEnd == 0 || end < nextEnd)) nextEnd = end;
  }
  muteEnds_.stop();
  if (nextEnd != 0) {
    muteEnds_.start(nextEnd - now.toMs(), [this] {
      recount();
      Q_EMIT muteEnded();
    });
  }
  if (settings.taskbarCount) count += static_cast<int>(client_.invitations().size());
  if (count == taskbarCount_) return;
  taskbarCount_ = count;
  Q_EMIT taskbarCountChanged(count);
}

}  // namespace Parlour::Core
