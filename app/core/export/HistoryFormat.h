// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <memory>

#include "app/core/Types.h"

namespace Parlour::Core {

enum class HistoryFile { Text, Html, Json };

// What the head of an exported history says. An empty bound leaves that end of the range open.
struct HistoryHead {
  QString roomName;
  RoomUri room;
  Timestamp from;
  Timestamp to;
  Timestamp madeAt;
};

// Makes the bytes of an exported history, in UTF-8 with times in UTC: a head, each message in the given order, an end.
// What people wrote cannot become markup, look like another message or turn the direction of a line that is not
// theirs; an HTML file loads nothing and runs nothing. One file a formatter; any thread.
class HistoryFormat {
 public:
  virtual ~HistoryFormat() = default;
  virtual QByteArray head(const HistoryHead& head) = 0;
  virtual QByteArray message(const Message& message) = 0;
  virtual QByteArray foot() = 0;
};

std::unique_ptr<HistoryFormat> makeHistoryFormat(HistoryFile kind);

}  // namespace Parlour::Core
