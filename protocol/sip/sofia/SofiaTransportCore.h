// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>

#include "protocol/sip/sofia/ClientTransactions.h"
#include "protocol/sip/sofia/PendingInfos.h"
#include "protocol/sip/sofia/ServerTransactions.h"
#include "protocol/sip/sofia/SofiaAgent.h"
#include "protocol/sip/sofia/SofiaTransport.h"
#include "protocol/sip/sofia/TurnWrites.h"

namespace Parlour::Sip {

// The inside of SofiaTransport: brings the agent's messages and the three tables of transactions together.
class SofiaTransport::Core final : public SofiaAgentEvents {
 public:
  Core(SipLoop& loop, const SofiaOptions& options);
  ~Core() override;
  Status start();

  void messageArrived(SofiaConnection& connection, msg_t* message, const sip_t* sip) override;
  void connectionEnded(SofiaConnection& connection) override;

  Result<quint16> listen(Protocol protocol, const QByteArray& host, quint16 port);
  void open(const Target& target, OnOpened done);
  void send(ConnectionId connection, const Request& request, OnResponse onResponse);
  bool sendInfo(ConnectionId connection, const InfoHead& head, quint32 cseq,
                const std::shared_ptr<const SharedBody>& body);
  void respond(IncomingId incoming, const Response& response, const QByteArray& toTag);
  void close(ConnectionId connection);
  QByteArray peerAddress(ConnectionId connection) const;
  void expectPongs(ConnectionId connection);
  TransportCounters counters() const { return agent_->counters(); }
  size_t connectionCount() const { return agent_->connectionCount(); }

  TransportObserver* observer = nullptr;

 private:
  struct Opening {
    OnOpened done;
    qint64 deadline = 0;
  };

  void requestArrived(SofiaConnection& connection, const sip_t* sip);
  void responseArrived(SofiaConnection& connection, const sip_t* sip);
  void infoResponseArrived(SofiaConnection& connection, const sip_t* sip);
  bool answerCancel(SofiaConnection& connection, const Request& cancel);
  void pollOpenings();
  void finishOpening(ConnectionId id, const Result<ConnectionInfo>& outcome);
  void sweep();
  void postLater(std::function<void()> closure);  // dropped when this is gone
  void refuseLater(const Request& request, OnResponse onResponse);
  void transmit(SofiaConnection& connection, const QByteArray& text);
  QByteArray infoPrefix(const SofiaConnection& connection, const InfoHead& head, quint32 cseq);
  bool sendAtOnce(SofiaConnection& connection, const QByteArray& prefix, const std::shared_ptr<const SharedBody>& body);
  Request withVia(const SofiaConnection& connection, const Request& request, const QByteArray& branch) const;
  QByteArray newBranch();

  SipLoop& loop_;
  SofiaOptions options_;
  std::unique_ptr<SofiaAgent> agent_;
  std::unique_ptr<TurnWrites> writes_;
  ClientTransactions client_;
  ServerTransactions server_;
  PendingInfos infos_;
  QHash<ConnectionId, Opening> openings_;
  std::unique_ptr<SipTimer> sweepTimer_;
  std::unique_ptr<SipTimer> openingTimer_;
  std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
  QByteArray branchSeed_;
  quint64 lastBranch_ = 0;
};

}  // namespace Parlour::Sip
