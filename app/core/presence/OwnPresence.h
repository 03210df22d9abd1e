// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMap>

#include "app/core/session/SipLink.h"
#include "protocol/signin/Publication.h"

namespace Parlour::Core {

// Publishes how available the person is at this computer (signin 3.6): machine states that end with the endpoint, so a
// sign-out or a lost connection needs no word. Nothing is published before somebody says what. GUI thread; the link
// must outlive it.
class OwnPresence {
 public:
  explicit OwnPresence(SipLink& link) : link_(link) {}

  // Available, Busy or Away; others change nothing. The last wish counts; it holds for later sign-ins too.
  void set(Presence presence);
  Presence shown() const { return wanted_; }  // Unknown: nothing is published
  void signedIn();                            // what a former registration published is gone
  void lost();
  void reset();  // another account

 private:
  void publish();
  void published(const Signin::PublishRequest& request, const Sip::Response& response);
  void learnVersions(const Signin::PublishRequest& request);
  quint32 instance() const;

  SipLink& link_;
  Lifetime lifetime_;
  QMap<Signin::CategoryKey, quint32> versions_;
  Presence wanted_ = Presence::Unknown;
  Presence underWay_ = Presence::Unknown;  // other than Unknown: a request is
  Presence published_ = Presence::Unknown;
  int tries_ = 0;
  bool signedIn_ = false;
};

}  // namespace Parlour::Core
