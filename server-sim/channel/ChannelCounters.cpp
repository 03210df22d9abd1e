// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/ChannelCounters.h"

#include "server-sim/metrics/MetricSet.h"

namespace Parlour::Server {
namespace {

double valueOf(const Counter& counter) { return static_cast<double>(counter.value()); }

}  // namespace

void collect(const ChannelCounters& counters, MetricSet& set) {
  set.counter("parlour_posts_received", "Posts that arrived.", valueOf(counters.postsReceived));
  set.counter("parlour_posts_accepted", "Posts taken for storing and sending.", valueOf(counters.postsAccepted));
  set.counter("parlour_posts_refused", "Posts that broke a rule.", valueOf(counters.postsRefused));
  set.counter("parlour_posts_sent", "Posts sent to their rooms.", valueOf(counters.postsSent));
  set.counter("parlour_posts_repeated", "Posts that had been accepted before.", valueOf(counters.postsRepeated));
  set.counter("parlour_posts_failed", "Posts that could not be stored.", valueOf(counters.postsFailed));
  set.counter("parlour_deliveries", "Copies of posts sent to sessions.", valueOf(counters.deliveries));
  set.counter("parlour_joins", "Entries of sessions into rooms.", valueOf(counters.joins));
  set.counter("parlour_commands", "Chat commands received.", valueOf(counters.commands));
  set.counter("parlour_unreadable", "Message bodies that could not be read.", valueOf(counters.unreadable));
  set.counter("parlour_history_requests", "Requests for recent history.", valueOf(counters.historyRequests));
  set.counter("parlour_search_requests", "Searches in history.", valueOf(counters.searchRequests));
  constexpr char shed[] = "parlour_requests_shed";
  constexpr char shedHelp[] = "Requests answered 503, by their kind.";
  set.counter(shed, shedHelp, valueOf(counters.shedPosts), {{"class", "post"}});
  set.counter(shed, shedHelp, valueOf(counters.shedByRate), {{"class", "rate"}});
  set.histogram("parlour_post_seconds", "From the arrival of a post until it was sent to all.",
                counters.postUs.counts());
  set.histogram("parlour_history_seconds", "From a request for recent history to its reply.",
                counters.historyUs.counts());
  set.histogram("parlour_search_seconds", "From a search in history to its reply.", counters.searchUs.counts());
}

}  // namespace Parlour::Server
