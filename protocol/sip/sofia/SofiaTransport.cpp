// SPDX-License-Identifier: Apache-2.0
#include "protocol/sip/sofia/SofiaTransport.h"

#include <utility>

#include "protocol/sip/sofia/SofiaTransportCore.h"
#include "protocol/sip/sofia/shims/SelfTest.h"

namespace Parlour::Sip {

Result<std::unique_ptr<SofiaTransport>> SofiaTransport::create(SipLoop& loop, const SofiaOptions& options) {
  const Status shims = sipShimSelfTest();
  if (!shims) return shims.error();
  auto core = std::make_unique<Core>(loop, options);
  const Status started = core->start();
  if (!started) return started.error();
  return std::unique_ptr<SofiaTransport>(new SofiaTransport(std::move(core)));
}

SofiaTransport::SofiaTransport(std::unique_ptr<Core> core) : core_(std::move(core)) {}
SofiaTransport::~SofiaTransport() = default;

Result<quint16> SofiaTransport::listen(Protocol protocol, const QByteArray& host, quint16 port) {
  return core_->listen(protocol, host, port);
}
void SofiaTransport::setObserver(TransportObserver* observer) { core_->observer = observer; }
void SofiaTransport::open(const Target& target, OnOpened done) { core_->open(target, std::move(done)); }
void SofiaTransport::send(ConnectionId connection, const Request& request, OnResponse onResponse) {
  core_->send(connection, request, std::move(onResponse));
}
bool SofiaTransport::sendInfo(ConnectionId connection, const InfoHead& head, quint32 cseq,
                              const std::shared_ptr<const SharedBody>& body) {
  return core_->sendInfo(connection, head, cseq, body);
}
void SofiaTransport::respond(IncomingId incoming, const Response& response, const QByteArray& toTag) {
  core_->respond(incoming, response, toTag);
}
void SofiaTransport::close(ConnectionId connection) { core_->close(connection); }
QByteArray SofiaTransport::peerAddress(ConnectionId connection) const { return core_->peerAddress(connection); }
void SofiaTransport::expectPongs(ConnectionId connection) { core_->expectPongs(connection); }
TransportCounters SofiaTransport::counters() const { return core_->counters(); }
size_t SofiaTransport::connectionCount() const { return core_->connectionCount(); }

}  // namespace Parlour::Sip
