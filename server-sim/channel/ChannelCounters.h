// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server-sim/metrics/Counter.h"
#include "server-sim/metrics/Histogram.h"

namespace Parlour::Server {

class MetricSet;

// What the chat service counts since its start; times are microseconds. Every post received is refused, shed or
// accepted; every accepted one is sent, repeated or failed.
struct ChannelCounters {
  Counter postsReceived;
  Counter postsRefused;   // by a rule
  Counter shedPosts;      // 503: too many wait for the disk
  Counter postsAccepted;  // by the store's queue
  Counter postsSent;      // numbered and sent to the room
  Counter postsRepeated;  // known already, told to their sender again
  Counter postsFailed;    // the store could not
  Counter deliveries;     // copies of posts to sessions
  Counter joins;          // of one session into one room
  Counter commands;
  Counter shedByRate;  // 503: a session that asks too often
  Counter unreadable;  // bodies that are no envelope
  Counter historyRequests;
  Counter searchRequests;
  Histogram postUs;  // from the arrival of a post until it was sent to all
  Histogram historyUs;
  Histogram searchUs;
  Gauge waitingPeak;  // posts that waited for the disk, since it was taken
};

void collect(const ChannelCounters& counters, MetricSet& set);

}  // namespace Parlour::Server
