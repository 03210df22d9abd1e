// SPDX-License-Identifier: Apache-2.0
#include "app/core/signin/SignInFlow.h"

#include "app/core/Words.h"

namespace Parlour::Core {

SignInFlow::SignInFlow(const Clock& clock) : clock_(clock) {
  for (const SignInStepRule& rule : signInRules()) {
    StepProgress progress;
    progress.step = rule.step;
    progress_.append(progress);
  }
}

// Work may finish at once, while the actions of the last event are still being carried out.
void SignInFlow::enqueue(const SignInEvent& event, const StepResult& result) {
  events_.push_back({event, result});
  if (processing_) return;
  processing_ = true;
  while (!events_.empty()) {
    const Queued queued = events_.front();
    events_.pop_front();
    process(queued);
  }
  processing_ = false;
}

void SignInFlow::process(const Queued& queued) {
  if (queued.event.kind == SignInEventKind::Start) startedMs_ = clock_.monotonicMs();
  const SignInEventKind kind = queued.event.kind;
  if (kind == SignInEventKind::StepFailed || kind == SignInEventKind::SessionRefused) failure_ = queued.result.error;
  const SignInState before = state_;
  const SignInTransition transition = next(state_, queued.event);
  state_ = transition.state;
  showProgress(queued, before);
  for (const SignInAction& action : transition.actions) carryOut(action);
}

void SignInFlow::showProgress(const Queued& queued, const SignInState& before) {
  for (StepProgress& progress : progress_) {
    const StepState now = state_.of(progress.step);
    if (now == before.of(progress.step)) continue;
    progress.state = now;
    if (now == StepState::Waiting || now == StepState::Running) {
      progress.note.clear();
      progress.startedMs = now == StepState::Running ? sinceStart() : 0;
      progress.finishedMs = 0;
    } else {
      progress.finishedMs = sinceStart();
      if (queued.event.step == progress.step) progress.note = queued.result.note;
    }
    if (onStep) onStep(progress);
  }
}

void SignInFlow::carryOut(const SignInAction& action) {
  switch (action.kind) {
    case SignInActionKind::Begin:
      return begin(action.step);
    case SignInActionKind::ReportSignedIn:
      return onSignedIn();
    case SignInActionKind::ReportFailed:
      return onFailed(action.step, failure_);
    case SignInActionKind::ReportLost:
      return onLost();
    case SignInActionKind::DropSession:
      return onDropSession();
    case SignInActionKind::CloseConnection:
      return onCloseConnection();
  }
}

void SignInFlow::begin(SignInStep step) {
  const auto index = static_cast<size_t>(step);
  const quint64 turn = ++turns_[index];
  work_[index]([this, step, index, turn](const StepResult& result) {
    if (turns_[index] == turn) enqueue({result.kind, step}, result);
  });
}

QString SignInFlow::runningStepWords() const {
  for (const StepProgress& progress : progress_) {
    if (progress.state == StepState::Running) return Words::step(progress.step);
  }
  return {};
}

}  // namespace Parlour::Core
