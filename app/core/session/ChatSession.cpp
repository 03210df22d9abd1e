// SPDX-License-Identifier: Apache-2.0
#include "app/core/session/ChatSession.h"

#include "app/core/Words.h"
#include "app/core/session/BackOff.h"
#include "app/core/session/SipErrors.h"
#include "app/core/signin/SignInErrors.h"
#include "protocol/support/Log.h"
#include "protocol/xccos/Codec.h"

namespace Parlour::Core {

namespace {

constexpr qint64 kReplyDeadlineMs = 60'000;  // xccos 3.4
constexpr char kInfoType[] = "text/plain";

// One media line that carries nothing: its type and accept types tell the server what this is (xccos 3.2).
QByteArray sessionDescription(const Sip::ConnectionInfo& local) {
  const QByteArray family = local.localHost.contains(':') ? "IP6 " : "IP4 ";
  return "v=0\r\no=- 0 0 IN " + family + local.localHost + "\r\ns=session\r\nc=IN " + family + local.localHost +
         "\r\nt=0 0\r\nm=message " + QByteArray::number(local.localPort) +
         " sip null\r\na=accept-types:text/plain text/html image/gif application/im-iscomposing+xml "
         "application/ms-imdn+xml text/x-msmsgsinvite\r\n";
}

bool meansDialogGone(const Sip::Response& response) {
  return response.status == 481 || response.status == 487 || response.status == 408;
}

Error sessionGone() { return Error::make(ErrorCode::ConnectionLost, Words::tr("The chat session was lost.")); }

}  // namespace

// One envelope on its way: repeated with the same body while the server is busy.
struct ChatSession::Info {
  Info(QByteArray text, Scheduler& scheduler) : body(std::move(text)), wait(scheduler) {}
  QByteArray body;
  int tries = 0;
  std::function<void(const Sip::Response&)> done;
  Timer wait;
};

ChatSession::ChatSession(SipLink& link, Scheduler& scheduler, const Clock& clock, EnvIds& ids,
                         std::function<quint64()> random)
    : link_(link),
      scheduler_(scheduler),
      ids_(ids),
      random_(std::move(random)),
      table_(scheduler),
      refresher_(scheduler, clock, [&link] { return link.lastSentMs(); }) {
  handler_ = link_.addHandler(
      [this](Sip::IncomingId incoming, const Sip::Request& request) { return handle(incoming, request); });
}

ChatSession::~ChatSession() { link_.removeHandler(handler_); }

void ChatSession::open(const QByteArray& poolUri, std::optional<qint64> keepAliveMs,
                       std::function<void(const Sip::Response&)> done) {
  reset(Error::make(ErrorCode::Cancelled, Words::tr("The chat session was opened anew.")));
  keepAliveMs_ = keepAliveMs;
  invite_ = link_.makeRequest("INVITE", poolUri, poolUri);
  invite_.headers.add("Supported", "ms-sender");
  invite_.headers.add("Supported", "timer");
  invite_.headers.add("Content-Type", "application/sdp");
  invite_.body = sessionDescription(link_.local());
  link_.send(invite_, lifetime_.guard([this, done = std::move(done)](const Sip::Response& response) {
    invited(response, done);
  }),
             [this] { return SipLink::bumpCSeq(invite_); });
}

void ChatSession::invited(const Sip::Response& response, const std::function<void(const Sip::Response&)>& done) {
  if (!response.isSuccess()) return done(response);
  dialog_ = Sip::Dialog::fromResponse(invite_, response);
  accepted_ = response.headers;
  link_.sendWithoutAnswer(dialog_.makeAck(invite_.cseq()));
  refresher_.start(response.headers.value("Session-Expires"), keepAliveMs_, [this] { sendUpdate(); });
  done(response);
}

void ChatSession::bye() {
  if (isOpen()) link_.send(dialog_.makeRequest("BYE"), {});
  reset(Error::make(ErrorCode::Cancelled, Words::tr("The chat session was closed.")));
}

void ChatSession::reset(const Error& reason) {
  lifetime_.renew();
  refresher_.stop();
  dialog_ = {};
  replied_ = false;
  infos_.clear();
  table_.failAll(reason);
}

void ChatSession::ask(const Xccos::Command& command, RequestTable::OnReply done) {
  if (!isOpen()) return done(sessionGone());
  const Xccos::CommandRef ref{ids_.take(), 1};
  const quint64 watch = link_.watchBegin();
  table_.add(ref, [this, watch, done = std::move(done)](const Result<Xccos::Reply>& result) {
    link_.watchEnd(watch);
    done(result);
  });
  auto info = std::make_shared<Info>(Xccos::serialize(Xccos::Envelope::ofCommand(ref.envId, command)), scheduler_);
  info->done = [this, ref](const Sip::Response& response) {
    if (response.isSuccess()) return table_.startDeadline(ref, kReplyDeadlineMs);
    table_.fail(ref, responseError(response, Words::tr("The server did not take the request.")));
  };
  sendInfo(info);
}

void ChatSession::post(EnvId envId, const Xccos::ChatMessage& message, OnStatus accepted) {
  if (!isOpen()) return accepted(sessionGone());
  auto info = std::make_shared<Info>(Xccos::serialize(Xccos::Envelope::ofChat(envId, message)), scheduler_);
  info->done = [accepted = std::move(accepted)](const Sip::Response& response) {
    if (response.isSuccess()) return accepted(success());
    accepted(responseError(response, Words::tr("The message was not delivered.")));
  };
  sendInfo(info);
}

void ChatSession::sendInfo(const std::shared_ptr<Info>& info) {
  ++info->tries;
  infos_.insert(info);
  Sip::Request request = dialog_.makeRequest("INFO");
  request.headers.add("User-Agent", link_.identity().userAgent);
  request.headers.add("Content-Type", kInfoType);
  request.body = info->body;
  link_.send(request, lifetime_.guard([this, info](const Sip::Response& response) { infoAnswered(info, response); }),
             [this] { return dialog_.takeCSeq(); });
}

void ChatSession::infoAnswered(const std::shared_ptr<Info>& info, const Sip::Response& response) {
  if (response.status == 503 && !response.local) {
    if (const auto delay = busyDelayMs(info->tries, response.retryAfterSeconds(), random_())) {
      info->wait.start(*delay, [this, waiting = std::weak_ptr(info)] { sendInfo(waiting.lock()); });
      return;
    }
  }
  infos_.erase(info);
  info->done(response);
  if (meansDialogGone(response)) dialogGone(responseError(response, Words::tr("The chat session was lost.")), true);
}

void ChatSession::sendUpdate() {
  link_.send(dialog_.makeRequest("UPDATE"), lifetime_.guard([this](const Sip::Response& response) {
    if (response.status == 481 || (response.local && response.status == 408)) {
      return dialogGone(responseError(response, Words::tr("The chat session was lost.")), true);
    }
    refresher_.refreshed();
  }),
             [this] { return dialog_.takeCSeq(); });
}

// The owner hears of the end before the commands fail, or it would take their failures for answers.
void ChatSession::dialogGone(const Error& error, bool tellPeer) {
  if (!isOpen()) return;
  const bool refused = !tellPeer && !replied_;
  if (tellPeer) link_.send(dialog_.makeRequest("BYE"), {});
  lifetime_.renew();
  refresher_.stop();
  dialog_ = {};
  infos_.clear();
  if (onEnded) onEnded({refused ? notPermittedError() : error, refused});
  table_.failAll(error);
}

bool ChatSession::handle(Sip::IncomingId incoming, const Sip::Request& request) {
  if (!dialog_.matches(request)) return false;
  if (request.method == "INFO") {
    link_.respond(incoming, 200);  // before anything else: the answer says nothing about the content (xccos 3.3)
    receive(request.body);
    return true;
  }
  if (request.method == "BYE") {
    link_.respond(incoming, 200);
    dialogGone(Error::make(ErrorCode::ConnectionLost, Words::tr("The server ended the chat session.")), false);
    return true;
  }
  if (request.method == "UPDATE") {
    link_.respond(incoming, 200);
    return true;
  }
  return false;
}

void ChatSession::receive(const QByteArray& body) {
  const Result<Xccos::Envelope> envelope = Xccos::parse(body);
  if (!envelope) {
    qCWarning(lcCore) << "unreadable message from the chat service:" << envelope.error().detail;
    return;
  }
  if (envelope->dropped > 0) qCDebug(lcCore) << "left out" << envelope->dropped << "messages of an envelope";
  replied_ = true;
  auto stillHere = [token = lifetime_.token()] { return !token.expired(); };
  if (const auto* chat = envelope->chat(); chat && onChat) return onChat(*chat, envelope->envId);
  if (const auto* replies = envelope->replies()) {
    for (const auto& reply : *replies) {
      if (stillHere()) table_.resolve(reply.message);
    }
  }
  if (const auto* notices = envelope->notices()) {
    for (const auto& notice : *notices) {
      if (stillHere() && onNotice) onNotice(notice.message);
    }
  }
  if (const auto* errors = envelope->errors()) {
    for (const auto& report : *errors) {
      if (stillHere()) receiveError(report.message);
    }
  }
}

void ChatSession::receiveError(const Xccos::ErrorReport& report) {
  const Error error = Xccos::errorFromResponse(report.code, report.text);
  if (!report.command) {
    qCWarning(lcCore) << "the chat service reported an error:" << error.detail;
    return;
  }
  if (table_.fail(*report.command, error)) return;
  if (onPostRefused) onPostRefused(report.command->envId, error);
}

}  // namespace Parlour::Core
