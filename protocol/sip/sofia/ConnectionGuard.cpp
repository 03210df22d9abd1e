// SPDX-License-Identifier: Apache-2.0
#include "protocol/sip/sofia/ConnectionGuard.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <ctime>
#include <utility>

#include "protocol/sip/PeerAddress.h"
#include "protocol/sip/sofia/MonotonicTime.h"
#include "protocol/support/Log.h"

namespace Parlour::Sip {

namespace {

constexpr int kBacklog = 4'096;  // a whole organisation comes back at once after a restart
constexpr qint64 kWindowMs = 10'000;
constexpr qint64 kForgetMs = 500;
constexpr long kNapNs = 2'000'000;

bool isShortage(int error) { return error == EMFILE || error == ENFILE || error == ENOBUFS || error == ENOMEM; }

int reserveDescriptor() { return open("/dev/null", O_RDONLY | O_CLOEXEC); }

// So that a peer whose computer or network is gone is noticed, whatever it speaks: after two minutes.
void watchPeer(int descriptor) {
  constexpr std::array<std::pair<int, int>, 4> options{
      {{TCP_KEEPIDLE, 60}, {TCP_KEEPINTVL, 15}, {TCP_KEEPCNT, 4}, {TCP_USER_TIMEOUT, 120'000}}};
  const int on = 1;
  setsockopt(descriptor, SOL_SOCKET, SO_KEEPALIVE, &on, sizeof on);
  for (const auto& [name, value] : options) setsockopt(descriptor, IPPROTO_TCP, name, &value, sizeof value);
}

}  // namespace

ConnectionGuard::ConnectionGuard(const SofiaOptions& options, TransportCounters& counters)
    : options_(options),
      counters_(counters),
      before_(std::exchange(sofiaHooks(), this)),
      reserve_(reserveDescriptor()) {}

ConnectionGuard::~ConnectionGuard() {
  sofiaHooks() = before_;
  if (reserve_ >= 0) ::close(reserve_);
}

int ConnectionGuard::accept(int listener, sockaddr* address, socklen_t* length) noexcept {
  prepareListener(listener);
  const int descriptor = accept4(listener, address, length, SOCK_CLOEXEC);
  if (descriptor < 0) return isShortage(errno) ? acceptWithoutDescriptor(listener) : -1;
  ++counters_.accepted;
  const qint64 now = monotonicNowMs();
  if (introduced_ + waiting_.size() >= options_.maxConnections + connectionHeadroom(options_.maxConnections)) {
    forgetGone(now);
    if (introduced_ + waiting_.size() >= options_.maxConnections + connectionHeadroom(options_.maxConnections)) {
      ++counters_.refusedFull;
      return refuse(descriptor);
    }
  }
  const SocketAddress from = socketAddress(address, *length);
  const Verdict verdict = judge(from.host, now);
  const int open = senders_.value(addressGroup(from.host)).open;
  if (verdict != Verdict::Welcome &&
      open > options_.connectionsPerAddress + connectionHeadroom(options_.connectionsPerAddress)) {
    left(from.host);
    ++counters_.refusedOfAddress;
    return refuse(descriptor);
  }
  watchPeer(descriptor);
  waiting_.insert({from, localAddressOf(descriptor).port}, {descriptor, now, verdict});
  return descriptor;
}

int ConnectionGuard::refuse(int descriptor) {
  ::close(descriptor);
  errno = ECONNABORTED;
  return -1;
}

// Takes the connection out of the queue with the descriptor kept for that, so that the listener falls silent.
int ConnectionGuard::acceptWithoutDescriptor(int listener) {
  if (counters_.withoutDescriptor++ % 1'000 == 0) {
    qCWarning(lcSip, "a connection was refused: no file descriptor is left");
  }
  if (reserve_ >= 0) ::close(std::exchange(reserve_, -1));
  const int descriptor = accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
  if (descriptor >= 0) ::close(descriptor);
  reserve_ = reserveDescriptor();
  if (descriptor < 0) {
    // Somebody else was quicker: without a pause the loop would turn as fast as it can.
    const timespec nap{0, kNapNs};
    nanosleep(&nap, nullptr);
  }
  errno = ECONNABORTED;
  return -1;
}

void ConnectionGuard::prepareListener(int listener) {
  if (listeners_.contains(listener)) return;
  listeners_.append(listener);
  ::listen(listener, kBacklog);
}

ConnectionGuard::Verdict ConnectionGuard::judge(const QByteArray& host, qint64 now) {
  Sender& sender = senders_[addressGroup(host)];
  if (now - sender.windowMs > kWindowMs) {
    sender.windowMs = now;
    sender.recent = 0;
  }
  ++sender.open;
  ++sender.recent;
  if (!options_.limitLoopback && isLoopbackAddress(host)) return Verdict::Welcome;
  if (sender.open > options_.connectionsPerAddress) return Verdict::TooManyOfAddress;
  return sender.recent > options_.newConnectionsPerAddress ? Verdict::TooFastFromAddress : Verdict::Welcome;
}

void ConnectionGuard::left(const QByteArray& host) {
  const auto sender = senders_.find(addressGroup(host));
  if (sender != senders_.end()) sender->open = std::max(0, sender->open - 1);
}

ConnectionGuard::Verdict ConnectionGuard::introduce(const SocketAddress& peer, quint16 listenerPort) {
  const auto entry = waiting_.constFind({peer, listenerPort});
  const Verdict verdict = entry != waiting_.cend() ? entry->verdict : Verdict::Welcome;
  if (entry != waiting_.cend()) {
    waiting_.erase(entry);
  } else {
    ++senders_[addressGroup(peer.host)].open;
  }
  const bool full = isFull();
  ++introduced_;
  if (full) ++counters_.refusedFull;
  if (!full && verdict != Verdict::Welcome) ++counters_.refusedOfAddress;
  return full ? Verdict::Full : verdict;
}

void ConnectionGuard::ended(const SocketAddress& peer) {
  --introduced_;
  left(peer.host);
  if (!partials_.isEmpty()) partials_.removeIf([&peer](const auto& item) { return item.value().peer == peer; });
}

void ConnectionGuard::extracted(msg_t* message, int result) noexcept {
  if (result != 0) {
    if (!partials_.isEmpty()) partials_.remove(message);
    return;
  }
  const SocketAddress peer = socketAddress(&msg_addr(message)->su_sa, sizeof(su_sockaddr_t));
  const auto known = partials_.constFind(message);
  if (known == partials_.cend() || !(known->peer == peer)) partials_.insert(message, {peer, monotonicNowMs()});
}

QList<SocketAddress> ConnectionGuard::sweep(qint64 now) {
  if (reserve_ < 0) reserve_ = reserveDescriptor();
  if (now - lastForgetMs_ >= kForgetMs) {
    cutSilent(now);
    forgetGone(now);
    senders_.removeIf([now](const auto& item) { return item->open == 0 && now - item->windowMs > kWindowMs; });
  }
  QList<SocketAddress> stuck;
  partials_.removeIf([&](const auto& item) {
    const bool over = now - item->sinceMs > options_.partialMessageTimeout;
    if (over) stuck.append(item->peer);
    return over;
  });
  return stuck;
}

void ConnectionGuard::cutSilent(qint64 now) {
  for (auto it = waiting_.cbegin(); it != waiting_.cend(); ++it) {
    if (now - it->sinceMs < options_.firstRequestTimeout || !leadsTo(it->descriptor, it.key().first)) continue;
    // Sofia owns the descriptor and closes it when it reads the end.
    ::shutdown(it->descriptor, SHUT_RDWR);
    ++counters_.cutSilent;
  }
}

// Sofia does not tell when a connection ends that never made a request.
void ConnectionGuard::forgetGone(qint64 now) {
  if (now - lastForgetMs_ < kForgetMs / 5) return;
  lastForgetMs_ = now;
  waiting_.removeIf([&](const auto& item) {
    const SocketAddress& peer = item.key().first;
    const bool gone = now - item->sinceMs >= options_.firstRequestTimeout || !leadsTo(item->descriptor, peer);
    if (gone) left(peer.host);
    return gone;
  });
}

}  // namespace Parlour::Sip
