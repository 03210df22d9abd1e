// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace Parlour::Sip {

struct SocketAddress {
  QByteArray host;  // IPv6 without brackets
  quint16 port = 0;
};

// Sofia does not tell which local address an outgoing connection has, so its socket is found: the descriptor that
// was the lowest free one before connecting, else any TCP socket of this process with that peer.
int lowestFreeDescriptor();
SocketAddress localAddressTo(const SocketAddress& peer, int likelyDescriptor);

// Whether `host` is an IPv4 or IPv6 literal.
bool isAddressLiteral(const QByteArray& host);

}  // namespace Parlour::Sip
