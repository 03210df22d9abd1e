// SPDX-License-Identifier: Apache-2.0
#include "server-sim/metrics/EventLog.h"

#include <algorithm>

namespace Parlour::Server {
namespace {

constexpr size_t kEventsKept = 200;
constexpr qint64 kBurstMs = 60'000;

}  // namespace

void EventLog::append(Kept kept) {
  kept.event.number = ++lastNumber_;
  events_.push_back(std::move(kept));
  if (events_.size() > kEventsKept) events_.pop_front();
}

void EventLog::add(Severity severity, const QString& text, EventTopic topic) {
  const std::lock_guard lock(mutex_);
  append({Event{0, clock_.now(), severity, topic, text}, {}});
}

void EventLog::update(const QByteArray& key, Severity severity, const QString& text, EventTopic topic) {
  const std::lock_guard lock(mutex_);
  const Timestamp now = clock_.now();
  const auto same = [&key](const Kept& kept) { return kept.key == key; };
  const auto found = std::find_if(events_.rbegin(), events_.rend(), same);
  if (found != events_.rend() && now.toMs() - found->event.time.toMs() < kBurstMs) {
    found->event.severity = severity;
    found->event.text = text;
    return;
  }
  append({Event{0, now, severity, topic, text}, key});
}

std::vector<Event> EventLog::newest(size_t limit) const {
  const std::lock_guard lock(mutex_);
  std::vector<Event> newest;
  for (auto kept = events_.rbegin(); kept != events_.rend() && newest.size() < limit; ++kept) {
    newest.push_back(kept->event);
  }
  return newest;
}

}  // namespace Parlour::Server
