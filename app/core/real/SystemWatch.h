// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QSocketNotifier>
#include <QTimer>
#include <memory>
#include <optional>

#include "app/core/session/NetworkWatch.h"
#include "protocol/support/Clock.h"

namespace Parlour::Core {

// Tells from two clocks that the computer slept in between: the time of day went on and the other one stood still.
class WakeDetector {
 public:
  static constexpr qint64 kSleepMs = 15'000;
  bool sleptUntil(const Clock& clock);

 private:
  std::optional<std::pair<qint64, qint64>> last_;  // of the day, monotonic
};

// The network watch of a Linux computer: the kernel's notices about links and addresses, and a look at the clocks every
// few seconds. Where there are no such notices, the clocks remain.
class SystemWatch final : public NetworkWatch {
 public:
  explicit SystemWatch(const Clock& clock);
  ~SystemWatch() override;

 private:
  void listen();
  void readNotices();

  const Clock& clock_;
  WakeDetector wake_;
  int socket_ = -1;
  std::unique_ptr<QSocketNotifier> notices_;
  QTimer look_;
  QTimer quiet_;  // notices come in swarms
};

}  // namespace Parlour::Core
