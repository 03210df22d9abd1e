// SPDX-License-Identifier: Apache-2.0
#include "app/console/Console.h"

#include "app/core/rooms/WhyNot.h"

namespace Parlour::Console {

Console::Console(const Options& options, Core::Client& client, Printer& printer, QObject* parent)
    : QObject(parent),
      options_(options),
      client_(client),
      printer_(printer),
      rooms_(client, printer),
      admin_(client, printer, rooms_) {
  timeLimit_.setSingleShot(true);
  connect(&timeLimit_, &QTimer::timeout, this, [this] {
    const QString awaited =
        awaitedText_.isEmpty() ? QString() : QStringLiteral(" Waited for \"%1\".").arg(awaitedText_);
    awaitedText_.clear();
    awaitedState_.reset();
    commandDone(Error::make(ErrorCode::Timeout, QStringLiteral("No answer within the time limit.") + awaited));
  });
  connectEvents();
}

void Console::connectEvents() {
  connect(&client_, &Core::Client::stepChanged, this, [this](const Core::StepProgress& step) { printer_.step(step); });
  connect(&client_, &Core::Client::statusChanged, this, [this] {
    printer_.status(client_.status());
    checkWait();
  });
  connect(&client_, &Core::Client::messageArrived, this, [this](Core::Room* room, const Core::Message& message) {
    printer_.message(QStringLiteral("message"), room->summary().name, message);
    if (awaitedText_.isEmpty() || !message.text.contains(awaitedText_)) return;
    awaitedText_.clear();
    commandDone(success());
  });
  connectRoomEvents();
}

void Console::connectRoomEvents() {
  connect(&client_, &Core::Client::roomEnded, this, [this](Core::Room* room) {
    Core::WhyNotFacts facts = Core::WhyNotFacts::of(*room);
    facts.managesRoom = client_.mayManage(room->uri());
    const QString why = Core::WhyNot::ended(facts);
    printer_.event(QStringLiteral("room-ended"),
                   {{QStringLiteral("uri"), room->uri().toString()}, {QStringLiteral("text"), why}},
                   QStringLiteral("\"%1\" %2").arg(room->summary().name, why));
  });
  connect(&client_, &Core::Client::invitationsChanged, this, [this] {
    for (const Core::Invitation& invitation : client_.invitations()) {
      if (invitation.number <= lastInvitation_) continue;
      lastInvitation_ = invitation.number;
      printer_.room(QStringLiteral("invited"), invitation.room, QStringLiteral("#%1").arg(invitation.number));
    }
  });
  connect(&client_, &Core::Client::joinRequestArrived, this, [this](const Core::JoinRequest& request) {
    printer_.joinRequest(QStringLiteral("request-arrived"), request);
  });
  connect(&client_, &Core::Client::joinRequestEnded, this, [this](const Core::JoinRequest& request) {
    const bool granted = request.state == Core::JoinRequestState::Granted;
    printer_.joinRequest(granted ? QStringLiteral("request-granted") : QStringLiteral("request-declined"), request);
  });
  connect(&client_, &Core::Client::roomAdded, this,
          [this](Core::Room* room) { printer_.room(QStringLiteral("room-added"), room->summary(), {}); });
  connect(&client_, &Core::Client::roomRemoved, this, [this](const RoomUri& uri) {
    printer_.event(QStringLiteral("room-removed"), {{QStringLiteral("uri"), uri.toString()}}, uri.toString());
  });
}

void Console::enqueue(const QString& line) {
  waiting_.enqueue(line);
  if (current_.isEmpty()) runNext();
}

void Console::endOfInput() {
  inputEnded_ = true;
  if (current_.isEmpty()) runNext();
}

void Console::runNext() {
  while (current_.isEmpty() && !quitting_) {
    if (waiting_.isEmpty()) {
      if (inputEnded_) finish();
      return;
    }
    const auto words = splitCommand(waiting_.dequeue());
    if (!words) {
      current_ = QStringLiteral("input");
      commandDone(words.error());
    } else if (!words->isEmpty() && !words->first().startsWith(QLatin1Char('#'))) {
      run(*words);
    }
  }
}

void Console::run(const QStringList& words) {
  current_ = words.first();
  ++commandNumber_;
  timeLimit_.start(options_.timeLimitSeconds * 1000);
  if (current_ == QLatin1String("sign-in")) return signIn(words);
  if (current_ == QLatin1String("sign-out")) return signOut();
  if (current_ == QLatin1String("wait-for")) return waitFor(words);
  if (current_ == QLatin1String("quit")) return finish();
  if (current_ == QLatin1String("help")) {
    const QStringList own = {QStringLiteral("sign-in [ADDRESS]        sign-out"),
                             QStringLiteral("wait-for TEXT [SECONDS]  until a message with that text arrives"),
                             QStringLiteral("wait-for connected|reconnecting [SECONDS]"), QStringLiteral("quit")};
    for (const QString& line : own + RoomCommands::help() + AdminCommands::help())
      printer_.event(QStringLiteral("help"), {{QStringLiteral("text"), line}}, line);
    return commandDone(success());
  }
  // An answer that comes after the time limit must not end the command that runs by then.
  const auto done = [this, number = commandNumber_](const Status& status) {
    if (number == commandNumber_) commandDone(status);
  };
  if (rooms_.run(words, done) || admin_.run(words, done)) return;
  commandDone(
      Error::make(ErrorCode::NotSupported, QStringLiteral("There is no command \"%1\". Type help.").arg(current_)));
}

void Console::commandDone(const Status& status) {
  if (current_.isEmpty()) return;  // came after the time limit, and no other command runs
  timeLimit_.stop();
  const QString command = std::exchange(current_, {});
  if (status) {
    printer_.event(QStringLiteral("ok"), {{QStringLiteral("command"), command}}, command);
  } else {
    printer_.error(command, status.error());
    failed_ = true;
    if (!options_.commands.isEmpty()) return finish();
  }
  QMetaObject::invokeMethod(
      this, [this] { runNext(); }, Qt::QueuedConnection);
}

void Console::signIn(const QStringList& words) {
  Core::SignInRequest account = options_.account;
  if (words.size() > 1) {
    const auto address = SipUri::parse(words[1].toUtf8());
    if (!address) return commandDone(address.error());
    account.address = *address;
  }
  if (account.address.isEmpty()) {
    return commandDone(
        Error::make(ErrorCode::InvalidArgument, QStringLiteral("Say who signs in: sign-in name@domain.")));
  }
  awaitedState_ = Core::ConnectionState::Connected;
  client_.signIn(account);
}

void Console::signOut() {
  awaitedState_ = Core::ConnectionState::SignedOut;
  client_.signOut();
  checkWait();
}

void Console::waitFor(const QStringList& words) {
  if (words.size() < 2)
    return commandDone(
        Error::make(ErrorCode::InvalidArgument, QStringLiteral("Use it like this: wait-for TEXT [SECONDS]")));
  if (words.size() > 2) timeLimit_.start(qBound(1, words[2].toInt(), 86'400) * 1000);
  if (words[1] == QLatin1String("connected")) {
    awaitedState_ = Core::ConnectionState::Connected;
    return checkWait();
  }
  if (words[1] == QLatin1String("reconnecting")) {
    awaitedState_ = Core::ConnectionState::Reconnecting;
    return checkWait();
  }
  for (const Core::Room* room : client_.rooms()) {
    const auto& timeline = room->timeline();
    for (int row = 0; row < timeline.count(); ++row) {
      if (timeline.at(row).text.contains(words[1]) && !timeline.at(row).own) return commandDone(success());
    }
  }
  awaitedText_ = words[1];
}

void Console::checkWait() {
  if (!awaitedState_) return;
  const auto& status = client_.status();
  if (status.state == *awaitedState_) {
    awaitedState_.reset();
    return commandDone(success());
  }
  const bool refused = status.state == Core::ConnectionState::Refused;
  const bool signInFailed =
      current_ == QLatin1String("sign-in") && status.state == Core::ConnectionState::SignedOut && status.error;
  if (!refused && !signInFailed) return;
  awaitedState_.reset();
  commandDone(status.error.value_or(Error::make(ErrorCode::Internal, QStringLiteral("Signing in failed."))));
}

void Console::finish() {
  if (quitting_) return;
  quitting_ = true;
  timeLimit_.stop();
  current_.clear();
  awaitedState_.reset();
  const auto state = client_.status().state;
  if (state == Core::ConnectionState::SignedOut || state == Core::ConnectionState::Refused) {
    QMetaObject::invokeMethod(this, &Console::finished, Qt::QueuedConnection);
    return;
  }
  connect(&client_, &Core::Client::signedOut, this, &Console::finished);
  QTimer::singleShot(3'000, this, &Console::finished);  // a dead server must not keep us
  client_.signOut();
}

}  // namespace Parlour::Console
