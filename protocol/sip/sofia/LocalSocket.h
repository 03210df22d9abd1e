// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/socket.h>

#include <QByteArray>
#include <QHashFunctions>

namespace Parlour::Sip {

struct SocketAddress {
  QByteArray host;  // IPv6 without brackets
  quint16 port = 0;
  bool operator==(const SocketAddress&) const = default;
};

inline size_t qHash(const SocketAddress& address, size_t seed = 0) {
  return qHashMulti(seed, address.host, address.port);
}

// Empty when it is neither IPv4 nor IPv6; an IPv4 address inside IPv6 comes as IPv4.
SocketAddress socketAddress(const sockaddr* address, socklen_t length);
SocketAddress localAddressOf(int descriptor);
// Whether the descriptor is a socket connected to `peer`.
bool leadsTo(int descriptor, const SocketAddress& peer);

// Sofia does not tell which local address an outgoing connection has, so its socket is found: the descriptor that
// was the lowest free one before connecting, else any TCP socket of this process with that peer.
int lowestFreeDescriptor();
SocketAddress localAddressTo(const SocketAddress& peer, int likelyDescriptor);

// Whether `host` is an IPv4 or IPv6 literal.
bool isAddressLiteral(const QByteArray& host);

}  // namespace Parlour::Sip
