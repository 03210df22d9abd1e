// SPDX-License-Identifier: Apache-2.0
#include "app/core/session/Registrar.h"

#include <algorithm>

#include "app/core/Words.h"
#include "app/core/session/SipErrors.h"
#include "app/core/signin/SignInErrors.h"
#include "protocol/signin/EndpointIdentity.h"
#include "protocol/signin/KeepAlive.h"
#include "protocol/signin/PresenceState.h"
#include "protocol/signin/PresenceWatch.h"
#include "protocol/sip/Dialog.h"

namespace Parlour::Core {

namespace {

constexpr int kDefaultExpiresSeconds = 7200;
constexpr int kRefreshEarlySeconds = 30;
constexpr char kMethods[] = "\"INVITE, MESSAGE, INFO, OPTIONS, BYE, CANCEL, NOTIFY, ACK, REFER, BENOTIFY\"";

int expiresOf(const Sip::Response& response, const std::optional<Signin::RegisteredContact>& own) {
  if (own && own->expiresSeconds > 0) return own->expiresSeconds;
  const int header = response.headers.value("Expires").trimmed().toInt();
  return header > 0 ? header : kDefaultExpiresSeconds;
}

Error removalError(const Sip::Request& request) {
  const auto notice = Signin::DeregistrationNotice::parse(request.body);
  const auto event = notice ? notice->event : Signin::DeregistrationEvent::Other;
  const QString detail = QString::fromUtf8(request.body.left(200)).trimmed();
  switch (event) {
    case Signin::DeregistrationEvent::Rejected:
      return Error::make(ErrorCode::Disabled, Words::tr("Signed out by the server. Your account was disabled."),
                         detail);
    case Signin::DeregistrationEvent::Unregistered:
      return Error::make(ErrorCode::Conflict,
                         Words::tr("Signed out by the server. You signed in on too many other computers."), detail);
    case Signin::DeregistrationEvent::Deactivated:
    case Signin::DeregistrationEvent::PreferredRegistrarChange:
      return Error::make(ErrorCode::ConnectionLost, Words::tr("Your account moved to another server."), detail);
    case Signin::DeregistrationEvent::Other:
      break;
  }
  return Error::make(ErrorCode::ConnectionLost, Words::tr("The server ended the sign-in."), detail);
}

}  // namespace

Registrar::Registrar(SipLink& link, Scheduler& scheduler)
    : link_(link), refreshTimer_(scheduler), probeTimer_(scheduler) {
  handler_ = link_.addHandler(
      [this](Sip::IncomingId incoming, const Sip::Request& request) { return handle(incoming, request); });
}

Registrar::~Registrar() { link_.removeHandler(handler_); }

void Registrar::reset() {
  lifetime_.renew();
  refreshTimer_.stop();
  probeTimer_.stop();
  callId_.clear();
  keepAliveMs_.reset();
  cseq_ = 0;
}

QByteArray Registrar::contactForRegister() const {
  const Sip::ConnectionInfo& local = link_.local();
  const bool tls = link_.target().protocol == Sip::Protocol::Tls;
  const QByteArray host = local.localHost.contains(':') ? '[' + local.localHost + ']' : local.localHost;
  return "<sip:" + host + ':' + QByteArray::number(local.localPort) + ";transport=" + (tls ? "tls" : "tcp") +
         ";ms-opaque=" + opaque_ + ">;methods=" + kMethods +
         ";proxy=replace;+sip.instance=" + Signin::toSipInstance(link_.identity().instance);
}

Sip::Request Registrar::makeRegister() {
  const SipUri& user = link_.identity().user;
  Sip::Request request = link_.makeRequest("REGISTER", "sip:" + user.domain(), user.bytes());
  if (callId_.isEmpty()) {
    callId_ = request.callId();
    tag_ = request.from().tag();
    opaque_ = Sip::newTag();
    cseq_ = 0;
  }
  request.headers.set("From", '<' + user.bytes() + ">;tag=" + tag_ + ";epid=" + link_.identity().epid);
  request.headers.set("Call-ID", callId_);
  request.headers.set("CSeq", QByteArray::number(++cseq_) + " REGISTER");
  request.headers.set("Contact", contactForRegister());
  request.headers.add("Supported", "gruu-10, adhoclist, msrtc-event-categories");
  request.headers.add("Event", "registration");
  request.headers.add("Allow-Events", "presence");
  request.headers.add("ms-keep-alive", Signin::KeepAlive::offer().toBytes());
  return request;
}

void Registrar::registerEndpoint(OnResult done) {
  reset();
  link_.sendTelling(
      makeRegister(),
      lifetime_.guard([this, done = std::move(done)](const Sip::Response& response, bool credentialsSent) {
        if (response.isSuccess()) {
          accepted(response);
          return done({RegistrationResult::Kind::Registered, {}, response});
        }
        if (response.status == 301 && !redirectTarget(response).host.isEmpty()) {
          return done({RegistrationResult::Kind::Redirected, {}, response});
        }
        const Error error = signInError(SignInStep::Register, response, credentialsSent);
        done({RegistrationResult::Kind::Failed, error, response});
      }),
      [this] { return ++cseq_; });
}

void Registrar::accepted(const Sip::Response& response) {
  const auto contacts = Signin::parseContacts(response.headers.values("Contact"));
  const auto own = Signin::findOwnContact(contacts, link_.identity().instance);
  if (own && own->gruu) link_.setGruu(own->gruu->toBytes());
  const auto keepAlive = Signin::KeepAlive::parse(response.headers.value("ms-keep-alive"));
  keepAliveMs_ = keepAlive ? keepAlive->sendAfterMs() : std::nullopt;
  takesPresenceLists_ = response.headers.hasToken("Supported", Signin::kPresenceListTag);
  scheduleRefresh(expiresOf(response, own));
}

// 30 s before the end as other clients do, but never later than at four fifths of a short life.
void Registrar::scheduleRefresh(int expiresSeconds) {
  const int seconds =
      expiresSeconds > 5 * kRefreshEarlySeconds ? expiresSeconds - kRefreshEarlySeconds : expiresSeconds * 4 / 5;
  refreshTimer_.start(std::max(seconds, 1) * qint64{1000}, [this] { refresh(); });
}

void Registrar::refresh() {
  link_.send(makeRegister(), lifetime_.guard([this](const Sip::Response& response) { refreshed(response); }),
             [this] { return ++cseq_; });
}

void Registrar::probe(qint64 limitMs, std::function<void()> silent) {
  if (callId_.isEmpty() || probeTimer_.isRunning()) return;
  probeTimer_.start(limitMs, std::move(silent));
  const auto answered = [this](const Sip::Response& response) {
    probeTimer_.stop();
    refreshed(response);
  };
  link_.send(makeRegister(), lifetime_.guard(answered), [this] { return ++cseq_; });
}

void Registrar::refreshed(const Sip::Response& response) {
  if (!response.isSuccess()) {
    if (onRemoved) onRemoved(signInError(SignInStep::Register, response, true));
    return;
  }
  accepted(response);
  const auto state = Signin::PresenceState::parse(response.headers.value("presence-state"));
  if (state && state->bindingIsNew() && onBindingLost) onBindingLost();
}

void Registrar::deregister(std::function<void()> done) {
  if (callId_.isEmpty()) return done();
  refreshTimer_.stop();
  Sip::Request request = makeRegister();
  request.headers.set("Expires", "0");
  link_.send(request, lifetime_.guard([done = std::move(done)](const Sip::Response&) { done(); }),
             [this] { return ++cseq_; });
}

bool Registrar::handle(Sip::IncomingId incoming, const Sip::Request& request) {
  const bool notify = request.method == "NOTIFY" || request.method == "BENOTIFY";
  const QByteArray event = request.headers.value("Event").split(';').first().trimmed().toLower();
  if (!notify || event != Signin::kDeregistrationEvent) return false;
  if (request.method == "NOTIFY") link_.respond(incoming, 200);
  const Error error = removalError(request);
  if (onRemoved) onRemoved(error);
  return true;
}

}  // namespace Parlour::Core
