// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>

#include "protocol/support/Result.h"

namespace Parlour::Sip {

class SipLoopCore;

// A timer of a SipLoop: runs until destroyed. Create and destroy it on the loop's thread, before the loop.
class SipTimer {
 public:
  virtual ~SipTimer() = default;
};

// Sofia's event loop. Everything of SIP happens on its one thread: either the thread that calls prepare()
// and run(), or one of its own after runInThread(). Only post(), invoke() and stop() may be called elsewhere.
class SipLoop {
 public:
  SipLoop();
  ~SipLoop();  // stops and joins a thread of its own
  SipLoop(const SipLoop&) = delete;
  SipLoop& operator=(const SipLoop&) = delete;

  Status prepare();      // makes the loop belong to the calling thread; before run() and before any timer
  void run();            // until stop(); what was accepted by post() before is still run
  Status runInThread();  // starts a thread that prepares and runs; returns when it is ready

  // Hands a closure to the loop's thread. False after stop(): the closure is not kept.
  bool post(std::function<void()> closure);
  // Posts and waits until it has run; runs at once on the loop's own thread. False after stop().
  bool invoke(const std::function<void()>& closure);
  void stop();

  bool isOwnThread() const;
  std::unique_ptr<SipTimer> startTimer(int milliseconds, std::function<void()> onTimeout);       // repeats
  std::unique_ptr<SipTimer> startSingleShot(int milliseconds, std::function<void()> onTimeout);  // once

  SipLoopCore& core() { return *core_; }

 private:
  std::unique_ptr<SipLoopCore> core_;
};

}  // namespace Parlour::Sip
