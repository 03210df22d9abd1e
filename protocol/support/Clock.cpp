// SPDX-License-Identifier: Apache-2.0
#include "protocol/support/Clock.h"

#include <array>
#include <chrono>

namespace Parlour {
namespace {

constexpr qint64 kTicksPerSecond = 10'000'000;
// What four digits can say: the years 1 to 9999.
constexpr qint64 kFirstSecond = -62'135'596'800;
constexpr qint64 kLastSecond = 253'402'300'799;

// Ticks since the last whole second; times before 1970 are negative.
qint64 fractionOf(qint64 ticks) { return (ticks % kTicksPerSecond + kTicksPerSecond) % kTicksPerSecond; }

// Writes a number of `digits` digits and gives the place behind it.
char* putDigits(char* at, unsigned value, int digits) {
  for (int i = digits - 1; i >= 0; --i, value /= 10) at[i] = static_cast<char>('0' + value % 10);
  return at + digits;
}

// "YYYY-MM-DDThh:mm:ss" without a look at time zone files, which QDateTime takes even for UTC, and without snprintf,
// since every message of a history page has one. Years have four digits (Timestamp::parse).
QByteArray wholeSeconds(qint64 ticks) {
  using namespace std::chrono;
  const sys_seconds time{seconds{(ticks - fractionOf(ticks)) / kTicksPerSecond}};
  const auto day = floor<days>(time);
  const year_month_day date{day};
  const hh_mm_ss clock{time - day};
  std::array<char, 19> text{};
  char* at = putDigits(text.data(), static_cast<unsigned>(static_cast<int>(date.year())), 4);
  *at++ = '-';
  at = putDigits(at, static_cast<unsigned>(date.month()), 2);
  *at++ = '-';
  at = putDigits(at, static_cast<unsigned>(date.day()), 2);
  *at++ = 'T';
  at = putDigits(at, static_cast<unsigned>(clock.hours().count()), 2);
  *at++ = ':';
  at = putDigits(at, static_cast<unsigned>(clock.minutes().count()), 2);
  *at++ = ':';
  putDigits(at, static_cast<unsigned>(clock.seconds().count()), 2);
  return {text.data(), text.size()};
}

std::optional<int> number(QByteArrayView text) {
  int value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

// Seconds since 1970 of the 19 characters "YYYY-MM-DDThh:mm:ss".
std::optional<qint64> secondsOf(QByteArrayView text) {
  using namespace std::chrono;
  if (text[4] != '-' || text[7] != '-' || (text[10] != 'T' && text[10] != 't') || text[13] != ':' || text[16] != ':')
    return std::nullopt;
  const auto y = number(text.first(4));
  const auto mo = number(text.sliced(5, 2));
  const auto d = number(text.sliced(8, 2));
  const auto h = number(text.sliced(11, 2));
  const auto mi = number(text.sliced(14, 2));
  const auto s = number(text.sliced(17, 2));
  if (!y || !mo || !d || !h || !mi || !s || *h > 23 || *mi > 59 || *s > 59) return std::nullopt;
  const year_month_day date{year{*y}, month{static_cast<unsigned>(*mo)}, day{static_cast<unsigned>(*d)}};
  if (!date.ok()) return std::nullopt;
  return (sys_days{date}.time_since_epoch() / seconds{1}) + *h * 3600 + *mi * 60 + *s;
}

// Minutes east of UTC of "Z", "+hh:mm" or nothing.
std::optional<int> zoneMinutes(QByteArrayView text) {
  if (text.isEmpty() || text == "Z" || text == "z") return 0;
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return std::nullopt;
  const auto hours = number(text.sliced(1, 2));
  const auto minutes = number(text.sliced(4, 2));
  if (!hours || !minutes || *hours > 14 || *minutes > 59) return std::nullopt;
  return (text[0] == '-' ? -1 : 1) * (*hours * 60 + *minutes);
}

}  // namespace

QByteArray Timestamp::toXccos() const {
  return wholeSeconds(ticks) + '.' + QByteArray::number(fractionOf(ticks)).rightJustified(7, '0') + 'Z';
}

QByteArray Timestamp::toXccosSeconds() const { return wholeSeconds(ticks) + 'Z'; }

QByteArray Timestamp::toPublishTime() const {
  return wholeSeconds(ticks) + '.' + QByteArray::number(fractionOf(ticks) / kPerMs).rightJustified(3, '0');
}

std::optional<Timestamp> Timestamp::parse(QByteArrayView text) {
  text = text.trimmed();
  if (text.size() < 19 || text.size() > 40) return std::nullopt;
  const auto seconds = secondsOf(text.first(19));
  if (!seconds) return std::nullopt;
  qsizetype at = 19;
  qint64 fraction = 0;
  if (at < text.size() && text[at] == '.') {
    qint64 weight = kTicksPerSecond / 10;
    for (++at; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, weight /= 10) {
      fraction += (text[at] - '0') * weight;
    }
  }
  const auto zone = zoneMinutes(text.sliced(at));
  if (!zone) return std::nullopt;
  const qint64 utc = *seconds - *zone * 60;
  if (utc < kFirstSecond || utc > kLastSecond) return std::nullopt;
  return Timestamp{utc * kTicksPerSecond + fraction};
}

Timestamp SystemClock::now() const {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::nanoseconds>(since).count() / 100};
}

qint64 SystemClock::monotonicMs() const {
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

qint64 SystemClock::monotonicUs() const {
  return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

}  // namespace Parlour
