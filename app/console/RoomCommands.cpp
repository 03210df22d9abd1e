// SPDX-License-Identifier: Apache-2.0
#include "app/console/RoomCommands.h"

#include <algorithm>

namespace Parlour::Console {
namespace {

Error usage(const char* text) {
  return Error::make(ErrorCode::InvalidArgument, QStringLiteral("Use it like this: %1").arg(QLatin1String(text)));
}

}  // namespace

RoomCommands::RoomCommands(Core::Client& client, Printer& printer) : client_(client), printer_(printer) {
  handlers_ = {{QStringLiteral("rooms"), &RoomCommands::listRooms},
               {QStringLiteral("search"), &RoomCommands::search},
               {QStringLiteral("follow"), &RoomCommands::follow},
               {QStringLiteral("unfollow"), &RoomCommands::unfollow},
               {QStringLiteral("open"), &RoomCommands::open},
               {QStringLiteral("close"), &RoomCommands::close},
               {QStringLiteral("say"), &RoomCommands::say},
               {QStringLiteral("alert"), &RoomCommands::say},
               {QStringLiteral("history"), &RoomCommands::history},
               {QStringLiteral("find"), &RoomCommands::find},
               {QStringLiteral("members"), &RoomCommands::members},
               {QStringLiteral("invitations"), &RoomCommands::invitations},
               {QStringLiteral("presence"), &RoomCommands::presence},
               {QStringLiteral("watch"), &RoomCommands::watch}};
}

QStringList RoomCommands::help() {
  return {QStringLiteral("rooms                    rooms that are followed or open"),
          QStringLiteral("search WORDS             finds rooms"),
          QStringLiteral("follow ROOM              unfollow ROOM"),
          QStringLiteral("open ROOM                close ROOM"),
          QStringLiteral("say ROOM TEXT            posts; alert ROOM TEXT with high importance"),
          QStringLiteral("history ROOM [COUNT]     newest messages"),
          QStringLiteral("find WORDS [ROOM]        searches messages"),
          QStringLiteral("members ROOM             who is there"),
          QStringLiteral("invitations"),
          QStringLiteral("presence available|busy|away"),
          QStringLiteral("watch ROOM               tells how available its people are, now and later")};
}

bool RoomCommands::run(const QStringList& words, const Done& done) {
  const auto handler = handlers_.constFind(words.value(0));
  if (handler == handlers_.constEnd()) return false;
  (this->*handler.value())(words, done);
  return true;
}

void RoomCommands::finishWhen(QFuture<Status> future, const Done& done) {
  future.then(this, [done](const Status& status) { done(status); });
}

void RoomCommands::withRoom(const QString& nameOrUri, const Done& done, const WithRoom& then) {
  if (const auto uri = RoomUri::parse(nameOrUri.toUtf8()); uri) return then(*uri, nameOrUri);
  for (const Core::Room* room : client_.rooms()) {
    if (room->summary().name.compare(nameOrUri, Qt::CaseInsensitive) == 0)
      return then(room->uri(), room->summary().name);
  }
  for (const Core::RoomSummary& room : client_.managedRooms()) {  // the search does not find disabled ones
    if (room.name.compare(nameOrUri, Qt::CaseInsensitive) == 0) return then(room.uri, room.name);
  }
  Core::RoomSearchQuery query;
  query.words = nameOrUri;
  query.descriptionsToo = false;
  client_.searchRooms(query).then(this, [nameOrUri, done, then](const Result<Core::RoomSearchResult>& found) {
    if (!found) return done(found.error());
    for (const auto& room : found->rooms) {
      if (room.name.compare(nameOrUri, Qt::CaseInsensitive) == 0) return then(room.uri, room.name);
    }
    done(Error::make(ErrorCode::NotFound, QStringLiteral("There is no room \"%1\" that you can see.").arg(nameOrUri)));
  });
}

void RoomCommands::listRooms(const QStringList&, const Done& done) {
  for (const Core::Room* room : client_.rooms()) {
    QStringList remarks;
    if (room->isFollowed()) remarks.append(QStringLiteral("followed"));
    if (room->isOpen()) remarks.append(QStringLiteral("open"));
    remarks.append(QStringLiteral("unread=%1").arg(room->unreadCount()));
    remarks.append(QStringLiteral("newest=%1").arg(room->timeline().newestChatId()));
    printer_.room(QStringLiteral("room"), room->summary(), remarks.join(QLatin1Char(' ')));
  }
  done(success());
}

void RoomCommands::search(const QStringList& words, const Done& done) {
  Core::RoomSearchQuery query;
  query.words = words.mid(1).join(QLatin1Char(' '));
  client_.searchRooms(query).then(this, [this, done](const Result<Core::RoomSearchResult>& found) {
    if (!found) return done(found.error());
    for (const auto& room : found->rooms) printer_.room(QStringLiteral("found"), room, {});
    done(success());
  });
}

void RoomCommands::follow(const QStringList& words, const Done& done) {
  if (words.size() != 2) return done(usage("follow ROOM"));
  withRoom(words[1], done,
           [this, done](const RoomUri& uri, const QString& name) { finishWhen(client_.follow(uri, name), done); });
}

void RoomCommands::unfollow(const QStringList& words, const Done& done) {
  if (words.size() != 2) return done(usage("unfollow ROOM"));
  withRoom(words[1], done,
           [this, done](const RoomUri& uri, const QString&) { finishWhen(client_.unfollow(uri), done); });
}

void RoomCommands::open(const QStringList& words, const Done& done) {
  if (words.size() != 2) return done(usage("open ROOM"));
  withRoom(words[1], done, [this, done](const RoomUri& uri, const QString&) {
    client_.open(uri).then(this, [done](const Result<Core::Room*>& opened) {
      if (!opened) return done(opened.error());
      done(success());
    });
  });
}

void RoomCommands::close(const QStringList& words, const Done& done) {
  if (words.size() != 2) return done(usage("close ROOM"));
  withRoom(words[1], done, [this, done](const RoomUri& uri, const QString&) { finishWhen(client_.close(uri), done); });
}

void RoomCommands::say(const QStringList& words, const Done& done) {
  if (words.size() < 3) return done(usage("say ROOM TEXT"));
  withRoom(words[1], done, [this, words, done](const RoomUri& uri, const QString& name) {
    Core::Room* room = client_.room(uri);
    if (!room) {
      return done(
          Error::make(ErrorCode::NotJoined, QStringLiteral("Open or follow \"%1\" before you post in it.").arg(name)));
    }
    const QString text = words.mid(2).join(QLatin1Char(' '));
    watchPost(room, client_.post(uri, text, words[0] == QLatin1String("alert")), done);
  });
}

// Ends the command when the post is stored or has failed.
void RoomCommands::watchPost(Core::Room* room, quint64 localId, const Done& done) {
  auto* watch = new QObject(this);
  const auto check = [this, watch, room, localId, done] {
    const int row = room->timeline().rowOfLocal(localId);
    if (row >= 0 && room->timeline().at(row).state == Core::MessageState::Failed) {
      const auto failure = room->timeline().at(row).failure;
      watch->deleteLater();
      QObject::disconnect(&room->timeline(), nullptr, watch, nullptr);
      return done(failure.value_or(Error::make(ErrorCode::Internal, QStringLiteral("The message was not sent."))));
    }
    if (row >= 0 && room->timeline().at(row).state != Core::MessageState::Stored) return;
    watch->deleteLater();
    QObject::disconnect(&room->timeline(), nullptr, watch, nullptr);
    if (row >= 0) printer_.message(QStringLiteral("posted"), room->summary().name, room->timeline().at(row));
    done(success());
  };
  connect(&room->timeline(), &Core::Timeline::changed, watch, check);
  connect(&room->timeline(), &Core::Timeline::inserted, watch, check);
  connect(&room->timeline(), &Core::Timeline::removed, watch, check);
  check();
}

void RoomCommands::history(const QStringList& words, const Done& done) {
  if (words.size() < 2) return done(usage("history ROOM [COUNT]"));
  const int count = words.size() > 2 ? words[2].toInt() : 20;
  if (count < 1) return done(usage("history ROOM [COUNT]"));
  withRoom(words[1], done, [this, count, done](const RoomUri& uri, const QString& name) {
    const Core::Room* room = client_.room(uri);
    if (!room) return done(Error::make(ErrorCode::NotJoined, QStringLiteral("Open \"%1\" first.").arg(name)));
    const auto& timeline = room->timeline();
    for (int row = std::max(0, timeline.count() - count); row < timeline.count(); ++row) {
      printer_.message(QStringLiteral("message"), room->summary().name, timeline.at(row));
    }
    done(success());
  });
}

void RoomCommands::find(const QStringList& words, const Done& done) {
  if (words.size() < 2) return done(usage("find WORDS [ROOM]"));
  const auto search = [this, words, done](const QList<RoomUri>& rooms) {
    Core::MessageSearchQuery query;
    query.words = words[1];
    query.rooms = rooms;
    client_.searchMessages(query).then(this, [this, done](const Result<QList<Core::MessageSearchHits>>& found) {
      if (!found) return done(found.error());
      for (const auto& hits : *found) {
        for (const auto& message : hits.messages) printer_.message(QStringLiteral("hit"), hits.roomName, message);
      }
      done(success());
    });
  };
  if (words.size() < 3) return search({});
  withRoom(words[2], done, [search](const RoomUri& uri, const QString&) { search({uri}); });
}

void RoomCommands::members(const QStringList& words, const Done& done) {
  if (words.size() != 2) return done(usage("members ROOM"));
  withRoom(words[1], done, [this, done](const RoomUri& uri, const QString& name) {
    const Core::Room* room = client_.room(uri);
    if (!room) return done(Error::make(ErrorCode::NotJoined, QStringLiteral("Open \"%1\" first.").arg(name)));
    if (!room->rosterHidden()) {
      for (const auto& participant : room->participants()) printer_.participant(participant);
      return done(success());
    }
    client_.fetchParticipants(uri).then(this, [this, done](const Result<QList<Core::Participant>>& found) {
      if (!found) return done(found.error());
      for (const auto& participant : *found) printer_.participant(participant);
      done(success());
    });
  });
}

void RoomCommands::presence(const QStringList& words, const Done& done) {
  for (const Core::Presence presence : {Core::Presence::Available, Core::Presence::Busy, Core::Presence::Away}) {
    if (words.size() != 2 || words[1] != presenceName(presence)) continue;
    client_.setPresence(presence);
    return done(success());
  }
  done(usage("presence available|busy|away"));
}

void RoomCommands::watch(const QStringList& words, const Done& done) {
  if (words.size() != 2) return done(usage("watch ROOM"));
  withRoom(words[1], done, [this, done](const RoomUri& uri, const QString& name) {
    const Core::Room* room = client_.room(uri);
    if (!room) return done(Error::make(ErrorCode::NotJoined, QStringLiteral("Open \"%1\" first.").arg(name)));
    disconnect(watched_);
    printed_.clear();
    watched_ = connect(room, &Core::Room::participantsChanged, this, [this, room] { printPresence(*room); });
    client_.showPresenceOf(uri);
    printPresence(*room);
    done(success());
  });
}

void RoomCommands::printPresence(const Core::Room& room) {
  for (const Core::Participant& participant : room.participants()) {
    if (participant.presence == printed_.value(participant.uri, Core::Presence::Unknown)) continue;
    printed_[participant.uri] = participant.presence;
    printer_.presence(participant);
  }
}

void RoomCommands::invitations(const QStringList&, const Done& done) {
  for (const auto& invitation : client_.invitations()) printer_.invitation(invitation);
  done(success());
}

}  // namespace Parlour::Console
