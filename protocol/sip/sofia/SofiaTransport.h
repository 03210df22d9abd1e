// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "protocol/sip/Transport.h"
#include "protocol/sip/sofia/SipLoop.h"
#include "protocol/sip/sofia/SofiaOptions.h"
#include "protocol/sip/TransportCounters.h"

namespace Parlour::Sip {

// The Transport on Sofia-SIP: nta parses and answers what is broken, tport owns connections, queues and TLS;
// transactions are counted here, because TCP needs no more than "answer or time limit". Made, used and destroyed on
// the thread of its SipLoop, which outlives it; all callbacks come there. Callbacks that wait at its destruction are
// dropped. A CANCEL is dealt with here: its INVITE is answered 487. A success that answers a sendInfo
// carries only status, Call-ID and CSeq. 2xx to INVITE are not repeated: the connection is reliable.
class SofiaTransport final : public Transport {
 public:
  static Result<std::unique_ptr<SofiaTransport>> create(SipLoop& loop, const SofiaOptions& options);
  ~SofiaTransport() override;

  // Server: accepts connections at an IP address; port 0 takes any free one. Answers the port.
  Result<quint16> listen(Protocol protocol, const QByteArray& host, quint16 port);

  void setObserver(TransportObserver* observer) override;
  void open(const Target& target, OnOpened done) override;
  void send(ConnectionId connection, const Request& request, OnResponse onResponse) override;
  bool sendInfo(ConnectionId connection, const InfoHead& head, quint32 cseq,
                const std::shared_ptr<const SharedBody>& body) override;
  void respond(IncomingId incoming, const Response& response, const QByteArray& toTag) override;
  void close(ConnectionId connection) override;
  QByteArray peerAddress(ConnectionId connection) const override;
  void expectPongs(ConnectionId connection) override;

  TransportCounters counters() const;
  size_t connectionCount() const;  // of those that made a request

 private:
  class Core;
  explicit SofiaTransport(std::unique_ptr<Core> core);
  std::unique_ptr<Core> core_;
};

}  // namespace Parlour::Sip
