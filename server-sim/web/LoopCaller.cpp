// SPDX-License-Identifier: Apache-2.0
#include "server-sim/web/LoopCaller.h"

#include <condition_variable>
#include <mutex>
#include <optional>

#include "server-sim/control/AdminCall.h"

namespace Parlour::Server {
namespace {

struct PendingAnswer {
  std::optional<QJsonObject> answer;
};

QJsonObject noAnswer() {
  return failedAnswer(
      Error::make(ErrorCode::Timeout, QStringLiteral("The server is busy and has not answered in time. A change that "
                                                     "was asked for may still be made. Look again in a moment.")));
}

}  // namespace

struct LoopCaller::Shared {
  std::mutex mutex;
  std::condition_variable changed;
  bool closed = false;
};

LoopCaller::LoopCaller(Executor loop, int timeoutMs)
    : loop_(std::move(loop)), timeoutMs_(timeoutMs), shared_(std::make_shared<Shared>()) {}

LoopCaller::~LoopCaller() = default;

QJsonObject LoopCaller::call(const Action& action) const {
  const auto pending = std::make_shared<PendingAnswer>();
  const auto shared = shared_;
  const Answer answer = [shared, pending](const QJsonObject& given) {
    const std::lock_guard lock(shared->mutex);
    if (!pending->answer) pending->answer = given;
    shared->changed.notify_all();
  };
  loop_([action, answer] { action(answer); });
  std::unique_lock lock(shared->mutex);
  shared->changed.wait_for(lock, std::chrono::milliseconds(timeoutMs_),
                           [&] { return shared->closed || pending->answer; });
  return pending->answer ? *pending->answer : noAnswer();
}

void LoopCaller::close() {
  const std::lock_guard lock(shared_->mutex);
  shared_->closed = true;
  shared_->changed.notify_all();
}

}  // namespace Parlour::Server
