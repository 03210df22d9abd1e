// SPDX-License-Identifier: Apache-2.0
#include "app/core/session/SessionRefresher.h"

#include <algorithm>

namespace Parlour::Core {

namespace {
constexpr int kEarlySeconds = 10;
}

SessionRefresher::SessionRefresher(Scheduler& scheduler, const Clock& clock, LastSent lastSentMs)
    : clock_(clock), lastSentMs_(std::move(lastSentMs)), sessionTimer_(scheduler), quietTimer_(scheduler) {}

int SessionRefresher::parseExpires(const QByteArray& sessionExpires) {
  return std::max(sessionExpires.split(';').first().trimmed().toInt(), 0);
}

void SessionRefresher::start(const QByteArray& sessionExpires, std::optional<qint64> keepAliveMs,
                             std::function<void()> refresh) {
  stop();
  refresh_ = std::move(refresh);
  expiresSeconds_ = parseExpires(sessionExpires);
  keepAliveMs_ = keepAliveMs.value_or(0);
  startSessionTimer();
  if (keepAliveMs_ > 0) startQuietTimer(keepAliveMs_);
}

void SessionRefresher::refreshed() { startSessionTimer(); }

void SessionRefresher::stop() {
  sessionTimer_.stop();
  quietTimer_.stop();
  expiresSeconds_ = 0;
  keepAliveMs_ = 0;
}

void SessionRefresher::startSessionTimer() {
  if (expiresSeconds_ == 0) return;
  const int seconds = std::max({expiresSeconds_ - kEarlySeconds, expiresSeconds_ / 2, 1});
  sessionTimer_.start(seconds * qint64{1000}, [this] { refresh_(); });
}

void SessionRefresher::startQuietTimer(qint64 ms) {
  quietTimer_.start(ms, [this] { checkQuiet(); });
}

void SessionRefresher::checkQuiet() {
  const qint64 quiet = clock_.monotonicMs() - lastSentMs_();
  if (quiet < keepAliveMs_) return startQuietTimer(keepAliveMs_ - quiet);
  startQuietTimer(keepAliveMs_);
  refresh_();
}

}  // namespace Parlour::Core
