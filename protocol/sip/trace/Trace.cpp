// SPDX-License-Identifier: Apache-2.0
#include "protocol/sip/trace/Trace.h"

#include <algorithm>
#include <utility>

namespace Parlour::Sip {

namespace {
constexpr qsizetype kMaxTraceBytes = 64 * 1024 * 1024;
}

TraceBuffer::TraceBuffer(const Clock& clock, size_t capacity)
    : clock_(clock), capacity_(std::max<size_t>(capacity, 1)) {}

void TraceBuffer::add(bool outgoing, quint64 connection, const QByteArray& messageText) {
  TraceRecord record{0, clock_.now(), outgoing, connection, redact(messageText)};
  std::function<void()> listener;
  {
    const std::lock_guard lock(mutex_);
    record.number = ++last_;
    bytes_ += record.text.size();
    ring_.push_back(std::move(record));
    while (ring_.size() > capacity_ || (bytes_ > kMaxTraceBytes && ring_.size() > 1)) {
      bytes_ -= ring_.front().text.size();
      ring_.pop_front();
    }
    listener = listener_;
  }
  if (listener) listener();
}

QList<TraceRecord> TraceBuffer::recordsAfter(quint64 number) const {
  const std::lock_guard lock(mutex_);
  QList<TraceRecord> found;
  if (ring_.empty() || number >= last_) return found;
  const quint64 oldest = ring_.front().number;
  const auto skip = static_cast<std::ptrdiff_t>(number < oldest ? 0 : number - oldest + 1);
  found.reserve(static_cast<qsizetype>(ring_.size()) - skip);
  std::copy(ring_.begin() + skip, ring_.end(), std::back_inserter(found));
  return found;
}

quint64 TraceBuffer::lastNumber() const {
  const std::lock_guard lock(mutex_);
  return last_;
}

void TraceBuffer::clear() {
  const std::lock_guard lock(mutex_);
  ring_.clear();
  bytes_ = 0;
}

void TraceBuffer::setListener(std::function<void()> listener) {
  const std::lock_guard lock(mutex_);
  listener_ = std::move(listener);
}

}  // namespace Parlour::Sip
