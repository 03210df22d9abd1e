// SPDX-License-Identifier: Apache-2.0
#include "protocol/sip/sofia/LocalSocket.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace Parlour::Sip {

namespace {

constexpr int kHighestDescriptorTried = 4096;

SocketAddress fromSockaddr(const sockaddr_storage& storage) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (storage.ss_family == AF_INET) {
    sockaddr_in address{};
    std::memcpy(&address, &storage, sizeof address);
    inet_ntop(AF_INET, &address.sin_addr, text.data(), text.size());
    return {text.data(), ntohs(address.sin_port)};
  }
  if (storage.ss_family == AF_INET6) {
    sockaddr_in6 address{};
    std::memcpy(&address, &storage, sizeof address);
    if (IN6_IS_ADDR_V4MAPPED(&address.sin6_addr)) {
      inet_ntop(AF_INET, &address.sin6_addr.s6_addr[12], text.data(), text.size());
    } else {
      inet_ntop(AF_INET6, &address.sin6_addr, text.data(), text.size());
    }
    return {text.data(), ntohs(address.sin6_port)};
  }
  return {};
}

using NameFunction = int (*)(int, sockaddr*, socklen_t*);

SocketAddress addressOf(int descriptor, NameFunction function) {
  sockaddr_storage storage{};
  socklen_t size = sizeof storage;
  if (function(descriptor, reinterpret_cast<sockaddr*>(&storage), &size) != 0) return {};
  return fromSockaddr(storage);
}

}  // namespace

SocketAddress socketAddress(const sockaddr* address, socklen_t length) {
  sockaddr_storage storage{};
  std::memcpy(&storage, address, std::min<size_t>(length, sizeof storage));
  return fromSockaddr(storage);
}

SocketAddress localAddressOf(int descriptor) { return addressOf(descriptor, &::getsockname); }

bool leadsTo(int descriptor, const SocketAddress& peer) { return addressOf(descriptor, &::getpeername) == peer; }

int lowestFreeDescriptor() {
  const int descriptor = eventfd(0, EFD_CLOEXEC);
  if (descriptor >= 0) ::close(descriptor);
  return descriptor;
}

SocketAddress localAddressTo(const SocketAddress& peer, int likelyDescriptor) {
  if (likelyDescriptor >= 0 && leadsTo(likelyDescriptor, peer)) return addressOf(likelyDescriptor, &::getsockname);
  const int end = static_cast<int>(std::min<long>(sysconf(_SC_OPEN_MAX), kHighestDescriptorTried));
  for (int descriptor = 3; descriptor < end; ++descriptor) {
    if (leadsTo(descriptor, peer)) return addressOf(descriptor, &::getsockname);
  }
  return {};
}

bool isAddressLiteral(const QByteArray& host) {
  in6_addr address{};
  return inet_pton(AF_INET, host.constData(), &address) == 1 || inet_pton(AF_INET6, host.constData(), &address) == 1;
}

}  // namespace Parlour::Sip
