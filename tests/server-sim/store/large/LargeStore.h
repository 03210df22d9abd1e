// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include "protocol/support/Result.h"
#include "server-sim/org/Organisation.h"

namespace Parlour::Server::Large {

struct Shape {
  int users = 20'000;
  int rooms = 33'000;
  int roomsPerUser = 16;
  qint64 messages = 10'000'000;
};

// The first room holds 100,000 messages and the next sixteen 1,000,000 between them (or as many as there are); they
// are all rooms of user 0. The rest is spread evenly.
constexpr qint64 kPageRoomMessages = 100'000;
constexpr int kSearchRooms = 16;
constexpr qint64 kSearchMessages = 1'000'000;

QString roomName(int number);
QByteArray userAddress(int number);
Organisation organisation(const Shape& shape);

// A word of made-up texts; words of rank r appear about as often as 1/r, rank 0 in most messages.
QByteArray word(int rank);
QByteArray rareWord();  // in one of 100,000 messages
QByteArray text(qint64 number);

// Fills an empty store with all messages of the shape, past the server's own way of writing: this is for measuring
// what stands in the files, not how it came there.
Status fill(const QString& dataDirectory, const Shape& shape);

}  // namespace Parlour::Server::Large
