// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/rooms/FollowedRooms.h"
#include "app/core/session/ChatSession.h"
#include "app/core/session/Registrar.h"
#include "app/core/session/Subscription.h"
#include "app/core/signin/SignInErrors.h"
#include "app/core/signin/SignInFlow.h"

namespace Parlour::Core {

// The first half of a sign-in: from the address to an open chat session (signin 6, steps 1 to 6). GUI thread;
// owns the subscriptions, borrows the rest.
class ConnectSteps {
 public:
  ConnectSteps(ServerLocator& locator, SipLink& link, Registrar& registrar, ChatSession& session,
               FollowedRooms& followed, Scheduler& scheduler);

  void install(SignInFlow& flow);
  void setRequest(const SignInRequest& request);
  QString serverKey() const;  // the server that was asked for, as the person gave it
  void closeConnection();  // forgets registration and subscriptions with it
  void unsubscribe() { roaming_.unsubscribe(); }
  const QByteArray& poolUri() const { return poolUri_; }

 private:
  using StepDone = SignInFlow::StepDone;
  void resolve(const StepDone& done);
  void connectTo(qsizetype index, const StepDone& done);
  void registerEndpoint(const StepDone& done);
  void redirect(const Sip::Response& response, const StepDone& done);
  void provision(const StepDone& done);
  StepResult choosePool(const QByteArray& document);
  void followRoaming(const StepDone& done);
  void openSession(const StepDone& done);
  void lookUpPool(const StepDone& done);
  void invite(const QByteArray& poolUri, const StepDone& done);

  ServerLocator& locator_;
  SipLink& link_;
  Registrar& registrar_;
  ChatSession& session_;
  FollowedRooms& followed_;
  Subscription provisioning_;
  Subscription roaming_;
  Timer resubscribeTimer_;
  Lifetime lifetime_;
  SignInFlow* flow_ = nullptr;
  SignInRequest request_;
  SignInRequest askedFor_;  // without what redirects changed
  int redirects_ = 0;
  QList<Sip::Target> targets_;
  QByteArray poolUri_;
};

}  // namespace Parlour::Core
