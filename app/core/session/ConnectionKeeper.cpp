// SPDX-License-Identifier: Apache-2.0
#include "app/core/session/ConnectionKeeper.h"

#include <algorithm>
#include <tuple>

#include "app/core/Words.h"

namespace Parlour::Core {

namespace {
constexpr qint64 kCountDownStepMs = 1'000;
constexpr qint64 kProbeMs = 4'000;
constexpr int kTriesBeforeSignedIn = 5;
constexpr qint64 kShortSessionMs = 60'000;  // a session lost sooner is not opened again on the spot
}  // namespace

ConnectionKeeper::ConnectionKeeper(const Services& services) : s_(services), retryTimer_(services.scheduler) {
  s_.flow.onSignedIn = [this] { signedIn(); };
  s_.flow.onFailed = [this](SignInStep step, const Error& error) { failed(step, error); };
  s_.flow.onLost = [this] { lost(); };
  s_.link.onClosed = [this](const Error& reason) {
    lossReason_ = reason;
    s_.flow.handle(SignInEventKind::ConnectionLost);
  };
  s_.link.onSilence = [this](std::optional<qint64> ms) { silence(ms); };
  s_.registrar.onRemoved = [this](const Error& error) { breakConnection(error); };
  s_.registrar.onBindingLost = [this] {
    breakConnection(Error::make(ErrorCode::ConnectionLost, Words::tr("The server had forgotten the sign-in.")));
  };
  s_.session.onEnded = [this](const SessionEnd& end) { sessionEnded(end); };
}

void ConnectionKeeper::start() {
  retryTimer_.stop();
  policy_ = {};
  wasSignedIn_ = false;
  status_ = {};
  tryAgain();
}

void ConnectionKeeper::tryAgain() {
  retryTimer_.stop();
  status_.retryInMs = -1;
  if (!wasSignedIn_ && (!proven_ || policy_.failures() == 0)) {
    status_.state = ConnectionState::SigningIn;
    status_.error.reset();
    status_.advice.clear();
  } else {
    status_.state = ConnectionState::Reconnecting;
  }
  s_.flow.handle(SignInEventKind::Start);
  stepChanged();
}

void ConnectionKeeper::stop() {
  retryTimer_.stop();
  s_.flow.handle(SignInEventKind::Abandon);
  status_ = {};
  wasSignedIn_ = false;
  onStatus();
}

void ConnectionKeeper::retryNow() {
  if (!retryTimer_.isRunning()) return;
  tryAgain();
}

void ConnectionKeeper::networkChanged() {
  if (retryTimer_.isRunning()) {
    if (!s_.hasNetwork || s_.hasNetwork()) tryAgain();
    return;
  }
  if (status_.state != ConnectionState::Connected && status_.state != ConnectionState::Slow) return;
  s_.registrar.probe(kProbeMs, [this] {
    breakConnection(Error::make(ErrorCode::ConnectionLost, Words::tr("The server did not answer any more.")));
    retryNow();
  });
}

void ConnectionKeeper::stepChanged() {
  const bool working = status_.state == ConnectionState::SigningIn || status_.state == ConnectionState::Reconnecting;
  if (!working) return;
  status_.step = s_.flow.runningStepWords();
  onStatus();
}

void ConnectionKeeper::signedIn() {
  const bool first = !wasSignedIn_;
  wasSignedIn_ = true;
  policy_.succeeded();
  sessionBeganMs_ = s_.clock.monotonicMs();
  status_ = {};
  status_.state = ConnectionState::Connected;
  if (!first || proven_) std::tie(status_.caughtUpMessages, status_.caughtUpRooms) = missed();
  onSignedIn(first);
  onStatus();
}

void ConnectionKeeper::failed(SignInStep step, const Error& error) {
  onConnectionEnded();
  if (wasSignedIn_ && status_.lostAt.isNull()) status_.lostAt = s_.clock.now();
  planRetry(policy_.failed(step, error, wasSignedIn_ || proven_, s_.random()), error, step);
}

void ConnectionKeeper::lost() {
  onConnectionEnded();
  if (status_.lostAt.isNull()) status_.lostAt = s_.clock.now();
  const bool exhausted = !wasSignedIn_ && !proven_ && policy_.failures() >= kTriesBeforeSignedIn;
  const auto delay = exhausted ? std::nullopt : policy_.lost(lossReason_, s_.random());
  planRetry(delay, lossReason_, interruptedStep());
}

SignInStep ConnectionKeeper::interruptedStep() const {
  for (const SignInStepRule& rule : signInRules()) {
    if (s_.flow.state().of(rule.step) == StepState::Failed) return rule.step;
  }
  return SignInStep::Connect;
}

ConnectionState ConnectionKeeper::waitingState(const Error& error) const {
  if (s_.hasNetwork && !s_.hasNetwork()) return ConnectionState::NoNetwork;
  return error.wireCode == 503 && error.code == ErrorCode::Busy ? ConnectionState::Busy : ConnectionState::Reconnecting;
}

void ConnectionKeeper::planRetry(std::optional<qint64> delayMs, const Error& error, SignInStep step) {
  status_.error = error;
  status_.advice = Words::advice(step, error);
  status_.step.clear();
  status_.silentForMs = -1;
  status_.retryInMs = delayMs.value_or(-1);
  status_.state = delayMs ? waitingState(error) : ConnectionState::Refused;
  if (delayMs) {
    retryAtMs_ = s_.clock.monotonicMs() + *delayMs;
    countDown();
  } else {
    onStatus();
  }
}

void ConnectionKeeper::countDown() {
  const qint64 left = retryAtMs_ - s_.clock.monotonicMs();
  if (left <= 0) return tryAgain();
  status_.retryInMs = left;
  retryTimer_.start(std::min(left, kCountDownStepMs), [this] { countDown(); });
  onStatus();
}

void ConnectionKeeper::breakConnection(const Error& reason) {
  lossReason_ = reason;
  s_.flow.handle(SignInEventKind::ConnectionLost);
}

void ConnectionKeeper::sessionEnded(const SessionEnd& end) {
  if (end.beforeFirstReply) {
    return s_.flow.handle(SignInEventKind::SessionRefused, end.error);
  }
  const bool tooSoon = s_.clock.monotonicMs() - sessionBeganMs_ < kShortSessionMs;
  sessionBeganMs_ = s_.clock.monotonicMs();
  if (tooSoon) return breakConnection(end.error);
  if (wasSignedIn_) {
    status_.state = ConnectionState::Reconnecting;
    status_.lostAt = s_.clock.now();
    status_.error = end.error;
    onStatus();
  }
  s_.flow.handle(SignInEventKind::SessionLost);
}

void ConnectionKeeper::silence(std::optional<qint64> ms) {
  const bool shown = status_.state == ConnectionState::Connected || status_.state == ConnectionState::Slow;
  if (!shown) return;
  status_.state = ms ? ConnectionState::Slow : ConnectionState::Connected;
  status_.silentForMs = ms.value_or(-1);
  onStatus();
}

}  // namespace Parlour::Core
