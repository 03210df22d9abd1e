// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <set>

#include "protocol/signin/PresenceDocument.h"
#include "protocol/signin/Publication.h"
#include "server-sim/channel/Store.h"
#include "server-sim/frontend/Endpoints.h"
#include "server-sim/frontend/Subscriptions.h"
#include "server-sim/frontend/Users.h"

namespace Parlour::Server {

// The presence document of each signed-in user, the followed rooms in it above all: roaming-self subscriptions
// and category publications (signin 3). Static instances are kept in the store, the others
// as long as their endpoint or user is there. Requests of one user are worked off one after the other, so a
// version check and its write never interleave. Loop thread.
class PresenceService {
 public:
  PresenceService(const FrontEndSettings& settings, Sip::Transport& transport, Subscriptions& subscriptions, Store& store,
                  UserLookup users, const Clock& clock);

  void subscribe(const Endpoint& endpoint, Sip::IncomingId incoming, const Sip::Request& request);
  void service(const Endpoint& endpoint, Sip::IncomingId incoming, const Sip::Request& request);
  void endpointRemoved(const Endpoint& endpoint, bool lastOfUser);

 private:
  struct UserPresence {
    Signin::PresenceDocument document;
    std::map<Signin::CategoryKey, QByteArray> owners;  // endpoint instances: the epid that published them
    std::deque<std::function<void()>> waiting;         // jobs; the first one runs
    bool loaded = false;
  };

  void enqueue(const SipUri& user, std::function<void()> job);
  void runNext(const SipUri& user);
  void finish(const SipUri& user);
  void whenLoaded(const SipUri& user, std::function<void(bool)> then);
  void answerSubscribe(const Endpoint& endpoint, Sip::IncomingId incoming, const Sip::Request& request);
  QByteArray fullDocument(const SipUri& user, const QByteArray& scopeXml) const;
  void addContactCard(const SipUri& user, QList<Signin::CategoryInstance>& categories) const;
  void publish(const Endpoint& endpoint, Sip::IncomingId incoming, const Signin::PublishRequest& request);
  void apply(const Endpoint& endpoint, Sip::IncomingId incoming, const Signin::PublishRequest& request);
  void adopt(const Endpoint& endpoint, Sip::IncomingId incoming, const Signin::PublishRequest& request,
             const Signin::PresenceDocument& changed, const QStringList& names);
  QByteArray report(const SipUri& user, const QStringList& names);
  PrincipalId idOf(const SipUri& user) const;
  void refuse(Sip::IncomingId incoming, int status, int errorId);

  const FrontEndSettings& settings_;
  Sip::Transport& transport_;
  Subscriptions& subscriptions_;
  Store& store_;
  UserLookup users_;
  const Clock& clock_;
  std::map<SipUri, UserPresence> presence_;
};

}  // namespace Parlour::Server
