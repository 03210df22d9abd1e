// SPDX-License-Identifier: Apache-2.0
#include "app/core/real/SystemWatch.h"

#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>

namespace Parlour::Core {

namespace {
constexpr int kLookMs = 5'000;
constexpr int kQuietMs = 700;
}  // namespace

bool WakeDetector::sleptUntil(const Clock& clock) {
  const std::pair now(clock.now().toMs(), clock.monotonicMs());
  const auto before = std::exchange(last_, now);
  return before && (now.first - before->first) - (now.second - before->second) >= kSleepMs;
}

SystemWatch::SystemWatch(const Clock& clock) : clock_(clock) {
  quiet_.setSingleShot(true);
  quiet_.setInterval(kQuietMs);
  QObject::connect(&quiet_, &QTimer::timeout, &quiet_, [this] {
    if (onChanged) onChanged();
  });
  look_.setInterval(kLookMs);
  look_.setTimerType(Qt::VeryCoarseTimer);
  QObject::connect(&look_, &QTimer::timeout, &look_, [this] {
    if (wake_.sleptUntil(clock_)) quiet_.start();
  });
  wake_.sleptUntil(clock_);
  look_.start();
  listen();
}

SystemWatch::~SystemWatch() {
  notices_.reset();
  if (socket_ >= 0) ::close(socket_);
}

void SystemWatch::listen() {
  socket_ = ::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_ROUTE);
  if (socket_ < 0) return;
  sockaddr_nl address{};
  address.nl_family = AF_NETLINK;
  address.nl_groups = RTMGRP_LINK | RTMGRP_IPV4_IFADDR | RTMGRP_IPV6_IFADDR;
  if (::bind(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) != 0) return;
  notices_ = std::make_unique<QSocketNotifier>(socket_, QSocketNotifier::Read);
  QObject::connect(notices_.get(), &QSocketNotifier::activated, notices_.get(), [this] { readNotices(); });
}

// What the notices say does not matter: that there is one is enough.
void SystemWatch::readNotices() {
  std::array<char, 8192> buffer;
  while (::recv(socket_, buffer.data(), buffer.size(), 0) > 0) {
  }
  quiet_.start();
}

}  // namespace Parlour::Core
