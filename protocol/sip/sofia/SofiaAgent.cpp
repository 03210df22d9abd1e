// SPDX-License-Identifier: Apache-2.0
#include "protocol/sip/sofia/SofiaAgent.h"

#include <QRandomGenerator>
#include <chrono>
#include <cstring>
#include <utility>

#include "protocol/sip/sofia/MessageReader.h"
#include "protocol/sip/sofia/ServerTransactions.h"
#include "protocol/sip/sofia/SipLoopCore.h"
#include "protocol/support/Log.h"

namespace Parlour::Sip {

namespace {

// No header group is fatal but what a message cannot do without: other people's headers are theirs.
constexpr unsigned kNoHeaderGroup = 1U << 31;
constexpr quint32 kShortestRefusalSeconds = 20;
constexpr quint32 kRefusalSpreadSeconds = 40;

Error lostError(int error) {
  if (error == 0)
    return Error::make(ErrorCode::ConnectionLost, QStringLiteral("The other side closed the connection."));
  return Error::make(ErrorCode::ConnectionLost, QStringLiteral("The connection was lost."),
                     QString::fromLocal8Bit(std::strerror(error)));
}

QByteArray bracketed(const QByteArray& host) { return host.contains(':') ? '[' + host + ']' : host; }

}  // namespace

qint64 monotonicNowMs() {
  using std::chrono::duration_cast;
  return duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

Result<std::unique_ptr<SofiaAgent>> SofiaAgent::create(SipLoop& loop, const SofiaOptions& options,
                                                       SofiaAgentEvents& events) {
  std::unique_ptr<SofiaAgent> self(new SofiaAgent(loop, options, events, nullptr));
  self->agent_.reset(nta_agent_create(loop.core().root(), reinterpret_cast<url_string_t*>(-1), &SofiaAgent::onMessage,
                                      self.get(), NTATAG_STATELESS(1), NTATAG_SIPFLAGS(MSG_FLG_EXTRACT_COPY),
                                      NTATAG_MAXSIZE(static_cast<unsigned>(options.maxMessageBytes)),
                                      NTATAG_BAD_REQ_MASK(kNoHeaderGroup), NTATAG_BAD_RESP_MASK(kNoHeaderGroup),
                                      NTATAG_MERGE_482(0), NTATAG_USE_NAPTR(0), NTATAG_USE_SRV(0), TAG_END()));
  if (!self->agent_) return Error::make(ErrorCode::Internal, QStringLiteral("The SIP stack could not be started."));
  self->writer_ = MessageWriter(self->agent_.get());
  return self;
}

SofiaAgent::SofiaAgent(SipLoop& loop, SofiaOptions options, SofiaAgentEvents& events, AgentPtr agent)
    : loop_(loop), options_(std::move(options)), events_(events), agent_(std::move(agent)), writer_(agent_.get()) {}

SofiaAgent::~SofiaAgent() {
  *alive_ = false;
  for (auto& [tport, connection] : byTport_) {
    tport_release(tport, connection->pendingMark, nullptr, nullptr, connection.get(), 0);
    tport_shutdown(tport, 2);
  }
  byTport_.clear();
  writer_ = MessageWriter(nullptr);
}

Result<quint16> SofiaAgent::listen(Protocol protocol, const QByteArray& host, quint16 port) {
  if (!isAddressLiteral(host)) {
    return Error::make(ErrorCode::InvalidArgument, QStringLiteral("A listening address must be an IP address."));
  }
  const QByteArray where = bracketed(host) + ':' + (port == 0 ? QByteArray("*") : QByteArray::number(port));
  const QByteArray url =
      protocol == Protocol::Tls ? "sips:" + where + ";transport=tls" : "sip:" + where + ";transport=tcp";
  const Result<tport_t*> primary = addTransport(url, options_.certificateDirectory, true);
  if (!primary) return primary.error();
  if (!guard_) guard_ = std::make_unique<ConnectionGuard>(options_, counters_);
  return QByteArray(tport_name(*primary)->tpn_port).toUShort();
}

Result<tport_t*> SofiaAgent::addTransport(const QByteArray& url, const QByteArray& directory, bool server) {
  const QByteArray ident = "parlour" + QByteArray::number(++lastIdent_);
  const int result =
      nta_agent_add_tport(agent_.get(), reinterpret_cast<const url_string_t*>(url.constData()),
                          TPTAG_IDENT(ident.constData()), TPTAG_SERVER(server), TPTAG_SDWN_ERROR(1), TPTAG_PONG2PING(1),
                          TPTAG_QUEUESIZE(static_cast<unsigned>(options_.queueMessages)),
                          TPTAG_TIMEOUT(static_cast<unsigned>(options_.partialMessageTimeout)),
                          TPTAG_IDLE(static_cast<unsigned>(options_.idleTimeout)), TPTAG_KEEPALIVE(0),
                          TPTAG_PINGPONG(0), TAG_IF(!directory.isEmpty(), TPTAG_CERTIFICATE(directory.constData())),
                          TAG_IF(!server, TPTAG_TLS_VERIFY_POLICY(TPTLS_VERIFY_OUT)), TAG_END());
  const int error = su_errno();
  tport_t* primary = primaryNamed(ident);
  if (result < 0 || primary == nullptr) {
    return Error::make(ErrorCode::Internal,
                       QStringLiteral("Cannot listen at %1: %2.")
                           .arg(QString::fromUtf8(url), QString::fromLocal8Bit(su_strerror(error))));
  }
  return primary;
}

tport_t* SofiaAgent::primaryNamed(const QByteArray& ident) const {
  tport_t* tports = nta_agent_tports(agent_.get());
  for (tport_t* tport = tports != nullptr ? tport_primaries(tports) : nullptr; tport != nullptr;
       tport = tport_next(tport)) {
    const char* name = tport_name(tport)->tpn_ident;
    if (name != nullptr && ident == name) return tport;
  }
  return nullptr;
}

SofiaConnection& SofiaAgent::remember(TportPtr tport, Protocol protocol) {
  tport_t* const key = tport.get();
  auto connection = std::make_unique<SofiaConnection>();
  connection->agent = this;
  connection->id = ++lastId_;
  connection->protocol = protocol;
  connection->tport = std::move(tport);
  connection->pendingMark = tport_pend(key, nullptr, &SofiaAgent::onLost, connection.get());
  byId_.insert(connection->id, connection.get());
  return *(byTport_[key] = std::move(connection));
}

SofiaConnection& SofiaAgent::adopt(TportPtr tport, const SocketAddress& peer, quint16 listenerPort) {
  const SocketAddress local{tport_name(tport_parent(tport.get()))->tpn_host, listenerPort};
  const Protocol protocol = tport_has_tls(tport.get()) ? Protocol::Tls : Protocol::Tcp;
  SofiaConnection& connection = remember(std::move(tport), protocol);
  connection.peer = peer;
  connection.accepted = true;
  setLocalAddress(connection, local);
  return connection;
}

void SofiaAgent::setLocalAddress(SofiaConnection& connection, const SocketAddress& local) {
  const QByteArray host = local.host.startsWith('[') ? local.host : bracketed(local.host);
  const QByteArray prefix = (connection.protocol == Protocol::Tls ? "SIP/2.0/TLS " : "SIP/2.0/TCP ") + host + ':' +
                            QByteArray::number(local.port) + ";branch=z9hG4bK";
  // All connections of a listener share one.
  if (lastViaPrefix_ != prefix) lastViaPrefix_ = prefix;
  connection.viaPrefix = lastViaPrefix_;
}

int SofiaAgent::onMessage(SofiaAgent* self, nta_agent_t* agent, msg_t* message, sip_t* sip) noexcept {
  const MsgPtr owned(message);
  TportPtr tport(nta_incoming_transport(agent, nullptr, message));
  if (!tport || sip == nullptr) return 0;
  const auto known = self->byTport_.find(tport.get());
  if (known == self->byTport_.end()) {
    self->strangerArrived(std::move(tport), message, sip);
  } else if (!known->second->lost && !known->second->closing) {
    self->events_.messageArrived(*known->second, message, sip);
  }
  return 0;
}

void SofiaAgent::strangerArrived(TportPtr tport, msg_t* message, sip_t* sip) {
  if (sip->sip_request == nullptr || !guard_) return;
  const tp_name_t* name = tport_name(tport.get());
  const SocketAddress peer{QByteArray(name->tpn_host).replace('[', "").replace(']', ""),
                           QByteArray(name->tpn_port).toUShort()};
  const quint16 listenerPort = QByteArray(tport_name(tport_parent(tport.get()))->tpn_port).toUShort();
  const ConnectionGuard::Verdict verdict = guard_->introduce(peer, listenerPort);
  if (verdict != ConnectionGuard::Verdict::Welcome) return refuse(std::move(tport), peer, sip);
  events_.messageArrived(adopt(std::move(tport), peer, listenerPort), message, sip);
}

void SofiaAgent::refuse(TportPtr tport, const SocketAddress& peer, const sip_t* sip) {
  Response busy;
  busy.status = 503;
  const quint32 seconds = kShortestRefusalSeconds + QRandomGenerator::global()->bounded(kRefusalSpreadSeconds);
  busy.headers.add("Retry-After", QByteArray::number(seconds));
  ServerTransactions once;
  const auto answer = once.answer(once.add(0, readRequest(sip), 0), busy, "refused");
  const MsgPtr message = writer_.fromText(toWire(answer->response), {});
  if (message) tport_tsend(tport.get(), message.get(), tport_name(tport.get()), TPTAG_REUSE(1), TAG_END());
  // Sofia is in the middle of reading from it.
  loop_.post([this, alive = alive_, peer, held = std::shared_ptr<tport_t>(tport.release(), &tport_unref)] {
    tport_shutdown(held.get(), 2);
    if (*alive) guard_->ended(peer);
  });
}

void SofiaAgent::onLost(nta_agent_t*, void* argument, tport_t*, msg_t*, int error) noexcept {
  auto* connection = static_cast<SofiaConnection*>(argument);
  connection->agent->markLost(*connection, lostError(error));
}

void SofiaAgent::markLost(SofiaConnection& connection, const Error& reason) {
  if (connection.lost) return;
  connection.lost = true;
  if (!connection.closing) connection.reason = reason;
  lost_.push_back(&connection);
  if (lost_.size() > 1) return;
  loop_.post([this, alive = alive_] {
    if (*alive) reap();
  });
}

void SofiaAgent::reap() {
  const std::vector<SofiaConnection*> lost = std::exchange(lost_, {});
  for (SofiaConnection* connection : lost) {
    tport_t* const tport = connection->tport.get();
    byId_.remove(connection->id);
    tport_release(tport, connection->pendingMark, nullptr, nullptr, connection, 0);
    if (!tport_is_closed(tport)) tport_shutdown(tport, 2);
    const auto entry = byTport_.extract(tport);
    if (connection->accepted) guard_->ended(connection->peer);
    events_.connectionEnded(*connection);
  }
}

SofiaConnection* SofiaAgent::find(ConnectionId id) const {
  SofiaConnection* connection = byId_.value(id, nullptr);
  return connection != nullptr && !connection->lost && !connection->closing ? connection : nullptr;
}

bool SofiaAgent::isConnected(const SofiaConnection& connection) const {
  return tport_is_connected(connection.tport.get()) != 0;
}

bool SofiaAgent::send(SofiaConnection& connection, MsgPtr message) {
  tport_t* const tport = connection.tport.get();
  // tport_tsend would connect anew rather than fail.
  if (!message || connection.lost || !tport_is_clear_to_send(tport)) return false;
  ++counters_.writes;
  return tport_tsend(tport, message.get(), tport_name(tport), TPTAG_REUSE(1), TAG_END()) == tport;
}

void SofiaAgent::close(SofiaConnection& connection, const Error& reason, int graceMs) {
  if (connection.lost || connection.closing) return;
  connection.closing = true;
  connection.reason = reason;
  connection.closeDeadline = monotonicNowMs() + graceMs;
  loop_.post([this, alive = alive_, id = connection.id] {
    SofiaConnection* found = *alive ? byId_.value(id, nullptr) : nullptr;
    if (found != nullptr) tryToClose(*found, monotonicNowMs());
  });
}

void SofiaAgent::tryToClose(SofiaConnection& connection, qint64 now) {
  if (connection.lost) return;
  if (now < connection.closeDeadline && tport_queuelen(connection.tport.get()) > 0) return;
  tport_shutdown(connection.tport.get(), 2);
  markLost(connection, connection.reason);
}

void SofiaAgent::expectPongs(SofiaConnection& connection) const {
  if (options_.keepaliveInterval == 0) return;
  tport_set_params(connection.tport.get(), TPTAG_KEEPALIVE(static_cast<unsigned>(options_.keepaliveInterval)),
                   TPTAG_PINGPONG(static_cast<unsigned>(options_.pongTimeout)), TAG_END());
}

void SofiaAgent::cutStuck(const SocketAddress& peer) {
  for (auto& [tport, connection] : byTport_) {
    if (!connection->accepted || connection->lost || !(connection->peer == peer)) continue;
    ++counters_.cutPartial;
    markLost(*connection, Error::make(ErrorCode::Timeout, QStringLiteral("The other side did not finish a message.")));
  }
}

void SofiaAgent::sweep(qint64 now) {
  if (guard_) {
    for (const SocketAddress& peer : guard_->sweep(now)) cutStuck(peer);
  }
  for (auto& [tport, connection] : byTport_) {
    if (connection->closing) {
      tryToClose(*connection, now);
    } else if (tport_is_shutdown(tport)) {
      // After bytes that are no SIP, Sofia stops reading and tells nobody.
      if (!connection->lost) ++counters_.cutNotSip;
      markLost(*connection,
               Error::make(ErrorCode::ConnectionLost, QStringLiteral("The other side does not speak SIP.")));
    }
  }
}

}  // namespace Parlour::Sip
