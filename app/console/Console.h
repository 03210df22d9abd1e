// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QQueue>
#include <QTimer>

#include "app/console/AdminCommands.h"
#include "app/console/CommandLine.h"
#include "app/console/Printer.h"
#include "app/console/RoomCommands.h"
#include "app/core/Client.h"

namespace Parlour::Console {

// Runs console commands one after the other on a Client and prints what happens meanwhile. Ends with the
// first failure when the commands came from -e, at `quit` or the end of the input otherwise.
class Console : public QObject {
  Q_OBJECT

 public:
  Console(const Options& options, Core::Client& client, Printer& printer, QObject* parent = nullptr);

  void enqueue(const QString& line);
  void endOfInput();
  int exitStatus() const { return failed_ ? 1 : 0; }

 Q_SIGNALS:
  void finished();

 private:
  void runNext();
  void run(const QStringList& words);
  void commandDone(const Status& status);
  void signIn(const QStringList& words);
  void signOut();
  void waitFor(const QStringList& words);
  void checkWait();
  void finish();
  void connectEvents();
  void connectRoomEvents();

  const Options options_;
  Core::Client& client_;
  Printer& printer_;
  RoomCommands rooms_;
  AdminCommands admin_;
  QQueue<QString> waiting_;
  QTimer timeLimit_;
  QString current_;  // first word of the running command; empty: none runs
  quint64 commandNumber_ = 0;
  quint64 lastInvitation_ = 0;  // printed
  QString awaitedText_;         // wait-for: part of a message
  std::optional<Core::ConnectionState> awaitedState_;
  bool inputEnded_ = false;
  bool failed_ = false;
  bool quitting_ = false;
};

}  // namespace Parlour::Console
