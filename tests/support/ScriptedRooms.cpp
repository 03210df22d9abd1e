// SPDX-License-Identifier: Apache-2.0
#include "tests/support/ScriptedRooms.h"

#include <algorithm>

#include "protocol/xccos/ResponseCodes.h"

namespace Parlour::Testing {

namespace {

template <typename... F>
struct CommandVisitor : F... {
  using F::operator()...;
};
template <typename... F>
CommandVisitor(F...) -> CommandVisitor<F...>;

Xccos::UserInfo userInfo(const SipUri& uri, quint32 id) {
  Xccos::UserInfo user;
  user.uri = uri.bytes();
  user.id = id;
  QString name = QString::fromUtf8(uri.user());
  name[0] = name[0].toUpper();
  user.dispname = name + QStringLiteral(" Quince");
  return user;
}

}  // namespace

ScriptedRooms::Room& ScriptedRooms::add(const RoomUri& uri, const QString& name) {
  Room& room = rooms_[uri];
  room.name = name;
  return room;
}

void ScriptedRooms::leaveAll() {
  for (auto& [uri, room] : rooms_) room.joined = false;
}

Xccos::ChatMessage ScriptedRooms::store(const RoomUri& uri, const SipUri& author, const QByteArray& text, bool alert) {
  Room& room = rooms_[uri];
  Xccos::ChatMessage message;
  message.chanUri = uri;
  message.author = author;
  message.authDisp = author.user();
  if (alert) message.alert = true;
  message.chatId = ++room.lastChatId;
  message.ts = clock_.now();
  message.chat = text;
  if (room.keepsHistory) room.messages.push_back(message);
  return message;
}

void ScriptedRooms::remember(const RoomUri& uri, const SipUri& author, const QString& text) {
  store(uri, author, text.toUtf8(), false);
}

Xccos::ChatMessage ScriptedRooms::say(const RoomUri& uri, const SipUri& author, const QString& text, bool alert) {
  const Xccos::ChatMessage message = store(uri, author, text.toUtf8(), alert);
  if (rooms_[uri].joined) send(Xccos::Envelope::ofChat(++envId_, message));
  return message;
}

QByteArray ScriptedRooms::receive(const QByteArray& body, const SipUri& user) {
  const auto envelope = Xccos::parse(body);
  if (!envelope) return "unreadable";
  if (const auto* chat = envelope->chat()) {
    receivePost(envelope->envId, *chat);
    return "grpchat";
  }
  if (envelope->commands() == nullptr || envelope->commands()->size() != 1) return "unexpected";
  const Xccos::Command& command = envelope->commands()->front().message;
  commands.append(command);
  const QByteArray id = Xccos::messageId(command);
  Xccos::ReplyHeader header{envelope->envId, 1, 200, QStringLiteral("SUCCESS_OK")};
  QList<Deviation>& planned = deviations_[id];
  if (planned.isEmpty()) {
    const auto first = answerFirst ? answerFirst(command, header) : std::nullopt;
    send(Xccos::Envelope::ofReply(++envId_, first ? *first : replyTo(command, header, user)));
    return id;
  }
  const Deviation deviation = planned.takeFirst();
  if (deviation.code == 0) return id;
  header.code = deviation.code;
  header.text = deviation.text;
  send(Xccos::Envelope::ofReply(++envId_, Xccos::failedReply(command, header)));
  return id;
}

void ScriptedRooms::receivePost(EnvId envId, const Xccos::ChatMessage& post) {
  postsReceived.append(envId);
  const bool repeat = accepted_.contains(envId);
  if (!repeat) accepted_[envId] = store(post.chanUri, post.author, post.chat, post.isAlert());
  if (echoesPosts) send(Xccos::Envelope::ofChat(++envId_, accepted_[envId]));
}

Xccos::ChanInfo ScriptedRooms::describe(const RoomUri& uri, const Room& room) const {
  Xccos::ChanInfo info;
  info.uri = uri;
  info.name = room.name;
  info.description = room.description;
  info.visibility = Xccos::Visibility::Scoped;
  info.behavior = Xccos::Behavior::Normal;
  info.participantCount = static_cast<quint32>(room.others.size());
  return info;
}

Xccos::ChanInfo ScriptedRooms::enter(const RoomUri& uri, const SipUri& user, std::vector<Xccos::UserInfo>& users) {
  Room& room = rooms_[uri];
  room.joined = true;
  Xccos::ChanInfo info = describe(uri, room);
  if (room.hidesRoster) return info;
  const auto first = static_cast<quint32>(users.size());
  users.push_back(userInfo(user, first));
  info.maskMap.push_back({room.ownMask, {first}});
  Xccos::MaskEntry others{3984, {}};
  for (const SipUri& other : room.others) {
    const auto id = static_cast<quint32>(users.size());
    users.push_back(userInfo(other, id));
    others.userIds.push_back(id);
  }
  if (!others.userIds.empty()) info.maskMap.push_back(others);
  return info;
}

Xccos::RoomHistory ScriptedRooms::newest(const RoomUri& uri, quint32 count) const {
  Xccos::RoomHistory history;
  history.uri = uri;
  const auto& messages = rooms_.at(uri).messages;
  const size_t skip = messages.size() > count ? messages.size() - count : 0;
  history.messages.assign(messages.begin() + static_cast<std::ptrdiff_t>(skip), messages.end());
  return history;
}

Xccos::RoomHistory ScriptedRooms::page(const RoomUri& uri, const Xccos::BackchatQuery& query) const {
  Xccos::RoomHistory history;
  history.uri = uri;
  const bool backwards = query.order && query.order->searchBackwards.value_or(false);
  for (const Xccos::ChatMessage& message : rooms_.at(uri).messages) {
    const bool inRange = !query.start || (backwards ? message.chatId < *query.start : message.chatId > *query.start);
    const bool fits = !query.text || QString::fromUtf8(message.chat).contains(query.text->terms, Qt::CaseInsensitive);
    if (inRange && fits) history.messages.push_back(message);
  }
  const size_t limit = query.limit.value_or(999);
  history.truncated = history.messages.size() > limit;
  if (!*history.truncated) return history;
  const auto excess = static_cast<std::ptrdiff_t>(history.messages.size() - limit);
  if (backwards) {
    history.messages.erase(history.messages.begin(), history.messages.begin() + excess);
  } else {
    history.messages.erase(history.messages.end() - excess, history.messages.end());
  }
  return history;
}

Xccos::Reply ScriptedRooms::join(const Xccos::Join& command, const Xccos::ReplyHeader& header, const SipUri& user) {
  const RoomUri& uri = command.room.uri;
  if (!rooms_.contains(uri) || !rooms_[uri].available) {
    return Xccos::failedReply(command, {header.commandEnvId, 1, 404, QStringLiteral("ERROR_NO_SUCH_NODE")});
  }
  Xccos::JoinReply reply{header, {}, {}};
  reply.rooms.push_back(enter(uri, user, reply.users));
  return reply;
}

Xccos::Reply ScriptedRooms::batchJoin(const Xccos::BatchJoin& command, const Xccos::ReplyHeader& header,
                                      const SipUri& user) {
  Xccos::BatchJoinReply reply{header, {}, {}, {}};
  for (const Xccos::ChannelRef& ref : command.rooms) {
    if (rooms_.contains(ref.uri) && rooms_[ref.uri].available) {
      reply.rooms.push_back(enter(ref.uri, user, reply.users));
    } else {
      reply.failed.push_back({"OPERATION_FAILED", ref.uri});
    }
  }
  return reply;
}

Xccos::ServerInfo ScriptedRooms::serverInfo() const {
  Xccos::ServerInfo info;
  info.serverTime = clock_.now();
  info.searchLimit = 500;
  info.messageSizeLimit = 4000;
  info.storySizeLimit = 20000;
  info.displayName = QStringLiteral("Orchard rooms");
  return info;
}

std::vector<Xccos::ChanInfo> ScriptedRooms::describeAll() const {
  std::vector<Xccos::ChanInfo> infos;
  for (const auto& [uri, room] : rooms_) infos.push_back(describe(uri, room));
  return infos;
}

std::vector<Xccos::RoomHistory> ScriptedRooms::pages(const std::vector<RoomUri>& uris,
                                                     const Xccos::BackchatQuery& query) const {
  std::vector<Xccos::RoomHistory> histories;
  for (const RoomUri& uri : uris) histories.push_back(page(uri, query));
  return histories;
}

Xccos::Reply ScriptedRooms::invitationsAfter(quint32 afterId, const Xccos::ReplyHeader& header) const {
  Xccos::InvitationsReply reply{header, {}};
  for (const auto& invitation : invitations) {
    if (invitation.inviteId > afterId) reply.invitations.push_back(invitation);
  }
  return reply;
}

Xccos::Reply ScriptedRooms::askToJoin(const Xccos::AskToJoin& command, const Xccos::ReplyHeader& header,
                                      const SipUri& user) {
  Xccos::JoinRequest request = command.request;
  request.roomName = rooms_[request.room].name;
  request.user = user;
  request.userName = userInfo(user, 0).dispname;
  request.askedOn = clock_.now();
  std::erase_if(joinRequests, [&](const Xccos::JoinRequest& other) {
    return other.room == request.room && other.user == request.user;
  });
  joinRequests.push_back(request);
  return Xccos::AskToJoinReply{header, {request}};
}

Xccos::Reply ScriptedRooms::endRequest(const Xccos::AnswerJoinRequest& command, const Xccos::ReplyHeader& header) {
  const auto it = std::find_if(joinRequests.begin(), joinRequests.end(), [&](const Xccos::JoinRequest& other) {
    return other.room == command.request.room && other.user == command.request.user;
  });
  if (it == joinRequests.end()) {
    return Xccos::failedReply(command, {header.commandEnvId, 1, 404, QStringLiteral("ERROR_NO_SUCH_NODE")});
  }
  Xccos::JoinRequest request = *it;
  request.state = command.request.state;
  joinRequests.erase(it);
  return Xccos::AnswerJoinRequestReply{header, {request}};
}

Xccos::Reply ScriptedRooms::replyTo(const Xccos::Command& command, const Xccos::ReplyHeader& h, const SipUri& user) {
  using R = Xccos::Reply;
  return std::visit(
      CommandVisitor{
          [&](const Xccos::RequestUri&) -> R {
            return Xccos::RequestUriReply{h, lookupAnswer};
          },
          [&](const Xccos::GetServerInfo&) -> R {
            return Xccos::ServerInfoReply{h, serverInfo()};
          },
          [&](const Xccos::GetAssociations&) -> R {
            return Xccos::AssociationsReply{h, describeAll(), false};
          },
          [&](const Xccos::ChannelSearch&) -> R {
            return Xccos::ChannelSearchReply{h, describeAll(), false};
          },
          [&](const Xccos::GetChannelInfo& c) -> R {
            return Xccos::ChannelInfoReply{h, describe(c.room, rooms_[c.room])};
          },
          [&](const Xccos::Join& c) -> R { return join(c, h, user); },
          [&](const Xccos::BatchJoin& c) -> R { return batchJoin(c, h, user); },
          [&](const Xccos::Part& c) -> R {
            rooms_[c.room].joined = false;
            return Xccos::PartReply{h, c.room};
          },
          [&](const Xccos::BackchatContext& c) -> R {
            return Xccos::BackchatContextReply{h, {newest(c.room, c.count)}};
          },
          [&](const Xccos::BackchatByMessage& c) -> R {
            return Xccos::BackchatByMessageReply{h, pages(c.rooms, c.query)};
          },
          [&](const Xccos::BackchatByDate& c) -> R {
            return Xccos::BackchatByDateReply{h, pages(c.rooms, c.query)};
          },
          [&](const Xccos::BackchatQueryCommand& c) -> R {
            return Xccos::BackchatQueryReply{h, pages(c.rooms, c.query)};
          },
          [&](const Xccos::GetInvitations& c) -> R { return invitationsAfter(c.afterId, h); },
          [&](const Xccos::AskToJoin& c) -> R { return askToJoin(c, h, user); },
          [&](const Xccos::GetJoinRequests&) -> R {
            return Xccos::JoinRequestsReply{h, joinRequests};
          },
          [&](const Xccos::AnswerJoinRequest& c) -> R { return endRequest(c, h); },
          [&](const auto&) -> R {
            return Xccos::failedReply(command, {h.commandEnvId, 1, 405, QStringLiteral("ERROR_MSG_NOT_SUPPORTED")});
          },
      },
      command);
}

}  // namespace Parlour::Testing
