// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include "app/core/Types.h"

namespace Parlour::Core {

// One server to try: a name or a literal address.
struct ServerCandidate {
  QString host;
  quint16 port = 5061;
  bool tls = true;
  bool operator==(const ServerCandidate&) const = default;
};

// What to look up for a sign-in address (signin 1.1), in order.
struct SrvName {
  QString name;
  bool tls = true;
  bool operator==(const SrvName&) const = default;
};
QList<SrvName> srvNames(const QString& domain, bool plaintextToo);
QList<ServerCandidate> fallbackHosts(const QString& domain);

// The server that the person typed, with the default port; its address may still have to be found.
ServerCandidate typedServer(const SignInRequest& request);

bool isLiteralAddress(const QString& host);
bool isLoopbackHost(const QString& host);

}  // namespace Parlour::Core
