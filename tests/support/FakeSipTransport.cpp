// SPDX-License-Identifier: Apache-2.0
#include "tests/support/FakeSipTransport.h"

namespace Parlour::Testing {

void FakeSipTransport::open(const Sip::Target& target, OnOpened done) {
  opened_.append(target);
  if (!openFailures_.empty()) {
    const Error error = openFailures_.front();
    openFailures_.pop_front();
    return post([done, error] { done(error); });
  }
  current_ = ++lastConnection_;
  const Sip::ConnectionInfo info{current_, "192.0.2.21", 50312};
  post([done, info] { done(info); });
}

void FakeSipTransport::send(Sip::ConnectionId connection, const Sip::Request& request, OnResponse onResponse) {
  if (connection == 0 || connection != current_) {
    Sip::Response gone;
    gone.status = 503;
    gone.local = true;
    if (onResponse) post([onResponse, gone] { onResponse(gone); });
    return;
  }
  post([this, connection, request, onResponse] {
    if (!onRequest) return;
    onRequest(request, [this, connection, request, onResponse](const Sip::Response& response) {
      Sip::Response whole = response;
      if (!whole.headers.contains("CSeq")) whole.headers.add("CSeq", request.headers.value("CSeq"));
      if (!whole.headers.contains("Call-ID")) whole.headers.add("Call-ID", request.callId());
      post([this, connection, onResponse, whole] {
        if (connection == current_ && onResponse) onResponse(whole);
      });
    });
  });
}

bool FakeSipTransport::sendInfo(Sip::ConnectionId, const Sip::InfoHead&, quint32,
                                const std::shared_ptr<const Sip::SharedBody>&) {
  return false;  // a client has no use for fan-out
}

void FakeSipTransport::respond(Sip::IncomingId incoming, const Sip::Response& response, const QByteArray&) {
  const auto it = incoming_.find(incoming);
  if (it == incoming_.end()) return;
  const Answer answered = it->second;
  incoming_.erase(it);
  if (answered) post([answered, response] { answered(response); });
}

void FakeSipTransport::close(Sip::ConnectionId connection) {
  if (connection != current_) return;
  current_ = 0;
  post([this, connection] {
    if (observer_ != nullptr) {
      observer_->connectionClosed(connection, Error::make(ErrorCode::Cancelled, QStringLiteral("Closed.")));
    }
  });
}

void FakeSipTransport::feed(const Sip::Request& request, Answer answered) {
  const bool needsAnswer = request.method != "ACK" && request.method != "BENOTIFY";
  post([this, request, needsAnswer, answered, connection = current_] {
    if (observer_ == nullptr || connection != current_) return;
    const Sip::IncomingId id = needsAnswer ? ++lastIncoming_ : 0;
    if (needsAnswer) incoming_[id] = answered;
    observer_->requestReceived(connection, id, request);
  });
}

void FakeSipTransport::cut(const Error& reason) {
  const Sip::ConnectionId connection = current_;
  current_ = 0;
  post([this, connection, reason] {
    if (observer_ != nullptr) observer_->connectionClosed(connection, reason);
  });
}

void FakeSipTransport::settle() {
  while (!queue_.empty()) {
    const std::function<void()> delivery = std::move(queue_.front());
    queue_.pop_front();
    delivery();
  }
}

}  // namespace Parlour::Testing
