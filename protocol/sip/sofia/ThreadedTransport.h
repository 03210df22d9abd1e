// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <memory>

#include "protocol/sip/Transport.h"
#include "protocol/sip/sofia/SipLoop.h"
#include "protocol/sip/sofia/SofiaOptions.h"

namespace Parlour::Sip {

class SofiaTransport;

// The client's Transport: Sofia in a thread of its own (closures in), everything else on the thread of `context`
// (queued calls out). Used, and called back, on that thread only. Nothing is called back after its destruction,
// which waits for the thread but never for the network. sendInfo answers true once the message is on its way to
// the SIP thread; if it cannot be sent there, infoAnswered follows with a local 503.
class ThreadedTransport final : public Transport {
 public:
  static Result<std::unique_ptr<ThreadedTransport>> create(QObject* context, const SofiaOptions& options);
  ~ThreadedTransport() override;

  void setObserver(TransportObserver* observer) override;
  void open(const Target& target, OnOpened done) override;
  void send(ConnectionId connection, const Request& request, OnResponse onResponse) override;
  bool sendInfo(ConnectionId connection, const InfoHead& head, quint32 cseq,
                const std::shared_ptr<const SharedBody>& body) override;
  void respond(IncomingId incoming, const Response& response, const QByteArray& toTag) override;
  void close(ConnectionId connection) override;

 private:
  class Relay;
  explicit ThreadedTransport(QObject* context);
  Status start(const SofiaOptions& options);

  std::shared_ptr<Relay> relay_;
  std::unique_ptr<SofiaTransport> transport_;  // belongs to the loop's thread
  SipLoop loop_;
};

}  // namespace Parlour::Sip
