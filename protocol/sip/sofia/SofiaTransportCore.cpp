// SPDX-License-Identifier: Apache-2.0
#include "protocol/sip/sofia/SofiaTransportCore.h"

#include <utility>

#include "protocol/sip/Dialog.h"
#include "protocol/sip/sofia/MessageReader.h"
#include "protocol/sip/trace/Trace.h"

namespace Parlour::Sip {

namespace {

constexpr int kSweepMs = 250;
constexpr int kOpeningPollMs = 5;
constexpr int kCloseGraceMs = 2'000;

Response plainResponse(int status) {
  Response response;
  response.status = status;
  response.phrase = standardPhrase(status);
  return response;
}

void appendHeaderTo(QByteArray& text, const char* name, const QByteArray& value) {
  text.append(name).append(": ").append(value).append("\r\n");
}

}  // namespace

SofiaTransport::Core::Core(SipLoop& loop, const SofiaOptions& options)
    : loop_(loop), options_(options), branchSeed_(newCallId().left(12)) {}

SofiaTransport::Core::~Core() {
  if (writes_) writes_->flushAll();
  *alive_ = false;
}

Status SofiaTransport::Core::start() {
  Result<std::unique_ptr<SofiaAgent>> agent = SofiaAgent::create(loop_, options_, *this);
  if (!agent) return agent.error();
  agent_ = std::move(*agent);
  writes_ = std::make_unique<TurnWrites>(*agent_, [this](std::function<void()> end) { postLater(std::move(end)); });
  sweepTimer_ = loop_.startTimer(kSweepMs, [this] { sweep(); });
  return success();
}

Result<quint16> SofiaTransport::Core::listen(Protocol protocol, const QByteArray& host, quint16 port) {
  return agent_->listen(protocol, host, port);
}

void SofiaTransport::Core::postLater(std::function<void()> closure) {
  loop_.post([alive = alive_, run = std::move(closure)] {
    if (*alive) run();
  });
}

void SofiaTransport::Core::messageArrived(SofiaConnection& connection, msg_t*, const sip_t* sip) {
  if (options_.trace != nullptr) options_.trace->add(false, connection.id, readText(sip));
  if (sip->sip_request != nullptr) {
    requestArrived(connection, sip);
  } else {
    responseArrived(connection, sip);
  }
}

void SofiaTransport::Core::requestArrived(SofiaConnection& connection, const sip_t* sip) {
  const Request request = readRequest(sip);
  if (request.method == "ACK") {
    if (observer != nullptr) observer->requestReceived(connection.id, 0, request);
    return;
  }
  const bool tooMany = server_.countOf(connection.id) >= options_.maxUnansweredRequests;
  const int limit = request.method == "INVITE" ? options_.inviteTimeout : options_.answerTimeout;
  const IncomingId incoming = server_.add(connection.id, request, monotonicNowMs() + limit);
  if (tooMany) ++agent_->counters().unansweredFull;
  if (tooMany || observer == nullptr) {
    respond(incoming, plainResponse(503), newTag());
  } else if (request.method == "CANCEL") {
    const bool found = answerCancel(connection, request);
    respond(incoming, plainResponse(found ? 200 : 481), newTag());
  } else {
    observer->requestReceived(connection.id, incoming, request);
  }
}

bool SofiaTransport::Core::answerCancel(SofiaConnection& connection, const Request& cancel) {
  const IncomingId invite = server_.findCancelled(connection.id, cancel);
  if (invite != 0) respond(invite, plainResponse(487), newTag());
  return invite != 0;
}

void SofiaTransport::Core::responseArrived(SofiaConnection& connection, const sip_t* sip) {
  const QByteArray branch = sip->sip_via != nullptr ? QByteArray(sip->sip_via->v_branch) : QByteArray();
  const ClientTransactions::Waiting* waiting = client_.find(connection.id, branch);
  if (waiting == nullptr) {
    infoResponseArrived(connection, sip);
    return;
  }
  const Response response = readResponse(sip);
  if (!response.isFinal()) {
    const bool invite = waiting->request.method == "INVITE";
    client_.extend(branch, monotonicNowMs() + (invite ? options_.inviteTimeout : options_.answerTimeout));
    const OnResponse onResponse = waiting->onResponse;
    if (onResponse) onResponse(response);
    return;
  }
  const ClientTransactions::Waiting finished = client_.take(branch);
  if (finished.request.method == "INVITE" && !response.isSuccess()) {
    transmit(connection, toWire(ackForFailure(finished.request, response)));
  }
  if (finished.onResponse) finished.onResponse(response);
}

void SofiaTransport::Core::infoResponseArrived(SofiaConnection& connection, const sip_t* sip) {
  const int status = sip->sip_status->st_status;
  if (status < 200 || sip->sip_cseq->cs_method != sip_method_info) return;
  const PendingInfos::Key key{sip->sip_call_id->i_id, sip->sip_cseq->cs_seq};
  if (!infos_.take(connection.id, key) || observer == nullptr) return;
  observer->infoAnswered(connection.id, key.callId, key.cseq,
                         status < 300 ? readShortResponse(sip) : readResponse(sip));
}

QByteArray SofiaTransport::Core::newBranch() { return "z9hG4bK" + branchSeed_ + QByteArray::number(++lastBranch_, 16); }

Request SofiaTransport::Core::withVia(const SofiaConnection& connection, const Request& request,
                                      const QByteArray& branch) const {
  Request complete{request.method, request.uri, {}, request.body};
  complete.headers.add("Via", connection.viaPrefix + branch.mid(7));
  if (!request.headers.contains("Max-Forwards")) complete.headers.add("Max-Forwards", "70");
  for (const Header& line : request.headers) complete.headers.add(line.name, line.value);
  return complete;
}

void SofiaTransport::Core::transmit(SofiaConnection& connection, const QByteArray& text) {
  if (options_.trace != nullptr) options_.trace->add(true, connection.id, text);
  writes_->gather(connection, text, {});
}

void SofiaTransport::Core::refuseLater(const Request& request, OnResponse onResponse) {
  if (!onResponse) return;
  postLater([request, answer = std::move(onResponse)] {
    answer(localResponse(request, 503, QByteArrayLiteral("Connection Not Usable")));
  });
}

void SofiaTransport::Core::send(ConnectionId id, const Request& request, OnResponse onResponse) {
  SofiaConnection* connection = agent_->find(id);
  if (connection == nullptr || openings_.contains(id)) {
    refuseLater(request, std::move(onResponse));
    return;
  }
  const QByteArray branch = newBranch();
  const Request complete = withVia(*connection, request, branch);
  transmit(*connection, toWire(complete));
  if (request.method == "ACK" || request.method == "BENOTIFY") return;
  client_.add(branch, {id, complete, std::move(onResponse), monotonicNowMs() + options_.answerTimeout});
}

QByteArray SofiaTransport::Core::infoPrefix(const SofiaConnection& connection, const InfoHead& head, quint32 cseq) {
  QByteArray prefix;
  prefix.reserve(640);
  prefix.append("INFO ").append(head.requestUri).append(" SIP/2.0\r\nVia: ").append(connection.viaPrefix);
  prefix.append(branchSeed_).append(QByteArray::number(++lastBranch_, 16)).append("\r\nMax-Forwards: 70\r\n");
  appendHeaderTo(prefix, "From", head.from);
  appendHeaderTo(prefix, "To", head.to);
  appendHeaderTo(prefix, "Call-ID", head.callId);
  prefix.append("CSeq: ").append(QByteArray::number(cseq)).append(" INFO\r\n");
  if (!head.contact.isEmpty()) appendHeaderTo(prefix, "Contact", head.contact);
  return prefix;
}

bool SofiaTransport::Core::sendAtOnce(SofiaConnection& connection, const QByteArray& prefix,
                                      const std::shared_ptr<const SharedBody>& body) {
  if (agent_->send(connection, agent_->writer().fromShared(prefix, body))) return true;
  ++agent_->counters().sendFailed;
  return false;
}

bool SofiaTransport::Core::sendInfo(ConnectionId id, const InfoHead& head, quint32 cseq,
                                    const std::shared_ptr<const SharedBody>& body) {
  SofiaConnection* connection = agent_->find(id);
  if (connection == nullptr || openings_.contains(id)) return false;
  const PendingInfos::Load load = infos_.load(id);
  if (load.count >= options_.maxUnansweredInfos || load.bytes >= options_.maxUnansweredInfoBytes) {
    ++agent_->counters().cutSlow;
    agent_->close(*connection,
                  Error::make(ErrorCode::LimitExceeded, QStringLiteral("The other side reads too slowly.")), 0);
    return false;
  }
  const QByteArray prefix = infoPrefix(*connection, head, cseq);
  // Known before it is sent: a loss noticed while sending is reported with the connection's other INFOs.
  infos_.add(id, {head.callId, cseq}, prefix.size() + body->body.size(), monotonicNowMs() + options_.answerTimeout);
  if (!writes_->takeFirst(*connection)) {
    writes_->gather(*connection, prefix + contentLines(*body), body->body);
  } else if (!sendAtOnce(*connection, prefix, body)) {
    infos_.take(id, {head.callId, cseq});
    return false;
  }
  if (options_.trace != nullptr) options_.trace->add(true, id, prefix + contentLines(*body) + body->body);
  return true;
}

void SofiaTransport::Core::respond(IncomingId incoming, const Response& response, const QByteArray& toTag) {
  const std::optional<ServerTransactions::Answer> answer = server_.answer(incoming, response, toTag);
  SofiaConnection* connection = answer ? agent_->find(answer->connection) : nullptr;
  if (connection != nullptr) transmit(*connection, toWire(answer->response));
}

void SofiaTransport::Core::close(ConnectionId id) {
  SofiaConnection* connection = agent_->find(id);
  if (connection == nullptr) return;
  writes_->flush(*connection);
  agent_->close(*connection, Error::make(ErrorCode::Cancelled, QStringLiteral("The connection was closed here.")),
                kCloseGraceMs);
}

QByteArray SofiaTransport::Core::peerAddress(ConnectionId id) const {
  const SofiaConnection* connection = agent_->find(id);
  return connection != nullptr ? connection->peer.host : QByteArray();
}

void SofiaTransport::Core::expectPongs(ConnectionId id) {
  SofiaConnection* connection = agent_->find(id);
  if (connection != nullptr) agent_->expectPongs(*connection);
}

void SofiaTransport::Core::connectionEnded(SofiaConnection& connection) {
  const ConnectionId id = connection.id;
  if (openings_.contains(id)) {
    finishOpening(id, connection.reason);
    return;
  }
  server_.dropOf(id);
  const QByteArray gone = QByteArrayLiteral("Connection Lost");
  for (const ClientTransactions::Waiting& waiting : client_.takeOf(id)) {
    if (waiting.onResponse) waiting.onResponse(localResponse(waiting.request, 503, gone));
  }
  for (const PendingInfos::Key& key : infos_.takeOf(id)) {
    Response response{503, gone, {}, {}, true};
    if (observer != nullptr) observer->infoAnswered(id, key.callId, key.cseq, response);
  }
  if (observer != nullptr) observer->connectionClosed(id, connection.reason);
}

void SofiaTransport::Core::open(const Target& target, OnOpened done) {
  const Result<ConnectionId> started = agent_->connect(target);
  if (!started) {
    postLater([error = started.error(), report = std::move(done)] { report(error); });
    return;
  }
  openings_.insert(*started, {std::move(done), monotonicNowMs() + options_.openTimeout});
  // Sofia has no event for "connected".
  if (!openingTimer_) openingTimer_ = loop_.startTimer(kOpeningPollMs, [this] { pollOpenings(); });
}

void SofiaTransport::Core::pollOpenings() {
  for (const ConnectionId id : openings_.keys()) {
    SofiaConnection* connection = agent_->find(id);
    if (connection == nullptr) continue;  // its end is on the way
    if (agent_->isConnected(*connection)) {
      const SocketAddress local = localAddressTo(connection->peer, connection->likelyDescriptor);
      agent_->setLocalAddress(*connection, local);
      finishOpening(id, ConnectionInfo{id, local.host, local.port});
    } else if (openings_.value(id).deadline <= monotonicNowMs()) {
      agent_->close(*connection, Error::make(ErrorCode::Timeout, QStringLiteral("The server does not answer.")), 0);
    }
  }
  if (openings_.isEmpty()) openingTimer_.reset();
}

void SofiaTransport::Core::finishOpening(ConnectionId id, const Result<ConnectionInfo>& outcome) {
  const Opening opening = openings_.take(id);
  opening.done(outcome);
}

void SofiaTransport::Core::sweep() {
  const qint64 now = monotonicNowMs();
  agent_->sweep(now);
  for (const ClientTransactions::Waiting& waiting : client_.takeOverdue(now)) {
    if (waiting.onResponse) waiting.onResponse(localResponse(waiting.request, 408, {}));
  }
  for (const auto& [connection, key] : infos_.takeOverdue(now)) {
    Response response{408, standardPhrase(408), {}, {}, true};
    if (observer != nullptr) observer->infoAnswered(connection, key.callId, key.cseq, response);
  }
  for (const IncomingId incoming : server_.overdue(now)) respond(incoming, plainResponse(408), newTag());
}

}  // namespace Parlour::Sip
