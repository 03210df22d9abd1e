// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QString>
#include <functional>

#include "app/core/Client.h"

namespace Parlour::Console {

// Prints one event a line, as text or as JSON with the member "event". Text holds neither line breaks nor
// control characters: other people write it.
class Printer {
 public:
  using Sink = std::function<void(const QByteArray& line)>;
  Printer(bool json, Sink sink) : json_(json), sink_(std::move(sink)) {}

  void event(const QString& name, const QJsonObject& members, const QString& text);
  void error(const QString& command, const Error& error);
  void step(const Core::StepProgress& progress);
  void status(const Core::ConnectionStatus& status);
  void message(const QString& event, const QString& roomName, const Core::Message& message);
  void room(const QString& event, const Core::RoomSummary& room, const QString& remark);
  void invitation(const Core::Invitation& invitation);
  void joinRequest(const QString& event, const Core::JoinRequest& request);
  void category(const Core::CategoryChoice& category);
  void details(const Core::RoomDetails& room);  // one event for the room and one for each entry of its lists
  void presence(const Core::Participant& participant);
  void participant(const Core::Participant& participant);

 private:
  void listEntry(const QString& role, const Core::Principal& principal);

  bool json_;
  Sink sink_;
};

QString stepName(Core::SignInStep step);
QString presenceName(Core::Presence presence);

}  // namespace Parlour::Console
