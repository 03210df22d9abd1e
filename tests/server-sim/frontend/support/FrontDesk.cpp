// SPDX-License-Identifier: Apache-2.0
#include "tests/server-sim/frontend/support/FrontDesk.h"

#include "protocol/signin/EndpointIdentity.h"
#include "protocol/signin/Publication.h"
#include "protocol/sip/auth/DigestClient.h"
#include "server-sim/channel/ChannelState.h"

namespace Parlour::Server::Testing {
namespace {

constexpr char kOffer[] =
    "v=0\r\no=- 0 0 IN IP4 192.0.2.21\r\ns=session\r\nc=IN IP4 192.0.2.21\r\nt=0 0\r\nm=message 50312 sip null\r\n"
    "a=accept-types:text/plain\r\n";

}  // namespace

FrontEndSettings deskSettings() {
  FrontEndSettings settings;
  settings.domain = "orchard.example";
  settings.poolUri = Harbour::defaults().poolUri;
  settings.lookupUri = "sip:ocschat@orchard.example";
  settings.aliasUri = "sip:Rooms@orchard.example";
  settings.hostName = "chat.orchard.example";
  settings.webManagerUrl = "https://chat.orchard.example/rooms";
  return settings;
}

FrontDesk::FrontDesk(const FrontEndSettings& settings, ChannelSettings channel, int extras)
    : frontEnd(
          settings, transport, store, [this](const SipUri& user) { return find(user); }, clock),
      service(std::move(channel), harbourSnapshot(extras), store, frontEnd.dialogs(), clock) {
  transport.setObserver(&frontEnd);
  frontEnd.setService(&service);
  for (PrincipalId id = Ada; id <= Hal; ++id) {
    const QByteArray address = service.state().directory().find(id)->uri.mid(4);
    store.setPassword(id, address, address.left(address.indexOf('@')) + "-pw");
  }
}

Sip::Response FrontDesk::ask(Sip::ConnectionId connection, const Sip::Request& request) {
  const auto incoming = transport.receive(connection, request);
  store.run();
  return transport.answerTo(incoming);
}

const Principal* FrontDesk::find(const SipUri& user) const { return service.state().directory().find(user.bytes()); }

void FrontDesk::advanceSeconds(qint64 seconds) {
  clock.advanceMs(seconds * 1000);
  frontEnd.tick();
  store.run();
}

Caller::Caller(FrontDesk& desk, const QByteArray& name, Sip::ConnectionId connection, const QByteArray& epid)
    : desk_(desk),
      address_("sip:" + name + "@orchard.example"),
      password_(name + "-pw"),
      epid_(epid),
      instance_(Signin::instanceFromEpid(epid)),
      connection_(connection),
      registerCallId_(Sip::newCallId()) {}

Sip::Request Caller::registration() {
  Sip::Request request;
  request.method = "REGISTER";
  request.uri = "sip:orchard.example";
  request.headers = {
      {"From", '<' + address_ + ">;tag=" + Sip::newTag() + ";epid=" + epid_},
      {"To", '<' + address_ + '>'},
      {"Call-ID", registerCallId_},
      {"CSeq", QByteArray::number(++registerCSeq_) + " REGISTER"},
      {"Contact", "<sip:192.0.2.21:50312;transport=tls;ms-opaque=d3470f2e1d>;proxy=replace;+sip.instance=" +
                      Signin::toSipInstance(instance_)},
      {"User-Agent", "RoomClient/1.0"},
      {"Supported", "gruu-10, adhoclist, msrtc-event-categories"},
      {"ms-keep-alive", "UAC;hop-hop=yes"},
      {"Event", "registration"},
      {"Allow-Events", "presence"}};
  return request;
}

Sip::Response Caller::signIn() { return signIn(registration(), password_); }

Sip::Response Caller::signIn(const Sip::Request& request, const QByteArray& password) {
  const auto challenge = ask(request);
  if (challenge.status != 401 && challenge.status != 407) return challenge;
  return ask(answering(challenge, request, password));
}

Sip::Request Caller::answering(const Sip::Response& challenge, const Sip::Request& request,
                               const QByteArray& password) {
  Sip::DigestClient digest(address_.mid(4), password);
  const auto credentials = digest.answer(challenge, "REGISTER", request.uri);
  Sip::Request again = request;
  again.headers.set("CSeq", QByteArray::number(++registerCSeq_) + " REGISTER");
  if (credentials) again.headers.add(credentials->name, credentials->value);
  return again;
}

Sip::Response Caller::signOut() {
  auto request = registration();
  request.headers.add("Expires", "0");
  return ask(request);
}

Sip::Request Caller::make(const QByteArray& method, const QByteArray& to) {
  Sip::Request request;
  request.method = method;
  request.uri = to.isEmpty() ? address_ : to;
  request.headers = {{"From", '<' + address_ + ">;tag=" + Sip::newTag() + ";epid=" + epid_},
                     {"To", '<' + request.uri + '>'},
                     {"Call-ID", Sip::newCallId()},
                     {"CSeq", "1 " + method},
                     {"Contact", '<' + address_ + ";opaque=user:epid:" + epid_ + ";gruu>"}};
  return request;
}

Sip::Request Caller::subscription(const QByteArray& event, const QByteArray& type, const QByteArray& body) {
  auto request = make("SUBSCRIBE");
  request.headers.add("Event", event);
  request.headers.add("Accept", type);
  request.headers.add("Supported", "ms-benotify");
  request.headers.add("Proxy-Require", "ms-benotify");
  request.headers.add("Supported", "ms-piggyback-first-notify");
  request.headers.add("Content-Type", type);
  request.body = body;
  return request;
}

Sip::Request Caller::publication(const QByteArray& publications) {
  auto request = make("SERVICE");
  request.headers.add("Content-Type", Signin::kPublishType);
  request.body = "<publish xmlns=\"http://schemas.microsoft.com/2006/09/sip/rich-presence\"><publications uri=\"" +
                 address_ + "\">" + publications + "</publications></publish>";
  return request;
}

Sip::Request Caller::invitation(const QByteArray& uri) {
  auto request = make("INVITE", uri);
  request.headers.add("Content-Type", "application/sdp");
  request.body = kOffer;
  return request;
}

Sip::Response Caller::invite() {
  const auto request = invitation(deskSettings().poolUri);
  const auto response = ask(request);
  if (response.isSuccess()) {
    dialog = Sip::Dialog::fromResponse(request, response);
    ask(dialog.makeAck(request.cseq()));
  }
  return response;
}

Sip::Response Caller::info(const QByteArray& body) {
  auto request = dialog.makeRequest("INFO");
  request.headers.add("Content-Type", "text/plain");
  request.body = body;
  return ask(request);
}

Sip::Response Caller::command(const Xccos::Command& command) {
  return info(Xccos::serialize(Xccos::Envelope::ofCommand(++envId_, command)));
}

Sip::Response Caller::post(const QByteArray& room, const QByteArray& text) {
  Xccos::ChatMessage message;
  message.chanUri = Harbour::room(room);
  message.author = SipUri::fromTrusted(address_);
  message.ts = desk_.clock.now();
  message.chat = text;
  return info(Xccos::serialize(Xccos::Envelope::ofChat(++envId_, message)));
}

}  // namespace Parlour::Server::Testing
