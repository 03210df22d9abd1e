// SPDX-License-Identifier: Apache-2.0
#include "server-sim/faults/FaultyTransport.h"

#include <utility>

#include "protocol/sip/Dialog.h"

namespace Parlour::Server {
namespace {

constexpr int kRetryAfterSeconds = 1;
constexpr int kLostAfterMs = 32'000;  // when a sender of SIP gives up (RFC 3261, timer F)

Sip::Response busyAnswer() {
  Sip::Response response;
  response.status = 503;
  response.phrase = Sip::standardPhrase(response.status);
  response.headers.add("Retry-After", QByteArray::number(kRetryAfterSeconds));
  return response;
}

Sip::Response noAnswer() {
  Sip::Response response;
  response.status = 408;
  response.phrase = Sip::standardPhrase(response.status);
  response.local = true;
  return response;
}

}  // namespace

FaultyTransport::FaultyTransport(Sip::Transport& transport, const FaultPlan& plan, FaultDice dice, Later later)
    : transport_(transport), plan_(plan), dice_(std::move(dice)), later_(std::move(later)) {
  transport_.setObserver(this);
}

void FaultyTransport::send(Sip::ConnectionId connection, const Sip::Request& request, OnResponse onResponse) {
  transport_.send(connection, request, std::move(onResponse));
}

bool FaultyTransport::sendInfo(Sip::ConnectionId connection, const Sip::InfoHead& head, quint32 cseq,
                               const std::shared_ptr<const Sip::SharedBody>& body) {
  if (dice_.hit(plan_.cut)) {
    transport_.close(connection);
    return true;
  }
  if (!dice_.hit(plan_.drop)) return transport_.sendInfo(connection, head, cseq, body);
  run(kLostAfterMs, [this, connection, callId = head.callId, cseq] {
    if (observer_ != nullptr) observer_->infoAnswered(connection, callId, cseq, noAnswer());
  });
  return true;
}

void FaultyTransport::respond(Sip::IncomingId incoming, const Sip::Response& response, const QByteArray& toTag) {
  transport_.respond(incoming, response, toTag);
}

void FaultyTransport::requestReceived(Sip::ConnectionId connection, Sip::IncomingId incoming,
                                      const Sip::Request& request) {
  if (dice_.hit(plan_.cut)) return transport_.close(connection);
  if (dice_.hit(plan_.drop)) return;
  if (request.method == "INFO" && dice_.hit(plan_.busy))
    return transport_.respond(incoming, busyAnswer(), Sip::newTag());
  if (plan_.delayMs > 0) return hold(connection, incoming, request);
  if (observer_ != nullptr) observer_->requestReceived(connection, incoming, request);
}

void FaultyTransport::hold(Sip::ConnectionId connection, Sip::IncomingId incoming, const Sip::Request& request) {
  late_[connection].push_back({incoming, request});
  run(dice_.around(plan_.delayMs, plan_.delaySpreadMs), [this, connection] { releaseFirst(connection); });
}

// Whichever time is over, the request that has waited longest is the next: none overtakes another.
void FaultyTransport::releaseFirst(Sip::ConnectionId connection) {
  const auto waiting = late_.find(connection);
  if (waiting == late_.end()) return;
  const Late next = std::move(waiting->second.front());
  waiting->second.pop_front();
  if (waiting->second.empty()) late_.erase(waiting);
  if (observer_ != nullptr) observer_->requestReceived(connection, next.incoming, next.request);
}

void FaultyTransport::infoAnswered(Sip::ConnectionId connection, const QByteArray& callId, quint32 cseq,
                                   const Sip::Response& response) {
  if (observer_ != nullptr) observer_->infoAnswered(connection, callId, cseq, response);
}

void FaultyTransport::connectionClosed(Sip::ConnectionId connection, const Error& reason) {
  late_.erase(connection);
  if (observer_ != nullptr) observer_->connectionClosed(connection, reason);
}

void FaultyTransport::run(int ms, std::function<void()> action) {
  later_(ms, [alive = std::weak_ptr<const bool>(alive_), action = std::move(action)] {
    if (!alive.expired()) action();
  });
}

}  // namespace Parlour::Server
