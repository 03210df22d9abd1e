// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/changes/MessagePlans.h"

#include <QJsonArray>
#include <algorithm>

#include "server-sim/channel/changes/HoldPlans.h"
#include "server-sim/channel/changes/Planning.h"

namespace Parlour::Server {
namespace {

using Planning::refusal;
using Code = Xccos::ResponseCode;

std::variant<const Room*, Refusal> cleanable(const ChannelState& state, const Actor& actor, const RoomUri& uri) {
  const Room* room = state.rooms().find(uri);
  if (!room) return Planning::noSuchRoom();
  const Decision seen = AccessPolicy::see(Planning::standingOf(state, actor, *room), RoomTraits::of(*room));
  if (seen.code == Code::NoSuchNode) return refusal(seen);
  if (auto refused = Planning::administratorsOnly(actor, QStringLiteral("remove messages"))) return *refused;
  if (auto held = refuseHeldRoom(state, *room, false)) return *held;
  return room;
}

QJsonArray numbers(const std::vector<ChatId>& chatIds) {
  QJsonArray array;
  for (const ChatId chatId : chatIds) array.append(static_cast<qint64>(chatId));
  return array;
}

}  // namespace

Plan removeMessages(const ChannelState& state, const Actor& actor, const RoomUri& uri,
                    const std::vector<ChatId>& chatIds, const std::optional<QString>& replacement, Timestamp now) {
  const auto found = cleanable(state, actor, uri);
  if (const auto* refused = std::get_if<Refusal>(&found)) return *refused;
  const Room& room = *std::get<const Room*>(found);
  MessageRemoval removal{room.id, chatIds, std::nullopt};
  std::sort(removal.chatIds.begin(), removal.chatIds.end());
  removal.chatIds.erase(std::unique(removal.chatIds.begin(), removal.chatIds.end()), removal.chatIds.end());
  if (removal.chatIds.empty() || removal.chatIds.front() == 0 || removal.chatIds.back() > room.lastChatId) {
    return refusal(Code::InvalidArgument,
                   QStringLiteral("The room %1 has no such message.").arg(Planning::quoted(room.name)));
  }
  if (removal.chatIds.size() > kMaxRemovedMessages) {
    return refusal(Code::LimitExceeded,
                   QStringLiteral("At most %1 messages can be removed at once.").arg(kMaxRemovedMessages));
  }
  if (replacement) {
    const QByteArray text = replacement->trimmed().toUtf8();
    if (text.size() > kMaxReplacementBytes) {
      return refusal(Code::LimitExceeded, QStringLiteral("The text in place of the message is too long."));
    }
    removal.replacement = text.isEmpty() ? QByteArray(kDefaultReplacement) : text;
  }
  QJsonObject what{{QStringLiteral("messages"), numbers(removal.chatIds)}};
  if (removal.replacement) what.insert(QStringLiteral("replacement"), QString::fromUtf8(*removal.replacement));
  ChangeSet set;
  set.audit.push_back(Planning::entry(actor, now, replacement ? "message.replace" : "message.remove", uri.bytes(), {},
                                      std::move(what)));
  set.messageRemovals.push_back(std::move(removal));
  return set;
}

Plan purgeRoom(const ChannelState& state, const Actor& actor, const RoomUri& uri, Timestamp until, Timestamp now) {
  const auto found = cleanable(state, actor, uri);
  if (const auto* refused = std::get_if<Refusal>(&found)) return *refused;
  if (until.isNull() || until > now) {
    return refusal(Code::InvalidArgument, QStringLiteral("Messages can only be purged up to a time in the past."));
  }
  ChangeSet set;
  set.purges.push_back({std::get<const Room*>(found)->id, until});
  set.audit.push_back(Planning::entry(actor, now, "room.purge", uri.bytes(), {},
                                      {{QStringLiteral("until"), QString::fromUtf8(until.toXccos())}}));
  return set;
}

}  // namespace Parlour::Server
