// SPDX-License-Identifier: Apache-2.0
#include "server-sim/frontend/FrontEnd.h"

#include <QByteArrayList>
#include <algorithm>
#include <array>

#include "protocol/signin/Provisioning.h"
#include "protocol/signin/RoamingSelf.h"
#include "protocol/signin/StateCategory.h"
#include "protocol/support/Log.h"
#include "server-sim/frontend/Replies.h"
#include "server-sim/log/LogScope.h"

namespace Parlour::Server {
namespace {

constexpr char kMethods[] = "REGISTER, SUBSCRIBE, SERVICE, INVITE, ACK, BYE, INFO, UPDATE, OPTIONS";
constexpr int kNotRegistered = 4004;
constexpr std::array<QByteArrayView, 6> kExtensions{"timer",        "eventlist", "adhoclist",
                                                    "categorylist", "gruu-10",   "msrtc-event-categories"};

bool hasSipScheme(const QByteArray& uri) {
  const QByteArray scheme = uri.left(uri.indexOf(':')).toLower();
  return scheme == "sip" || scheme == "sips";
}

// Microsoft's own only say how a client wants its answers.
bool isKnownExtension(const QByteArray& tag) {
  return tag.startsWith("ms-") || tag.startsWith("com.microsoft.") ||
         std::find(kExtensions.begin(), kExtensions.end(), QByteArrayView(tag)) != kExtensions.end();
}

// Extensions that a request cannot do without and that are not known here (RFC 3261 8.2.2.3).
QByteArray unknownExtensions(const Sip::Request& request) {
  QByteArrayList unknown;
  for (const QByteArray& line : request.headers.values("Require")) {
    for (const QByteArray& tag : line.split(',')) {
      if (const QByteArray name = tag.trimmed().toLower(); !name.isEmpty() && !isKnownExtension(name)) unknown += name;
    }
  }
  return unknown.join(", ");
}

}  // namespace

FrontEnd::FrontEnd(const FrontEndSettings& settings, Sip::Transport& transport, Store& store, UserLookup users,
                   const Clock& clock)
    : settings_(settings),
      transport_(transport),
      news_(counters_),
      admission_(settings_.load, transport, clock, counters_),
      authenticator_(settings_, store, users, clock, counters_),
      registrar_(settings_, transport, authenticator_, clock),
      subscriptions_(settings_, transport),
      provisioner_(settings_, transport, subscriptions_, users),
      presence_({settings_, transport, subscriptions_, store, users, registrar_.endpoints(), clock}),
      watchers_(
          {settings_, transport, subscriptions_, clock, [this](const SipUri& user) { return availability(user); }}),
      dialogs_(settings_, transport, clock, admission_, counters_) {
  presence_.onAvailability = [this](const SipUri& user) { watchers_.changed(user); };
  registrar_.setOnRemoved([this](const Endpoint& endpoint) { endpointRemoved(endpoint); });
}

quint32 FrontEnd::availability(const SipUri& user) const {
  const quint32 own = presence_.availability(user);
  const bool standIn = own == Signin::Availability::kOffline && isStandIn_ && isStandIn_(user);
  return standIn ? Signin::Availability::kAvailable : own;
}

void FrontEnd::tick() {
  counters_.expiredRegistrations.add(registrar_.expire());
  dialogs_.expire();
  presence_.expire();
  counters_.expiredSubscriptions.add(subscriptions_.takeExpired());
  admission_.tick();
  news_.tell(admission_.level());
}

void FrontEnd::endpointRemoved(const Endpoint& endpoint) {
  dialogs_.endpointRemoved(endpoint);
  watchers_.endpointRemoved(endpoint);
  presence_.endpointRemoved(endpoint);
}

std::optional<int> FrontEnd::refusedFor(Sip::ConnectionId connection, const Endpoint* endpoint,
                                        const Sip::Request& request) {
  admission_.signInGoesOn(connection);
  if (endpoint) return admission_.user(endpoint->user);
  const std::optional<int> wait = admission_.stranger(connection);
  return wait || request.method != "REGISTER" ? wait : admission_.signIn(connection);
}

void FrontEnd::requestReceived(Sip::ConnectionId connection, Sip::IncomingId incoming, const Sip::Request& request) {
  counters_.requests.add();
  const QByteArray callId = request.callId();
  const LogScope aboutConnection("connection", connection);
  const LogScope aboutCall("call", callId);
  const QByteArray& method = request.method;
  if (method == "ACK") return;
  if (method == "INFO") return dialogs_.info(connection, incoming, request);
  const Endpoint* endpoint = registrar_.endpointOf(connection, request);
  if (const auto wait = refusedFor(connection, endpoint, request)) {
    return transport_.respond(incoming, busyReply(*wait), Sip::newTag());
  }
  if (const QByteArray unknown = unknownExtensions(request); !unknown.isEmpty()) {
    auto reply = plainReply(420);
    reply.headers.add("Unsupported", unknown);
    return transport_.respond(incoming, reply, Sip::newTag());
  }
  if (method == "REGISTER") return registrar_.receive(connection, incoming, request);
  if (method == "OPTIONS") {
    auto reply = plainReply(hasSipScheme(request.uri) ? 200 : 416);
    reply.headers.add("Allow", kMethods);
    return transport_.respond(incoming, reply, Sip::newTag());
  }
  if (inDialog(connection, incoming, request)) return;
  if (!endpoint) return transport_.respond(incoming, refusal(403, kNotRegistered, settings_.hostName), Sip::newTag());
  const Endpoint speaker = *endpoint;
  if (method == "SUBSCRIBE") return subscribe(speaker, incoming, request);
  if (method == "SERVICE") return presence_.service(speaker, incoming, request);
  if (method == "INVITE") return invite(speaker, incoming, request);
  auto reply = plainReply(501);
  reply.headers.add("Allow", kMethods);
  transport_.respond(incoming, reply, Sip::newTag());
}

void FrontEnd::invite(const Endpoint& endpoint, Sip::IncomingId incoming, const Sip::Request& request) {
  dialogs_.invite(endpoint, incoming, request);
  if (dialogs_.has(endpoint.connection)) admission_.signedIn(endpoint.connection);
}

bool FrontEnd::inDialog(Sip::ConnectionId connection, Sip::IncomingId incoming, const Sip::Request& request) {
  if (request.method == "UPDATE") {
    dialogs_.update(connection, incoming, request);
  } else if (request.method == "BYE") {
    dialogs_.bye(connection, incoming, request);
  } else {
    return false;
  }
  return true;
}

void FrontEnd::subscribe(const Endpoint& endpoint, Sip::IncomingId incoming, const Sip::Request& request) {
  const auto target = SipUri::parse(request.to().uri);
  if (target && *target == endpoint.user) {
    const QByteArray event = request.headers.value("Event").trimmed().toLower();
    if (event == Signin::kProvisioningEvent && !request.to().tag().isEmpty()) {
      // The subscription ended with its one document; a second one would start the client's sign-in again.
      auto reply = plainReply(200);
      reply.headers.add("Event", Signin::kProvisioningEvent);
      reply.headers.add("Expires", "0");
      return transport_.respond(incoming, reply, {});
    }
    if (event == Signin::kProvisioningEvent) return provisioner_.receive(endpoint, incoming, request);
    if (event == Signin::kRoamingSelfEvent) return presence_.subscribe(endpoint, incoming, request);
    if (event == Signin::kPresenceEvent) return watchers_.subscribe(endpoint, incoming, request);
    return transport_.respond(incoming, plainReply(489), Sip::newTag());
  }
  transport_.respond(incoming, refusal(403, kNotRegistered, settings_.hostName), Sip::newTag());
}

void FrontEnd::infoAnswered(Sip::ConnectionId, const QByteArray& callId, quint32 cseq, const Sip::Response& response) {
  dialogs_.infoAnswered(callId, cseq, response);
}

void FrontEnd::connectionClosed(Sip::ConnectionId connection, const Error& reason) {
  const LogScope about("connection", connection);
  qCDebug(lcServer).noquote() << "connection closed:" << reason.text;
  admission_.connectionClosed(connection);
  dialogs_.connectionClosed(connection);
  registrar_.connectionClosed(connection);
}

}  // namespace Parlour::Server
