// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>

#include "app/core/session/Timer.h"

namespace Parlour::Core {

// Says when a dialog needs a sign of life: 10 s before its session timer ends (xccos 3.5), and when nothing was sent
// for as long as keep-alive allows (signin 1.10). Both are met by an UPDATE.
class SessionRefresher {
 public:
  using LastSent = std::function<qint64()>;

  SessionRefresher(Scheduler& scheduler, const Clock& clock, LastSent lastSentMs);

  void start(const QByteArray& sessionExpires, std::optional<qint64> keepAliveMs, std::function<void()> refresh);
  void refreshed();  // the UPDATE was answered: the session timer starts again
  void stop();

  // Seconds in a Session-Expires header, up to ';'; 0 when there are none.
  static int parseExpires(const QByteArray& sessionExpires);

 private:
  void startSessionTimer();
  void startQuietTimer(qint64 ms);
  void checkQuiet();

  const Clock& clock_;
  LastSent lastSentMs_;
  std::function<void()> refresh_;
  Timer sessionTimer_;
  Timer quietTimer_;
  int expiresSeconds_ = 0;
  qint64 keepAliveMs_ = 0;
};

}  // namespace Parlour::Core
