// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <map>

namespace Parlour::Perf {

using SteadyTime = std::chrono::steady_clock::time_point;

// Whoever has a file descriptor in the loop.
class Pollable {
 public:
  virtual ~Pollable() = default;
  virtual void ready(unsigned events) = 0;  // EPOLLIN, EPOLLOUT, …
};

// A level-triggered epoll loop for one thread. Does not own what it watches; a descriptor leaves when it is closed.
class EventLoop {
 public:
  EventLoop();
  ~EventLoop();
  EventLoop(const EventLoop&) = delete;
  EventLoop& operator=(const EventLoop&) = delete;

  void watch(int descriptor, unsigned events, Pollable* who);
  void change(int descriptor, unsigned events, Pollable* who);
  // Calls `action` once, at `when` or as soon after it as the loop gets to it.
  void at(SteadyTime when, std::function<void()> action) { timers_.emplace(when, std::move(action)); }
  // Runs rounds of events until `done` or the deadline; true when done.
  bool runUntil(const std::function<bool()>& done, SteadyTime deadline);

 private:
  void runDueTimers();

  int epoll_;
  std::multimap<SteadyTime, std::function<void()>> timers_;
};

}  // namespace Parlour::Perf
