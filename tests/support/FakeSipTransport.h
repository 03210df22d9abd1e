// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <map>

#include "protocol/sip/Transport.h"

namespace Parlour::Testing {

// A transport without a network: what the client sends goes to `onRequest`, what the test answers or feeds reaches
// the client when settle() is called, in order. Nothing is delivered from inside a call of the client.
class FakeSipTransport final : public Sip::Transport {
 public:
  using Answer = std::function<void(const Sip::Response&)>;

  void setObserver(Sip::TransportObserver* observer) override { observer_ = observer; }
  void open(const Sip::Target& target, OnOpened done) override;
  void send(Sip::ConnectionId connection, const Sip::Request& request, OnResponse onResponse) override;
  bool sendInfo(Sip::ConnectionId connection, const Sip::InfoHead& head, quint32 cseq,
                const std::shared_ptr<const Sip::SharedBody>& body) override;
  void respond(Sip::IncomingId incoming, const Sip::Response& response, const QByteArray& toTag) override;
  void close(Sip::ConnectionId connection) override;

  // The other end. Called with a way to answer; called again for provisional and final answers.
  std::function<void(const Sip::Request&, const Answer&)> onRequest;

  // A request from the server; `answered` hears the client's answer.
  void feed(const Sip::Request& request, Answer answered = {});
  void failNextOpen(const Error& error) { openFailures_.push_back(error); }
  void cut(const Error& reason);  // the connection breaks
  void settle();                  // delivers until nothing is left

  const QList<Sip::Target>& opened() const { return opened_; }
  Sip::ConnectionId connection() const { return current_; }
  int unansweredByClient() const { return static_cast<int>(incoming_.size()); }

 private:
  void post(std::function<void()> delivery) { queue_.push_back(std::move(delivery)); }

  Sip::TransportObserver* observer_ = nullptr;
  std::deque<std::function<void()>> queue_;
  std::deque<Error> openFailures_;
  std::map<Sip::IncomingId, Answer> incoming_;
  QList<Sip::Target> opened_;
  Sip::ConnectionId current_ = 0;
  Sip::ConnectionId lastConnection_ = 0;
  Sip::IncomingId lastIncoming_ = 0;
};

}  // namespace Parlour::Testing
