// SPDX-License-Identifier: Apache-2.0
#include "tests/perf/load/EventLoop.h"

#include <sys/epoll.h>
#include <unistd.h>

#include <algorithm>
#include <array>

namespace Parlour::Perf {
namespace {

constexpr int kEventsPerRound = 256;
constexpr std::chrono::nanoseconds kLongestWait = std::chrono::milliseconds(100);

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

void EventLoop::runDueTimers() {
  while (!timers_.empty() && timers_.begin()->first <= std::chrono::steady_clock::now()) {
    const auto due = timers_.extract(timers_.begin());
    due.mapped()();
  }
}

bool EventLoop::runUntil(const std::function<bool()>& done, SteadyTime deadline) {
  std::array<epoll_event, kEventsPerRound> events;
  while (!done()) {
    runDueTimers();
    const SteadyTime now = std::chrono::steady_clock::now();
    if (now >= deadline) return false;
    const SteadyTime wake = timers_.empty() ? deadline : std::min(deadline, timers_.begin()->first);
    const std::chrono::nanoseconds wait = std::clamp<std::chrono::nanoseconds>(wake - now, {}, kLongestWait);
    const timespec timeout{0, static_cast<long>(wait.count())};
    const int count = epoll_pwait2(epoll_, events.data(), kEventsPerRound, &timeout, nullptr);
    for (int i = 0; i < count; ++i) {
      const epoll_event& event = events[static_cast<size_t>(i)];
      static_cast<Pollable*>(event.data.ptr)->ready(event.events);
    }
  }
  return true;
}

}  // namespace Parlour::Perf
