// SPDX-License-Identifier: Apache-2.0
#include "app/core/real/ServerCandidates.h"

#include <QHostAddress>

namespace Parlour::Core {

namespace {
constexpr quint16 kTlsPort = 5061;
constexpr quint16 kTcpPort = 5060;
constexpr quint16 kEdgePort = 443;
}  // namespace

QList<SrvName> srvNames(const QString& domain, bool plaintextToo) {
  QList<SrvName> names{{QStringLiteral("_sipinternaltls._tcp.") + domain, true}};
  if (plaintextToo) names.append({QStringLiteral("_sipinternal._tcp.") + domain, false});
  names.append({QStringLiteral("_sip._tls.") + domain, true});
  if (plaintextToo) names.append({QStringLiteral("_sip._tcp.") + domain, false});
  return names;
}

QList<ServerCandidate> fallbackHosts(const QString& domain) {
  return {{QStringLiteral("sipinternal.") + domain, kTlsPort, true},
          {QStringLiteral("sipexternal.") + domain, kEdgePort, true},
          {QStringLiteral("sip.") + domain, kEdgePort, true},
          {QStringLiteral("sip.") + domain, kTlsPort, true}};
}

ServerCandidate typedServer(const SignInRequest& request) {
  const quint16 usual = request.tls ? kTlsPort : kTcpPort;
  return {request.host.trimmed(), request.port != 0 ? request.port : usual, request.tls};
}

bool isLiteralAddress(const QString& host) { return !QHostAddress(host).isNull(); }

bool isLoopbackHost(const QString& host) {
  return QHostAddress(host).isLoopback() || host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0;
}

}  // namespace Parlour::Core
