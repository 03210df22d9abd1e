// SPDX-License-Identifier: Apache-2.0
#include "tests/perf/load/GoalTable.h"

namespace Parlour::Perf {
namespace {

using Kind = Goal::Kind;

QString text(const char* utf8) { return QString::fromUtf8(utf8); }

Goal goal(const char* what, const QStringList& scenarios, const char* figure, Kind kind, double bound,
          const char* unit) {
  Goal made;
  made.what = text(what);
  made.scenarios = scenarios;
  made.figure = text(figure);
  made.kind = kind;
  made.bound = bound;
  made.unit = text(unit);
  return made;
}

Goal atMost(const char* what, const char* scenario, const char* figure, double bound, const char* unit) {
  return goal(what, {text(scenario)}, figure, Kind::AtMost, bound, unit);
}

Goal atLeast(const char* what, const char* scenario, const char* figure, double bound, const char* unit) {
  Goal made = goal(what, {text(scenario)}, figure, Kind::AtLeast, bound, unit);
  made.decimals = 0;
  return made;
}

Goal beside(Goal made, const char* peer, const char* floor) {
  made.peer = text(peer);
  made.floor = text(floor);
  return made;
}

Goal scaled(Goal made, double scale, int decimals) {
  made.scale = scale;
  made.decimals = decimals;
  return made;
}

Goal ratio(const char* what, const char* scenario, const char* floor) {
  Goal made = beside(atMost(what, scenario, "serverCpuUs", 1.8, " µs"), "", floor);
  made.ofFloor = true;
  return made;
}

Goal told(Goal made) {
  made.judged = false;
  return made;
}

Goal inStoreOf(double messages, Goal made) {
  made.leastMessages = messages;
  return made;
}

QList<Goal> deliveryGoals() {
  return {
      beside(atMost("CPU per delivered INFO, room of 100, w=16", "room-100-w16", "serverCpuUs", 11, " µs"), "50-53 µs",
             "floor-room-100-w16"),
      ratio("  against the plain SIP-shaped floor", "room-100-w16", "floor-room-100-w16"),
      told(ratio("  against the floor that writes once a commit", "room-100-w16", "floor-coalesced-room-100-w16")),
      beside(atMost("CPU per delivered INFO, room of 500, w=16", "room-500-w16", "serverCpuUs", 12, " µs"), "44-46 µs",
             "floor-room-500-w16"),
      ratio("  against the plain SIP-shaped floor", "room-500-w16", "floor-room-500-w16"),
      told(ratio("  against the floor that writes once a commit", "room-500-w16", "floor-coalesced-room-500-w16")),
      beside(atLeast("deliveries per second, room of 100, w=16", "room-100-w16", "rate", 75'000, ""), "21,500",
             "floor-room-100-w16"),
      beside(atLeast("deliveries per second, room of 500, w=16", "room-500-w16", "rate", 75'000, ""), "29,400",
             "floor-room-500-w16"),
  };
}

// Of what the server does without it.
QList<Goal> complianceGoals() {
  QList<Goal> list;
  for (const char* room : {"room-20-w16", "room-100-w16"}) {
    const QByteArray on = QByteArray(room) + "-compliance-on";
    const QByteArray off = QByteArray(room) + "-compliance-off";
    const QByteArray cpu = "CPU per delivered INFO with compliance, " + QByteArray(room);
    const QByteArray rate = "deliveries per second with compliance, " + QByteArray(room);
    for (Goal made : {atMost(cpu.constData(), on.constData(), "serverCpuUs", 1.1, " µs"),
                      goal(rate.constData(), {text(on.constData())}, "rate", Kind::AtLeast, 0.9, "")}) {
      made = beside(made, "", off.constData());
      made.ofFloor = true;
      list.append(made);
    }
  }
  return list;
}

QList<Goal> latencyGoals() {
  QList<Goal> list{
      beside(atMost("post to last delivery, room of 100, w=1, p50", "room-100-w1", "p50Ms", 2, " ms"), "3.8 ms",
             "floor-room-100-w1"),
      beside(atMost("  p99", "room-100-w1", "p99Ms", 5, " ms"), "13 ms", "floor-room-100-w1"),
      beside(atMost("post to last delivery, room of 500, w=1, p50", "room-500-w1", "p50Ms", 7, " ms"), "14 ms",
             "floor-room-500-w1"),
      beside(atMost("  p99", "room-500-w1", "p99Ms", 18, " ms"), "36 ms", "floor-room-500-w1"),
      beside(atLeast("50 rooms of 20, w=1 in each: posts per second", "rooms-50x20-w1", "postsPerSecond", 2'500, ""),
             "708", "floor-rooms-50x20-w1"),
      beside(atMost("  CPU a delivery", "rooms-50x20-w1", "serverCpuUs", 20, " µs"), "82 µs", "floor-rooms-50x20-w1"),
  };
  for (Goal& one : list) {
    if (one.unit == QLatin1String(" ms")) one.decimals = 2;
  }
  return list;
}

QList<Goal> userGoals() {
  return {
      beside(atLeast("sign-ins per second, 20 rooms joined, with history", "sign-in-20-rooms", "rate", 1'500, ""),
             "1,065 (1 room, none)", "floor-sign-in"),
      beside(scaled(atMost("  CPU each", "sign-in-20-rooms", "serverCpuUs", 0.7, " ms"), 1e-3, 2),
             "1.5 ms (1 room, none)", "floor-sign-in"),
      beside(atMost("memory, nobody signed in", "sign-in-2000", "emptyPssMb", 20, " MB"), "10 MB", "floor-sign-in"),
      beside(atMost("  per user, 500 signed in", "sign-in-500", "kbPerUser", 8, " KB"), "", "floor-sign-in"),
      beside(atMost("  per user, 2,000 signed in", "sign-in-2000", "kbPerUser", 8, " KB"), "37 KB", "floor-sign-in"),
      beside(atMost("  per user, 10,000 signed in", "sign-in-10000", "kbPerUser", 8, " KB"), "", "floor-sign-in"),
  };
}

// The slowest of the three kinds of words.
Goal search(const char* what, const char* where, const char* figure, double bound) {
  QStringList kinds;
  for (const char* words : {"search-rare", "search-frequent", "search-two"}) kinds.append(text(words) + text(where));
  Goal made = scaled(goal(what, kinds, figure, Kind::AtMost, bound, " ms"), 1, 2);
  return inStoreOf(1'000'000, beside(made, "none offers it", ""));
}

QList<Goal> readingGoals() {
  return {
      beside(scaled(atMost("latest 25 of 100,000, one client, p50", "latest-25-w1", "p50Ms", 1, " ms"), 1, 2), "2.3 ms",
             "floor-latest-25"),
      beside(scaled(atMost("  p99", "latest-25-w1", "p99Ms", 2, " ms"), 1, 2), "4.9 ms", "floor-latest-25"),
      beside(atLeast("  eight clients, per second", "latest-25-w8", "rate", 3'000, ""), "351", "floor-latest-25"),
      search("search in 1,000,000 while posting, one room, slowest of three, p50", "-room", "p50Ms", 2),
      search("  p99", "-room", "p99Ms", 5),
      search("the same in all of one's rooms (16), p50", "-all", "p50Ms", 2),
      search("  p99", "-all", "p99Ms", 5),
  };
}

QList<Goal> modelGoals() {
  Goal faults = goal("lost, doubled, out of order, in everything above", {}, "faults", Kind::AtMost, 0, "");
  faults.decimals = 0;
  Goal refused = atMost("  posts refused (503)", "lync-10000", "refused", 0, "");
  refused.decimals = 0;
  return {
      beside(atMost("10,000 users, 74 posts/s by the Lync model, p99", "lync-10000", "p99Ms", 50, " ms"),
             "6 posts/s on 12 cores", ""),
      refused,
      scaled(
          atMost("start with 20,000 users, 33,000 rooms, 10 million messages", "start-large", "startSeconds", 3, " s"),
          1, 2),
      faults,
  };
}

}  // namespace

const QList<Goal>& goals() {
  static const QList<Goal> all =
      deliveryGoals() + complianceGoals() + latencyGoals() + userGoals() + readingGoals() + modelGoals();
  return all;
}

}  // namespace Parlour::Perf
