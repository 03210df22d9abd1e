// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <span>
#include <vector>

#include "app/core/Types.h"

namespace Parlour::Core {

enum class SignInPhase { Idle, Running, SignedIn, Stopped };

// Where a sign-in stands. A plain value; made only by next().
struct SignInState {
  SignInPhase phase = SignInPhase::Idle;
  std::array<StepState, kSignInStepCount> steps{};

  StepState of(SignInStep step) const { return steps[static_cast<size_t>(step)]; }
  bool operator==(const SignInState&) const = default;
};

enum class SignInEventKind {
  Start,  // from Idle or Stopped: a first sign-in or a reconnect
  StepDone,
  StepSkipped,
  StepFailed,
  Redirected,      // 301 to REGISTER: another server, from the first step
  SessionRefused,  // BYE before the first reply: not permitted (xccos 3.2)
  SessionLost,     // 481 or BYE: the chat dialog is gone, the registration is not
  ConnectionLost,
  Abandon,  // the person signs out or cancels
};

struct SignInEvent {
  SignInEventKind kind = SignInEventKind::Start;
  SignInStep step = SignInStep::Resolve;  // of the three Step events
};

enum class SignInActionKind {
  Begin,  // start working on `step`
  ReportSignedIn,
  ReportFailed,  // `step` failed and without it there is no session
  ReportLost,
  DropSession,  // forget the chat dialog and what hangs on it
  CloseConnection,
};

struct SignInAction {
  SignInActionKind kind = SignInActionKind::Begin;
  SignInStep step = SignInStep::Resolve;
  bool operator==(const SignInAction&) const = default;
};

struct SignInTransition {
  SignInState state;
  std::vector<SignInAction> actions;
  bool operator==(const SignInTransition&) const = default;
};

// What a step waits for, and whether a sign-in can do without it.
struct SignInStepRule {
  SignInStep step;
  std::span<const SignInStep> needs;
  bool vital;
};
std::span<const SignInStepRule, kSignInStepCount> signInRules();

// The transition table of DESIGN 4: a step begins as soon as all that it needs is over, so independent steps
// run side by side, and steps that begin together do so in the order of the call flow. Events that do not
// fit the state (late answers) change nothing. Pure.
SignInTransition next(const SignInState& state, const SignInEvent& event);

}  // namespace Parlour::Core
