// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <functional>
#include <memory>

#include "protocol/sip/Message.h"
#include "protocol/support/Result.h"

namespace Parlour::Sip {

// Names one TCP or TLS connection for the life of the transport; never reused. 0 is none.
using ConnectionId = quint64;
// Names one received request until it is answered; never reused. 0: needs no answer (ACK).
using IncomingId = quint64;

enum class Protocol { Tcp, Tls };

// Where a client connects to: an address, never a name (DESIGN D5b).
struct Target {
  QByteArray host;  // IPv4 or IPv6 literal
  quint16 port = 5060;
  Protocol protocol = Protocol::Tcp;
  QByteArray trustFile;  // TLS: PEM file of trust anchors for this server
};

struct ConnectionInfo {
  ConnectionId id = 0;
  QByteArray localHost;
  quint16 localPort = 0;
};

// One message body that goes to many dialogs; made once, shared by all recipients.
struct SharedBody {
  QByteArray contentType;
  QByteArray body;
};

// The constant part of a dialog's INFO requests, prepared once a dialog (sofia-sip 3, path E).
struct InfoHead {
  QByteArray requestUri;
  QByteArray from;  // header value with tag
  QByteArray to;    // header value with tag and epid
  QByteArray callId;
  QByteArray contact;  // header value; may be empty
};

// Receives what arrives. Called on the thread that the transport documents; must not
// destroy the transport from inside a call.
class TransportObserver {
 public:
  virtual ~TransportObserver() = default;
  // Every request except ACK must be answered once through Transport::respond.
  virtual void requestReceived(ConnectionId connection, IncomingId incoming, const Request& request) = 0;
  // The final answer (or 408 after 32 s, 503 when the connection is gone) to a sendInfo.
  virtual void infoAnswered(ConnectionId connection, const QByteArray& callId, quint32 cseq,
                            const Response& response) = 0;
  // The connection is gone: closed or reset by the peer, cut by a limit, or close() was called.
  // Comes exactly once a connection and never from inside a send (sofia-sip 4).
  virtual void connectionClosed(ConnectionId connection, const Error& reason) = 0;
};

// SIP messages over TCP and TLS, both ends. Transactions are the transport's business; dialogs,
// CSeq, tags and authentication are the caller's: requests come complete except for Via,
// Max-Forwards and Content-Length. Not thread-safe: all calls on one thread.
class Transport {
 public:
  using OnOpened = std::function<void(const Result<ConnectionInfo>&)>;
  using OnResponse = std::function<void(const Response&)>;

  virtual ~Transport() = default;
  virtual void setObserver(TransportObserver* observer) = 0;

  // Client: opens a connection; the callback comes later, never from inside the call.
  virtual void open(const Target& target, OnOpened done) = 0;

  // Sends a request on exactly that connection, whatever its URI says. The callback gets provisional
  // answers too and exactly one final one (408 or 503 with `local` set when none came from the peer).
  // ACK and BENOTIFY get no answer; pass an empty callback for them.
  virtual void send(ConnectionId connection, const Request& request, OnResponse onResponse) = 0;

  // The lean path for fan-out; answered through infoAnswered. False: not sent (queue full or gone).
  virtual bool sendInfo(ConnectionId connection, const InfoHead& head, quint32 cseq,
                        const std::shared_ptr<const SharedBody>& body) = 0;

  // Answers a received request: status, phrase, extra headers and body of `response` are used; Via, From, To
  // (with `toTag` added when the request had none), Call-ID and CSeq are copied from the request.
  virtual void respond(IncomingId incoming, const Response& response, const QByteArray& toTag) = 0;

  // Ends the connection; connectionClosed follows.
  virtual void close(ConnectionId connection) = 0;

  // The other end's IP address; empty when the connection is gone.
  virtual QByteArray peerAddress(ConnectionId) const { return {}; }
  // The other side is known to answer keep-alive pings, so it may be asked whether it still lives.
  virtual void expectPongs(ConnectionId) {}
};

}  // namespace Parlour::Sip
