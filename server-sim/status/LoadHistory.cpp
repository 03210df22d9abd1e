// SPDX-License-Identifier: Apache-2.0
#include "server-sim/status/LoadHistory.h"

#include <algorithm>

namespace Parlour::Server {
namespace {

constexpr int kLastMinute = 60;
constexpr qint64 kBurstPauseMs = 60'000;

// Since the sample before; a component that began to count anew has counted at least this.
quint32 risen(quint64 now, quint64 before) { return static_cast<quint32>(now >= before ? now - before : now); }

}  // namespace

void LoadHistory::add(const LoadSample& sample, Timestamp now, qint64 localDay) {
  Point point;
  point.messages = risen(sample.messages, latest_.messages);
  point.shed = risen(sample.shed, latest_.shed);
  point.signIns = risen(sample.signIns, latest_.signIns);
  point.sessions = static_cast<quint32>(sample.sessions);
  point.roomsInUse = static_cast<quint32>(sample.roomsInUse);
  point.waiting = static_cast<quint32>(std::max(sample.waiting, sample.waitingPeak));
  points_[static_cast<size_t>(next_)] = point;
  next_ = (next_ + 1) % kSeconds;
  count_ = std::min(count_ + 1, kSeconds);
  latest_ = sample;
  latestTime_ = now;
  if (localDay != day_) peakToday_ = 0;
  day_ = localDay;
  peakToday_ = std::max(peakToday_, sample.sessions);
  if (point.shed > 0) noteShed(point.shed, now);
}

void LoadHistory::noteShed(quint64 count, Timestamp now) {
  if (!lastShed_ || now.toMs() - lastShed_->last.toMs() > kBurstPauseMs) {
    ++burstsEver_;
    bursts_.push_back({now, now, 0});
  }
  bursts_.back().last = now;
  bursts_.back().count += count;
  lastShed_ = bursts_.back();
  std::erase_if(bursts_, [now](const ShedBurst& burst) { return now.toMs() - burst.last.toMs() > kSeconds * 1'000; });
}

const LoadHistory::Point& LoadHistory::at(int index) const {
  return points_[static_cast<size_t>((next_ + index) % kSeconds)];
}

quint32 LoadHistory::valueOf(const Point& point, Value value) {
  switch (value) {
    case Value::Messages:
      return point.messages;
    case Value::Sessions:
      return point.sessions;
    case Value::RoomsInUse:
      return point.roomsInUse;
    case Value::Waiting:
      return point.waiting;
    case Value::Shed:
      return point.shed;
  }
  return 0;
}

std::vector<std::optional<double>> LoadHistory::series(Value value, int parts) const {
  std::vector<std::optional<double>> values;
  const int width = kSeconds / parts;
  for (int part = 0; part < parts; ++part) {
    double sum = 0;
    double most = 0;
    int counted = 0;
    for (int index = std::max(part * width, kSeconds - count_); index < (part + 1) * width; ++index) {
      const double one = valueOf(at(index), value);
      sum += one;
      most = std::max(most, one);
      ++counted;
    }
    if (counted == 0) {
      values.emplace_back();
    } else if (value == Value::Messages) {
      values.emplace_back(sum / counted);
    } else {
      values.emplace_back(value == Value::Shed ? sum : most);
    }
  }
  return values;
}

double LoadHistory::messagesPerSecond() const {
  const int seconds = std::min(count_, kLastMinute);
  double sum = 0;
  for (int back = 1; back <= seconds; ++back) sum += at(kSeconds - back).messages;
  return seconds == 0 ? 0 : sum / seconds;
}

quint64 LoadHistory::signInsLastMinute() const {
  quint64 sum = 0;
  for (int back = 1; back <= std::min(count_, kLastMinute); ++back) sum += at(kSeconds - back).signIns;
  return sum;
}

std::vector<LoadHistory::ShedBurst> LoadHistory::shedBursts() const {
  std::vector<ShedBurst> recent;
  for (const ShedBurst& burst : bursts_) {
    if (latestTime_.toMs() - burst.last.toMs() < kSeconds * 1'000) recent.push_back(burst);
  }
  return recent;
}

}  // namespace Parlour::Server
