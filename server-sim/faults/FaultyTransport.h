// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <unordered_map>

#include "protocol/sip/Transport.h"
#include "server-sim/faults/FaultDice.h"
#include "server-sim/faults/FaultPlan.h"

namespace Parlour::Server {

// A server's transport on a bad network: requests of clients are lost, late (in their order) or end their connection,
// and messages to rooms are lost or end it; posts and commands are refused with 503. Stands between the transport,
// whose observer it becomes, and its own observer. Loop thread; the transport must outlive it.
class FaultyTransport final : public Sip::Transport, public Sip::TransportObserver {
 public:
  using Later = std::function<void(int ms, std::function<void()>)>;  // runs on the loop thread, never at once
  FaultyTransport(Sip::Transport& transport, const FaultPlan& plan, FaultDice dice, Later later);

  void setObserver(Sip::TransportObserver* observer) override { observer_ = observer; }
  void open(const Sip::Target& target, OnOpened done) override { transport_.open(target, std::move(done)); }
  void send(Sip::ConnectionId connection, const Sip::Request& request, OnResponse onResponse) override;
  bool sendInfo(Sip::ConnectionId connection, const Sip::InfoHead& head, quint32 cseq,
                const std::shared_ptr<const Sip::SharedBody>& body) override;
  void respond(Sip::IncomingId incoming, const Sip::Response& response, const QByteArray& toTag) override;
  void close(Sip::ConnectionId connection) override { transport_.close(connection); }
  QByteArray peerAddress(Sip::ConnectionId connection) const override { return transport_.peerAddress(connection); }
  void expectPongs(Sip::ConnectionId connection) override { transport_.expectPongs(connection); }

  void requestReceived(Sip::ConnectionId connection, Sip::IncomingId incoming, const Sip::Request& request) override;
  void infoAnswered(Sip::ConnectionId connection, const QByteArray& callId, quint32 cseq,
                    const Sip::Response& response) override;
  void connectionClosed(Sip::ConnectionId connection, const Error& reason) override;

 private:
  struct Late {
    Sip::IncomingId incoming;
    Sip::Request request;
  };
  void hold(Sip::ConnectionId connection, Sip::IncomingId incoming, const Sip::Request& request);
  void releaseFirst(Sip::ConnectionId connection);
  void run(int ms, std::function<void()> action);

  Sip::Transport& transport_;
  Sip::TransportObserver* observer_ = nullptr;
  const FaultPlan plan_;
  FaultDice dice_;
  const Later later_;
  std::unordered_map<Sip::ConnectionId, std::deque<Late>> late_;
  std::shared_ptr<const bool> alive_ = std::make_shared<const bool>(true);
};

}  // namespace Parlour::Server
