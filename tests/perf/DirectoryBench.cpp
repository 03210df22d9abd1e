// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include <algorithm>

#include "tests/server-sim/channel/support/Harbour.h"

// Searches of a large organisation through the whole chat service: from the bytes of the command to those of the reply.
namespace Parlour::Server::Testing {
namespace {

constexpr int kPeople = 20'000;
constexpr int kRooms = 5'000;

const char* const kFirstNames[] = {"Ada", "Bo", "Cyril", "Dot", "Edith", "Fenwick", "Gunnar", "Hedda", "Ingrid", "Jo"};
const char* const kLastNames[] = {"Quince", "Medlar",  "Sorb",   "Damson", "Bullace", "Sloe",
                                  "Perry",  "Costard", "Pippin", "Codlin", "Russet"};

Snapshot largeTown() {
  Snapshot snapshot = harbourSnapshot(kPeople);
  for (Principal& person : snapshot.principals) {
    if (person.id < Extra) continue;
    const auto n = static_cast<size_t>(person.id - Extra);
    person.displayName = QStringLiteral("%1 %2 %3")
                             .arg(QLatin1String(kFirstNames[n % std::size(kFirstNames)]),
                                  QLatin1String(kLastNames[n / 7 % std::size(kLastNames)]))
                             .arg(n);
  }
  const Room pattern = snapshot.rooms.front();
  for (int i = 0; i < kRooms; ++i) {
    Room room = pattern;
    room.id = 10'000 + i;
    room.uri = Harbour::room("berth" + QByteArray::number(i));
    room.name = QStringLiteral("%1 berth %2").arg(QLatin1String(kLastNames[i % std::size(kLastNames)])).arg(i);
    room.privacy = i % 3 == 0 ? Privacy::Secret : i % 3 == 1 ? Privacy::Closed : Privacy::Open;
    if (room.privacy == Privacy::Open) room.members.clear();
    snapshot.rooms.push_back(std::move(room));
  }
  return snapshot;
}

Harbour& town() {
  static Harbour harbour(Harbour::defaults(), largeTown());
  return harbour;
}

template <typename Reply>
size_t hitsOf(const Reply& reply) {
  if constexpr (requires { reply.users; }) {
    return reply.users.size();
  } else {
    return reply.rooms.size();
  }
}

template <typename Command, typename Reply>
void search(benchmark::State& state, Command command) {
  Harbour& harbour = town();
  static const SessionId ada = harbour.open("ada");
  const size_t hits = hitsOf(harbour.ask<Reply>(ada, command));
  if (hits == 0) state.SkipWithError("nothing was found");
  for (auto _ : state) {
    harbour.clock.advanceMs(100);
    harbour.send(ada, command);
    harbour.store.run();
    if (harbour.sink.deliveries.empty()) state.SkipWithError("no answer");
    harbour.sink.deliveries.clear();
  }
  state.counters["hits"] = static_cast<double>(hits);
}

void people(benchmark::State& state, const char* words) {
  Xccos::SearchUsers command;
  command.filter.criteria = QString::fromLatin1(words);
  command.filter.matchAll = true;
  search<Xccos::SearchUsers, Xccos::SearchUsersReply>(state, command);
}

void eligiblePeople(benchmark::State& state, const char* words) {
  Xccos::SearchUsers command;
  command.filter.criteria = QString::fromLatin1(words);
  command.eligibleFor = Xccos::Eligibility{Harbour::room("tides"), Xccos::RoleType::Member};
  search<Xccos::SearchUsers, Xccos::SearchUsersReply>(state, command);
}

void rooms(benchmark::State& state, const char* words) {
  Xccos::ChannelSearch command;
  command.filter.criteria = QString::fromLatin1(words);
  command.filter.matchAll = true;
  search<Xccos::ChannelSearch, Xccos::ChannelSearchReply>(state, command);
}

BENCHMARK_CAPTURE(people, one_of_20000, "Hedda Sorb 4717")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(people, first_name, "Hedda")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(people, two_letters, "in")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(eligiblePeople, first_name, "Hedda")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(rooms, one_of_5000, "Perry berth 4791")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(rooms, one_in_eleven, "Codlin")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(rooms, nearly_all, "berth")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace Parlour::Server::Testing

BENCHMARK_MAIN();
