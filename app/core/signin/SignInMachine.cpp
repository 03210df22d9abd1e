// SPDX-License-Identifier: Apache-2.0
#include "app/core/signin/SignInMachine.h"

#include <algorithm>

namespace Parlour::Core {

namespace {

using Step = SignInStep;

constexpr std::array kAfterResolve{Step::Resolve};
constexpr std::array kAfterConnect{Step::Connect};
constexpr std::array kAfterRegister{Step::Register};
constexpr std::array kAfterProvisioning{Step::Provisioning};
constexpr std::array kAfterSession{Step::OpenSession};
constexpr std::array kAfterSessionAndSelf{Step::OpenSession, Step::RoamingSelf};
constexpr std::array kAfterJoins{Step::JoinFollowed, Step::JoinOpened};

constexpr std::array<SignInStepRule, kSignInStepCount> kRules{{
    {Step::Resolve, {}, true},
    {Step::Connect, kAfterResolve, true},
    {Step::Register, kAfterConnect, true},
    {Step::Provisioning, kAfterRegister, true},
    {Step::RoamingSelf, kAfterRegister, false},
    {Step::OpenSession, kAfterProvisioning, true},
    {Step::ServerInfo, kAfterSession, false},
    {Step::MemberRooms, kAfterSession, false},
    {Step::ManagedRooms, kAfterSession, false},
    {Step::JoinFollowed, kAfterSessionAndSelf, false},
    {Step::JoinOpened, kAfterSessionAndSelf, false},
    {Step::RecentHistory, kAfterJoins, false},
    {Step::Invitations, kAfterJoins, false},
}};

bool isOver(StepState state) {
  return state == StepState::Done || state == StepState::Skipped || state == StepState::Failed;
}

StepState& stateOf(SignInState& state, Step step) { return state.steps[static_cast<size_t>(step)]; }

bool mayBegin(const SignInState& state, const SignInStepRule& rule) {
  return state.of(rule.step) == StepState::Waiting &&
         std::all_of(rule.needs.begin(), rule.needs.end(), [&](Step needed) { return isOver(state.of(needed)); });
}

// Begins what can begin now; the sign-in is complete when nothing is left to wait for.
void proceed(SignInTransition& to) {
  for (const SignInStepRule& rule : kRules) {
    if (!mayBegin(to.state, rule)) continue;
    stateOf(to.state, rule.step) = StepState::Running;
    to.actions.push_back({SignInActionKind::Begin, rule.step});
  }
  if (!std::all_of(to.state.steps.begin(), to.state.steps.end(), isOver)) return;
  to.state.phase = SignInPhase::SignedIn;
  to.actions.push_back({SignInActionKind::ReportSignedIn});
}

void stopRunningSteps(SignInState& state, StepState as) {
  for (StepState& step : state.steps) {
    if (step == StepState::Running) step = as;
  }
}

SignInTransition start(const SignInState& from) {
  SignInTransition to{from, {}};
  if (from.phase != SignInPhase::Idle && from.phase != SignInPhase::Stopped) return to;
  to.state = SignInState{SignInPhase::Running, {}};
  proceed(to);
  return to;
}

// Without this step there is no session; the others stop where they are.
SignInTransition giveUp(const SignInState& from, Step step) {
  SignInTransition to{from, {}};
  stateOf(to.state, step) = StepState::Failed;
  stopRunningSteps(to.state, StepState::Waiting);
  to.state.phase = SignInPhase::Stopped;
  to.actions = {{SignInActionKind::DropSession}, {SignInActionKind::CloseConnection}};
  to.actions.push_back({SignInActionKind::ReportFailed, step});
  return to;
}

SignInTransition stepOver(const SignInState& from, const SignInEvent& event) {
  SignInTransition to{from, {}};
  if (from.phase != SignInPhase::Running || from.of(event.step) != StepState::Running) return to;
  const bool failed = event.kind == SignInEventKind::StepFailed;
  if (failed && kRules[static_cast<size_t>(event.step)].vital) return giveUp(from, event.step);
  const StepState finished = event.kind == SignInEventKind::StepDone ? StepState::Done : StepState::Skipped;
  stateOf(to.state, event.step) = failed ? StepState::Failed : finished;
  proceed(to);
  return to;
}

SignInTransition sessionRefused(const SignInState& from) {
  const bool open = from.phase == SignInPhase::Running && from.of(Step::OpenSession) == StepState::Done;
  return open ? giveUp(from, Step::OpenSession) : SignInTransition{from, {}};
}

SignInTransition redirected(const SignInState& from) {
  SignInTransition to{from, {}};
  if (from.phase != SignInPhase::Running || from.of(Step::Register) != StepState::Running) return to;
  to.state = SignInState{SignInPhase::Running, {}};
  to.actions.push_back({SignInActionKind::CloseConnection});
  proceed(to);
  return to;
}

SignInTransition sessionLost(const SignInState& from) {
  SignInTransition to{from, {}};
  const bool active = from.phase == SignInPhase::Running || from.phase == SignInPhase::SignedIn;
  if (!active || from.of(Step::OpenSession) != StepState::Done) return to;
  to.state.phase = SignInPhase::Running;
  for (const SignInStepRule& rule : kRules) {
    if (rule.step >= Step::OpenSession) stateOf(to.state, rule.step) = StepState::Waiting;
  }
  to.actions.push_back({SignInActionKind::DropSession});
  proceed(to);
  return to;
}

SignInTransition connectionLost(const SignInState& from) {
  SignInTransition to{from, {}};
  if (from.phase != SignInPhase::Running && from.phase != SignInPhase::SignedIn) return to;
  stopRunningSteps(to.state, StepState::Failed);
  to.state.phase = SignInPhase::Stopped;
  to.actions = {{SignInActionKind::DropSession}, {SignInActionKind::ReportLost}};
  return to;
}

SignInTransition abandon(const SignInState& from) {
  SignInTransition to{SignInState{}, {}};
  if (from.phase == SignInPhase::Running || from.phase == SignInPhase::SignedIn) {
    to.actions = {{SignInActionKind::DropSession}, {SignInActionKind::CloseConnection}};
  }
  return to;
}

}  // namespace

std::span<const SignInStepRule, kSignInStepCount> signInRules() { return kRules; }

SignInTransition next(const SignInState& state, const SignInEvent& event) {
  switch (event.kind) {
    case SignInEventKind::Start:
      return start(state);
    case SignInEventKind::StepDone:
    case SignInEventKind::StepSkipped:
    case SignInEventKind::StepFailed:
      return stepOver(state, event);
    case SignInEventKind::Redirected:
      return redirected(state);
    case SignInEventKind::SessionRefused:
      return sessionRefused(state);
    case SignInEventKind::SessionLost:
      return sessionLost(state);
    case SignInEventKind::ConnectionLost:
      return connectionLost(state);
    case SignInEventKind::Abandon:
      return abandon(state);
  }
  return {state, {}};
}

}  // namespace Parlour::Core
