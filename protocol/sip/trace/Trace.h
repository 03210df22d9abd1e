// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <deque>
#include <functional>
#include <mutex>

#include "protocol/support/Clock.h"

namespace Parlour::Sip {

// One SIP message as it went over the wire, secrets already masked.
struct TraceRecord {
  quint64 number = 0;  // rises by one a record; never reused
  Timestamp time;
  bool outgoing = false;
  quint64 connection = 0;
  QByteArray text;  // whole message, start line to body
};

// Masks credentials (response, nonce, gssapi-data, cnonce, opaque of authentication headers), file tokens and
// passwords in a message text. Length of what is masked does not show.
QByteArray redact(const QByteArray& messageText);

// The newest `capacity` records in memory, 64 MB of text at most. Thread-safe: the SIP thread writes, anyone reads.
// Everything is redacted on the way in.
class TraceBuffer {
 public:
  explicit TraceBuffer(const Clock& clock, size_t capacity = 20'000);
  void add(bool outgoing, quint64 connection, const QByteArray& messageText);
  QList<TraceRecord> recordsAfter(quint64 number) const;
  quint64 lastNumber() const;
  void clear();
  // Called after each add, on the adding thread; keep it short (post an event).
  void setListener(std::function<void()> listener);

 private:
  const Clock& clock_;
  const size_t capacity_;
  mutable std::mutex mutex_;
  std::deque<TraceRecord> ring_;  // numbers without gaps
  qsizetype bytes_ = 0;
  quint64 last_ = 0;
  std::function<void()> listener_;
};

}  // namespace Parlour::Sip
