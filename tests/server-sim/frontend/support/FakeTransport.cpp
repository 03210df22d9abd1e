// SPDX-License-Identifier: Apache-2.0
#include "tests/server-sim/frontend/support/FakeTransport.h"

namespace Parlour::Server::Testing {

Sip::IncomingId FakeTransport::receive(Sip::ConnectionId connection, const Sip::Request& request) {
  const Sip::IncomingId incoming = request.method == "ACK" ? 0 : ++last_;
  received_[incoming] = request;
  observer_->requestReceived(connection, incoming, request);
  return incoming;
}

void FakeTransport::answerInfo(const SentInfo& info, int status) {
  Sip::Response response;
  response.status = status;
  response.phrase = Sip::standardPhrase(status);
  response.local = status == 408;
  observer_->infoAnswered(info.connection, info.head.callId, info.cseq, response);
}

void FakeTransport::lose(Sip::ConnectionId connection) {
  observer_->connectionClosed(connection, Error::make(ErrorCode::ConnectionLost, QStringLiteral("reset by peer")));
}

Sip::Response FakeTransport::rawAnswerTo(Sip::IncomingId incoming) const {
  const auto found = answers_.find(incoming);
  return found == answers_.end() ? Sip::Response{} : found->second.response;
}

Sip::Response FakeTransport::answerTo(Sip::IncomingId incoming) const {
  const auto found = answers_.find(incoming);
  if (found == answers_.end()) return {};
  const Sip::Request& request = received_.at(incoming);
  Sip::Response response = found->second.response;
  Sip::NameAddress to = request.to();
  if (to.tag().isEmpty() && !found->second.toTag.isEmpty()) to.setParameter("tag", found->second.toTag);
  response.headers.set("From", request.headers.value("From"));
  response.headers.set("To", to.toBytes());
  response.headers.set("Call-ID", request.callId());
  response.headers.set("CSeq", request.headers.value("CSeq"));
  return response;
}

std::vector<FakeTransport::SentInfo> FakeTransport::takeInfos(const QByteArray& callId) {
  std::vector<SentInfo> taken;
  std::erase_if(infos, [&](const SentInfo& info) {
    if (info.head.callId != callId) return false;
    taken.push_back(info);
    return true;
  });
  return taken;
}

std::vector<FakeTransport::Sent> FakeTransport::takeSent(const QByteArray& method) {
  std::vector<Sent> taken;
  std::erase_if(sent, [&](const Sent& item) {
    if (item.request.method != method) return false;
    taken.push_back(item);
    return true;
  });
  return taken;
}

void FakeTransport::open(const Sip::Target&, OnOpened done) {
  done(Error::make(ErrorCode::NotSupported, QStringLiteral("servers do not call")));
}

void FakeTransport::send(Sip::ConnectionId connection, const Sip::Request& request, OnResponse onResponse) {
  order.append(request.method);
  sent.push_back({connection, request, std::move(onResponse)});
}

bool FakeTransport::sendInfo(Sip::ConnectionId connection, const Sip::InfoHead& head, quint32 cseq,
                             const std::shared_ptr<const Sip::SharedBody>& body) {
  if (queueIsFull) return false;
  order.append("INFO");
  infos.push_back({connection, head, cseq, body});
  return true;
}

void FakeTransport::respond(Sip::IncomingId incoming, const Sip::Response& response, const QByteArray& toTag) {
  order.append(QByteArray::number(response.status));
  answeredTwice_ = answeredTwice_ || !answers_.emplace(incoming, Answer{response, toTag}).second;
}

QByteArray FakeTransport::peerAddress(Sip::ConnectionId connection) const {
  const auto address = addresses.find(connection);
  return address == addresses.end() ? QByteArray("192.0.2.1") : address->second;
}

}  // namespace Parlour::Server::Testing
