// SPDX-License-Identifier: Apache-2.0
#include "server-sim/frontend/PresenceWatchers.h"

#include "server-sim/frontend/Replies.h"

namespace Parlour::Server {

void PresenceWatchers::refuse(Sip::IncomingId incoming, int status, int errorId) {
  p_.transport.respond(incoming, refusal(status, errorId, p_.settings.hostName), Sip::newTag());
}

void PresenceWatchers::subscribe(const Endpoint& endpoint, Sip::IncomingId incoming, const Sip::Request& request) {
  const Subscription* known = p_.subscriptions.find(endpoint, Signin::kPresenceEvent, request);
  if (!known && !request.to().tag().isEmpty()) return p_.transport.respond(incoming, plainReply(481), {});
  const Watcher watcher{endpoint.user, endpoint.epid};
  const bool ends = SubscribeForm::of(request).expires == 0;
  if (request.body.isEmpty() && known) {  // a refresh, or the end
    if (ends) replaceList(watcher, {});
    return accept(endpoint, incoming, request, known);
  }
  const auto query = Signin::PresenceQuery::parse(request.body, kMostPeople);
  if (!query) {
    const bool tooLarge = query.error().code == ErrorCode::LimitExceeded;
    return refuse(incoming, tooLarge ? 413 : 400, tooLarge ? 4008 : 4001);
  }
  replaceList(watcher, query->users);
  accept(endpoint, incoming, request, known);
  if (ends) replaceList(watcher, {});
}

void PresenceWatchers::accept(const Endpoint& endpoint, Sip::IncomingId incoming, const Sip::Request& request,
                              const Subscription* known) {
  Subscription subscription;
  if (known) {
    subscription = *known;
  } else {
    subscription.dialog = Sip::Dialog::fromRequest(request, Sip::newTag(), endpoint.user.bytes());
  }
  subscription.connection = endpoint.connection;
  subscription.user = endpoint.user;
  subscription.epid = endpoint.epid;
  subscription.event = Signin::kPresenceEvent;
  subscription.contentType = Signin::kPresenceBodyType;
  subscription.form = SubscribeForm::of(request);
  const int expires = subscription.form.expires == 0 ? 0 : p_.settings.subscriptionSeconds;
  subscription.expiresAtMs = p_.clock.monotonicMs() + qint64{expires} * 1000;
  if (expires == 0) p_.subscriptions.end(subscription);
  QList<Signin::PresenceReport> reports;
  const auto list = lists_.find({endpoint.user, endpoint.epid});
  if (list != lists_.end()) {
    for (const SipUri& user : list->second) reports.append({user, watched_[user].told});
  }
  const QByteArray body = Signin::PresenceReport::toBody(endpoint.user, reports);
  p_.subscriptions.answer(incoming, subscription, body, expires);
}

void PresenceWatchers::replaceList(const Watcher& watcher, const QList<SipUri>& users) {
  const auto before = lists_.extract(watcher);
  for (const SipUri& user : before ? before.mapped() : QList<SipUri>()) {
    Watched& watched = watched_[user];
    watched.watchers.erase(watcher);
    if (watched.watchers.empty()) watched_.erase(user);
  }
  if (users.isEmpty()) return;
  lists_[watcher] = users;
  for (const SipUri& user : users) {
    Watched& watched = watched_[user];
    if (watched.watchers.empty()) watched.told = p_.availability(user);
    watched.watchers.insert(watcher);
  }
}

void PresenceWatchers::changed(const SipUri& user) {
  const auto watched = watched_.find(user);
  if (watched == watched_.end()) return;
  const quint32 now = p_.availability(user);
  if (now == watched->second.told) return;
  watched->second.told = now;
  const std::set<Watcher> watchers = watched->second.watchers;
  for (const Watcher& watcher : watchers) {
    const QByteArray body = Signin::PresenceReport::toBody(watcher.first, {{user, now}});
    const bool there = p_.subscriptions.notifyEndpoint(watcher.first, watcher.second, Signin::kPresenceEvent, body,
                                                       p_.clock.monotonicMs());
    if (!there) replaceList(watcher, {});  // the subscription has expired
  }
}

void PresenceWatchers::endpointRemoved(const Endpoint& endpoint) { replaceList({endpoint.user, endpoint.epid}, {}); }

}  // namespace Parlour::Server
