// SPDX-License-Identifier: Apache-2.0
#include "app/ui/quickswitch/PlaceFinder.h"

#include <algorithm>

#include "app/core/rooms/RoomLink.h"
#include "app/models/QuickMatch.h"
#include "app/ui/feeds/FeedController.h"
#include "app/ui/roomlist/RoomKindIcon.h"

namespace Parlour::Ui {

namespace {

constexpr int kMostRecentRooms = 20;

struct RankedPlace {
  QuickEntry entry;
  Models::QuickMatch match;
  qsizetype recent = 0;  // the smaller, the later it was looked at
};

bool ranksBefore(const RankedPlace& a, const RankedPlace& b) {
  if (a.match.kind != b.match.kind) return a.match.kind < b.match.kind;
  if (a.match.spread != b.match.spread) return a.match.spread < b.match.spread;
  if (a.recent != b.recent) return a.recent < b.recent;
  return a.entry.unread > 0 && b.entry.unread == 0;
}

}  // namespace

QList<QuickEntry> bestPlaces(const QList<QuickEntry>& places, const QString& words, const QStringList& recent) {
  const Models::QuickQuery query(words);
  QList<RankedPlace> found;
  for (const QuickEntry& place : places) {
    const auto match = query.isEmpty() ? std::optional(Models::QuickMatch()) : query.match(place.text);
    if (!match) continue;
    const qsizetype at = recent.indexOf(place.target);
    found.append({place, *match, at < 0 ? recent.size() : at});
    found.last().entry.hits = match->hits;
  }
  std::stable_sort(found.begin(), found.end(), ranksBefore);
  QList<QuickEntry> entries;
  for (const RankedPlace& place : std::as_const(found)) entries.append(place.entry);
  return entries;
}

PlaceFinder::PlaceFinder(const Core::Client& client, const FeedController& feeds, QObject* parent)
    : QObject(parent), client_(client), feeds_(feeds) {}

void PlaceFinder::visited(const RoomUri& room) {
  const QString target = room.toString();
  recent_.removeAll(target);
  recent_.prepend(target);
  if (recent_.size() > kMostRecentRooms) recent_.removeLast();
}

QList<QuickEntry> PlaceFinder::rooms(const QString& words) const {
  QList<QuickEntry> places;
  for (const Core::Room* room : client_.rooms()) {
    places.append({QuickEntry::Kind::Room, room->summary().name, room->isFollowed() ? tr("Followed") : tr("Open"),
                   room->uri().toString(), roomKindIcon(room->summary()), room->unreadCount(), false});
  }
  for (const Core::RoomSummary& room : client_.memberRooms()) {
    if (words.isEmpty() || client_.room(room.uri)) continue;
    places.append(
        {QuickEntry::Kind::Room, room.name, tr("Not open"), room.uri.toString(), roomKindIcon(room), 0, false});
  }
  QStringList recent = recent_;
  // Where one is already is not where one wants to go: the first is the room before.
  if (words.isEmpty() && recent.size() > 1) recent.move(0, recent.size() - 1);
  QList<QuickEntry> best = bestPlaces(places, words, recent);
  if (const auto link = Core::RoomLink::parse(words)) {
    best.append({QuickEntry::Kind::Room,
                 link->message != 0 ? tr("Go to the linked message") : tr("Open the linked room"), tr("Link"),
                 link->toString(), Icon::Link, 0, false});
  }
  return best;
}

void PlaceFinder::addSection(QList<QuickEntry>& entries, const QString& title, const QList<QuickEntry>& places) const {
  if (places.isEmpty()) return;
  entries.append({QuickEntry::Kind::Title, title, {}, {}, Icon::Door, 0, false});
  entries += places;
}

QList<QuickEntry> PlaceFinder::find(const QString& words) const {
  QList<QuickEntry> entries;
  addSection(entries, tr("Rooms"), rooms(words));
  addSection(entries, tr("Feeds"), bestPlaces(feeds_.quickEntries(), words, {}));
  if (!words.isEmpty()) {
    addSection(entries, tr("Messages"),
               {{QuickEntry::Kind::Messages, tr("Search messages for “%1”").arg(words), QStringLiteral("Ctrl+Shift+F"),
                 words, Icon::Search, 0, true}});
  }
  QList<QuickEntry> actions;
  if (!words.isEmpty()) {
    const QuickEntry preferences{QuickEntry::Kind::Preferences,
                                 tr("Preferences: set theme, notifications and storage"),
                                 QStringLiteral("Ctrl+,"),
                                 {},
                                 Icon::Sliders,
                                 0,
                                 true};
    actions = bestPlaces({preferences}, words, {});
  }
  actions.append({QuickEntry::Kind::Action,
                  tr("Find more rooms in “Join a chat room”"),
                  QStringLiteral("Ctrl+J"),
                  {},
                  Icon::Plus,
                  0,
                  true});
  addSection(entries, tr("Actions"), actions);
  return entries;
}

}  // namespace Parlour::Ui
