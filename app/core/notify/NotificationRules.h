// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTime>
#include <optional>

#include "app/core/Types.h"
#include "app/core/preferences/PreferenceValues.h"

namespace Parlour::Core {

// What is known at the moment when something arrives.
struct NotifySituation {
  bool windowActive = false;
  bool roomVisible = false;  // on screen in that window
  bool presenting = false;
  Presence presence = Presence::Available;
  Timestamp now;
  QTime localTime;
};

// The part of a message and its room that the rules look at.
struct NotifySubject {
  enum class Kind { Message, Invitation };
  Kind kind = Kind::Message;
  bool own = false;
  bool mention = false;
  bool highImportance = false;
  bool keyword = false;
  bool feed = false;  // of a feed that the person wants banners of
  bool followed = false;
  std::optional<RoomRule> rule;  // of the room, when the person made one
};

// Which rule decided; Unread: none, it counts as unread only.
enum class NotifyReason {
  Own,
  Muted,
  Quiet,  // busy, presenting, do not disturb, quiet hours
  OnScreen,
  RoomRule,
  Mention,
  HighImportance,
  Keyword,
  Feed,
  Invitation,
  Unread,
};

struct NotifyDecision {
  NotifyReason reason = NotifyReason::Unread;
  bool banner = false;
  bool sound = false;
  bool operator==(const NotifyDecision&) const = default;
};

// Design guide 10: the first rule that matches decides. Pure functions of what they are given; any thread.
NotifyDecision decideNotification(const NotifySubject& subject, const NotificationPreferences& preferences,
                                  const NotifySituation& situation);
// Nothing comes up at all: busy, presenting, do not disturb, quiet hours.
bool isQuiet(const NotificationPreferences& preferences, const NotifySituation& situation);
// How many of a room's unread messages about the person show on the taskbar.
int taskbarShare(int attention, int mentions, const std::optional<RoomRule>& rule,
                 const NotificationPreferences& preferences, Timestamp now);
std::optional<RoomRule> ruleFor(const NotificationPreferences& preferences, const RoomUri& room);

}  // namespace Parlour::Core
