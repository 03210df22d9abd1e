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
// version check and its write never interleave; a limited number may wait. Loop thread.
class PresenceService {
 public:
  // What it works with; the references must outlive it.
  struct Parts {
    const FrontEndSettings& settings;
    Sip::Transport& transport;
    Subscriptions& subscriptions;
    Store& store;
    UserLookup users;
    const EndpointTable& endpoints;
    const Clock& clock;
  };
  explicit PresenceService(const Parts& parts);

  void subscribe(const Endpoint& endpoint, Sip::IncomingId incoming, const Sip::Request& request);
  void service(const Endpoint& endpoint, Sip::IncomingId incoming, const Sip::Request& request);
  void endpointRemoved(const Endpoint& endpoint);
  // How available the user is, as others see it: the most available of his computers, unless he says less himself;
  // in the numbers of Signin::Availability. Who is signed in and says nothing is available.
  quint32 availability(const SipUri& user) const;
  std::function<void(const SipUri&)> onAvailability;  // has perhaps changed
  // Ends subscriptions and timed instances. Call about once a second.
  void expire();

 private:
  struct Owner {
    Sip::ConnectionId connection = 0;
    QByteArray epid;
  };
  // A job calls finish() once, at once or later.
  using Job = std::function<void()>;
  struct UserPresence {
    Signin::PresenceDocument document;
    std::map<Signin::CategoryKey, Owner> owners;  // who published the `endpoint` instances
    std::deque<Job> waiting;
    bool busy = false;     // a job has begun and is not finished
    bool running = false;  // run() is at work on this user
    bool loaded = false;
    Timestamp nextEnd;  // of a timed instance; null: there is none
  };

  void admit(const Endpoint& endpoint, Sip::IncomingId incoming, Job job);  // 503 when too many wait
  void enqueue(const SipUri& user, Job job);
  void run(const SipUri& user);
  void finish(const SipUri& user);
  void dropEnded(const SipUri& user);
  bool hasEnded(const SipUri& user, const UserPresence& own, const Signin::CategoryInstance& instance) const;
  bool isRegistered(const Endpoint& endpoint) const;
  void whenLoaded(const SipUri& user, std::function<void(bool)> then);
  void answerSubscribe(const Endpoint& endpoint, Sip::IncomingId incoming, const Sip::Request& request);
  QByteArray fullDocument(const SipUri& user, const QByteArray& scopeXml) const;
  void availabilityChanged(const SipUri& user);
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
  const EndpointTable& endpoints_;
  const Clock& clock_;
  std::map<SipUri, UserPresence> presence_;
};

}  // namespace Parlour::Server
