// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

#include "protocol/sip/sofia/Sofia.h"
#include "protocol/support/Result.h"

namespace Parlour::Sip {

// The inside of SipLoop: the su_root and the queue of closures. The queue is ours and Sofia is only woken,
// because a closure inside a su_msg is lost when the loop ends first (sofia-sip 7).
class SipLoopCore {
 public:
  Status prepare();
  void run();
  bool post(std::function<void()> closure);
  void stop();
  void release();  // gives up the root, on the loop's thread
  bool isOwnThread() const { return std::this_thread::get_id() == owner_.load(); }
  su_root_t* root() const { return root_.get(); }

  std::thread thread;

 private:
  void wake();  // with mutex_ held
  void drain();
  static void onWake(SipLoopCore*, su_msg_r message, SipLoopCore** self) noexcept;

  std::mutex mutex_;
  std::deque<std::function<void()>> queue_;
  RootPtr root_;
  std::atomic<std::thread::id> owner_;
  bool wakePending_ = false;
  bool stopping_ = false;
};

}  // namespace Parlour::Sip
