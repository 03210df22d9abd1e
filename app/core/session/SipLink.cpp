// SPDX-License-Identifier: Apache-2.0
#include "app/core/session/SipLink.h"

#include "app/core/Words.h"
#include "protocol/sip/Dialog.h"
#include "protocol/sip/auth/DigestClient.h"
#include "protocol/support/Log.h"

namespace Parlour::Core {

namespace {
constexpr qint64 kSilenceMs = 5'000;  // design guide 11, "Slow"
constexpr qint64 kSilenceStepMs = 1'000;
}  // namespace

struct SipLink::Exchange {
  Sip::Request request;
  OnFinalTold done;
  Sequence sequence;
  std::unique_ptr<Sip::DigestClient> digest;
  quint64 watch = 0;
};

SipLink::SipLink(Sip::Transport& transport, Scheduler& scheduler, const Clock& clock)
    : transport_(transport), clock_(clock), silenceTimer_(scheduler) {
  transport_.setObserver(this);
}

SipLink::~SipLink() {
  transport_.setObserver(nullptr);
  if (connection_ != 0) transport_.close(connection_);
}

void SipLink::setIdentity(const Identity& identity) {
  identity_ = identity;
  gruu_.clear();
}

void SipLink::open(const Sip::Target& target, OnOpened done) {
  close();
  target_ = target;
  auto opened = lifetime_.guard([this, done = std::move(done)](const Result<Sip::ConnectionInfo>& result) {
    if (!result) return done(result.error());
    local_ = *result;
    connection_ = local_.id;
    lastSentMs_ = clock_.monotonicMs();
    done(success());
  });
  transport_.open(
      target, [&transport = transport_, opened, token = lifetime_.token()](const Result<Sip::ConnectionInfo>& result) {
        if (token.expired() && result) return transport.close(result->id);  // nobody waits for it any more
        opened(result);
      });
}

void SipLink::close() {
  const Sip::ConnectionId connection = connection_;
  reset();
  if (connection != 0) transport_.close(connection);
}

void SipLink::reset() {
  lifetime_.renew();
  connection_ = 0;
  gruu_.clear();
  unanswered_.clear();
  silenceTimer_.stop();
  silent_ = false;
}

QByteArray SipLink::fromHeader() const { return '<' + identity_.user.bytes() + ">;epid=" + identity_.epid; }

QByteArray SipLink::contactHeader() const {
  if (!gruu_.isEmpty()) return '<' + gruu_ + '>';
  const QByteArray transport = target_.protocol == Sip::Protocol::Tls ? "tls" : "tcp";
  const bool v6 = local_.localHost.contains(':');
  const QByteArray host = v6 ? '[' + local_.localHost + ']' : local_.localHost;
  return '<' + identity_.user.bytes() + ':' + QByteArray::number(local_.localPort) + ";maddr=" + host +
         ";transport=" + transport + '>';
}

Sip::Request SipLink::makeRequest(const QByteArray& method, const QByteArray& uri, const QByteArray& to) const {
  Sip::Request request;
  request.method = method;
  request.uri = uri;
  request.headers = {{"From", '<' + identity_.user.bytes() + ">;tag=" + Sip::newTag() + ";epid=" + identity_.epid},
                     {"To", '<' + to + '>'},
                     {"Call-ID", Sip::newCallId()},
                     {"CSeq", "1 " + method},
                     {"Contact", contactHeader()},
                     {"User-Agent", identity_.userAgent}};
  return request;
}

void SipLink::send(const Sip::Request& request, OnFinal done, const Sequence& sequence) {
  sendTelling(
      request,
      [done = std::move(done)](const Sip::Response& response, bool) {
        if (done) done(response);
      },
      sequence);
}

void SipLink::sendTelling(const Sip::Request& request, OnFinalTold done, const Sequence& sequence) {
  auto exchange = std::make_shared<Exchange>();
  exchange->request = request;
  exchange->done = std::move(done);
  exchange->sequence = sequence;
  exchange->watch = watchBegin();
  transmit(exchange);
}

void SipLink::transmit(const std::shared_ptr<Exchange>& exchange) {
  lastSentMs_ = clock_.monotonicMs();
  transport_.send(connection_, exchange->request, lifetime_.guard([this, exchange](const Sip::Response& response) {
    if (response.isFinal()) answered(exchange, response);
  }));
}

void SipLink::answered(const std::shared_ptr<Exchange>& exchange, const Sip::Response& response) {
  const bool challenge = (response.status == 401 || response.status == 407) && !response.local;
  if (challenge && repeatWithCredentials(exchange, response)) return;
  watchEnd(exchange->watch);
  if (!response.isSuccess()) {
    qCDebug(lcCore) << exchange->request.method << "was answered" << response.status;
  }
  exchange->done(response, exchange->digest != nullptr);
}

bool SipLink::repeatWithCredentials(const std::shared_ptr<Exchange>& exchange, const Sip::Response& response) {
  if (!exchange->digest) {
    exchange->digest = std::make_unique<Sip::DigestClient>(identity_.user.address(), identity_.password.toUtf8());
  }
  Sip::Request& request = exchange->request;
  const Result<Sip::Header> line = exchange->digest->answer(response, request.method, request.uri);
  if (!line) return false;
  const quint32 cseq = exchange->sequence ? exchange->sequence() : request.cseq() + 1;
  request.headers.set("CSeq", QByteArray::number(cseq) + ' ' + request.method);
  request.headers.set(line->name, line->value);
  transmit(exchange);
  return true;
}

quint32 SipLink::bumpCSeq(Sip::Request& request) {
  const quint32 cseq = request.cseq() + 1;
  request.headers.set("CSeq", QByteArray::number(cseq) + ' ' + request.method);
  return cseq;
}

void SipLink::sendWithoutAnswer(const Sip::Request& request) {
  lastSentMs_ = clock_.monotonicMs();
  transport_.send(connection_, request, {});
}

void SipLink::respond(Sip::IncomingId incoming, int status, const Sip::Headers& headers, const QByteArray& toTag) {
  if (incoming == 0) return;
  Sip::Response response;
  response.status = status;
  response.phrase = Sip::standardPhrase(status);
  response.headers = headers;
  if (!headers.contains("Contact") && status < 300) response.headers.add("Contact", contactHeader());
  lastSentMs_ = clock_.monotonicMs();
  transport_.respond(incoming, response, toTag);
}

SipLink::HandlerId SipLink::addHandler(Handler handler) {
  handlers_[++lastHandler_] = std::move(handler);
  return lastHandler_;
}

void SipLink::removeHandler(HandlerId id) { handlers_.remove(id); }

void SipLink::requestReceived(Sip::ConnectionId connection, Sip::IncomingId incoming, const Sip::Request& request) {
  if (connection != connection_) return answerStray(incoming, request);
  const QMap<HandlerId, Handler> handlers = handlers_;  // a handler may add or remove others
  for (auto it = handlers.cbegin(); it != handlers.cend(); ++it) {
    if (handlers_.contains(it.key()) && it.value()(incoming, request)) return;
  }
  answerStray(incoming, request);
}

// Requests of dialogs that are not ours any more (xccos 3.3), and questions outside dialogs.
void SipLink::answerStray(Sip::IncomingId incoming, const Sip::Request& request) {
  if (request.method == "ACK" || request.method == "BENOTIFY") return;
  const int status = request.method == "INFO"                                    ? 487
                     : request.method == "OPTIONS"                               ? 200
                     : request.method == "BYE" || request.method == "NOTIFY"     ? 481
                     : request.method == "INVITE" || request.method == "MESSAGE" ? 488
                                                                                 : 405;
  respond(incoming, status, {}, request.to().tag().isEmpty() ? Sip::newTag() : QByteArray());
}

void SipLink::infoAnswered(Sip::ConnectionId, const QByteArray&, quint32, const Sip::Response&) {}

void SipLink::connectionClosed(Sip::ConnectionId connection, const Error& reason) {
  if (connection != connection_ || connection_ == 0) return;
  reset();
  if (onClosed) onClosed(reason);
}

quint64 SipLink::watchBegin() {
  unanswered_.insert(++lastWatch_, clock_.monotonicMs());
  if (!silenceTimer_.isRunning()) silenceTimer_.start(kSilenceMs, [this] { checkSilence(); });
  return lastWatch_;
}

void SipLink::watchEnd(quint64 id) {
  if (unanswered_.remove(id) == 0) return;
  if (silent_) checkSilence();
}

// Ids rise with time, so the first one has waited longest.
void SipLink::checkSilence() {
  const qint64 waited = unanswered_.isEmpty() ? 0 : clock_.monotonicMs() - unanswered_.first();
  const bool silent = waited >= kSilenceMs;
  if ((silent || silent_) && onSilence) onSilence(silent ? std::optional(waited) : std::nullopt);
  silent_ = silent;
  if (unanswered_.isEmpty()) return silenceTimer_.stop();
  silenceTimer_.start(silent ? kSilenceStepMs : kSilenceMs - waited, [this] { checkSilence(); });
}

}  // namespace Parlour::Core
