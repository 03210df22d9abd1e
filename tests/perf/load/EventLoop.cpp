// SPDX-License-Identifier: Apache-2.0
#include "tests/perf/load/EventLoop.h"

#include <sys/epoll.h>
#include <unistd.h>

#include <algorithm>
#include <array>

namespace Parlour::Perf {
namespace {

constexpr int kEventsPerRound = 256;
constexpr int kLongestWaitMs = 100;

}  // namespace

EventLoop::EventLoop() : epoll_(epoll_create1(EPOLL_CLOEXEC)) {}

EventLoop::~EventLoop() { close(epoll_); }

void EventLoop::watch(int descriptor, unsigned events, Pollable* who) {
  epoll_event event{events, {.ptr = who}};
  epoll_ctl(epoll_, EPOLL_CTL_ADD, descriptor, &event);
}

void EventLoop::change(int descriptor, unsigned events, Pollable* who) {
  epoll_event event{events, {.ptr = who}};
  epoll_ctl(epoll_, EPOLL_CTL_MOD, descriptor, &event);
}

bool EventLoop::runUntil(const std::function<bool()>& done, SteadyTime deadline) {
  std::array<epoll_event, kEventsPerRound> events;
  while (!done()) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    if (left.count() <= 0) return false;
    const int wait = static_cast<int>(std::clamp<long long>(left.count(), 1, kLongestWaitMs));
    const int count = epoll_wait(epoll_, events.data(), kEventsPerRound, wait);
    for (int i = 0; i < count; ++i) {
      const epoll_event& event = events[static_cast<size_t>(i)];
      static_cast<Pollable*>(event.data.ptr)->ready(event.events);
    }
  }
  return true;
}

}  // namespace Parlour::Perf
