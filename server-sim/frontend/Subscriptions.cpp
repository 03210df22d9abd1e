// SPDX-License-Identifier: Apache-2.0
#include "server-sim/frontend/Subscriptions.h"

#include <algorithm>

#include "server-sim/frontend/Endpoints.h"
#include "server-sim/frontend/Replies.h"

namespace Parlour::Server {
namespace {

QByteArray subscriptionState(int expires) {
  return (expires > 0 ? "active;expires=" : "terminated;expires=") + QByteArray::number(std::max(expires, 0));
}

}  // namespace

SubscribeForm SubscribeForm::of(const Sip::Request& request) {
  SubscribeForm form;
  form.piggyback = request.headers.hasToken("Supported", "ms-piggyback-first-notify");
  form.benotify = request.headers.hasToken("Supported", "ms-benotify");
  bool number = false;
  const int seconds = request.headers.value("Expires").trimmed().toInt(&number);
  if (number && seconds >= 0) form.expires = seconds;
  return form;
}

Subscriptions::Subscriptions(const FrontEndSettings& settings, Sip::Transport& transport)
    : settings_(settings), transport_(transport) {}

void Subscriptions::answer(Sip::IncomingId incoming, Subscription subscription, const QByteArray& document,
                           int expires) {
  auto reply = plainReply(200);
  reply.headers.add("Contact", '<' + subscription.dialog.localContact() + '>');
  reply.headers.add("Expires", QByteArray::number(expires));
  reply.headers.add("Event", subscription.event);
  reply.headers.add("subscription-state", subscriptionState(expires));
  QByteArray supported = subscription.form.benotify ? "ms-benotify" : QByteArray();
  if (subscription.form.piggyback) {
    supported += supported.isEmpty() ? "ms-piggyback-first-notify" : ", ms-piggyback-first-notify";
    // The number the NOTIFY would have had (signin 2.2).
    reply.headers.add("ms-piggyback-cseq", QByteArray::number(subscription.dialog.takeCSeq()));
    setBody(reply, subscription.contentType, document);
  }
  if (!supported.isEmpty()) reply.headers.add("Supported", supported);
  transport_.respond(incoming, reply, subscription.dialog.localTag());
  if (!subscription.form.piggyback) notify(subscription, document, expires);
  if (expires > 0) keep(subscription);
}

void Subscriptions::notify(Subscription& subscription, const QByteArray& document, int expires) {
  const QByteArray method = subscription.form.benotify ? "BENOTIFY" : "NOTIFY";
  Sip::Request request = subscription.dialog.makeRequest(method);
  request.headers.add("Event", subscription.event);
  request.headers.add("subscription-state", subscriptionState(expires));
  request.headers.add("Content-Type", subscription.contentType);
  request.body = document;
  if (subscription.form.benotify) return transport_.send(subscription.connection, request, {});
  const Key key = keyOf(subscription);
  const QByteArray tag = subscription.dialog.localTag();
  transport_.send(subscription.connection, request, [this, key, tag](const Sip::Response& response) {
    if (response.status == 481 || response.status == 408) endDialog(key, tag);
  });
}

void Subscriptions::keep(const Subscription& subscription) { subscriptions_[keyOf(subscription)] = subscription; }

void Subscriptions::notifyUser(const SipUri& user, const QByteArray& event, const QByteArray& document, qint64 nowMs) {
  for (auto it = subscriptions_.lower_bound({user.bytes(), {}, {}});
       it != subscriptions_.end() && it->second.user == user; ++it) {
    if (it->second.event == event) notifyNow(it->second, document, nowMs);
  }
}

bool Subscriptions::notifyEndpoint(const SipUri& user, const QByteArray& epid, const QByteArray& event,
                                   const QByteArray& document, qint64 nowMs) {
  const auto it = subscriptions_.find({user.bytes(), epid, event});
  if (it == subscriptions_.end()) return false;
  notifyNow(it->second, document, nowMs);
  return true;
}

void Subscriptions::notifyNow(Subscription& subscription, const QByteArray& document, qint64 nowMs) {
  const qint64 leftSeconds = (subscription.expiresAtMs - nowMs) / 1000;
  notify(subscription, document, static_cast<int>(std::max<qint64>(leftSeconds, 1)));
}

void Subscriptions::endOf(const SipUri& user, const QByteArray& epid) {
  auto it = subscriptions_.lower_bound({user.bytes(), epid, {}});
  while (it != subscriptions_.end() && it->second.user == user && it->second.epid == epid)
    it = subscriptions_.erase(it);
}

void Subscriptions::end(const Subscription& subscription) {
  endDialog(keyOf(subscription), subscription.dialog.localTag());
}

// A later subscription of the endpoint stands under the same key and stays.
void Subscriptions::endDialog(const Key& key, const QByteArray& localTag) {
  const auto it = subscriptions_.find(key);
  if (it != subscriptions_.end() && it->second.dialog.localTag() == localTag) subscriptions_.erase(it);
}

void Subscriptions::expire(qint64 nowMs) {
  expired_ += std::erase_if(subscriptions_, [nowMs](const auto& item) { return item.second.expiresAtMs <= nowMs; });
}

const Subscription* Subscriptions::find(const Endpoint& endpoint, const QByteArray& event,
                                        const Sip::Request& request) const {
  const auto it = subscriptions_.find({endpoint.user.bytes(), endpoint.epid, event});
  return it != subscriptions_.end() && it->second.dialog.matches(request) ? &it->second : nullptr;
}

}  // namespace Parlour::Server
