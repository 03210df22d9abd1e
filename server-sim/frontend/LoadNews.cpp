// SPDX-License-Identifier: Apache-2.0
#include "server-sim/frontend/LoadNews.h"

#include "server-sim/metrics/EventLog.h"

namespace Parlour::Server {
namespace {

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
