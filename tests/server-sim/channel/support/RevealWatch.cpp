// SPDX-License-Identifier: Apache-2.0
#include "tests/server-sim/channel/support/RevealWatch.h"

#include "server-sim/channel/ChannelState.h"

namespace Parlour::Server::Testing {
namespace {

constexpr qsizetype kMostFindings = 5;

bool isKey(const QByteArray& mark) { return !mark.startsWith('Z'); }

}  // namespace

QByteArrayList RevealWatch::marksIn(const QByteArray& body) {
  static const QRegularExpression mark(QStringLiteral("Z[0-9]+q|k[0-9]+q|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
  QByteArrayList marks;
  for (auto all = mark.globalMatch(QString::fromUtf8(body)); all.hasNext();) {
    marks.append(all.next().captured().toUtf8());
  }
  return marks;
}

void RevealWatch::closed(SessionId session) {
  users_.erase(session);
  joined_.erase(session);
  left_.erase(session);
}

void RevealWatch::said(SessionId session, const QByteArray& body) {
  for (const QByteArray& mark : marksIn(body)) words_[users_[session]].insert(mark);
}

void RevealWatch::markRooms() {
  for (const IndexedRoom* indexed : service_->state().rooms().byName()) {
    const Room& room = indexed->room;
    rooms_[room.uri.key()] = room.id;
    for (const QString& text : {room.name, room.description, room.topic}) {
      for (const QByteArray& mark : marksIn(text.toUtf8())) rooms_[mark] = room.id;
    }
  }
}

void RevealWatch::find(const Reading& reading, const QString& what) {
  if (findings_.size() >= kMostFindings) return;
  const Principal* principal = service_->state().directory().find(reading.user);
  findings_ << QStringLiteral("%1 to %2: %3").arg(what, principal->displayName, QString::fromUtf8(reading.body));
}

void RevealWatch::endSession(SessionId session) {
  const Reading reading{session, users_[session], "(end of session)", false, false, false, false};
  const NaiveRules rules(service_->state(), administrator_);
  if (rules.isActive(reading.user)) find(reading, QStringLiteral("ended without reason"));
  if (!joined_[session].empty()) find(reading, QStringLiteral("still in rooms"));
  closed(session);
}

void RevealWatch::deliver(SessionId session, const SharedEnvelope& envelope) {
  ++envelopes_;
  Reading reading{session, users_[session], *envelope, false, false, false, false};
  if (!users_.contains(session) || reading.user == 0) return find(reading, QStringLiteral("sent to a closed session"));
  markRooms();
  const auto parsed = Xccos::parse(*envelope);
  if (!parsed) return find(reading, QStringLiteral("unreadable"));
  if (const auto* replies = parsed->replies()) {
    const Xccos::Reply& reply = replies->front().message;
    const Xccos::ReplyHeader& header = Xccos::headerOf(reply);
    const QByteArray id = Xccos::messageId(reply);
    reading.refusal = !header.ok();
    reading.search = id == "rpl:chansrch";
    reading.ownWords = id == "rpl:setroles" || id == "rpl:chanmodify" || id == "rpl:part" || id == "rpl:chandelete" ||
                       id == "rpl:answerjoinreq";
    if (reading.refusal) checkRefusal(reading, header.commandEnvId, header.code);
  } else if (const auto* errors = parsed->errors()) {
    reading.refusal = true;
    const Xccos::ErrorReport& report = errors->front().message;
    if (report.command) checkRefusal(reading, report.command->envId, report.code);
  } else if (const auto* notices = parsed->notices()) {
    const QByteArray id = Xccos::messageId(notices->front().message);
    reading.ownWords = id == "ntc:joinreq";
    reading.ending = id == "ntc:part" || id == "ntc:chandelete";
  }
  checkMarks(reading);
  follow(reading, *parsed);
}

void RevealWatch::checkRefusal(const Reading& reading, EnvId commandEnvId, int code) {
  const auto question = questions_.find({reading.session, commandEnvId});
  if (question == questions_.end()) return;
  const Room* room = service_->state().rooms().find(question->second);
  const bool known = room && NaiveRules(service_->state(), administrator_).knows(reading.user, *room);
  if (!known && code != 404) find(reading, QStringLiteral("room betrayed by code %1").arg(code));
}

void RevealWatch::checkMarks(const Reading& reading) {
  const NaiveRules rules(service_->state(), administrator_);
  for (const QByteArray& mark : marksIn(reading.body)) {
    if (const auto room = rooms_.find(mark); room != rooms_.end()) {
      ++marksSeen_;
      checkRoomMark(reading, mark, room->second);
    } else if (const auto message = messages_.find(mark); message != messages_.end()) {
      ++marksSeen_;
      const Room* place = service_->state().rooms().find(message->second);
      if (!place || !rules.reads(reading.user, *place)) find(reading, QStringLiteral("message told"));
    }
  }
}

void RevealWatch::checkRoomMark(const Reading& reading, const QByteArray& mark, RoomId id) {
  const bool own = words_[reading.user].contains(mark);
  if (reading.refusal && own) return;
  if (reading.ownWords && own && isKey(mark)) return;
  const NaiveRules rules(service_->state(), administrator_);
  const Room* room = service_->state().rooms().find(id);
  const bool known = room && rules.knows(reading.user, *room);
  if (reading.ending && isKey(mark)) {
    for (const auto& places : {joined_[reading.session], left_[reading.session]}) {
      for (const RoomUri& uri : places) {
        if (uri.key() == mark) return;
      }
    }
    return find(reading, QStringLiteral("told of the end of a room he was not in"));
  }
  if (!known) return find(reading, QStringLiteral("room told: ") + QString::fromUtf8(mark));
  const bool secret = room->privacy == Privacy::Secret && !rules.isListedMember(reading.user, *room);
  if (reading.search && (secret || room->disabled)) find(reading, QStringLiteral("found what search must hide"));
}

void RevealWatch::follow(const Reading& reading, const Xccos::Envelope& envelope) {
  left_[reading.session].clear();
  if (const auto* replies = envelope.replies()) followReply(reading, replies->front().message);
  if (const auto* notices = envelope.notices()) followNotice(reading, notices->front().message);
  if (const auto* chat = envelope.chat()) {
    if (!joined_[reading.session].contains(chat->chanUri)) find(reading, QStringLiteral("message outside its room"));
  }
}

void RevealWatch::followReply(const Reading& reading, const Xccos::Reply& reply) {
  std::set<RoomUri>& joined = joined_[reading.session];
  if (const auto* join = std::get_if<Xccos::JoinReply>(&reply)) {
    for (const auto& room : join->rooms) joined.insert(room.uri);
  }
  if (const auto* part = std::get_if<Xccos::PartReply>(&reply); part && part->header.ok()) joined.erase(part->room);
}

void RevealWatch::followNotice(const Reading& reading, const Xccos::Notice& notice) {
  std::set<RoomUri>& joined = joined_[reading.session];
  const QByteArray own = service_->state().directory().find(reading.user)->uri;
  const auto need = [&](const RoomUri& room) {
    if (!joined.contains(room)) find(reading, QStringLiteral("notice of a room he is not in"));
  };
  if (const auto* part = std::get_if<Xccos::PartNotice>(&notice)) {
    for (const auto& room : part->rooms) {
      need(room.room);
      const bool self = std::any_of(room.users.begin(), room.users.end(), [&](const auto& u) { return u.uri == own; });
      if (!self) continue;
      joined.erase(room.room);
      left_[reading.session].insert(room.room);
    }
  }
  if (const auto* join = std::get_if<Xccos::JoinNotice>(&notice)) {
    for (const auto& user : join->users) {
      for (const auto& entry : user.entered) need(entry.room);
    }
  }
  if (const auto* modified = std::get_if<Xccos::ChannelModifiedNotice>(&notice)) need(modified->rooms.at(0).uri);
  if (const auto* perms = std::get_if<Xccos::PermissionsNotice>(&notice)) need(perms->rooms.at(0).room);
  if (const auto* gone = std::get_if<Xccos::MessagesDeletedNotice>(&notice)) need(gone->rooms.at(0).room);
}

}  // namespace Parlour::Server::Testing
