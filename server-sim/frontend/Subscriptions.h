// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <tuple>
#include <utility>

#include "protocol/sip/Dialog.h"
#include "protocol/sip/Transport.h"
#include "protocol/support/Ids.h"
#include "server-sim/frontend/FrontEndSettings.h"

namespace Parlour::Server {

struct Endpoint;

// What a SUBSCRIBE asked for in the ways of signin 2.2.
struct SubscribeForm {
  bool piggyback = false;  // first notification in the 200
  bool benotify = false;   // later ones as BENOTIFY
  int expires = -1;        // -1: not said
  static SubscribeForm of(const Sip::Request& request);
};

// One self subscription: its dialog and how it wants its notifications.
struct Subscription {
  Sip::Dialog dialog;
  Sip::ConnectionId connection = 0;
  SipUri user;
  QByteArray epid;
  QByteArray event;
  QByteArray contentType;
  SubscribeForm form;
  qint64 expiresAtMs = 0;
};

// Sends notifications and keeps the subscriptions that stay until their time is up. Loop thread.
class Subscriptions {
 public:
  Subscriptions(const FrontEndSettings& settings, Sip::Transport& transport);

  // Answers with the document in the 200, or with a 200 and a notification behind it.
  void answer(Sip::IncomingId incoming, Subscription subscription, const QByteArray& document, int expires);
  void keep(const Subscription& subscription);  // one for an endpoint and event: a later one replaces it
  void notifyUser(const SipUri& user, const QByteArray& event, const QByteArray& document, qint64 nowMs);
  // To one endpoint; false when it has no such subscription.
  bool notifyEndpoint(const SipUri& user, const QByteArray& epid, const QByteArray& event, const QByteArray& document,
                      qint64 nowMs);
  void endOf(const SipUri& user, const QByteArray& epid);
  // The subscription of the endpoint to whose dialog the request belongs; null when there is none.
  const Subscription* find(const Endpoint& endpoint, const QByteArray& event, const Sip::Request& request) const;
  void end(const Subscription& subscription);
  void expire(qint64 nowMs);
  size_t takeExpired() { return std::exchange(expired_, 0); }  // since the last call

 private:
  void notify(Subscription& subscription, const QByteArray& document, int expires);
  void notifyNow(Subscription& subscription, const QByteArray& document, qint64 nowMs);

  const FrontEndSettings& settings_;
  Sip::Transport& transport_;
  using Key = std::tuple<QByteArray, QByteArray, QByteArray>;  // user, epid, event
  static Key keyOf(const Subscription& subscription) {
    return {subscription.user.bytes(), subscription.epid, subscription.event};
  }
  void endDialog(const Key& key, const QByteArray& localTag);

  std::map<Key, Subscription> subscriptions_;
  size_t expired_ = 0;
};

}  // namespace Parlour::Server
