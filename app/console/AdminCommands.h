// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/console/RoomCommands.h"

namespace Parlour::Console {

// The console commands that create, staff and change rooms. Each calls `done` exactly once.
class AdminCommands : public QObject {
  Q_OBJECT

 public:
  using Done = RoomCommands::Done;
  AdminCommands(Core::Client& client, Printer& printer, RoomCommands& rooms);

  // False when the first word is none of these commands.
  bool run(const QStringList& words, const Done& done);
  static QStringList help();

 private:
  using Handler = void (AdminCommands::*)(const QStringList& words, const Done& done);

  void categories(const QStringList& words, const Done& done);
  void create(const QStringList& words, const Done& done);
  void show(const QStringList& words, const Done& done);
  void changeRole(const QStringList& words, const Done& done);
  void disable(const QStringList& words, const Done& done);
  void ask(const QStringList& words, const Done& done);
  void withdraw(const QStringList& words, const Done& done);
  void requests(const QStringList& words, const Done& done);
  void answer(const QStringList& words, const Done& done);
  void createIn(const Core::CategoryChoice& category, const QString& name, const Done& done);
  void modify(const RoomUri& uri, const Core::RoomEdit& edit, const Done& done);
  void finish(const Result<Core::RoomDetails>& room, const Done& done);

  Core::Client& client_;
  Printer& printer_;
  RoomCommands& rooms_;
  QHash<QString, Handler> handlers_;
};

}  // namespace Parlour::Console
