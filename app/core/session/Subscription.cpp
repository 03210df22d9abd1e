// SPDX-License-Identifier: Apache-2.0
#include "app/core/session/Subscription.h"

#include <algorithm>

#include "app/core/Words.h"
#include "app/core/session/SipErrors.h"

namespace Parlour::Core {

namespace {

constexpr qint64 kFirstNotifyMs = 32'000;
constexpr int kResubscribeEarlySeconds = 60;

struct SubscriptionState {
  bool terminated = false;
  int expiresSeconds = -1;
};

SubscriptionState subscriptionState(const Sip::Headers& headers) {
  SubscriptionState state;
  const QList<QByteArray> parts = headers.value("Subscription-State").toLower().split(';');
  state.terminated = parts.first().trimmed() == "terminated";
  for (const QByteArray& part : parts) {
    const QByteArray text = part.trimmed();
    if (text.startsWith("expires=")) state.expiresSeconds = text.mid(8).toInt();
  }
  const QByteArray expires = headers.value("Expires").trimmed();
  if (state.expiresSeconds < 0 && !expires.isEmpty()) state.expiresSeconds = expires.toInt();
  return state;
}

}  // namespace

Subscription::Subscription(SipLink& link, Scheduler& scheduler) : link_(link), timer_(scheduler) {
  handler_ = link_.addHandler(
      [this](Sip::IncomingId incoming, const Sip::Request& request) { return handle(incoming, request); });
}

Subscription::~Subscription() { link_.removeHandler(handler_); }

void Subscription::reset() {
  lifetime_.renew();
  timer_.stop();
  first_ = nullptr;
  request_ = {};
  dialog_ = {};
  active_ = false;
  extendsItself_ = false;
}

void Subscription::subscribe(const SubscriptionTopic& topic, OnFirst done) {
  reset();
  topic_ = topic;
  first_ = std::move(done);
  const QByteArray self = link_.identity().user.bytes();
  request_ = makeSubscribe(link_.makeRequest("SUBSCRIBE", self, self));
  link_.send(request_, lifetime_.guard([this](const Sip::Response& response) { answered(response); }),
             [this] { return SipLink::bumpCSeq(request_); });
}

Sip::Request Subscription::makeSubscribe(Sip::Request request) const {
  if (!request.headers.contains("User-Agent")) request.headers.add("User-Agent", link_.identity().userAgent);
  request.headers.add("Event", topic_.event);
  request.headers.add("Accept", topic_.accept.isEmpty() ? topic_.contentType : topic_.accept);
  for (const Sip::Header& header : topic_.headers) request.headers.add(header.name, header.value);
  request.headers.add("Supported", "com.microsoft.autoextend");
  request.headers.add("Supported", "ms-benotify");
  request.headers.add("Proxy-Require", "ms-benotify");
  request.headers.add("Supported", "ms-piggyback-first-notify");
  if (topic_.once) request.headers.add("Expires", "0");
  request.headers.add("Content-Type", topic_.contentType);
  request.body = topic_.body;
  return request;
}

void Subscription::answered(const Sip::Response& response) {
  if (!response.isSuccess()) {
    return firstDocument(responseError(response, Words::tr("The subscription failed.")), response);
  }
  if (!topic_.once) {
    dialog_ = Sip::Dialog::fromResponse(request_, response);
    active_ = true;
    extendsItself_ = response.headers.hasToken("Supported", "com.microsoft.autoextend");
    scheduleRefresh(response.headers);
  }
  if (!response.body.isEmpty()) return firstDocument(response.body, response);
  if (!first_) return;  // the NOTIFY overtook the 200
  timer_.start(kFirstNotifyMs, [this] {
    Sip::Response late;
    late.status = 408;
    late.local = true;
    firstDocument(responseError(late, Words::tr("The subscription failed.")), late);
  });
}

void Subscription::firstDocument(const Result<QByteArray>& document, const Sip::Response& response) {
  const OnFirst first = std::exchange(first_, nullptr);
  if (first) first(document, response);
}

void Subscription::document(const QByteArray& body) {
  if (body.isEmpty()) return;
  if (first_) {
    timer_.stop();
    Sip::Response carried;
    carried.status = 200;
    return firstDocument(body, carried);
  }
  if (onDocument) onDocument(body);
}

bool Subscription::isOurs(const Sip::Request& request) const {
  const bool notify = request.method == "NOTIFY" || request.method == "BENOTIFY";
  return notify && !request_.method.isEmpty() && request.callId() == request_.callId();
}

bool Subscription::handle(Sip::IncomingId incoming, const Sip::Request& request) {
  if (!isOurs(request)) return false;
  // A BENOTIFY is never answered (signin 2.2).
  if (request.method == "NOTIFY") link_.respond(incoming, 200);
  document(request.body);
  stateChanged(request.headers);
  return true;
}

void Subscription::stateChanged(const Sip::Headers& headers) {
  if (!active_) return;
  if (!subscriptionState(headers).terminated) return scheduleRefresh(headers);
  active_ = false;
  timer_.stop();
  if (onTerminated) onTerminated();
}

void Subscription::scheduleRefresh(const Sip::Headers& headers) {
  const int expires = subscriptionState(headers).expiresSeconds;
  if (first_ || expires <= 0 || extendsItself_) return;
  const int seconds = std::max({expires - kResubscribeEarlySeconds, expires / 2, 1});
  timer_.start(seconds * qint64{1000}, [this] { refresh(); });
}

void Subscription::refresh() {
  link_.send(makeSubscribe(dialog_.makeRequest("SUBSCRIBE")), lifetime_.guard([this](const Sip::Response& response) {
    if (response.isSuccess()) {
      document(response.body);
      return scheduleRefresh(response.headers);
    }
    active_ = false;
    if (onTerminated) onTerminated();
  }),
             [this] { return dialog_.takeCSeq(); });
}

void Subscription::change(const QByteArray& body) {
  if (!active_) return;
  topic_.body = body;
  refresh();
}

void Subscription::unsubscribe() {
  if (!active_) return;
  timer_.stop();
  active_ = false;
  Sip::Request request = dialog_.makeRequest("SUBSCRIBE");
  request.headers.add("Event", topic_.event);
  request.headers.add("Expires", "0");
  link_.send(request, {});
}

}  // namespace Parlour::Core
