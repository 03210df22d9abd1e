// SPDX-License-Identifier: Apache-2.0
#include "server-sim/frontend/Registrar.h"

#include <algorithm>

#include "protocol/signin/DeregistrationNotice.h"
#include "protocol/signin/EndpointIdentity.h"
#include "protocol/signin/KeepAlive.h"
#include "protocol/signin/PresenceState.h"
#include "protocol/signin/PresenceWatch.h"
#include "protocol/sip/Dialog.h"
#include "protocol/sip/PeerAddress.h"
#include "server-sim/frontend/Replies.h"

namespace Parlour::Server {
namespace {

// No spaces: pidgin-sipe splits at "," without trimming (pidgin-sipe 2.2).
constexpr char kAllowEvents[] = "vnd-microsoft-provisioning-v2,vnd-microsoft-roaming-self";

// Others may take line ends as they like; theirs end with their session or registration.
bool answersPings(const Sip::Request& request) { return request.headers.value("User-Agent").startsWith("Parlour/"); }

}  // namespace

Registrar::Registrar(const FrontEndSettings& settings, Sip::Transport& transport, Authenticator& authenticator,
                     const Clock& clock)
    : settings_(settings), transport_(transport), authenticator_(authenticator), clock_(clock) {}

void Registrar::receive(Sip::ConnectionId connection, Sip::IncomingId incoming, const Sip::Request& request) {
  const auto checked = checkRegister(request, settings_);
  if (!checked.request) return transport_.respond(incoming, checked.refusal, Sip::newTag());
  const RegisterRequest registration = *checked.request;
  // A refresh or a sign-off on a connection that was authenticated before is not challenged again; pidgin-sipe
  // sends no credentials with either (pidgin-sipe 2.3, 2.10).
  if (isKnown(connection, registration)) return accept(connection, incoming, request, registration);
  checking_.insert(connection);
  authenticator_.check(
      request, registration, Sip::addressGroup(transport_.peerAddress(connection)),
      [this, connection, incoming, request, registration](const std::optional<Sip::Response>& refusal) {
        this->checked(connection, incoming, request, registration, refusal);
      });
}

void Registrar::checked(Sip::ConnectionId connection, Sip::IncomingId incoming, const Sip::Request& request,
                        const RegisterRequest& registration, const std::optional<Sip::Response>& refusal) {
  const auto open = checking_.find(connection);
  // Closed meanwhile: an endpoint bound to it now would never be told of its end.
  if (open == checking_.end()) return transport_.respond(incoming, plainReply(503), Sip::newTag());
  checking_.erase(open);
  if (refusal) return transport_.respond(incoming, *refusal, Sip::newTag());
  accept(connection, incoming, request, registration);
}

bool Registrar::isKnown(Sip::ConnectionId connection, const RegisterRequest& registration) const {
  return table_.find(connection, registration.user, registration.epid) != nullptr;
}

void Registrar::accept(Sip::ConnectionId connection, Sip::IncomingId incoming, const Sip::Request& request,
                       const RegisterRequest& registration) {
  const QByteArray tag = Sip::newTag();
  if (registration.deregister) {
    auto reply = plainReply(200);
    reply.headers.add("Expires", "0");
    transport_.respond(incoming, reply, tag);
    if (const Endpoint* endpoint = table_.find(connection, registration.user, registration.epid))
      remove(Endpoint(*endpoint));
    return;
  }
  const bool refresh = isKnown(connection, registration);
  bind(connection, request, registration, tag);
  transport_.respond(incoming, successReply(registration, refresh ? "refreshed" : "added"), tag);
}

void Registrar::bind(Sip::ConnectionId connection, const Sip::Request& request, const RegisterRequest& registration,
                     const QByteArray& serverTag) {
  Endpoint endpoint;
  endpoint.user = registration.user;
  endpoint.epid = registration.epid;
  endpoint.instance = registration.instance;
  if (registration.wantsGruu) {
    const auto gruu = Signin::Gruu::forInstance(registration.user, registration.instance);
    if (gruu) endpoint.gruu = gruu->toBytes();
  }
  endpoint.contactUri = registration.contactUri;
  endpoint.connection = connection;
  endpoint.callId = request.callId();
  endpoint.clientTag = registration.clientTag;
  endpoint.serverTag = serverTag;
  endpoint.registeredAtMs = clock_.monotonicMs();
  endpoint.expiresAtMs = endpoint.registeredAtMs + qint64{settings_.registrationSeconds} * 1000;
  const Endpoint* before = table_.find(endpoint.user, endpoint.epid);
  if (before && before->connection != connection) remove(Endpoint(*before));  // the endpoint was started again
  if (!table_.find(endpoint.user, endpoint.epid)) makeRoom(endpoint.user);
  table_.put(endpoint);
  if (answersPings(request)) transport_.expectPongs(connection);
}

Sip::Response Registrar::successReply(const RegisterRequest& registration, const QByteArray& action) const {
  auto reply = plainReply(200);
  const QByteArray seconds = QByteArray::number(settings_.registrationSeconds);
  for (const auto& endpoint : table_.ofUser(registration.user)) {
    const qint64 leftMs = endpoint.expiresAtMs - clock_.monotonicMs();
    const QByteArray left = QByteArray::number(std::max<qint64>(leftMs / 1000, 0));
    QByteArray contact =
        '<' + endpoint.contactUri + ">;expires=" + left + ";+sip.instance=" + Signin::toSipInstance(endpoint.instance);
    if (!endpoint.gruu.isEmpty()) contact += ";gruu=\"" + endpoint.gruu + '"';
    reply.headers.add("Contact", contact);
  }
  reply.headers.add("Expires", seconds);
  reply.headers.add("presence-state", Signin::PresenceState::make(action).toBytes());
  reply.headers.add("ms-keep-alive", Signin::KeepAlive::answer(settings_.keepAliveSeconds).toBytes());
  reply.headers.add("Allow-Events", kAllowEvents);
  // Alone in its line: pidgin-sipe compares the whole value (pidgin-sipe 2.2).
  reply.headers.add("Supported", "msrtc-event-categories");
  reply.headers.add("Supported", Signin::kPresenceListTag);
  reply.headers.add("Server", "Parlour/" PARLOUR_VERSION);
  return reply;
}

void Registrar::makeRoom(const SipUri& user) {
  auto endpoints = table_.ofUser(user);
  if (static_cast<int>(endpoints.size()) < settings_.endpointsPerUser) return;
  const auto oldest = std::min_element(endpoints.begin(), endpoints.end(), [](const Endpoint& a, const Endpoint& b) {
    return a.registeredAtMs < b.registeredAtMs;
  });
  notifyRemoval(*oldest);
  remove(*oldest);
}

void Registrar::notifyRemoval(const Endpoint& endpoint) {
  Sip::Request notify;
  notify.method = "NOTIFY";
  notify.uri = endpoint.contactUri;
  Sip::NameAddress from;
  from.uri = endpoint.user.bytes();
  Sip::NameAddress to = from;
  from.setParameter("tag", endpoint.serverTag);
  to.setParameter("tag", endpoint.clientTag);
  to.setParameter("epid", endpoint.epid);
  notify.headers = {{"From", from.toBytes()}, {"To", to.toBytes()}, {"Call-ID", endpoint.callId}, {"CSeq", "1 NOTIFY"}};
  notify.headers.add("Event", Signin::kDeregistrationEvent);
  notify.headers.add("subscription-state", "terminated;expires=0");
  notify.headers.add("Content-Type", Signin::kDeregistrationType);
  notify.body = Signin::DeregistrationNotice::make(Signin::DeregistrationEvent::Unregistered).toBytes();
  transport_.send(endpoint.connection, notify, [](const Sip::Response&) {});
}

void Registrar::remove(const Endpoint& endpoint) {
  table_.remove(endpoint.user, endpoint.epid);
  if (onRemoved_) onRemoved_(endpoint);
}

void Registrar::connectionClosed(Sip::ConnectionId connection) {
  checking_.erase(connection);
  for (const auto& endpoint : table_.ofConnection(connection)) remove(endpoint);
}

size_t Registrar::expire() {
  const auto expired = table_.expiredBy(clock_.monotonicMs());
  for (const auto& endpoint : expired) remove(endpoint);
  return expired.size();
}

const Endpoint* Registrar::endpointOf(Sip::ConnectionId connection, const Sip::Request& request) const {
  const auto from = request.from();
  const auto user = SipUri::parse(from.uri);
  return user ? table_.find(connection, *user, from.epid()) : nullptr;
}

}  // namespace Parlour::Server
