// SPDX-License-Identifier: Apache-2.0
#include "protocol/sip/sofia/SipLoop.h"

#include <future>
#include <utility>

#include "protocol/sip/sofia/SipLoopCore.h"
#include "protocol/sip/sofia/SofiaLog.h"

namespace Parlour::Sip {

namespace {

class SofiaTimer final : public SipTimer {
 public:
  SofiaTimer(su_root_t* root, int milliseconds, std::function<void()> onTimeout, bool repeats)
      : timer_(su_timer_create(su_root_task(root), milliseconds)), onTimeout_(std::move(onTimeout)) {
    if (repeats) {
      su_timer_set_for_ever(timer_.get(), &SofiaTimer::expired, this);
    } else {
      su_timer_set(timer_.get(), &SofiaTimer::expired, this);
    }
  }

 private:
  static void expired(SipLoopCore*, su_timer_t*, void* self) noexcept {
    // The callback may destroy the timer and with it the function that runs.
    const std::function<void()> callback = static_cast<SofiaTimer*>(self)->onTimeout_;
    callback();
  }

  TimerPtr timer_;
  std::function<void()> onTimeout_;
};

}  // namespace

Status SipLoopCore::prepare() {
  static const int initialised = su_init();
  if (initialised != 0)
    return Error::make(ErrorCode::Internal, QStringLiteral("The SIP library could not be started."));
  redirectSofiaLog();
  RootPtr root(su_root_create(this));
  if (!root) return Error::make(ErrorCode::Internal, QStringLiteral("The SIP event loop could not be created."));
  su_root_threading(root.get(), 0);
  const std::lock_guard lock(mutex_);
  root_ = std::move(root);
  owner_ = std::this_thread::get_id();
  if (!queue_.empty() || stopping_) wake();
  return success();
}

void SipLoopCore::run() {
  su_root_run(root_.get());
  drain();
}

bool SipLoopCore::post(std::function<void()> closure) {
  const std::lock_guard lock(mutex_);
  if (stopping_) return false;
  queue_.push_back(std::move(closure));
  wake();
  return true;
}

void SipLoopCore::stop() {
  const std::lock_guard lock(mutex_);
  if (std::exchange(stopping_, true)) return;
  wake();
}

void SipLoopCore::release() {
  RootPtr root;
  const std::lock_guard lock(mutex_);
  stopping_ = true;
  root = std::move(root_);
}

void SipLoopCore::wake() {
  if (wakePending_ || !root_) return;
  su_msg_r message = SU_MSG_R_INIT;
  // The message carries the pointer itself.
  // NOLINTNEXTLINE(bugprone-sizeof-expression)
  if (su_msg_create(message, su_root_task(root_.get()), su_task_null, &SipLoopCore::onWake, sizeof(SipLoopCore*)) !=
      0) {
    return;
  }
  *su_msg_data(message) = this;
  wakePending_ = su_msg_send(message) == 0;
}

void SipLoopCore::drain() {
  std::deque<std::function<void()>> batch;
  {
    const std::lock_guard lock(mutex_);
    wakePending_ = false;
    batch.swap(queue_);
  }
  for (std::function<void()>& closure : batch) {
    closure();
    closure = nullptr;
  }
}

void SipLoopCore::onWake(SipLoopCore*, su_msg_r, SipLoopCore** self) noexcept {
  SipLoopCore* core = *self;
  core->drain();
  const std::lock_guard lock(core->mutex_);
  // A wake-up that is never received would keep the loop's descriptors open for ever.
  if (core->stopping_ && core->queue_.empty() && !core->wakePending_) su_root_break(core->root_.get());
}

SipLoop::SipLoop() : core_(std::make_unique<SipLoopCore>()) {}

SipLoop::~SipLoop() {
  stop();
  if (core_->thread.joinable()) {
    core_->thread.join();
  } else {
    core_->release();
  }
}

Status SipLoop::prepare() { return core_->prepare(); }
void SipLoop::run() { core_->run(); }
void SipLoop::stop() { core_->stop(); }
bool SipLoop::post(std::function<void()> closure) { return core_->post(std::move(closure)); }
bool SipLoop::isOwnThread() const { return core_->isOwnThread(); }

Status SipLoop::runInThread() {
  std::promise<Status> ready;
  std::future<Status> outcome = ready.get_future();
  core_->thread = std::thread([core = core_.get(), &ready] {
    const Status status = core->prepare();
    const bool prepared = status.ok();
    ready.set_value(status);
    if (prepared) core->run();
    core->release();
  });
  return outcome.get();
}

bool SipLoop::invoke(const std::function<void()>& closure) {
  if (isOwnThread()) {
    closure();
    return true;
  }
  auto finished = std::make_shared<std::promise<void>>();
  std::future<void> done = finished->get_future();
  if (!post([&closure, finished] {
        closure();
        finished->set_value();
      })) {
    return false;
  }
  done.wait();
  return true;
}

std::unique_ptr<SipTimer> SipLoop::startTimer(int milliseconds, std::function<void()> onTimeout) {
  return std::make_unique<SofiaTimer>(core_->root(), milliseconds, std::move(onTimeout), true);
}

std::unique_ptr<SipTimer> SipLoop::startSingleShot(int milliseconds, std::function<void()> onTimeout) {
  return std::make_unique<SofiaTimer>(core_->root(), milliseconds, std::move(onTimeout), false);
}

}  // namespace Parlour::Sip
