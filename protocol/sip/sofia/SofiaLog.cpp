// SPDX-License-Identifier: Apache-2.0
#include "protocol/sip/sofia/SofiaLog.h"

#include <array>
#include <atomic>
#include <chrono>
#include <cstdarg>
#include <cstdio>
#include <mutex>

#include "protocol/sip/sofia/Sofia.h"
#include "protocol/support/Log.h"

extern "C" {
extern su_log_t tport_log[];
extern su_log_t nta_log[];
}

namespace Parlour::Sip {

namespace {

constexpr int kLinesPerSecond = 20;
std::atomic<qint64> sofiaLogSecond{0};
std::atomic<int> sofiaLogLines{0};

bool mayLogNow() {
  using std::chrono::duration_cast;
  const qint64 second =
      duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
  if (sofiaLogSecond.exchange(second) != second) sofiaLogLines = 0;
  return sofiaLogLines.fetch_add(1) < kLinesPerSecond;
}

void logLine(void*, char const* format, va_list arguments) noexcept {
  if (!lcSip().isDebugEnabled() || !mayLogNow()) return;
  std::array<char, 512> line{};
  const int length = std::vsnprintf(line.data(), line.size(), format, arguments);
  if (length <= 0) return;
  qCDebug(lcSip).noquote() << QByteArray(line.data()).trimmed();
}

}  // namespace

void redirectSofiaLog() {
  static std::once_flag once;
  std::call_once(once, [] {
    for (su_log_t* log : {su_log_default, tport_log, nta_log}) {
      su_log_init(log);
      su_log_redirect(log, &logLine, nullptr);
    }
    su_log_set_level(tport_log, 3);
    su_log_set_level(nta_log, 1);
  });
}

}  // namespace Parlour::Sip
