// SPDX-License-Identifier: Apache-2.0
#include "server-sim/frontend/Subscriptions.h"

#include <algorithm>

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

void Subscriptions::answer(Sip::IncomingId incoming, Subscription subscription,
                           const QByteArray& document, int expires) {
  auto reply = plainReply(200);
  reply.headers.add("Contact", '<' + subscription.dialog.localContact() + '>');
  reply.headers.add("Expires", QByteArray::number(expires));
  reply.headers.add("Event", subscription.event);
  reply.headers.add("subscription-state", subscriptionState(expires));
  QByteArray supported = subscription.form.benotify ? "ms-benotify" : QByteArray();
  if (subscription.form.piggyback) {
    supported += supported.isEmpty() ? "ms-piggyback-first-notify" : ", ms-piggyback-first-notify";
    reply.headers.add("ms-piggyback-cseq", "1");
    setBody(reply, subscription.contentType, document);
    subscription.dialog.takeCSeq();  // the number the NOTIFY would have had (signin 2.2)
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
  const QByteArray callId = subscription.dialog.callId();
  transport_.send(subscription.connection, request, [this, callId](const Sip::Response& response) {
    if (response.status == 481 || response.status == 408) end(callId);
  });
}

void Subscriptions::keep(const Subscription& subscription) {
  const Key key = keyOf(subscription);
  if (const auto old = subscriptions_.find(key); old != subscriptions_.end()) byCallId_.erase(old->second.dialog.callId());
  subscriptions_[key] = subscription;
  byCallId_[subscription.dialog.callId()] = key;
}

void Subscriptions::notifyUser(const SipUri& user, const QByteArray& event, const QByteArray& document, qint64 nowMs) {
  for (auto it = subscriptions_.lower_bound({user.bytes(), {}, {}}); it != subscriptions_.end() && it->second.user == user; ++it) {
    if (it->second.event != event) continue;
    const qint64 leftSeconds = (it->second.expiresAtMs - nowMs) / 1000;
    notify(it->second, document, static_cast<int>(std::max<qint64>(leftSeconds, 1)));
  }
}

void Subscriptions::endOf(const SipUri& user, const QByteArray& epid) {
  auto it = subscriptions_.lower_bound({user.bytes(), epid, {}});
  while (it != subscriptions_.end() && it->second.user == user && it->second.epid == epid) {
    byCallId_.erase(it->second.dialog.callId());
    it = subscriptions_.erase(it);
  }
}

void Subscriptions::end(const QByteArray& callId) {
  const auto it = byCallId_.find(callId);
  if (it == byCallId_.end()) return;
  subscriptions_.erase(it->second);
  byCallId_.erase(it);
}

Subscription* Subscriptions::find(const QByteArray& callId) {
  const auto it = byCallId_.find(callId);
  return it == byCallId_.end() ? nullptr : &subscriptions_.at(it->second);
}

}  // namespace Parlour::Server
