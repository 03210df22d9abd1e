// SPDX-License-Identifier: Apache-2.0
#include "app/console/AdminCommands.h"

namespace Parlour::Console {
namespace {

Error adminUsage(const char* text) {
  return Error::make(ErrorCode::InvalidArgument, QStringLiteral("Use it like this: %1").arg(QLatin1String(text)));
}

Core::RoomRole roleOfCommand(const QString& command) {
  if (command == QLatin1String("manager")) return Core::RoomRole::Manager;
  if (command == QLatin1String("presenter")) return Core::RoomRole::Presenter;
  return Core::RoomRole::Member;
}

// "ada@orchard.example", "sip:ada@orchard.example", or the address of a group as it is.
Result<QByteArray> principalAddress(const QString& text) {
  if (text.startsWith(QLatin1String("ma-grp:"), Qt::CaseInsensitive)) return text.toLower().toUtf8();
  const auto uri = SipUri::parse(text.toUtf8());
  if (!uri) return uri.error();
  return uri->bytes();
}

}  // namespace

AdminCommands::AdminCommands(Core::Client& client, Printer& printer, RoomCommands& rooms)
    : client_(client), printer_(printer), rooms_(rooms) {
  handlers_ = {{QStringLiteral("categories"), &AdminCommands::categories},
               {QStringLiteral("create"), &AdminCommands::create},
               {QStringLiteral("room"), &AdminCommands::show},
               {QStringLiteral("member"), &AdminCommands::changeRole},
               {QStringLiteral("manager"), &AdminCommands::changeRole},
               {QStringLiteral("presenter"), &AdminCommands::changeRole},
               {QStringLiteral("disable"), &AdminCommands::disable},
               {QStringLiteral("enable"), &AdminCommands::disable},
               {QStringLiteral("ask"), &AdminCommands::ask},
               {QStringLiteral("withdraw"), &AdminCommands::withdraw},
               {QStringLiteral("requests"), &AdminCommands::requests},
               {QStringLiteral("grant"), &AdminCommands::answer},
               {QStringLiteral("decline"), &AdminCommands::answer}};
}

QStringList AdminCommands::help() {
  return {QStringLiteral("categories               where you may create rooms"),
          QStringLiteral("create NAME in CATEGORY  a closed room with you as its manager and member"),
          QStringLiteral("room ROOM                its properties, and its lists if you manage it"),
          QStringLiteral("member add|rm ROOM WHO   also manager, presenter; WHO is an address"),
          QStringLiteral("disable ROOM             enable ROOM"),
          QStringLiteral("ask ROOM [WORDS]         asks to join a closed room; withdraw ROOM"),
          QStringLiteral("requests                 yours, and those to rooms that you manage"),
          QStringLiteral("grant ROOM WHO           decline ROOM WHO")};
}

bool AdminCommands::run(const QStringList& words, const Done& done) {
  const auto handler = handlers_.constFind(words.value(0));
  if (handler == handlers_.constEnd()) return false;
  (this->*handler.value())(words, done);
  return true;
}

void AdminCommands::categories(const QStringList&, const Done& done) {
  client_.admin().creatableCategories().then(this, [this, done](const Result<QList<Core::CategoryChoice>>& found) {
    if (!found) return done(found.error());
    for (const Core::CategoryChoice& category : *found) printer_.category(category);
    done(success());
  });
}

void AdminCommands::create(const QStringList& words, const Done& done) {
  if (words.size() != 4 || words[2] != QLatin1String("in")) return done(adminUsage("create NAME in CATEGORY"));
  client_.admin().creatableCategories().then(
      this, [this, name = words[1], wanted = words[3], done](const Result<QList<Core::CategoryChoice>>& found) {
        if (!found) return done(found.error());
        for (const Core::CategoryChoice& category : *found) {
          const bool named = category.name.compare(wanted, Qt::CaseInsensitive) == 0;
          if (named || category.uri == wanted.toUtf8()) return createIn(category, name, done);
        }
        done(Error::make(ErrorCode::NotFound,
                         QStringLiteral("There is no category \"%1\" in which you may create rooms.").arg(wanted)));
      });
}

void AdminCommands::createIn(const Core::CategoryChoice& category, const QString& name, const Done& done) {
  Core::RoomEdit edit;
  edit.name = name;
  edit.category = category.uri;
  edit.privacy = Core::Privacy::Closed;
  const QList<QByteArray> me = {client_.me().bytes()};
  edit.roles = {{Core::RoomRole::Member, me, {}}, {Core::RoomRole::Manager, me, {}}};
  client_.admin().create(edit).then(this, [this, done](const Result<Core::RoomDetails>& room) { finish(room, done); });
}

void AdminCommands::show(const QStringList& words, const Done& done) {
  if (words.size() != 2) return done(adminUsage("room ROOM"));
  rooms_.withRoom(words[1], done, [this, done](const RoomUri& uri, const QString&) {
    client_.admin().details(uri).then(this,
                                      [this, done](const Result<Core::RoomDetails>& room) { finish(room, done); });
  });
}

void AdminCommands::changeRole(const QStringList& words, const Done& done) {
  const bool add = words.value(1) == QLatin1String("add");
  if (words.size() != 4 || (!add && words[1] != QLatin1String("rm"))) {
    return done(adminUsage("member|manager|presenter add|rm ROOM WHO"));
  }
  const Result<QByteArray> who = principalAddress(words[3]);
  if (!who) return done(who.error());
  Core::RoleEdit role;
  role.role = roleOfCommand(words[0]);
  (add ? role.add : role.remove).append(*who);
  rooms_.withRoom(words[2], done, [this, role, done](const RoomUri& uri, const QString&) {
    Core::RoomEdit edit;
    edit.roles = {role};
    modify(uri, edit, done);
  });
}

void AdminCommands::disable(const QStringList& words, const Done& done) {
  if (words.size() != 2) return done(adminUsage("disable ROOM"));
  rooms_.withRoom(words[1], done,
                  [this, off = words[0] == QLatin1String("disable"), done](const RoomUri& uri, const QString&) {
                    Core::RoomEdit edit;
                    edit.disabled = off;
                    modify(uri, edit, done);
                  });
}

void AdminCommands::ask(const QStringList& words, const Done& done) {
  if (words.size() < 2) return done(adminUsage("ask ROOM [WORDS]"));
  const QString why = words.mid(2).join(QLatin1Char(' '));
  rooms_.withRoom(words[1], done, [this, why, done](const RoomUri& uri, const QString&) {
    client_.joinRequests().ask(uri, why).then(this, [this, done](const Result<Core::JoinRequest>& request) {
      if (!request) return done(request.error());
      printer_.joinRequest(QStringLiteral("asked"), *request);
      done(success());
    });
  });
}

void AdminCommands::withdraw(const QStringList& words, const Done& done) {
  if (words.size() != 2) return done(adminUsage("withdraw ROOM"));
  rooms_.withRoom(words[1], done, [this, done](const RoomUri& uri, const QString&) {
    client_.joinRequests().withdraw(uri).then(this, [done](const Status& status) { done(status); });
  });
}

void AdminCommands::requests(const QStringList&, const Done& done) {
  for (const Core::JoinRequest& mine : client_.joinRequests().mine()) {
    printer_.joinRequest(QStringLiteral("own-request"), mine);
  }
  for (const Core::JoinRequest& other : client_.joinRequests().toAnswer()) {
    printer_.joinRequest(QStringLiteral("request"), other);
  }
  done(success());
}

void AdminCommands::answer(const QStringList& words, const Done& done) {
  if (words.size() != 3) return done(adminUsage("grant|decline ROOM WHO"));
  const auto who = SipUri::parse(words[2].toUtf8());
  if (!who) return done(who.error());
  const bool granted = words[0] == QLatin1String("grant");
  rooms_.withRoom(words[1], done, [this, who = *who, granted, done](const RoomUri& uri, const QString&) {
    client_.joinRequests().answer(uri, who, granted).then(this, [done](const Status& status) { done(status); });
  });
}

void AdminCommands::modify(const RoomUri& uri, const Core::RoomEdit& edit, const Done& done) {
  client_.admin().modify(uri, edit).then(this,
                                         [this, done](const Result<Core::RoomDetails>& room) { finish(room, done); });
}

void AdminCommands::finish(const Result<Core::RoomDetails>& room, const Done& done) {
  if (!room) return done(room.error());
  printer_.details(*room);
  done(success());
}

}  // namespace Parlour::Console
