// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <httplib.h>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace Parlour::Server {

// Threads up to a fixed number, made when they are needed first, with a short queue. What does not fit is run at once
// on the thread that brings it, with isOverflow() true, so that it can be refused in a moment.
class HttpWorkers final : public httplib::TaskQueue {
 public:
  HttpWorkers(int threads, size_t waiting);
  ~HttpWorkers() override;

  void enqueue(std::function<void()> task) override;
  void shutdown() override;  // runs what waits, then joins
  // Somebody waits for a thread, so connections without work should go.
  bool isBusy() const;
  static bool isOverflow();

 private:
  void work();

  const size_t count_;  // of threads
  const size_t most_;   // tasks, under way and waiting
  mutable std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::function<void()>> tasks_;
  size_t busy_ = 0;  // threads with a task
  bool ending_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace Parlour::Server
