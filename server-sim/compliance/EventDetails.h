// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>

#include "protocol/support/sqlite/Database.h"
#include "server-sim/compliance/ComplianceEvent.h"

// What more is known of the rooms and people of a batch when it is formed (settings AddChatRoomDetails,
// AddUserDetails):
//   {"rooms":{"42":{"category":"…","description":"…","topic":"…","privacy":"open","type":"normal","history":true}},
//    "users":{"10":{"company":"…","title":"…"}}}
// by their numbers. Kept with the batch, so that it reads the same however often it is tried.
namespace Parlour::Server::EventDetails {

// Reads them from chat.db. Those that are gone are left out.
Result<QJsonObject> read(Sqlite::Database& chat, const std::vector<ComplianceEvent>& events);

QJsonObject ofRoom(const QJsonObject& details, const EventRoom& room);
QJsonObject ofUser(const QJsonObject& details, const EventUser& user);

}  // namespace Parlour::Server::EventDetails
