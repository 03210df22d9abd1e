// SPDX-License-Identifier: Apache-2.0
#include "app/core/rooms/WhyNot.h"

#include "protocol/xccos/Permissions.h"
#include "protocol/xccos/ResponseCodes.h"

namespace Parlour::Core {

namespace {

constexpr qsizetype kMostNames = 4;
constexpr qsizetype kNamesOfMany = 3;

// The server's own sentence, where it has one instead of a bare constant.
QString serverReason(const std::optional<Error>& error) {
  if (!error || error->wireCode == 0) return {};
  for (const Xccos::ResponseInfo& info : Xccos::responseTable()) {
    if (error->text == info.sentence) return {};
  }
  return error->text;
}

bool isPassing(ErrorCode code) {
  return code == ErrorCode::Busy || code == ErrorCode::Timeout || code == ErrorCode::ConnectionLost ||
         code == ErrorCode::Storage || code == ErrorCode::LimitExceeded;
}

bool isRefusal(ErrorCode code) { return code == ErrorCode::PermissionDenied || code == ErrorCode::NotFound; }

QString sentences(const QString& first, const QString& second) {
  return second.isEmpty() ? first : first + u' ' + second;
}

}  // namespace

WhyNotFacts WhyNotFacts::of(const Room& room) {
  WhyNotFacts facts;
  facts.room = room.summary();
  facts.mask = room.ownMask();
  facts.joined = room.joinState() == JoinState::Joined;
  facts.ending = room.ending();
  facts.managers = room.summary().managers;
  facts.error = room.joinError();
  const bool managersTold = !facts.managers.isEmpty();
  for (const Participant& participant : room.participants()) {
    if (participant.manager && !managersTold) facts.managers.append(participant.name);
    if (participant.presenter) facts.presenters.append(participant.name);
  }
  return facts;
}

QString WhyNot::anyOf(const QStringList& names) {
  if (names.size() > kMostNames) {
    const QString first = names.first(kNamesOfMany).join(QStringLiteral(", "));
    return tr("%1 or one of %n others", nullptr, static_cast<int>(names.size() - kNamesOfMany)).arg(first);
  }
  if (names.size() < 2) return names.join(QString());
  return tr("%1 or %2").arg(names.first(names.size() - 1).join(QStringLiteral(", ")), names.last());
}

QString WhyNot::allOf(const QStringList& names) {
  if (names.size() > kMostNames) {
    const QString first = names.first(kNamesOfMany).join(QStringLiteral(", "));
    return tr("%1 and %n others", nullptr, static_cast<int>(names.size() - kNamesOfMany)).arg(first);
  }
  if (names.size() < 2) return names.join(QString());
  return tr("%1 and %2").arg(names.first(names.size() - 1).join(QStringLiteral(", ")), names.last());
}

QString WhyNot::ended(const WhyNotFacts& facts) {
  switch (facts.ending) {
    case RoomEnding::Removed: {
      if (facts.managesRoom) return tr("You were removed from this room. As a manager you can add yourself again.");
      const QString whom = facts.managers.isEmpty() ? tr("a manager of the room") : anyOf(facts.managers);
      return sentences(tr("You were removed from this room."), tr("To come back, ask %1.").arg(whom));
    }
    case RoomEnding::Disabled:
      return tr("This room was disabled by a manager. You can read its history.");
    case RoomEnding::Deleted:
      return tr("This room was deleted. What you read of it stays here until you take it off your list.");
    case RoomEnding::None:
      break;
  }
  return {};
}

QString WhyNot::askForMembership(const WhyNotFacts& facts) {
  if (facts.managers.isEmpty()) return tr("Members only. Ask a manager of the room to add you.");
  return tr("Members only. Ask %1.").arg(anyOf(facts.managers));
}

QString WhyNot::refusedJoin(const WhyNotFacts& facts) {
  const QString reason = serverReason(facts.error);
  if (!reason.isEmpty()) return reason;
  if (isPassing(facts.error->code)) return sentences(facts.error->text, tr("Try again in a moment."));
  if (!isRefusal(facts.error->code)) return facts.error->text;
  if (facts.room.privacy == Privacy::Open) {
    const QString& category = facts.room.categoryName;
    const QString why = category.isEmpty() ? tr("The category of this room does not admit your account.")
                                           : tr("The category %1 does not admit your account.").arg(category);
    return sentences(why, tr("Ask your administrator."));
  }
  if (facts.room.privacy == Privacy::Unknown && facts.error->code == ErrorCode::NotFound) {
    return tr("This room does not exist, or you cannot see it. Check the link, or ask whoever gave it to you.");
  }
  return askForMembership(facts);
}

QString WhyNot::join(const WhyNotFacts& facts) {
  if (facts.joined) return {};
  if (facts.ending != RoomEnding::None) return ended(facts);
  const bool disabled = facts.room.disabled || (facts.error && facts.error->code == ErrorCode::Disabled);
  if (disabled) return tr("This room is disabled. An administrator can turn it on again.");
  const bool managesOnly = Xccos::Permission::isManager(facts.mask) && !Xccos::Permission::canJoin(facts.mask);
  const bool refused = facts.error && isRefusal(facts.error->code);
  if (managesOnly || (refused && facts.managesRoom)) {
    return tr("You manage this room but are no member of it. Add yourself to its members to join.");
  }
  if (facts.error) return refusedJoin(facts);
  if (facts.mask != 0 && !Xccos::Permission::canJoin(facts.mask)) return askForMembership(facts);
  return {};
}

QString WhyNot::notPresenter(const WhyNotFacts& facts) {
  QString who;
  if (facts.presenters.size() == 1) who = tr("The presenter is %1.").arg(facts.presenters.first());
  if (facts.presenters.size() > 1) who = tr("Presenters are %1.").arg(allOf(facts.presenters));
  if (who.isEmpty() && !facts.managers.isEmpty()) who = tr("To become one, ask %1.").arg(anyOf(facts.managers));
  if (Xccos::Permission::isManager(facts.mask)) who = tr("As a manager you can make yourself one.");
  return sentences(tr("Only presenters post here."), who);
}

QString WhyNot::post(const WhyNotFacts& facts) {
  if (!facts.joined) {
    const QString reason = join(facts);
    return reason.isEmpty() ? tr("Open the room to post in it.") : reason;
  }
  if (facts.room.disabled) return tr("This room was disabled by a manager. You can read its history.");
  if (facts.room.kind == RoomKind::Auditorium) {
    return Xccos::Permission::isPresenter(facts.mask) ? QString() : notPresenter(facts);
  }
  if (facts.mask == 0 || Xccos::Permission::canPost(Xccos::Behavior::Normal, facts.mask)) return {};
  const QString whom = facts.managers.isEmpty() ? tr("a manager of the room") : anyOf(facts.managers);
  return sentences(tr("You may read this room, not post in it."), tr("If you need to, ask %1.").arg(whom));
}

QString WhyNot::manage(const WhyNotFacts& facts) {
  if (facts.ending == RoomEnding::Deleted) return ended(facts);
  const QString reason = serverReason(facts.error);
  if (facts.error && facts.error->code == ErrorCode::NotSupported) return facts.error->text;
  if (Xccos::Permission::isManager(facts.mask) || (facts.mask == 0 && facts.managesRoom)) return {};
  if (!reason.isEmpty()) return reason;
  const QString whom = facts.managers.isEmpty() ? tr("your administrator") : anyOf(facts.managers);
  return sentences(tr("Only managers change this room."), tr("Ask %1.").arg(whom));
}

}  // namespace Parlour::Core
