// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <deque>
#include <mutex>
#include <vector>

#include "protocol/support/Clock.h"

namespace Parlour::Server {

enum class Severity { Good, Notice, Warning, Failure };

// What an event is about; chooses its sign on the status page.
enum class EventTopic { Server, Load, Storage, People, Administration };

struct Event {
  quint64 number = 0;  // counts from 1
  Timestamp time;
  Severity severity = Severity::Notice;
  EventTopic topic = EventTopic::Server;
  QString text;
};

// What an operator should know happened, newest 200 kept, in one sentence each and without secrets: "Queue reached its
// limit of 500". Shared by the components of one server, any thread.
class EventLog {
 public:
  explicit EventLog(const Clock& clock) : clock_(clock) {}

  void add(Severity severity, const QString& text, EventTopic topic = EventTopic::Server);
  // For what comes in bursts ("12 requests shed with 503"): replaces the event of the same key, of whatever text, while
  // that is younger than a minute; adds one otherwise.
  void update(const QByteArray& key, Severity severity, const QString& text, EventTopic topic = EventTopic::Server);
  // Newest first.
  std::vector<Event> newest(size_t limit) const;

 private:
  struct Kept {
    Event event;
    QByteArray key;
  };
  void append(Kept kept);

  const Clock& clock_;
  mutable std::mutex mutex_;
  std::deque<Kept> events_;  // oldest first
  quint64 lastNumber_ = 0;
};

}  // namespace Parlour::Server
