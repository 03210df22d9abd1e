// SPDX-License-Identifier: Apache-2.0
#include "app/core/notify/BannerShelf.h"

#include <algorithm>
#include <utility>

#include "app/core/Words.h"

namespace Parlour::Core {

namespace {

Banner::Action openAction() { return {QByteArrayLiteral("open"), Words::tr("Open")}; }
Banner::Action muteAction() { return {QByteArrayLiteral("mute"), Words::tr("Mute for 1 hour")}; }

}  // namespace

BannerShelf::BannerShelf(DesktopNotifier& notifier, const Clock& clock) : notifier_(notifier), clock_(clock) {
  notifier_.onAction = [this](DesktopNotifier::BannerId id, const QByteArray& action) { acted(id, action); };
  // What the desktop has put away is kept here as long as it may be merged into or has to go from the desktop's list.
  notifier_.onClosed = nullptr;
}

BannerShelf::~BannerShelf() {
  clear();
  notifier_.onAction = nullptr;
}

QString BannerShelf::excerpt(const QString& text) {
  const QString line = text.simplified();
  if (line.size() <= kTextLength) return line;
  qsizetype end = kTextLength;
  if (line[end - 1].isHighSurrogate()) --end;
  return line.left(end) + QChar(0x2026);
}

Banner BannerShelf::bannerOf(const Shown& shown) const {
  Banner banner;
  banner.actions = {openAction(), muteAction()};
  const Line& last = shown.lines.last();
  const auto count = static_cast<int>(shown.lines.size());
  banner.title = count == 1 ? shown.roomName : Words::tr("%n new in %1", nullptr, count).arg(shown.roomName);
  banner.body = last.text.isEmpty() ? last.author : Words::tr("%1: %2").arg(last.author, excerpt(last.text));
  banner.urgent = std::any_of(shown.lines.begin(), shown.lines.end(), [](const Line& line) { return line.urgent; });
  return banner;
}

bool BannerShelf::takeSound(bool wanted) {
  if (!wanted) return false;
  const qint64 now = clock_.monotonicMs();
  if (lastSoundMs_ && now - *lastSoundMs_ < kSoundPauseMs) return false;
  lastSoundMs_ = now;
  return true;
}

void BannerShelf::put(Shown shown, bool sound) {
  Banner banner = bannerOf(shown);
  banner.sound = takeSound(sound);
  shown.lastMs = clock_.monotonicMs();
  shown.id = notifier_.show(banner);
  shown_.append(shown);
  while (shown_.size() > kMostShown) takeBack(0);
}

void BannerShelf::message(const RoomUri& room, const QString& roomName, const Line& line, bool sound) {
  const qint64 now = clock_.monotonicMs();
  const auto recent = std::find_if(shown_.rbegin(), shown_.rend(), [&](const Shown& shown) {
    return shown.kind == Kind::Messages && shown.room == room && now - shown.lastMs < kMergeMs;
  });
  if (recent == shown_.rend()) {
    Shown fresh;
    fresh.room = room;
    fresh.roomName = roomName;
    fresh.lines = {line};
    return put(fresh, sound);
  }
  recent->lines.append(line);
  recent->lastMs = now;
  Banner banner = bannerOf(*recent);
  banner.sound = takeSound(sound);
  notifier_.replace(recent->id, banner);
}

void BannerShelf::summary(const Summary& summary, bool sound) {
  for (qsizetype i = shown_.size() - 1; i >= 0; --i) {
    if (shown_[i].kind == Kind::Summary) takeBack(i);
  }
  Shown shown;
  shown.kind = Kind::Summary;
  shown.upTo = summary.upTo;
  shown.first = summary.first;
  shown.firstMessage = summary.firstMessage;
  shown.lastMs = clock_.monotonicMs();
  shown.id = notifier_.show({summary.title, summary.body, {openAction()}, false, takeSound(sound)});
  shown_.append(shown);
}

void BannerShelf::invitation(const Invitation& invitation, bool sound) {
  Shown shown;
  shown.kind = Kind::Invitation;
  shown.room = invitation.room.uri;
  shown.invitation = invitation.number;
  shown.lastMs = clock_.monotonicMs();
  shown.id = notifier_.show({Words::tr("Invitation"),
                             Words::tr("You are invited to %1.").arg(invitation.room.name),
                             {openAction()},
                             false,
                             takeSound(sound)});
  shown_.append(shown);
}

void BannerShelf::joinRequest(const JoinRequest& request, bool sound) {
  Shown shown;
  shown.kind = Kind::JoinRequest;
  shown.room = request.room;
  shown.lastMs = clock_.monotonicMs();
  const Banner::Action review{QByteArrayLiteral("open"), Words::tr("Review")};
  shown.id = notifier_.show(
      {Words::tr("%1 asks to join").arg(request.userName), request.roomName, {review}, false, takeSound(sound)});
  shown_.append(shown);
}

void BannerShelf::takeBack(qsizetype index) { notifier_.withdraw(shown_.takeAt(index).id); }

void BannerShelf::readUpTo(const RoomUri& room, ChatId mark) {
  for (qsizetype i = shown_.size() - 1; i >= 0; --i) {
    Shown& shown = shown_[i];
    if (shown.kind == Kind::Summary) {
      const auto found = shown.upTo.find(room);
      if (found == shown.upTo.end() || *found > mark) continue;
      shown.upTo.erase(found);
      if (shown.upTo.isEmpty()) takeBack(i);
    } else if (shown.kind == Kind::Messages && shown.room == room && shown.lines.last().chatId <= mark) {
      takeBack(i);
    }
  }
}

void BannerShelf::removed(const RoomUri& room, const QList<ChatId>& chatIds) {
  for (qsizetype i = shown_.size() - 1; i >= 0; --i) {
    Shown& shown = shown_[i];
    if (shown.kind != Kind::Messages || shown.room != room) continue;
    const auto gone = shown.lines.removeIf([&](const Line& line) { return chatIds.contains(line.chatId); });
    if (gone == 0) continue;
    if (shown.lines.isEmpty()) {
      takeBack(i);
    } else {
      notifier_.replace(shown.id, bannerOf(shown));
    }
  }
}

void BannerShelf::roomGone(const RoomUri& room) {
  for (qsizetype i = shown_.size() - 1; i >= 0; --i) {
    Shown& shown = shown_[i];
    const bool summarised = shown.kind == Kind::Summary && shown.upTo.remove(room) && shown.upTo.isEmpty();
    if (summarised || (shown.kind == Kind::Messages && shown.room == room)) takeBack(i);
  }
}

void BannerShelf::keepInvitations(const QList<Invitation>& open) {
  for (qsizetype i = shown_.size() - 1; i >= 0; --i) {
    const bool stands = std::any_of(open.begin(), open.end(), [&](const Invitation& invitation) {
      return invitation.number == shown_[i].invitation;
    });
    if (shown_[i].kind == Kind::Invitation && !stands) takeBack(i);
  }
}

void BannerShelf::clear() {
  while (!shown_.isEmpty()) takeBack(shown_.size() - 1);
}

void BannerShelf::acted(DesktopNotifier::BannerId id, const QByteArray& action) {
  for (qsizetype i = 0; i < shown_.size(); ++i) {
    if (shown_[i].id != id) continue;
    const Shown shown = shown_[i];
    takeBack(i);
    if (onAction) onAction(shown, action);
    return;
  }
}

}  // namespace Parlour::Core
