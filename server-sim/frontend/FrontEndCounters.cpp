// SPDX-License-Identifier: Apache-2.0
#include "server-sim/frontend/FrontEndCounters.h"

#include "server-sim/metrics/MetricSet.h"

namespace Parlour::Server {
namespace {

double total(const Counter& counter) { return static_cast<double>(counter.value()); }
double level(const Gauge& gauge) { return static_cast<double>(gauge.value()); }

}  // namespace

quint64 FrontEndCounters::shed() const {
  return shedSignIns.value() + shedReading.value() + shedPosts.value() + limitedUsers.value() +
         limitedAddresses.value() + sessionsFull.value();
}

void collect(const FrontEndCounters& counters, MetricSet& set) {
  set.counter("parlour_sip_requests", "SIP requests received.", total(counters.requests));
  set.counter("parlour_sign_ins", "Sign-ins that reached the chat dialog.", total(counters.signIns));
  constexpr char refused[] = "parlour_sign_ins_refused";
  constexpr char refusedHelp[] = "Tries to sign in that were refused, by reason.";
  set.counter(refused, refusedHelp, total(counters.refusedUsers), {{"reason", "credentials"}});
  set.counter(refused, refusedHelp, total(counters.lockedOut), {{"reason", "locked_out"}});
  constexpr char shed[] = "parlour_requests_shed";
  constexpr char shedHelp[] = "Requests answered 503, by their kind.";
  set.counter(shed, shedHelp, total(counters.shedSignIns), {{"class", "sign_in"}});
  set.counter(shed, shedHelp, total(counters.shedReading), {{"class", "reading"}});
  set.counter(shed, shedHelp, total(counters.shedPosts), {{"class", "post_overload"}});
  set.counter(shed, shedHelp, total(counters.limitedUsers), {{"class", "user_rate"}});
  set.counter(shed, shedHelp, total(counters.limitedAddresses), {{"class", "address_rate"}});
  set.counter(shed, shedHelp, total(counters.sessionsFull), {{"class", "sessions"}});
  set.counter("parlour_sessions_cut", "Chat dialogs whose client did not keep up.", total(counters.cutSlow));
  constexpr char expired[] = "parlour_expired";
  constexpr char expiredHelp[] = "What ended because nobody refreshed it.";
  set.counter(expired, expiredHelp, total(counters.expiredRegistrations), {{"what", "registration"}});
  set.counter(expired, expiredHelp, total(counters.expiredSessions), {{"what", "session"}});
  set.counter(expired, expiredHelp, total(counters.expiredSubscriptions), {{"what", "subscription"}});
  set.gauge("parlour_sign_ins_in_flight", "Sign-ins under way.", level(counters.signInsInFlight));
  set.gauge("parlour_load_level", "0: all is taken; 1: no sign-ins; 2: no reading either; 3: no posts either.",
            level(counters.loadLevel));
}

}  // namespace Parlour::Server
