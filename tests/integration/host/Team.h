// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Parlour::Tests {

// The organisation of the end-to-end tests: three people with policy, one without, and a room of each kind.
inline QByteArray teamOrganisation() {
  return R"({
  "domain": "orchard.example", "name": "Orchard",
  "users": [
    {"address": "ada", "name": "Ada Quince", "password": "pw-ada"},
    {"address": "bo", "name": "Bo Medlar", "password": "pw-bo"},
    {"address": "cy", "name": "Cy Sorb", "password": "pw-cy"},
    {"address": "off", "name": "Off Policy", "password": "pw-off", "persistentChat": false},
    {"address": "gone", "name": "Gone Person", "password": "pw-gone", "enabled": false}],
  "categories": [
    {"name": "All", "allowed": ["everyone"], "history": true, "invitations": true},
    {"name": "Passing", "allowed": ["everyone"], "history": false}],
  "rooms": [
    {"name": "Tide tables", "description": "When the boats can leave", "category": "All", "privacy": "open"},
    {"name": "Crew rota", "description": "Who sails when", "category": "All", "privacy": "closed", "members": ["ada", "bo"], "managers": ["bo"],
     "pendingInvitations": [{"user": "ada", "by": "bo", "time": "-2h"}]},
    {"name": "Harbour board", "category": "All", "privacy": "secret", "members": ["bo", "cy"]},
    {"name": "Town hall", "type": "auditorium", "category": "All", "privacy": "closed", "members": ["ada", "bo", "cy"], "presenters": ["bo"]},
    {"name": "Old pier", "category": "All", "privacy": "closed", "members": ["ada", "bo"], "disabled": true},
    {"name": "Whispers", "category": "Passing", "privacy": "open"}]})";
}

// The same with so many messages in "Tide tables": "line 1" to "line n" by Bo, the last of them now.
inline QByteArray teamWithHistory(int messages, int secondsApart) {
  QJsonObject all = QJsonDocument::fromJson(teamOrganisation()).object();
  QJsonArray history;
  for (int i = 1; i <= messages; ++i) {
    history.append(QJsonObject{{QStringLiteral("author"), QStringLiteral("bo")},
                               {QStringLiteral("time"), QStringLiteral("-%1s").arg((messages - i) * secondsApart)},
                               {QStringLiteral("text"), QStringLiteral("line %1").arg(i)}});
  }
  QJsonArray rooms = all.value(QStringLiteral("rooms")).toArray();
  QJsonObject room = rooms.first().toObject();
  room.insert(QStringLiteral("history"), history);
  rooms.replace(0, room);
  all.insert(QStringLiteral("rooms"), rooms);
  return QJsonDocument(all).toJson();
}

}  // namespace Parlour::Tests
