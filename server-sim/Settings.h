// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/sip/Transport.h"
#include "protocol/sip/sofia/SofiaOptions.h"
#include "server-sim/config/ServerConfig.h"
#include "server-sim/web/WebServer.h"

namespace Parlour::Server {

struct ListenAddress {
  Sip::Protocol protocol = Sip::Protocol::Tcp;
  QByteArray host;
  quint16 port = 0;
};

// "tcp:127.0.0.1:5060", "tls:[::1]:0". Names other than localhost are not resolved.
Result<ListenAddress> parseListenAddress(const QString& text);
QString listenText(Sip::Protocol protocol, const QByteArray& host, quint16 port);

// Of web.listen and its companions: plain HTTP on loopback, TLS else; the certificate is that of web.certificate.
Result<WebServerOptions> webOptions(const ServerConfig& config);

// What follows from the organisation's domain: pool and lookup addresses.
void completeForDomain(ServerConfig& config, const QByteArray& domain);
Sip::SofiaOptions transportOptions(const ServerConfig& config);
// Raises the limit of open files as far as allowed; gives how many connections then fit, at most those wanted (0: all).
int raiseFileLimit(int wantedConnections);

}  // namespace Parlour::Server
