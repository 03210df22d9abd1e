// SPDX-License-Identifier: Apache-2.0
#include "app/core/notify/NotificationRules.h"

namespace Parlour::Core {

namespace {

// What the room's own rule says; nothing when it leaves the matter to the general choices.
std::optional<bool> ruleWants(const NotifySubject& subject) {
  switch (subject.rule->banner) {
    case BannerFor::EveryMessage:
      return true;
    case BannerFor::HighImportance:
      if (subject.highImportance) return true;
      break;
    case BannerFor::MentionsAndKeywords:
      return subject.mention || subject.keyword || subject.feed;
    case BannerFor::Nothing:
      break;
  }
  return std::nullopt;
}

bool wantsSound(const NotifySubject& subject, const NotificationPreferences& preferences) {
  const RuleChoice choice = subject.rule ? subject.rule->sound : RuleChoice::Default;
  return choice == RuleChoice::Default ? preferences.sound : choice == RuleChoice::On;
}

NotifyDecision told(NotifyReason reason, const NotifySubject& subject, const NotificationPreferences& preferences) {
  return {reason, preferences.banners, wantsSound(subject, preferences)};
}

bool isMutedAt(const std::optional<RoomRule>& rule, Timestamp now) { return rule && rule->isMuted(now.toMs()); }

}  // namespace

std::optional<RoomRule> ruleFor(const NotificationPreferences& preferences, const RoomUri& room) {
  const auto found = preferences.rooms.constFind(room);
  return found == preferences.rooms.constEnd() ? std::nullopt : std::optional(*found);
}

bool isQuiet(const NotificationPreferences& preferences, const NotifySituation& situation) {
  const bool busy = situation.presence == Presence::Busy || situation.presenting;
  return preferences.doNotDisturb || (preferences.quietWhileBusy && busy) ||
         preferences.isQuietTime(situation.localTime);
}

NotifyDecision decideNotification(const NotifySubject& subject, const NotificationPreferences& preferences,
                                  const NotifySituation& situation) {
  if (subject.own) return {NotifyReason::Own};
  const bool muted = isMutedAt(subject.rule, situation.now);
  if (muted && !(subject.mention && preferences.mentionsWhenMuted)) return {NotifyReason::Muted};
  if (isQuiet(preferences, situation)) return {NotifyReason::Quiet};
  if (situation.windowActive && situation.roomVisible) return {NotifyReason::OnScreen};
  if (subject.rule && !muted) {
    const std::optional<bool> wanted = ruleWants(subject);
    if (wanted)
      return *wanted ? told(NotifyReason::RoomRule, subject, preferences) : NotifyDecision{NotifyReason::RoomRule};
  }
  if (subject.mention && (preferences.mentions || muted)) return told(NotifyReason::Mention, subject, preferences);
  if (subject.highImportance && subject.followed && preferences.highImportance) {
    return told(NotifyReason::HighImportance, subject, preferences);
  }
  if (subject.keyword && preferences.keywordMatches) return told(NotifyReason::Keyword, subject, preferences);
  if (subject.feed) return told(NotifyReason::Feed, subject, preferences);
  if (subject.kind == NotifySubject::Kind::Invitation && preferences.invitations) {
    return told(NotifyReason::Invitation, subject, preferences);
  }
  return {NotifyReason::Unread};
}

int taskbarShare(int attention, int mentions, const std::optional<RoomRule>& rule,
                 const NotificationPreferences& preferences, Timestamp now) {
  if (!preferences.taskbarCount || (rule && !rule->onTaskbar)) return 0;
  if (!isMutedAt(rule, now)) return attention;
  return preferences.mentionsWhenMuted ? mentions : 0;
}

}  // namespace Parlour::Core
