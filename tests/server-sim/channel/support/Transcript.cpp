// SPDX-License-Identifier: Apache-2.0
#include "tests/server-sim/channel/support/Transcript.h"

#include <QRegularExpression>

#include "server-sim/channel/changes/MessagePlans.h"
#include "server-sim/channel/changes/PolicyPlans.h"
#include "server-sim/channel/changes/PrincipalPlans.h"
#include "tests/server-sim/channel/support/Actors.h"

namespace Parlour::Server::Testing {
namespace {

QByteArray shortName(const QByteArray& uri) { return uri.mid(4, uri.indexOf('@') - 4); }

QByteArray describeRooms(const std::vector<Xccos::UserInfo>& users, const std::vector<Xccos::ChanInfo>& rooms) {
  QByteArray text;
  for (const auto& room : rooms) {
    QByteArrayList people;
    for (const auto& entry : room.maskMap) {
      for (const quint32 id : entry.userIds) {
        people.append(shortName(users.at(id).uri) + '=' + QByteArray::number(entry.mask));
      }
    }
    text += ' ' + room.uri.key() + '[' + people.join(' ') + ']';
  }
  return text;
}

QByteArray describeHistory(const std::vector<Xccos::RoomHistory>& rooms) {
  QByteArray text;
  for (const auto& room : rooms) {
    text += ' ' + room.uri.key();
    for (const auto& message : room.messages) text += " #" + QByteArray::number(message.chatId);
  }
  return text;
}

QByteArray describeSwitch(const char* name, std::optional<bool> value) {
  return value ? QByteArray(*value ? " " : " !") + name : QByteArray();
}

// Only what was set: " tides 'Tide tables' topic 'Neap' closed disabled".
QByteArray describeRoom(const Xccos::ChanInfo& room) {
  QByteArray text = ' ' + room.uri.key();
  if (room.name) text += " '" + room.name->toUtf8() + '\'';
  if (room.topic) text += " topic '" + room.topic->toUtf8() + '\'';
  if (!room.parent.isEmpty()) text += " in " + room.parent.key();
  if (room.behavior == Xccos::Behavior::Auditorium) text += " auditorium";
  if (room.visibility == Xccos::Visibility::Open) text += " open";
  if (room.visibility == Xccos::Visibility::Private) text += " secret";
  if (room.disabled.value_or(false)) text += " disabled";
  if (room.addIn) text += " [" + room.addIn->name.toUtf8() + ']';
  return text;
}

QByteArray describeNode(const Xccos::NodeInfo& node) {
  QByteArray text = ' ' + node.uri.key();
  if (node.name) text += " '" + node.name->toUtf8() + '\'';
  if (node.invite) text += node.invite == Xccos::InviteSetting::Off ? " !invite" : " invite";
  return text + describeSwitch("files", node.filePost) + describeSwitch("history", node.logged);
}

QByteArray describeRemoval(const Xccos::DeletedMessages& removal) {
  QByteArray text = ' ' + removal.room.key();
  for (const ChatId chatId : removal.chatIds) text += " #" + QByteArray::number(chatId);
  if (removal.replacement) text += " '" + removal.replacement->toUtf8() + '\'';
  return text;
}

// "tides dee 'I sail on Sunday' pending", the room with its name where it is told.
QByteArray describeRequests(const std::vector<Xccos::JoinRequest>& requests) {
  static const QByteArrayList states = {"pending", "granted", "declined", "withdrawn"};
  QByteArray text;
  for (const auto& request : requests) {
    text += ' ' + request.room.key() + (request.roomName.isEmpty() ? "" : "=" + request.roomName.toUtf8()) + ' ' +
            shortName(request.user.bytes());
    if (!request.words.isEmpty()) text += " '" + request.words.toUtf8() + '\'';
    text += ' ' + states.value(static_cast<int>(request.state));
  }
  return text;
}

QByteArray describeChangeReply(const Xccos::Reply& reply) {
  if (const auto* created = std::get_if<Xccos::CreateChannelReply>(&reply)) return describeRoom(created->room);
  if (const auto* modified = std::get_if<Xccos::ModifyChannelReply>(&reply)) return describeRoom(modified->room);
  if (const auto* removed = std::get_if<Xccos::DeleteChannelReply>(&reply)) return ' ' + removed->room.key();
  if (const auto* created = std::get_if<Xccos::CreateNodeReply>(&reply)) return describeNode(created->node);
  if (const auto* modified = std::get_if<Xccos::ModifyNodeReply>(&reply)) return describeNode(modified->node);
  if (const auto* removed = std::get_if<Xccos::DeleteNodeReply>(&reply)) return ' ' + removed->node.key();
  if (const auto* messages = std::get_if<Xccos::DeleteMessagesReply>(&reply))
    return describeRemoval(messages->messages);
  if (const auto* roles = std::get_if<Xccos::SetRolesReply>(&reply)) {
    const auto* room = std::get_if<RoomUri>(&roles->node);
    return ' ' + (room ? room->key() : std::get<CategoryUri>(roles->node).key());
  }
  if (const auto* asked = std::get_if<Xccos::AskToJoinReply>(&reply)) return describeRequests(asked->requests);
  if (const auto* open = std::get_if<Xccos::JoinRequestsReply>(&reply)) return describeRequests(open->requests);
  if (const auto* ended = std::get_if<Xccos::AnswerJoinRequestReply>(&reply)) return describeRequests(ended->requests);
  QByteArray text;
  if (const auto* addIns = std::get_if<Xccos::AddInsReply>(&reply)) {
    for (const auto& addIn : addIns->addIns) text += ' ' + addIn.name.toUtf8() + '=' + addIn.url.toUtf8();
  }
  return text;
}

// The reason that stands behind the constant, in replies that have one.
QByteArray describeFailure(const Xccos::ReplyHeader& header) {
  const qsizetype colon = header.text.indexOf(QLatin1String(": "));
  return colon < 0 ? QByteArray() : ' ' + header.text.mid(colon + 2).toUtf8();
}

QByteArray describeReply(const Xccos::Reply& reply) {
  QByteArray text = Xccos::messageId(reply) + ' ' + QByteArray::number(Xccos::headerOf(reply).code);
  if (!Xccos::headerOf(reply).ok()) return text + describeFailure(Xccos::headerOf(reply));
  text += describeChangeReply(reply);
  if (const auto* join = std::get_if<Xccos::JoinReply>(&reply)) text += describeRooms(join->users, join->rooms);
  if (const auto* users = std::get_if<Xccos::GetUsersReply>(&reply)) text += describeRooms(users->users, users->rooms);
  if (const auto* batch = std::get_if<Xccos::BatchJoinReply>(&reply)) {
    text += describeRooms(batch->users, batch->rooms);
    for (const auto& failed : batch->failed) text += " !" + failed.room.key();
  }
  if (const auto* part = std::get_if<Xccos::PartReply>(&reply); part && part->header.ok())
    text += ' ' + part->room.key();
  if (const auto* recent = std::get_if<Xccos::BackchatContextReply>(&reply)) text += describeHistory(recent->rooms);
  return text;
}

QByteArray describeEntries(const std::vector<Xccos::UserInfo>& users) {
  QByteArray text;
  for (const auto& user : users) {
    text += ' ' + shortName(user.uri);
    for (const auto& entry : user.entered) text += ' ' + entry.room.key() + '=' + QByteArray::number(entry.mask);
  }
  return text;
}

QByteArray describeNotice(const Xccos::Notice& notice) {
  QByteArray text = Xccos::messageId(notice);
  if (const auto* join = std::get_if<Xccos::JoinNotice>(&notice)) text += describeEntries(join->users);
  if (const auto* batch = std::get_if<Xccos::BatchJoinNotice>(&notice)) text += describeEntries(batch->users);
  if (const auto* part = std::get_if<Xccos::PartNotice>(&notice)) {
    for (const auto& room : part->rooms) {
      QByteArrayList users;
      for (const auto& user : room.users) users.append(shortName(user.uri));
      text += ' ' + room.room.key() + '-' + users.join(',');
    }
  }
  if (const auto* modified = std::get_if<Xccos::ChannelModifiedNotice>(&notice)) {
    for (const auto& room : modified->rooms) text += describeRoom(room);
  }
  if (const auto* deleted = std::get_if<Xccos::ChannelDeletedNotice>(&notice)) {
    for (const auto& room : deleted->rooms) text += ' ' + room.key();
  }
  if (const auto* invite = std::get_if<Xccos::InviteNotice>(&notice)) {
    for (const auto& each : invite->invitations) {
      text += " #" + QByteArray::number(each.inviteId) + ' ' + each.room.uri.key();
    }
  }
  if (const auto* removed = std::get_if<Xccos::MessagesDeletedNotice>(&notice)) {
    for (const auto& room : removed->rooms) text += describeRemoval(room);
  }
  if (const auto* requests = std::get_if<Xccos::JoinRequestNotice>(&notice))
    text += describeRequests(requests->requests);
  if (const auto* perms = std::get_if<Xccos::PermissionsNotice>(&notice)) {
    for (const auto& room : perms->rooms) {
      text += ' ' + room.room.key();
      for (const auto& user : room.users) {
        text += ' ' + shortName(user.uri) + '=' + QByteArray::number(user.mask.value_or(0));
      }
    }
  }
  return text;
}

QByteArray describeChat(const Xccos::ChatMessage& chat) {
  return "grpchat " + chat.chanUri.key() + " #" + QByteArray::number(chat.chatId) + ' ' +
         shortName(chat.author.bytes()) + (chat.isAlert() ? "!: " : ": ") + chat.chat;
}

}  // namespace

QByteArray describe(const QByteArray& body) {
  const auto envelope = Xccos::parse(body);
  if (!envelope) return "unreadable";
  if (const auto* chat = envelope->chat()) return describeChat(*chat);
  if (const auto* replies = envelope->replies()) return describeReply(replies->front().message);
  if (const auto* notices = envelope->notices()) return describeNotice(notices->front().message);
  if (const auto* errors = envelope->errors(); errors && !errors->empty()) {
    const Xccos::ErrorReport& report = errors->front().message;
    return QByteArray(Xccos::wireName(report.id).data()) + ' ' + QByteArray::number(report.code) + ' ' +
           report.text.toUtf8();
  }
  return "something else";
}

QString Transcript::tidied(const QString& script) {
  QStringList kept;
  for (const QString& line : script.split(QLatin1Char('\n'))) {
    if (!line.trimmed().isEmpty()) kept.append(line.trimmed());
  }
  return kept.join(QLatin1Char('\n'));
}

QString Transcript::play(const QString& script) {
  lines_.clear();
  harbour_.sink.deliveries.clear();
  for (const QString& line : tidied(script).split(QLatin1Char('\n'))) {
    const QByteArray bytes = line.toUtf8();
    if (!bytes.startsWith("C ") && !bytes.startsWith("* ")) continue;
    lines_.append(line);
    const qsizetype colon = bytes.indexOf(": ");
    if (bytes.startsWith('C')) {
      playClient(bytes.mid(2, colon - 2), bytes.mid(colon + 2));
    } else {
      playEvent(bytes.mid(2));
    }
    noteDeliveries();
  }
  return lines_.join(QLatin1Char('\n'));
}

SessionId Transcript::session(const QByteArray& name) {
  auto found = sessions_.find(name);
  if (found == sessions_.end()) {
    found = sessions_.emplace(name, harbour_.open(name.split('/').front(), "epid-" + name)).first;
  }
  return found->second;
}

void Transcript::playClient(const QByteArray& name, const QByteArray& words) {
  const SessionId id = session(name);
  const QByteArrayList parts = words.split(' ');
  if (const auto command = adminCommand(parts, [this](const QByteArray& key) { return roomOf(key); })) {
    return noteVerdict(name, harbour_.send(id, *command));
  }
  const RoomUri room = roomOf(parts.value(1));
  if (parts.front() == "join") noteVerdict(name, harbour_.send(id, Xccos::Join{{0, room}}));
  if (parts.front() == "part") noteVerdict(name, harbour_.send(id, Xccos::Part{room}));
  if (parts.front() == "getusers") noteVerdict(name, harbour_.send(id, Xccos::GetUsers{room}));
  if (parts.front() == "recent") {
    noteVerdict(name, harbour_.send(id, Xccos::BackchatContext{room, parts.value(2).toUInt()}));
  }
  if (parts.front() == "bjoin") {
    std::vector<RoomUri> rooms;
    for (const QByteArray& key : parts.mid(1)) rooms.push_back(Harbour::room(key));
    noteVerdict(name, harbour_.send(id, Xccos::BatchJoin::of(rooms)));
  }
  if (parts.front() == "post") {
    noteVerdict(name, harbour_.post(id, parts.value(1), parts.mid(2).join(' ')));
    lastPost_[name] = harbour_.lastEnvId;
  }
}

void Transcript::playChange(const QByteArrayList& words) {
  const QByteArray verb = words.front();
  const Timestamp now = harbour_.clock.now();
  const auto submit = [this](const Wish& wish) { harbour_.service.changes().submit(wish, [](const Outcome&) {}); };
  if (verb == "disable" || verb == "enable") {
    UserEdit edit;
    edit.uri = principalAddress(words.value(1));
    edit.enabled = verb == "enable";
    submit([=](const ChannelState& state) { return modifyUser(state, localAdministrator(), edit, now); });
  }
  for (const QByteArray& word : verb == "group" ? words.mid(2) : QByteArrayList()) {
    GroupEdit edit;
    edit.uri = principalAddress(words.value(1));
    edit.op = word.startsWith('+') ? Xccos::RoleOp::Add : Xccos::RoleOp::Remove;
    edit.members = addresses({word.mid(1)});
    submit([=](const ChannelState& state) { return modifyGroup(state, localAdministrator(), edit, now); });
  }
  if (verb == "purge") {
    harbour_.clock.advanceMs(1'000);
    const RoomUri room = Harbour::room(words.value(1));
    const Timestamp until = harbour_.clock.now();
    submit([=](const ChannelState& state) { return purgeRoom(state, localAdministrator(), room, until, until); });
  }
  if (verb == "policy") {
    const Policy policy{QStringLiteral("Global"), PolicyScope::Global, words.value(1) == "on"};
    submit([=](const ChannelState& state) { return savePolicy(state, localAdministrator(), policy, now); });
  }
}

void Transcript::playEvent(const QByteArray& words) {
  const QByteArrayList parts = words.split(' ');
  playChange(parts);
  if (parts.front() == "store") harbour_.store.run();
  if (parts.front() == "commit") harbour_.store.commit();
  if (parts.front() == "tick") harbour_.service.tick();
  if (parts.front() == "close") harbour_.service.close(session(parts.value(1)));
  if (parts.front() == "repeat") {
    const QByteArray name = parts.value(1);
    noteVerdict(name, harbour_.postAgain(session(name), parts.value(2), parts.mid(3).join(' '), lastPost_[name]));
  }
}

void Transcript::noteVerdict(const QByteArray& name, const InfoVerdict& verdict) {
  if (verdict.status == 200) return;
  const QByteArray text = QByteArray::number(verdict.status) + ' ' + verdict.phrase;
  lines_.append(QString::fromUtf8("V " + name + ": " + text.trimmed()));
}

void Transcript::noteDeliveries() {
  for (const Delivery& delivery : std::exchange(harbour_.sink.deliveries, {})) {
    lines_.append(QString::fromUtf8(named("S " + nameOf(delivery.session) + ": " + describe(*delivery.envelope))));
  }
  for (const SessionId session : std::exchange(harbour_.sink.ended, {})) {
    lines_.append(QString::fromUtf8("E " + nameOf(session)));
  }
}

RoomUri Transcript::roomOf(const QByteArray& key) const {
  const qsizetype place = key.startsWith("new") ? key.mid(3).toLongLong() : 0;
  return Harbour::room(place > 0 ? newKeys_.value(place - 1) : key);
}

QByteArray Transcript::named(QByteArray line) {
  static const QRegularExpression guid(QStringLiteral("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
  for (auto match = guid.match(QString::fromUtf8(line)); match.hasMatch();
       match = guid.match(QString::fromUtf8(line))) {
    const QByteArray key = match.captured().toUtf8();
    if (!newKeys_.contains(key)) newKeys_.append(key);
    line.replace(key, "new" + QByteArray::number(newKeys_.indexOf(key) + 1));
  }
  return line;
}

QByteArray Transcript::nameOf(SessionId session) const {
  for (const auto& [name, id] : sessions_) {
    if (id == session) return name;
  }
  return "?";
}

}  // namespace Parlour::Server::Testing
