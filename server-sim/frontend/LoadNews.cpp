// SPDX-License-Identifier: Apache-2.0
#include "server-sim/frontend/LoadNews.h"

#include "server-sim/metrics/EventLog.h"

namespace Parlour::Server {
namespace {

// Refusals with less than this between them are one series and one event.
constexpr int kQuietTicks = 60;

QString levelText(LoadLevel level) {
  switch (level) {
    case LoadLevel::Normal:
      return QStringLiteral("The load is normal again; everything is taken");
    case LoadLevel::NoSignIns:
      return QStringLiteral("Under load: sign-ins are asked to come back later");
    case LoadLevel::NoReading:
      return QStringLiteral("Under heavy load: sign-ins, history and search are refused");
    case LoadLevel::NoPosts:
      return QStringLiteral("Overloaded: messages are refused, too");
  }
  return {};
}

}  // namespace

void LoadNews::tellLevel(LoadLevel level) {
  if (level == level_) return;
  level_ = level;
  events_->add(level == LoadLevel::Normal ? Severity::Good : Severity::Warning, levelText(level), EventTopic::Load);
}

void LoadNews::tell(LoadLevel level) {
  if (events_ == nullptr) return;
  tellLevel(level);
  const quint64 shed = counters_.shed();
  if (shed != shed_) {
    if (quietTicks_ >= kQuietTicks) told_ = shed_;
    quietTicks_ = 0;
    shed_ = shed;
    const quint64 count = shed - told_;
    events_->update(
        "front-end-shed", Severity::Warning,
        count == 1 ? QStringLiteral("1 request shed with 503") : QStringLiteral("%1 requests shed with 503").arg(count),
        EventTopic::Load);
  } else {
    ++quietTicks_;
  }
  const quint64 cut = counters_.cutSlow.value();
  if (cut != cut_) {
    const quint64 count = cut - cut_;
    cut_ = cut;
    events_->add(Severity::Notice,
                 count == 1 ? QStringLiteral("A client that did not keep up was disconnected")
                            : QStringLiteral("%1 clients that did not keep up were disconnected").arg(count),
                 EventTopic::People);
  }
}

}  // namespace Parlour::Server
