// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>

#include "protocol/sip/trace/Trace.h"
#include "protocol/support/Clock.h"

namespace Parlour::Testing {

struct TranscriptMessage {
  qint64 offsetMs = 0;
  bool outgoing = false;
  QByteArray text;  // CR LF line ends, Content-Length as in the body
};

// Reads tests/transcripts/wire/<name>.trace: "@ seconds > or <" before each message; lines before the first
// one are comments. Empty when the file cannot be read.
QList<TranscriptMessage> readTranscript(const QByteArray& name);

// A clock that a replay sets; starts at 2026-11-16T08:00:00Z.
class ReplayClock final : public Clock {
 public:
  Timestamp now() const override { return Timestamp::fromMs(kStartMs + offsetMs_); }
  qint64 monotonicMs() const override { return offsetMs_; }
  void setOffsetMs(qint64 offsetMs) { offsetMs_ = offsetMs; }

 private:
  static constexpr qint64 kStartMs = 1'794'816'000'000;
  qint64 offsetMs_ = 0;
};

// Writes the messages into the buffer, each at its time.
void replay(const QList<TranscriptMessage>& messages, ReplayClock& clock, Sip::TraceBuffer& buffer);

}  // namespace Parlour::Testing
