// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/session/ChatSession.h"
#include "app/core/session/Registrar.h"
#include "app/core/signin/ReconnectPolicy.h"
#include "app/core/signin/SignInFlow.h"

namespace Parlour::Core {

// Keeps the client connected: decides what a failure, a loss or silence means, when to try again, and what the
// person reads about it meanwhile (design guide 11). GUI thread; borrows flow, link, registrar and session.
class ConnectionKeeper {
 public:
  struct Services {
    SignInFlow& flow;
    SipLink& link;
    Registrar& registrar;
    ChatSession& session;
    Scheduler& scheduler;
    const Clock& clock;
    std::function<quint64()> random;
    std::function<bool()> hasNetwork;
  };
  explicit ConnectionKeeper(const Services& services);

  void start();
  void stop();  // by the person; no more tries
  void retryNow();
  // The network changed or the computer slept: tries at once, or sees whether the connection is still alive.
  void networkChanged();
  // These settings have worked before and there is something to read meanwhile: failures that may pass are waited out
  // from the first try on.
  void setProven(bool proven) { proven_ = proven; }
  const ConnectionStatus& status() const { return status_; }
  void stepChanged();  // a step of the sign-in began or ended

  std::function<void()> onStatus;
  std::function<void(bool first)> onSignedIn;
  std::function<void()> onConnectionEnded;      // before the next try
  std::function<std::pair<int, int>()> missed;  // messages and rooms caught up by the last sign-in

 private:
  void signedIn();
  void failed(SignInStep step, const Error& error);
  void lost();
  void sessionEnded(const SessionEnd& end);
  void silence(std::optional<qint64> ms);
  void breakConnection(const Error& reason);
  void planRetry(std::optional<qint64> delayMs, const Error& error, SignInStep step);
  void countDown();
  void tryAgain();
  SignInStep interruptedStep() const;
  ConnectionState waitingState(const Error& error) const;

  Services s_;
  ReconnectPolicy policy_;
  ConnectionStatus status_;
  Timer retryTimer_;
  Error lossReason_;
  bool wasSignedIn_ = false;
  bool proven_ = false;
  qint64 retryAtMs_ = 0;
  qint64 sessionBeganMs_ = 0;
};

}  // namespace Parlour::Core
