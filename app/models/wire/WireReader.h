// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>

#include "app/models/wire/RoomNames.h"
#include "app/models/wire/WireFacts.h"
#include "app/models/wire/WireMessage.h"
#include "app/models/wire/WireRow.h"
#include "app/models/wire/WireTransactions.h"
#include "protocol/sip/trace/Trace.h"

namespace Parlour::Models {

// What a message means for an earlier row: its request got an answer, its command a reply.
struct WireAnswer {
  quint64 number = 0;      // of the earlier row
  bool ofCommand = false;  // the chat reply rather than the SIP answer
  bool shown = false;      // status and time below belong on the request's row
  QString statusText;
  WireStatus status = WireStatus::None;
  std::optional<qint64> elapsedMs;
};

struct WireReading {
  WireRow row;
  bool expectsAnswer = false;  // a request that the other side must answer
  bool expectsReply = false;   // a chat command
  QList<WireAnswer> answers;
};

// Turns trace records into rows, in order, remembering transactions, room names and facts on the way.
class WireReader {
 public:
  WireReading read(const Sip::TraceRecord& record);
  const WireFacts& facts() const { return facts_; }
  void clear();

 private:
  void readRequest(const WireMessage& message, WireReading& reading);
  void readResponse(const WireMessage& message, WireReading& reading);
  void readChat(const WireMessage& message, const Xccos::Envelope& envelope, WireReading& reading);
  void readUnknown(WireReading& reading) const;

  RoomNames names_;
  WireFacts facts_;
  WireTransactions transactions_;
};

}  // namespace Parlour::Models
