// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <memory>
#include <unordered_map>
#include <vector>

#include "protocol/sip/Transport.h"
#include "protocol/sip/sofia/ConnectionGuard.h"
#include "protocol/sip/sofia/LocalSocket.h"
#include "protocol/sip/sofia/MessageWriter.h"
#include "protocol/sip/sofia/MonotonicTime.h"
#include "protocol/sip/sofia/SipLoop.h"
#include "protocol/sip/sofia/Sofia.h"
#include "protocol/sip/sofia/SofiaOptions.h"

namespace Parlour::Sip {

// One TCP or TLS connection that the transport knows. Lives from its first request (or open()) until reaped.
struct SofiaConnection {
  SofiaAgent* agent = nullptr;
  ConnectionId id = 0;
  TportPtr tport;
  int pendingMark = 0;  // of tport_pend
  Protocol protocol = Protocol::Tcp;
  QByteArray viaPrefix;  // "SIP/2.0/TCP host:port;branch=z9hG4bK"
  bool lost = false;     // reported by Sofia or given up; only waits to be reaped
  bool closing = false;  // close() was called; ends when its queue is empty or at closeDeadline
  qint64 closeDeadline = 0;
  Error reason;
  SocketAddress peer;
  bool accepted = false;
  int likelyDescriptor = -1;  // outgoing connections only
  QByteArray gathered;        // messages that leave with this turn of the loop (TurnWrites)
  quint64 writtenInTurn = 0;
};

class SofiaAgentEvents {
 public:
  virtual ~SofiaAgentEvents() = default;
  virtual void messageArrived(SofiaConnection& connection, msg_t* message, const sip_t* sip) = 0;
  virtual void connectionEnded(SofiaConnection& connection) = 0;  // from the loop, never from inside a send
};

// nta's agent in stateless use and the table of connections: parsing, queueing and TLS are Sofia's, transactions are
// not. On the thread of its SipLoop.
class SofiaAgent {
 public:
  static Result<std::unique_ptr<SofiaAgent>> create(SipLoop& loop, const SofiaOptions& options,
                                                    SofiaAgentEvents& events);
  ~SofiaAgent();

  Result<quint16> listen(Protocol protocol, const QByteArray& host, quint16 port);
  Result<ConnectionId> connect(const Target& target);  // starts connecting
  bool isConnected(const SofiaConnection& connection) const;
  void setLocalAddress(SofiaConnection& connection, const SocketAddress& local);

  SofiaConnection* find(ConnectionId id) const;  // null when unknown or lost
  bool send(SofiaConnection& connection, MsgPtr message);
  void close(SofiaConnection& connection, const Error& reason, int graceMs);
  void sweep(qint64 now);  // about once a second
  void expectPongs(SofiaConnection& connection) const;
  MessageWriter& writer() { return writer_; }
  TransportCounters& counters() { return counters_; }
  size_t connectionCount() const { return byTport_.size(); }

 private:
  SofiaAgent(SipLoop& loop, SofiaOptions options, SofiaAgentEvents& events, AgentPtr agent);
  static int onMessage(SofiaAgent* self, nta_agent_t* agent, msg_t* message, sip_t* sip) noexcept;
  static void onLost(nta_agent_t* agent, void* connection, tport_t* tport, msg_t* message, int error) noexcept;
  void strangerArrived(TportPtr tport, msg_t* message, sip_t* sip);
  SofiaConnection& adopt(TportPtr tport, const SocketAddress& peer, quint16 listenerPort);
  SofiaConnection& remember(TportPtr tport, Protocol protocol);
  void refuse(TportPtr tport, const SocketAddress& peer, const sip_t* sip);
  void cutStuck(const SocketAddress& peer);
  void markLost(SofiaConnection& connection, const Error& reason);
  void tryToClose(SofiaConnection& connection, qint64 now);
  void reap();
  Result<tport_t*> addTransport(const QByteArray& url, const QByteArray& directory, bool server);
  Result<tport_t*> clientTransport(const Target& target);
  tport_t* primaryNamed(const QByteArray& ident) const;

  SipLoop& loop_;
  SofiaOptions options_;
  SofiaAgentEvents& events_;
  TransportCounters counters_;
  std::unique_ptr<ConnectionGuard> guard_;  // of an agent that listens
  AgentPtr agent_;
  MessageWriter writer_;
  std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
  QHash<ConnectionId, SofiaConnection*> byId_;
  std::unordered_map<tport_t*, std::unique_ptr<SofiaConnection>> byTport_;
  std::vector<SofiaConnection*> lost_;
  QHash<QByteArray, tport_t*> clientTransports_;  // by protocol, family and trust anchors
  QByteArray lastViaPrefix_;
  ConnectionId lastId_ = 0;
  int lastIdent_ = 0;
};

}  // namespace Parlour::Sip
