// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <span>

#include "server-sim/channel/AccessPolicy.h"

namespace Parlour::Server {

// Everything somebody may or may not do with one room, by name: what explanations and the permission table of the
// tests go through. Pure functions.
struct AccessAction {
  const char* name;   // "join"
  const char* words;  // "Join the room"
  Decision (*decide)(const Standing& user, const RoomTraits& room);
  bool ofDisabledRooms = false;  // means nothing in a room that is enabled
};

// Posting is decided as if the user had joined whenever he may.
std::span<const AccessAction> accessActions();

// The reason of a refusal with whom to ask: "Only members may join this room. Ask Marta Nowak or Ben Carter."
// `managers` are names of the room's managers; of many only the first are given, and none to somebody who is told
// that the room does not exist. Empty for what is allowed.
QString explain(const Decision& decision, const QStringList& managers);

}  // namespace Parlour::Server
