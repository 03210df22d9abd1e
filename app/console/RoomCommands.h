// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QObject>
#include <functional>

#include "app/console/Printer.h"
#include "app/core/Client.h"

namespace Parlour::Console {

// The console commands about rooms and messages. Each calls `done` exactly once.
class RoomCommands : public QObject {
  Q_OBJECT

 public:
  using Done = std::function<void(const Status&)>;
  RoomCommands(Core::Client& client, Printer& printer);

  // False when the first word is none of these commands.
  bool run(const QStringList& words, const Done& done);
  static QStringList help();
  // Finds the room among those followed, open or managed, else by a search; calls `then`, or `done` with the error.
  using WithRoom = std::function<void(const RoomUri& uri, const QString& name)>;
  void withRoom(const QString& nameOrUri, const Done& done, const WithRoom& then);

 private:
  using Handler = void (RoomCommands::*)(const QStringList& words, const Done& done);

  void finishWhen(QFuture<Status> future, const Done& done);
  void listRooms(const QStringList& words, const Done& done);
  void search(const QStringList& words, const Done& done);
  void follow(const QStringList& words, const Done& done);
  void unfollow(const QStringList& words, const Done& done);
  void open(const QStringList& words, const Done& done);
  void close(const QStringList& words, const Done& done);
  void say(const QStringList& words, const Done& done);
  void watchPost(Core::Room* room, quint64 localId, const Done& done);
  void history(const QStringList& words, const Done& done);
  void find(const QStringList& words, const Done& done);
  void members(const QStringList& words, const Done& done);
  void invitations(const QStringList& words, const Done& done);
  void presence(const QStringList& words, const Done& done);
  void watch(const QStringList& words, const Done& done);
  void printPresence(const Core::Room& room);

  Core::Client& client_;
  Printer& printer_;
  QHash<QString, Handler> handlers_;
  QHash<SipUri, Core::Presence> printed_;  // of the room that is watched
  QMetaObject::Connection watched_;
};

}  // namespace Parlour::Console
