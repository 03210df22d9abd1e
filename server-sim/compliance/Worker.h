// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace Parlour::Server {

// A thread that does the same again and again: a turn, then what was posted, then waiting as long as the turn said.
// Destroying it waits for the turn under way; what is posted then is dropped.
class Worker {
 public:
  using Turn = std::function<std::chrono::milliseconds()>;

  explicit Worker(Turn turn) : turn_(std::move(turn)), thread_([this] { run(); }) {}
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  // Any thread. Runs on the worker's, then there is a turn.
  void post(std::function<void()> work);
  void wake() { post({}); }

 private:
  void run();

  const Turn turn_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::function<void()>> posted_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace Parlour::Server
