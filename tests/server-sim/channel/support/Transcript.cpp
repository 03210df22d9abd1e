// SPDX-License-Identifier: Apache-2.0
#include "tests/server-sim/channel/support/Transcript.h"

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

QByteArray describeReply(const Xccos::Reply& reply) {
  QByteArray text = Xccos::messageId(reply) + ' ' + QByteArray::number(Xccos::headerOf(reply).code);
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
    for (const auto& room : part->rooms) text += ' ' + room.room.key() + '-' + shortName(room.users.front().uri);
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
  const RoomUri room = Harbour::room(parts.value(1));
  if (parts.front() == "join") noteVerdict(name, harbour_.join(id, parts.value(1)));
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

void Transcript::playEvent(const QByteArray& words) {
  const QByteArrayList parts = words.split(' ');
  if (parts.front() == "store") harbour_.store.run();
  if (parts.front() == "commit") harbour_.store.commit();
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
    lines_.append(QString::fromUtf8("S " + nameOf(delivery.session) + ": " + describe(*delivery.envelope)));
  }
}

QByteArray Transcript::nameOf(SessionId session) const {
  for (const auto& [name, id] : sessions_) {
    if (id == session) return name;
  }
  return "?";
}

}  // namespace Parlour::Server::Testing
