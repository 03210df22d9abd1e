// SPDX-License-Identifier: Apache-2.0
#include "protocol/sip/PeerAddress.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <array>

namespace Parlour::Sip {

namespace {

constexpr int kNetworkBytes = 8;

}  // namespace

bool isLoopbackAddress(const QByteArray& host) {
  in_addr v4{};
  if (inet_pton(AF_INET, host.constData(), &v4) == 1) return (ntohl(v4.s_addr) >> 24) == 127;
  in6_addr v6{};
  return inet_pton(AF_INET6, host.constData(), &v6) == 1 && IN6_IS_ADDR_LOOPBACK(&v6);
}

QByteArray addressGroup(const QByteArray& host) {
  in6_addr v6{};
  if (inet_pton(AF_INET6, host.constData(), &v6) != 1) return host;
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (IN6_IS_ADDR_V4MAPPED(&v6)) {
    inet_ntop(AF_INET, &v6.s6_addr[12], text.data(), text.size());
    return text.data();
  }
  std::fill(std::begin(v6.s6_addr) + kNetworkBytes, std::end(v6.s6_addr), uint8_t{0});
  inet_ntop(AF_INET6, &v6, text.data(), text.size());
  return QByteArray(text.data()) + "/64";
}

}  // namespace Parlour::Sip
