// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>

#include "app/core/feeds/Feed.h"

namespace Parlour::Core {

// A feed with what it has gathered and how far it was read, a number for each room.
struct FeedRecord {
  FeedDefinition definition;
  FeedHits hits;
  QHash<RoomUri, ChatId> readUpTo;
};

// Feeds as bytes for the settings, in JSON. No message's text is written, only its place. Reading never fails: what
// makes no sense is left out, and what is over a limit too. Pure functions.
QByteArray writeFeeds(const QList<FeedRecord>& feeds);
QList<FeedRecord> readFeeds(const QByteArray& bytes);

}  // namespace Parlour::Core
