// SPDX-License-Identifier: Apache-2.0
#include "tests/support/ScriptedServer.h"

#include "protocol/signin/EndpointIdentity.h"
#include "protocol/signin/PresenceWatch.h"
#include "protocol/signin/RoamingSelf.h"
#include "protocol/sip/auth/Credentials.h"

namespace Parlour::Testing {

namespace {

constexpr char kRealm[] = "Orchard";
constexpr char kNonce[] = "8c1f5a2b3d4e";

}  // namespace

ScriptedServer::ScriptedServer(FakeSipTransport& transport, ScriptedRooms& rooms, const Clock& clock)
    : transport_(transport), rooms_(rooms), clock_(clock) {
  transport_.onRequest = [this](const Sip::Request& request, const Answer& answer) { receive(request, answer); };
  rooms_.send = [this](const Xccos::Envelope& envelope) {
    if (dialog_.isEstablished()) sendInDialog("INFO", Xccos::serialize(envelope));
  };
}

void ScriptedServer::plan(const QString& line, int status, const Sip::Headers& headers) {
  Sip::Response response;
  response.status = status;
  response.phrase = status == 0 ? QByteArray() : Sip::standardPhrase(status);
  response.headers = headers;
  response.local = status == 408;
  plan(line, response);
}

// In a planned line the chat command is not carried out either.
QString ScriptedServer::lineFor(const Sip::Request& request) {
  const QString method = QString::fromLatin1(request.method);
  if (request.method == "SUBSCRIBE") {
    if (request.headers.value("Event") == Signin::kPresenceEvent) return method + QStringLiteral(" presence");
    const bool provisioning = request.headers.value("Event") == Signin::kProvisioningEvent;
    return method + (provisioning ? QStringLiteral(" provisioning") : QStringLiteral(" roaming"));
  }
  if (request.method != "INFO") return method;
  const auto envelope = Xccos::parse(request.body);
  if (!envelope) return QStringLiteral("INFO unreadable");
  if (envelope->chat() != nullptr) return QStringLiteral("INFO grpchat");
  if (envelope->commands() == nullptr) return QStringLiteral("INFO unexpected");
  return QStringLiteral("INFO ") + QString::fromLatin1(Xccos::messageId(envelope->commands()->front().message));
}

void ScriptedServer::receive(const Sip::Request& request, const Answer& answer) {
  const QString line = lineFor(request);
  transcript_.append(line);
  received.append(request);
  QList<Sip::Response>& planned = plans_[line];
  if (planned.isEmpty()) return serve(request, answer);
  const Sip::Response response = planned.takeFirst();
  if (response.status != 0) answer(response);
}

void ScriptedServer::serve(const Sip::Request& request, const Answer& answer) {
  if (request.method == "REGISTER") return serveRegister(request, answer);
  if (request.method == "SUBSCRIBE") return serveSubscribe(request, answer);
  if (request.method == "INVITE") return serveInvite(request, answer);
  if (request.method == "SERVICE") return serveService(request, answer);
  if (request.method == "ACK") return;
  const bool inDialog = dialog_.isEstablished() && request.callId() == dialog_.callId();
  Sip::Response response = ok(request);
  if (!inDialog && request.method != "BYE") {
    response.status = 481;
    return answer(response);
  }
  answer(response);
  if (request.method == "INFO") rooms_.receive(request.body, user_);
  if (request.method == "BYE" && inDialog) forgetSession();
}

Sip::Response ScriptedServer::ok(const Sip::Request& request, const Sip::Headers& headers,
                                 const QByteArray& body) const {
  Sip::Response response;
  response.status = 200;
  response.phrase = "OK";
  response.headers = headers;
  Sip::NameAddress to = request.to();
  if (to.tag().isEmpty()) to.setParameter("tag", "9a72");
  response.headers.add("From", request.headers.value("From"));
  response.headers.add("To", to.toBytes());
  response.headers.add("Call-ID", request.callId());
  response.headers.add("CSeq", request.headers.value("CSeq"));
  response.body = body;
  return response;
}

bool ScriptedServer::credentialsFit(const Sip::Request& request) const {
  const char* header = challengeStatus == 407 ? "Proxy-Authorization" : "Authorization";
  const auto credentials = Sip::Credentials::parse(request.headers.value(header));
  if (!credentials) return false;
  const auto algorithm = Sip::DigestAlgorithm::Sha256;
  const QByteArray ha1 = Sip::makeHa1(algorithm, credentials->user, kRealm, password);
  return credentials->nonce == kNonce &&
         Sip::digestResponse(credentials->input(ha1, request.method)) == credentials->response;
}

void ScriptedServer::serveRegister(const Sip::Request& request, const Answer& answer) {
  user_ = SipUri::fromTrusted(request.from().uri);
  Sip::Response response = ok(request);
  const bool proxy = challengeStatus == 407;
  const bool hasCredentials = request.headers.contains(proxy ? "Proxy-Authorization" : "Authorization");
  const bool signingOff = request.headers.value("Expires") == "0";
  if (!password.isEmpty() && !signingOff && !hasCredentials) {
    response.status = challengeStatus;
    response.headers.add(
        proxy ? "Proxy-Authenticate" : "WWW-Authenticate",
        QByteArray("Digest realm=\"") + kRealm + "\", nonce=\"" + kNonce + "\", algorithm=SHA-256, qop=\"auth\"");
    return answer(response);
  }
  if (!password.isEmpty() && !signingOff && !credentialsFit(request)) {
    response.status = 403;
    response.headers.add("ms-diagnostics", "1000;reason=\"Final handshake failed\";source=\"fe01\"");
    return answer(response);
  }
  const QByteArray epid = request.from().epid();
  const QByteArray instance = Signin::instanceFromEpid(epid);
  const auto contact = Sip::NameAddress::parse(request.headers.value("Contact"));
  response.headers.add("Contact", '<' + (contact ? contact->uri : QByteArray()) +
                                      ">;expires=" + QByteArray::number(registerExpires) +
                                      ";+sip.instance=" + Signin::toSipInstance(instance) + ";gruu=\"" +
                                      Signin::Gruu::forInstance(user_, instance)->toBytes() + '"');
  response.headers.add("Expires", QByteArray::number(registerExpires));
  if (takesPresenceLists) response.headers.add("Supported", Signin::kPresenceListTag);
  response.headers.add("ms-keep-alive", "UAS; tcp=no; hop-hop=yes; end-end=no; timeout=300");
  answer(response);
}

QByteArray ScriptedServer::provisioningDocument() const {
  Signin::ProvisioningDocument document;
  if (chatEnabled) {
    Signin::PersistentChatConfiguration chat;
    chat.enabled = chatEnabled;
    chat.defaultPoolUri = poolUri;
    if (!poolUri.isEmpty()) chat.poolUris = {poolUri};
    document.groups.append(chat.toGroup());
  }
  return document.toXml();
}

QByteArray ScriptedServer::roamingDocument(const QStringList& names) const {
  Signin::RoamingData data;
  data.user = user_.toString();
  data.categories = presence.report(names);
  return data.toXml();
}

void ScriptedServer::servePresenceList(const Sip::Request& request, const Answer& answer) {
  Sip::Headers headers{{"Event", Signin::kPresenceEvent}, {"Contact", "<sip:fe01.orchard.example:5061;transport=tls>"}};
  const bool ends = request.headers.value("Expires") == "0";
  headers.add("subscription-state", ends ? "terminated;expires=0" : "active;expires=28800");
  const auto query = Signin::PresenceQuery::parse(request.body, 250);
  QList<Signin::PresenceReport> reports;
  for (const SipUri& user : query ? query->users : QList<SipUri>()) {
    if (availability.contains(user)) reports.append({user, availability.value(user)});
  }
  if (request.to().tag().isEmpty()) {
    presenceList_ = Sip::Dialog::fromRequest(request, "9a72", "<sip:fe01.orchard.example>");
  }
  answer(ok(request, headers, ends ? QByteArray() : Signin::PresenceReport::toBody(user_, reports)));
}

void ScriptedServer::tellAvailability(const SipUri& user, quint32 now) {
  availability[user] = now;
  Sip::Request request = presenceList_.makeRequest("BENOTIFY");
  request.headers.add("Event", Signin::kPresenceEvent);
  request.headers.add("subscription-state", "active;expires=28700");
  request.body = Signin::PresenceReport::toBody(user_, {{user, now}});
  transport_.feed(request, [this](const Sip::Response& answered) { answersOfClient.append(answered.status); });
}

void ScriptedServer::serveSubscribe(const Sip::Request& request, const Answer& answer) {
  if (request.headers.value("Event") == Signin::kPresenceEvent) return servePresenceList(request, answer);
  const bool provisioning = request.headers.value("Event") == Signin::kProvisioningEvent;
  const QByteArray document = provisioning ? provisioningDocument() : roamingDocument(presence.names());
  const QByteArray state = provisioning ? "terminated;expires=0" : "active;expires=47515";
  Sip::Headers headers{{"Event", request.headers.value("Event")},
                       {"subscription-state", state},
                       {"Contact", "<sip:fe01.orchard.example:5061;transport=tls>"}};
  if (!provisioning) headers.add("Expires", "47515");
  const Sip::Response response = ok(request, headers, piggyback ? document : QByteArray());
  Sip::Dialog dialog = Sip::Dialog::fromRequest(request, "9a72", "<sip:fe01.orchard.example>");
  if (!provisioning) roaming_ = dialog;
  answer(response);
  if (piggyback) return;
  Sip::Request notifyRequest = dialog.makeRequest("NOTIFY");
  notifyRequest.headers.add("Event", request.headers.value("Event"));
  notifyRequest.headers.add("subscription-state", state);
  notifyRequest.body = document;
  if (!provisioning) roaming_ = dialog;
  transport_.feed(notifyRequest, [this](const Sip::Response& answered) { answersOfClient.append(answered.status); });
}

void ScriptedServer::serveInvite(const Sip::Request& request, const Answer& answer) {
  dialog_ = Sip::Dialog::fromRequest(request, "9a72", "<sip:pchat-node2.orchard.example:5041;transport=tls>");
  rooms_.leaveAll();
  Sip::Headers headers{{"Contact", "<sip:pchat-node2.orchard.example:5041;transport=tls>"}};
  if (sessionExpires > 0) headers.add("Session-Expires", QByteArray::number(sessionExpires) + ";refresher=uac");
  if (!chatSupports.isEmpty()) headers.add("Supported", chatSupports);
  answer(ok(request, headers));
}

void ScriptedServer::serveService(const Sip::Request& request, const Answer& answer) {
  const auto publish = Signin::PublishRequest::parse(request.body);
  Sip::Response response = ok(request);
  if (!publish) {
    response.status = 400;
    return answer(response);
  }
  const QList<Signin::VersionConflict> conflicts = presence.conflicts(*publish);
  if (!conflicts.isEmpty()) {
    response.status = 409;
    response.headers.add("Content-Type", Signin::kFaultType);
    response.body = Signin::PublishFault::wrongDelta(conflicts).toXml();
    return answer(response);
  }
  const QStringList names = presence.publish(*publish, clock_.now());
  if (answersPublishWithBody) response.body = roamingDocument(names);
  answer(response);
}

void ScriptedServer::publishElsewhere(const Signin::PublishRequest& request, const QByteArray& method) {
  notify(method, roamingDocument(presence.publish(request, clock_.now())));
}

void ScriptedServer::notify(const QByteArray& method, const QByteArray& body, const Sip::Headers& extra) {
  Sip::Request request = roaming_.makeRequest(method);
  request.headers.add("Event", Signin::kRoamingSelfEvent);
  if (!extra.contains("subscription-state")) request.headers.add("subscription-state", "active;expires=46210");
  for (const Sip::Header& line : extra) request.headers.add(line.name, line.value);
  request.body = body;
  transport_.feed(request, [this](const Sip::Response& answered) { answersOfClient.append(answered.status); });
}

void ScriptedServer::sendBye() {
  sendInDialog("BYE");
  forgetSession();
}

void ScriptedServer::sendInDialog(const QByteArray& method, const QByteArray& body) {
  Sip::Request request = dialog_.makeRequest(method);
  if (!body.isEmpty()) request.headers.add("Content-Type", "text/plain");
  request.body = body;
  transport_.feed(request, [this](const Sip::Response& answered) { answersOfClient.append(answered.status); });
}

void ScriptedServer::forgetSession() {
  dialog_ = {};
  rooms_.leaveAll();
}

}  // namespace Parlour::Testing
