// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <array>
#include <deque>
#include <functional>

#include "app/core/signin/SignInMachine.h"

namespace Parlour::Core {

// Outcome of one step of the sign-in.
struct StepResult {
  SignInEventKind kind = SignInEventKind::StepDone;  // one of the three Step events
  QString note;
  Error error;  // StepFailed

  static StepResult done(const QString& note = {}) { return {SignInEventKind::StepDone, note, {}}; }
  static StepResult skipped(const QString& note = {}) { return {SignInEventKind::StepSkipped, note, {}}; }
  static StepResult failed(const Error& error) { return {SignInEventKind::StepFailed, error.text, error}; }
};

// Drives the sign-in: feeds events to the transition table and carries out what it says. Knows the time of each
// step, nothing of SIP. GUI thread.
class SignInFlow {
 public:
  using StepDone = std::function<void(const StepResult&)>;
  using StepWork = std::function<void(const StepDone&)>;

  explicit SignInFlow(const Clock& clock);

  void setWork(SignInStep step, StepWork work) { work_[static_cast<size_t>(step)] = std::move(work); }
  // `error` tells why, for SessionRefused.
  void handle(SignInEventKind event, const Error& error = {}) { enqueue({event, {}}, {event, {}, error}); }

  const SignInState& state() const { return state_; }
  const QList<StepProgress>& steps() const { return progress_; }
  QString runningStepWords() const;

  std::function<void(const StepProgress&)> onStep;
  std::function<void()> onSignedIn;
  std::function<void(SignInStep, const Error&)> onFailed;
  std::function<void()> onLost;
  std::function<void()> onDropSession;
  std::function<void()> onCloseConnection;

 private:
  struct Queued {
    SignInEvent event;
    StepResult result;
  };
  void enqueue(const SignInEvent& event, const StepResult& result);
  void process(const Queued& queued);
  void carryOut(const SignInAction& action);
  void begin(SignInStep step);
  void showProgress(const Queued& queued, const SignInState& before);
  qint64 sinceStart() const { return clock_.monotonicMs() - startedMs_; }

  const Clock& clock_;
  std::array<StepWork, kSignInStepCount> work_;
  std::array<quint64, kSignInStepCount> turns_{};  // counts beginnings, so that late results are told apart
  SignInState state_;
  QList<StepProgress> progress_;
  std::deque<Queued> events_;
  bool processing_ = false;
  qint64 startedMs_ = 0;
  Error failure_;
};

}  // namespace Parlour::Core
