// SPDX-License-Identifier: Apache-2.0
#include "server-sim/frontend/SignInSlots.h"

#include <algorithm>

namespace Parlour::Server {
namespace {

constexpr int kAddressShare = 4;
constexpr qint64 kDropIntervalMs = 50;
constexpr qint64 kShortestRetryMs = 1'000;

}  // namespace

SignInSlots::SignInSlots(const LoadSettings& settings, std::function<quint32()> random)
    : settings_(settings), random_(std::move(random)) {}

bool SignInSlots::isFull(const QByteArray& address) const {
  if (slots_.size() >= settings_.signInsInFlight) return true;
  const int share = std::max(1, settings_.signInsInFlight / kAddressShare);
  return !address.isEmpty() && ofAddress_.value(address) >= share;
}

std::optional<int> SignInSlots::enter(Sip::ConnectionId connection, const QByteArray& address, qint64 nowMs) {
  if (has(connection)) {
    touch(connection, nowMs);
    return std::nullopt;
  }
  if (isFull(address)) dropIdle(nowMs);
  if (isFull(address)) return retryAfterSeconds(nowMs);
  slots_.insert(connection, {address, nowMs});
  if (!address.isEmpty()) ++ofAddress_[address];
  return std::nullopt;
}

int SignInSlots::retryAfterSeconds(qint64 nowMs) {
  const qint64 longestMs = qint64{settings_.longestRetrySeconds} * 1'000;
  nextReturnMs_ = std::max(nextReturnMs_, static_cast<double>(nowMs + kShortestRetryMs)) +
                  1'000.0 / std::max(1, settings_.signInsPerSecond);
  qint64 waitMs = static_cast<qint64>(nextReturnMs_) - nowMs;
  if (waitMs > longestMs) {
    nextReturnMs_ = static_cast<double>(nowMs + longestMs);
    waitMs = longestMs / 2 + static_cast<qint64>(random_() % static_cast<quint32>(longestMs / 2 + 1));
  }
  return static_cast<int>((waitMs + 999) / 1'000);
}

void SignInSlots::touch(Sip::ConnectionId connection, qint64 nowMs) {
  const auto slot = slots_.find(connection);
  if (slot != slots_.end()) slot->lastMs = nowMs;
}

bool SignInSlots::leave(Sip::ConnectionId connection) {
  const auto slot = slots_.constFind(connection);
  if (slot == slots_.cend()) return false;
  leaveAddress(slot->address);
  slots_.erase(slot);
  return true;
}

void SignInSlots::leaveAddress(const QByteArray& address) {
  const auto count = ofAddress_.find(address);
  if (count != ofAddress_.end() && --*count <= 0) ofAddress_.erase(count);
}

void SignInSlots::dropIdle(qint64 nowMs) {
  if (nowMs < nextDropMs_) return;
  nextDropMs_ = nowMs + kDropIntervalMs;
  slots_.removeIf([&](const auto& item) {
    const bool idle = nowMs - item->lastMs >= settings_.signInIdleMs;
    if (idle) leaveAddress(item->address);
    return idle;
  });
}

}  // namespace Parlour::Server
