// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server-sim/web/FormData.h"
#include "server-sim/web/PageWriter.h"

// The pages, made of what WebBackend answers. Pure functions; any thread. `entered` is a form that was refused: its
// values are shown again instead of those that count.
namespace Parlour::Server::WebPages {

// A text of an object of WebJson; empty when it has none.
inline QString textOf(const QJsonObject& object, const char* key) {
  return object.value(QLatin1String(key)).toString();
}

// `formToken` of the frame is the one of the browser that is not signed in yet.
QByteArray signIn(const PageFrame& frame, const QString& name, bool passwordNeeded);
// An error in place of a page: what failed and what to do.
QByteArray failure(const PageFrame& frame, const QString& text);

QByteArray rooms(const PageFrame& frame, const QJsonObject& result, const FormData& query, qint64 nowMs);
QByteArray room(const PageFrame& frame, const QJsonObject& room, const FormData& entered);
QByteArray newRoom(const PageFrame& frame, const QJsonObject& offer, const FormData& entered);
// Asks before a room is disabled or deleted; `deed` is "disable" or "remove".
QByteArray confirmRoom(const PageFrame& frame, const QJsonObject& room, const QString& deed);
// The list for spreadsheets.
QByteArray roomsAsCsv(const QJsonObject& result);

QByteArray categories(const PageFrame& frame, const QJsonArray& categories);
QByteArray category(const PageFrame& frame, const QJsonObject& category, const FormData& entered);
QByteArray newCategory(const PageFrame& frame, const FormData& entered);
QByteArray people(const PageFrame& frame, const QJsonArray& people, const QString& words);
QByteArray person(const PageFrame& frame, const QJsonObject& person);
// `report` is StatusBoard::report(). Times are those of the place where the server stands.
QByteArray status(const PageFrame& frame, const QJsonObject& report);

}  // namespace Parlour::Server::WebPages
